import AidModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import AidInput

/// Claims of CSV exports read in pieces by several threads, against the slow way.
struct CSVPiecesTests {
    struct Pieces {
        var size: Int
        var tail: Int
        var jobs: Int
    }

    private static let layout = ClaimsExport.layout(
        breakdowns: [.init(name: "care", from: ["care"]), .init(name: "name", from: ["name"])])
    private static let header = "ClaimNo,身份证号,打款日期,互助金额,状态,原赔付编号,care,name"

    static func read(
        _ path: String, keys: KeyTable, _ pieces: Pieces, isSlow: Bool, encoding: TextEncodingChoice = .auto,
        delimiter: UInt8? = nil, requiresFinalNewline: Bool = false, knownEncoding: TextEncoding? = nil
    ) throws -> XMLPiecesTests.ClaimsRead {
        var settings = ReadingSettings()
        settings.pieceSize = pieces.size
        settings.tailSize = pieces.tail
        settings.jobs = pieces.jobs
        settings.isSlow = isSlow
        let groups = GroupTable()
        let reader = ClaimReader(
            .init(
                name: "export.csv", path: path, format: .csv(delimiter: delimiter), encoding: encoding,
                requiresFinalNewline: requiresFinalNewline), layout: layout, fileIndex: 0, keys: keys, groups: groups,
            settings: settings, lesson: ReadingLesson(encoding: knownEncoding), observe: nil)
        let dealt = Mutex<(claims: [Claim], reversals: [Claim])>(([], []))
        DispatchQueue.concurrentPerform(iterations: pieces.jobs) { _ in
            var clock = StageClock()
            reader.join(clock: &clock) { _, _ in
                true
            } deal: { batch in
                dealt.withLock {
                    $0.claims += batch.claims
                    $0.reversals += batch.reversals.map(\.claim)
                }
            }
        }
        var read = XMLPiecesTests.ClaimsRead()
        switch reader.result() {
        case .again(.slowly): read.isDoubtful = true
        case .again(.inEncoding(let other)):
            return try Self.read(
                path, keys: keys, pieces, isSlow: false, encoding: encoding, delimiter: delimiter,
                requiresFinalNewline: requiresFinalNewline, knownEncoding: other)
        case .again(.without), .again(.withSerialDates): Issue.record("no number is cut here")
        case .failed(let error): read.error = error
        case .read(let export):
            let values = groups.values()
            read.claims = dealt.withLock { $0.claims.sorted { $0.position < $1.position } }
            read.groups = read.claims.map { values[Int($0.groupsCode)] }
            for index in read.claims.indices { read.claims[index].terms &= ~Claim.groupsMask }
            read.reversals = dealt.withLock { $0.reversals.sorted { $0.position < $1.position } }
            for index in read.reversals.indices { read.reversals[index].terms &= ~Claim.groupsMask }
            read.records = export.reading.records
            read.rejects = try export.placed(export.reading.rejects.listed)
            read.findings = export.reading.findings.map { $0.code + " " + $0.message.en }
        }
        return read
    }

    /// - Returns: whether it was read in pieces of any size.
    @discardableResult
    static func compare(
        _ bytes: [UInt8], encoding: TextEncodingChoice = .auto, delimiter: UInt8? = nil, _ comment: String
    ) throws -> (wasFast: Bool, slow: XMLPiecesTests.ClaimsRead) {
        let file = try TemporaryFile(bytes)
        let keys = KeyTable()
        var slow = try read(
            file.path, keys: keys, Pieces(size: 512 << 10, tail: 16 << 10, jobs: 1), isSlow: true, encoding: encoding,
            delimiter: delimiter)
        var wasFast = false
        for pieces in [
            Pieces(size: 97, tail: 300, jobs: 2), Pieces(size: 700, tail: 40, jobs: 3),
            Pieces(size: 512 << 10, tail: 16 << 10, jobs: 1),
        ] {
            let fast = try read(
                file.path, keys: keys, pieces, isSlow: false, encoding: encoding, delimiter: delimiter)
            // Where there is doubt, the slow way is asked.
            if fast.isDoubtful { continue }
            wasFast = true
            // Positions are counted in bytes of the file here, and of its text there: their order is the same.
            var plain = fast
            plain.strip()
            slow.strip()
            let difference = plain.difference(slow)
            #expect(difference == nil, "\(comment), pieces of \(pieces.size) + \(pieces.tail): \(difference ?? "")")
        }
        return (wasFast, slow)
    }

