import Glibc

@testable import AidInput

/// A whole text in another encoding, by the system's iconv; nil where it is not valid.
private func converted(_ text: [UInt8], from encoding: String, to other: String = "UTF-8") -> [UInt8]? {
    // From UTF-8 to itself the system takes numbers for characters that are beyond all characters.
    if encoding == other { return converted(text, from: encoding, to: "UTF-32LE").map { _ in text } }
    guard let handle = iconv_open(other, encoding), handle != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var input = text.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: text.count * 4 + 16)
    let written: Int? = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            var (from, left) = (input.baseAddress, input.count)
            var (to, room) = (output.baseAddress, output.count)
            guard left == 0 || iconv(handle, &from, &left, &to, &room) == 0, left == 0 else { return nil }
            return output.count - room
        }
    }
    return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
}

extension Target {
    private static let words = ["\u{FEFF}", "\r\n", "中", "编号,姓名", "😀"]

    static let encodingTargets = [
        // The text of a file, decoded in pieces, against iconv; and where it first is none.
        Target(
            "encoding", takes: [".csv", ".txt"], choiceCount: 2,
            seedBytes: [
                [0, 4, 0xD6, 0xD0, 0x2C, 0x81, 0x30, 0x81, 0x30, 0x0A], [1, 2, 0xFF, 0xFE, 0x2D, 0x4E, 0x2C, 0],
                [2, 2, 0xFE, 0xFF, 0x4E, 0x2D, 0xD8, 0x3D, 0xDE, 0], [3, 1, 0xE4, 0xB8, 0xAD, 0x0A],
                [0, 4, 0x90, 0x30, 0x81, 0x30, 0xA2, 0xA0, 0xFE, 0xFE],
            ], words: words
        ) { bytes in
            var input = Input(bytes)
            let (encoding, system) = input.pick([
                (TextEncoding.gb18030, "GB18030"), (.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE"),
                (.utf8, "UTF-8"),
            ])
            let pieceSize = input.pick([1, 2, 3, 7, 64, 4096])
            let trial = TrialFile(input.bytes)
            guard let file = try? InputFile(name: "trial", path: trial.path),
                let mark = try? FileTextSource.markLength(file, encoding: encoding)
            else { return expect(false, "a file in memory cannot be opened") }
            let whole = TextRead { () throws(InputError) in
                try FileTextSource(file: file, encoding: encoding, pieceSize: 512 << 10)
            }
            let parts = TextRead(roomSize: pieceSize) { () throws(InputError) in
                try FileTextSource(file: file, encoding: encoding, pieceSize: pieceSize)
            }
            expectEqual(parts, whole, "pieces of \(pieceSize)")
            let truth = converted(Array(input.bytes[mark...]), from: system)
            let isValid = String(validating: whole.bytes, as: UTF8.self) != nil
            expect(isValid == (truth != nil), "valid in \(system): \(isValid), by iconv: \(truth != nil)")
            if let truth { expectEqual(whole.bytes, truth, system) }
            let firstInvalid = whole.bytes.withByteView { UTF8Check.firstInvalid($0) }
            expect((firstInvalid == nil) == isValid, "where the first byte is that is no character")
            if encoding == .gb18030, let table = GB18030Table.shared {
                let first = input.bytes.withByteView(table.firstInvalid)
                expect(
                    (first == nil) == (converted(input.bytes, from: system) != nil), "the first that is no character")
            }
        },
        // The encoding that a file is taken for: the same whatever the pieces, and no crash.
        Target(
            "survey", takes: [".csv", ".txt", ".xml"], choiceCount: 1,
            seedBytes: [[0] + Array("编号,姓名\n1,张三\n".utf8), [1, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0x0A]],
            words: words
        ) { bytes in
            var input = Input(bytes)
            let choice = input.pick(TextEncodingChoice.allCases)
            let trial = TrialFile(input.bytes)
            guard let file = try? InputFile(name: "trial", path: trial.path),
                let survey = try? FileSurvey.survey(file, choice: choice, observe: { _ in })
            else { return }
            expect(survey.invalidCount <= input.bytes.count, "more that is invalid than there is")
            let isASCII = input.bytes.allSatisfy { $0 < 0x80 }
            if survey.isASCII { expect(isASCII, "taken for ASCII") }
            for splitsTags in [false, true] {
                _ = try? LineSurvey(file, encoding: survey.encoding, splitsTags: splitsTags)
            }
            _ = try? FileKind.of(file, isXML: false)
            _ = try? FileKind.of(file, isXML: true)
            _ = try? XMLLabel.label(file)
        },
    ]
}