    /// An export with records of all kinds in it.
    ///
    /// - Parameter foreignShare: one record in so many is written in the other encoding; 0: none is.
    static func export(
        _ seed: UInt64, _ encoding: TextEncoding, count: Int, foreignShare: Int, isQuoted: Bool, lineEnd: String
    ) -> [UInt8] {
        var random = SeededRandom(seed)
        func one(_ choices: String...) -> String { choices.randomElement(using: &random)! }
        func written(_ text: String, _ isUTF8: Bool) -> [UInt8] {
            isUTF8 ? Array(text.utf8) : ChineseWords.gb18030(text)
        }
        var bytes = written(header + lineEnd, encoding == .utf8)
        for number in 0..<count {
            let id = MadeUpID.id(number: number % 37)
            var fields = [
                "C\(number % 50)", one(id, id, id, "x\(number)", ""), one("2023-04-05", "2023/4/6", "never"),
                one("12.50", "1,000.00", "￥3", "lots"), one("已打款", "已打款", "已打款", "待审核", "冲正", "?"),
                one("", "C\(number / 2)"),
                ChineseWords.values.randomElement(using: &random)!, ChineseWords.name(using: &random),
            ]
            if isQuoted, Int.random(in: 0..<4, using: &random) == 0 {
                fields[6] = one("a\nb", "a\r\nb", "\"", "a,b", "门\n诊")
            }
            if Int.random(in: 0..<20, using: &random) == 0 { fields.removeLast() }
            let line = fields.map { field in
                field.contains { ",\"\n".contains($0) || $0 == "\r\n" } || isQuoted && Bool.random(using: &random)
                    ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }.joined(separator: ",")
            let isForeign = foreignShare > 0 && Int.random(in: 0..<foreignShare, using: &random) == 0
            bytes += written(line, (encoding == .utf8) != isForeign)
            if Int.random(in: 0..<15, using: &random) == 0 { bytes += Array(lineEnd.utf8) }
            bytes += Array(lineEnd.utf8)
        }
        return bytes
    }

    /// A value as a spreadsheet or a database writes it, in a cell of CSV.
    private static func dressed(_ value: String, _ random: inout SeededRandom) -> String {
        let blank = ["", "", " ", "  ", "\t", "　"].randomElement(using: &random)!
        let inner = [value, value, "'" + value, "''" + value, value + blank, blank + value]
            .randomElement(using: &random)!
        let quoted = "\"" + inner + "\""
        return [
            inner, inner + blank, blank + inner, quoted, "=" + quoted, "=" + quoted, "=" + quoted + blank,
            "\"=\"" + quoted + "\"\"", "\"=\"" + quoted + "\"\"", "\"=\"" + quoted + "\"\"" + blank,
            "\"'" + inner + "\"",
            "=\"\"", "=" + inner, "\"=\"\"\"\"\"", "==" + quoted, "=\"" + quoted + "\"", "=\"" + inner + ",\"",
        ].randomElement(using: &random)!
    }

    @Test("Text guards and blanks round values, quoted or not")
    func dressedExports() throws {
        var fast = 0
        var claimCount = 0
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            var text = Self.header + "\n"
            // In some exports all is in order; one broken quote sends a piece the slow way.
            let isOrderly = Bool.random(using: &random)
            for number in 0..<80 {
                let id = MadeUpID.id(number: number % 37)
                let fields = ["C\(number % 50)", id, "2023-04-05", "12.50", "已打款", "", "门诊", "甲"].map { value in
                    if Int.random(in: 0..<3, using: &random) > 0 { return value }
                    if isOrderly {
                        return ["=\"\(value)\"", "'\(value) ", "\"=\"\"\(value)\"\"\""].randomElement(using: &random)!
                    }
                    return Self.dressed(value, &random)
                }
                text += fields.joined(separator: ",") + "\n"
            }
            let (wasFast, slow) = try Self.compare(Array(text.utf8), "seed \(seed)")
            if wasFast { fast += 1 }
            claimCount += slow.claims.count
        }
        #expect(fast > 30 && claimCount > 1000)
    }

    @Test("Random exports, with records in another encoding in some", arguments: [TextEncoding.utf8, .gb18030])
    func chanceExports(encoding: TextEncoding) throws {
        var fast = 0
        var mixed = 0
        for seed in SeededRandom.seeds(60) {
            let bytes = Self.export(
                seed, encoding, count: 40, foreignShare: seed % 3 == 2 ? 12 : 0, isQuoted: seed % 2 == 0,
                lineEnd: ["\n", "\r\n", "\r"][Int(seed % 3)])
            let (wasFast, slow) = try Self.compare(bytes, "seed \(seed), \(encoding.name)")
            if wasFast { fast += 1 }
            if slow.findings.contains(where: { $0.hasPrefix("mixed-encoding") }) { mixed += 1 }
            if seed % 3 != 2 { #expect(wasFast && !slow.findings.contains { $0.hasPrefix("mixed-encoding") }) }
        }
        print("\(encoding.name): \(fast) read in pieces, \(mixed) told to be mixed")
        #expect(fast >= 40)
    }

    @Test("Records of 上海 in UTF-8 in a GB18030 file are rejected and told; 上海 never becomes another group")
    func mojibake() throws {
        func record(_ number: Int) -> String { "C\(number),\(MadeUpID.id(number: number)),2023-04-05,12.50,,," }
        for (foreign, isInPieces) in [("上海,AB", false), ("北京,张伟", false), ("plain,AB", true)] {
            var bytes = ChineseWords.gb18030(Self.header + "\n")
            for number in 0..<20 { bytes += ChineseWords.gb18030(record(number) + "门诊,李秀芳\n") }
            bytes += Array((record(20) + foreign + "\n").utf8)
            for number in 21..<40 { bytes += ChineseWords.gb18030(record(number) + "住院,王军\n") }
            // Without a state, all others are rejected for that: 已打款 in UTF-8 would not be valid in GB18030.
            let (wasFast, slow) = try Self.compare(bytes, foreign)
            #expect(wasFast == isInPieces)
            #expect(slow.findings.contains { $0.hasPrefix("mixed-encoding") } == !isInPieces)
            #expect(slow.rejects.contains { $0.reason == .malformedRecord } == !isInPieces)
            if !isInPieces {
                let reject = try #require(slow.rejects.first { $0.reason == .malformedRecord })
                #expect(reject.maskedValue == "text in another encoding than the rest of the file")
                #expect(reject.place.recordNumber == 21 && reject.place.lineNumber == 22)
            }
        }
    }

    @Test("Lines of more fields than any record has")
    func manyFields() throws {
        func record(_ number: Int) -> String { "C\(number),\(MadeUpID.id(number: number)),2023-04-05,12.50,已打款,,,\n" }
        let most = String(repeating: ",", count: CSVReader.fieldLimit - 1)
        var text = Self.header + "\n" + record(1) + record(2)
        for line in ["\(most)", "\(most),", "x\(most)", "x\(most),"] { text += line + "\n" + record(3) }
        let (_, slow) = try Self.compare(Array(text.utf8), "many fields")
        #expect(
            slow.rejects.filter { $0.reason == .malformedRecord }.map(\.maskedValue) == [
                "more than 16384 fields", "16384 fields, expected 8", "more than 16384 fields",
            ])
    }

    @Test("Where most of a file is in the other encoding, that is the file's")
    func mostlyOther() throws {
        func record(_ number: Int) -> String { "C\(number),\(MadeUpID.id(number: number)),2023-04-05,12.50,已打款,," }
        var bytes = Array((Self.header + "\n").utf8)
        for number in 0..<16 { bytes += Array((record(number) + "上海,张伟\n").utf8) }
        for number in 16..<20 { bytes += ChineseWords.gb18030(record(number) + "门诊门诊门诊,李秀芳\n") }
        let (_, slow) = try Self.compare(bytes, "mostly UTF-8")
        #expect(slow.claims.count == 16 && slow.groups.allSatisfy { $0.first == "上海" })
        #expect(slow.rejects.count == 4)
    }

    @Test(
        "An encoding that is said, and that the bytes contradict, is refused",
        arguments: [TextEncodingChoice.gb18030, .utf8])
    func contradicted(choice: TextEncodingChoice) throws {
        let isUTF8 = choice == .gb18030
        func written(_ text: String) -> [UInt8] { isUTF8 ? Array(text.utf8) : ChineseWords.gb18030(text) }
        for header in [Self.header, "ClaimNo,a,b,c,d,e,f,g"] {
            var bytes = written(header + "\n")
            for number in 0..<9 {
                bytes += written("C\(number),\(MadeUpID.id(number: number)),2023-04-05,12.50,,,上海,张伟\n")
            }
            let file = try TemporaryFile(bytes)
            let slow = try Self.read(
                file.path, keys: KeyTable(), Pieces(size: 700, tail: 40, jobs: 1), isSlow: true, encoding: choice)
            let error = try #require(slow.error)
            #expect(error.kind == .refused && error.mend.en.contains("encoding: \(isUTF8 ? "utf-8" : "gb18030")"))
            let fast = try Self.read(
                file.path, keys: KeyTable(), Pieces(size: 700, tail: 40, jobs: 1), isSlow: false, encoding: choice)
            #expect(fast.isDoubtful || fast.error == error)
        }
    }

    @Test(
        "A last line without an end",
        arguments: [
            ("\n", false), ("\r\n", false), ("\r", false), ("", true), ("\n\u{1A}", false), ("\n  \t", false),
            ("\u{1A}", true), (" ", true),
        ])
    func finalLine(end: String, lacksEnd: Bool) throws {
        let record = "C1,\(MadeUpID.id(number: 1)),2023-04-05,12.50,已打款,,门诊,张伟"
        for encoding in EncodedText.encodings {
            let text = Self.header + "\n" + record + "\n" + record + end
            var bytes = encoding.isUTF16 ? EncodedText.mark(encoding) : []
            for scalar in text.unicodeScalars { bytes += EncodedText.disk(Character(scalar), encoding) }
            let (_, slow) = try Self.compare(bytes, "\(encoding), \(end.debugDescription)")
            #expect(slow.findings.contains { $0.hasPrefix("no-final-newline") } == lacksEnd)
            let file = try TemporaryFile(bytes)
            for isSlow in [false, true] {
                let read = try Self.read(
                    file.path, keys: KeyTable(), Pieces(size: 700, tail: 40, jobs: 1), isSlow: isSlow,
                    requiresFinalNewline: true)
                #expect((read.error?.kind == .refused) == lacksEnd)
            }
        }
        // A header alone has no other line beside it.
        #expect(
            try Self.compare(Array(Self.header.utf8), "header").slow.findings.allSatisfy { $0.hasPrefix("no-records") })
    }
}

extension XMLPiecesTests.ClaimsRead {
    /// Leaves out what hangs on where a position is counted from.
    mutating func strip() {
        for index in claims.indices { claims[index].position = SourcePosition(fileIndex: 0, textOffset: 0) }
        for index in reversals.indices { reversals[index].position = SourcePosition(fileIndex: 0, textOffset: 0) }
        rejects = rejects.map {
            Reject(
                position: SourcePosition(fileIndex: 0, textOffset: 0), place: $0.place, reason: $0.reason,
                field: $0.field,
                maskedValue: $0.maskedValue, rawState: $0.rawState, amountMinor: $0.amountMinor)
        }
    }
}
