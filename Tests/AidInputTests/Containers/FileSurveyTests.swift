import TestSupport
import AidInput
import AidModel
import Testing

/// `encoding: auto` judges by the whole file.
struct FileSurveyTests {
    private static func gb(_ text: String) -> [UInt8] {
        SystemConverter(from: "UTF-8", to: "GB18030").convert(Array(text.utf8)) ?? []
    }

    private static func utf16(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        text.unicodeScalars.flatMap { EncodedText.disk(Character($0), encoding) }
    }

    private func survey(_ bytes: [UInt8], _ choice: TextEncodingChoice = .auto) throws -> FileSurvey {
        var seen: [UInt8] = []
        let found = try FileSurvey.survey(TemporaryFile(bytes).open(), choice: choice) { seen += $0 }
        #expect(seen == bytes)
        return found
    }

    private static let line = "赔付编号,姓名,金额\nHZ1,张三,12.50\n"
    private static let asciiMegabyte = [UInt8](repeating: UInt8(ascii: "a"), count: (1 << 20) + 3)

    @Test(
        arguments: [
            ("", .utf8, 0, true), ("a,b\n1,2\n", .utf8, 0, true), (line, .utf8, 0, false),
            ("\u{FEFF}a,b\n", .utf8, 0, false),
            ("\u{FEFF}", .utf8, 0, false),
        ] as [(String, TextEncoding, Int, Bool)])
    func utf8(text: String, encoding: TextEncoding, invalid: Int, isASCII: Bool) throws {
        let found = try survey(Array(text.utf8))
        #expect(found.encoding == encoding)
        #expect(found.invalidCount == invalid)
        #expect(found.isASCII == isASCII)
    }

    @Test("An ASCII first megabyte says nothing")
    func asciiFirst() throws {
        #expect(try survey(Self.asciiMegabyte + Self.gb("张三")).encoding == .gb18030)
        #expect(try survey(Self.asciiMegabyte + Array("张三".utf8)) == survey(Array("张三".utf8)))
        #expect(try survey(Self.asciiMegabyte).isASCII)
    }

    @Test("A character cut by the survey's own pieces is whole")
    func cutCharacters() throws {
        for shift in 0..<4 {
            let padding = [UInt8](repeating: UInt8(ascii: "a"), count: (512 << 10) - shift)
            #expect(try survey(padding + Array("😀中".utf8)).invalidCount == 0)
            let gb = try survey(padding + [0x81, 0x30, 0x81, 0x30] + Self.gb(Self.line))
            #expect(gb.encoding == .gb18030)
            #expect(gb.invalidCount == 0)
        }
    }

    @Test("GB18030, with one bad byte too")
    func gb18030() throws {
        let text = String(repeating: Self.line, count: 30)
        #expect(try survey(Self.gb(text)) == survey(Self.gb(text), .gb18030))
        let broken = try survey(Self.gb(text) + [0xFF, 0x0A] + Self.gb(text))
        #expect(broken.encoding == .gb18030)
        #expect(broken.invalidCount == 1)
        let cut = try survey(Self.gb(text) + [0x81])
        #expect(cut.encoding == .gb18030)
        #expect(cut.invalidCount == 1)
    }

    @Test("Names and addresses of random characters are told apart in either encoding")
    func randomTexts() throws {
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            var text = "编号,姓名\n"
            for line in 0..<Int.random(in: 1...20, using: &random) {
                let name = (0..<3).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &random))
                }
                text += "HZ\(line)," + name.map(String.init).joined() + "\n"
            }
            let utf8 = try survey(Array(text.utf8))
            let gb18030 = try survey(Self.gb(text))
            #expect(utf8.encoding == .utf8 && utf8.invalidCount == 0, "seed \(seed)")
            #expect(gb18030.encoding == .gb18030 && gb18030.invalidCount == 0, "seed \(seed)")
        }
    }

    @Test("UTF-8 with one bad byte stays UTF-8, and says how many")
    func utf8WithABadByte() throws {
        let text = Array(String(repeating: Self.line, count: 30).utf8)
        for bad in [[0xFF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80]] as [[UInt8]] {
            let found = try survey(text + bad + [0x0A] + text)
            #expect(found.encoding == .utf8)
            #expect(found.invalidCount >= 1)
        }
        #expect(try survey(text + [0xFF, 0x0A] + text).invalidCount == 1)
        // With its mark a file is UTF-8 however much of it is broken.
        #expect(try survey([0xEF, 0xBB, 0xBF] + Self.gb(text.isEmpty ? "" : Self.line)).encoding == .utf8)
    }

    @Test("UTF-16 by its mark, or by its zero bytes", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func utf16(encoding: TextEncoding) throws {
        let bytes = Self.utf16(Self.line, encoding)
        #expect(try survey(EncodedText.mark(encoding) + bytes).encoding == encoding)
        #expect(try survey(bytes).encoding == encoding)
        #expect(try survey(bytes, .utf16).encoding == encoding)
        #expect(try survey(EncodedText.mark(encoding)).encoding == encoding)
        #expect(try survey(EncodedText.mark(encoding) + Self.utf16("张三李四", encoding)).encoding == encoding)
    }

    @Test(
        "Invalid UTF-16 is counted as that of other encodings is",
        arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func invalidUTF16(encoding: TextEncoding) throws {
        let lone = encoding == .utf16BigEndian ? [0xDC, 0x00] as [UInt8] : [0x00, 0xDC]
        let bytes = EncodedText.mark(encoding) + Self.utf16(Self.line, encoding)
        #expect(try survey(bytes).invalidCount == 0)
        #expect(try survey(bytes + lone + Self.utf16("a", encoding) + lone).invalidCount == 2)
        #expect(try survey(bytes + [0x61]).invalidCount == 1)
    }

    @Test("Stray zero bytes make no UTF-16")
    func strayZeros() throws {
        let text = Array(String(repeating: Self.line, count: 30).utf8)
        #expect(try survey(text + [0, 0, 0] + text).encoding == .utf8)
        #expect(
            try survey(Self.gb(Self.line) + [0] + Self.gb(String(repeating: Self.line, count: 30))).encoding == .gb18030
        )
        let ascii = Array(String(repeating: "a,b\n", count: 30).utf8)
        let found = try survey(ascii + [0] + ascii)
        #expect(found.encoding == .utf8 && !found.isASCII)
    }

    @Test("What the user says holds", arguments: [TextEncodingChoice.utf8, .gb18030])
    func chosen(choice: TextEncodingChoice) throws {
        #expect(try survey(Self.gb(Self.line), choice).encoding.name == choice.rawValue)
        #expect(try survey(Array(Self.line.utf8), choice).encoding.name == choice.rawValue)
        #expect(try survey(Self.gb(Self.line), .utf8).invalidCount > 0)
    }

    @Test(
        "Labels of encodings",
        arguments: [
            ("gb2312", .gb18030), ("GBK", .gb18030), ("GB18030", .gb18030), ("cp936", .gb18030), ("UTF-8", .utf8),
            ("utf8", .utf8), ("US-ASCII", .utf8), ("UTF-16", .utf16), ("utf-16le", .utf16), ("auto", .auto),
            ("big5", nil), ("iso-8859-1", nil), ("", nil),
        ] as [(String, TextEncodingChoice?)])
    func labels(label: String, choice: TextEncodingChoice?) {
        #expect(TextEncodingChoice(label: label) == choice)
    }
}

/// An XML file is read in the encoding that it says it is in.
struct XMLLabelTests {
    @Test(
        arguments: [
            ("encoding=\"gbk\"", .gb18030), ("encoding='gb2312'", .gb18030), ("encoding=\"GB18030\"", .gb18030),
            ("encoding=\"utf-8\"", .utf8), ("encoding = 'UTF-8' standalone='yes'", .utf8), ("", .utf8),
            ("standalone='yes'", .utf8),
        ] as [(String, TextEncoding)])
    func label(pseudoAttribute: String, encoding: TextEncoding) throws {
        let text = "<?xml version=\"1.0\" \(pseudoAttribute)?><s><r><a>张三</a></r></s>"
        let disk = text.unicodeScalars.flatMap { EncodedText.disk(Character($0), encoding) }
        let export = try TemporaryFile(disk).export(.xml(record: nil))
        #expect(export.encoding == encoding)
        #expect(export.invalidCount == 0)
        var lines: [String] = []
        _ = try RecordDump(export).run { lines.append(String(decoding: $0, as: UTF8.self)) }
        #expect(lines == ["{\"a\":\"张三\"}\n"])
    }

    @Test("A label that is not known is refused, unless all is ASCII")
    func unknownLabel() throws {
        let label = "<?xml version=\"1.0\" encoding=\"big5\"?>"
        #expect(try TemporaryFile(label + "<s><r>1</r></s>").export(.xml(record: nil)).encoding == .utf8)
        let error = #expect(throws: InputError.self) {
            try TemporaryFile(label + "<s><r>张</r></s>").export(.xml(record: nil))
        }
        #expect(error?.kind == .refused)
        #expect(error?.lineNumber == 1)
        #expect(error?.what.en == "the encoding that the XML declaration names is not supported")
        #expect(error?.what.zh == "不支持 XML 声明的编码")
    }

    @Test("What the user says comes before the label")
    func chosen() throws {
        let text = "<?xml version=\"1.0\" encoding=\"gbk\"?><s><r>张</r></s>"
        #expect(try TemporaryFile(text).export(.xml(record: nil), encoding: .utf8).encoding == .utf8)
    }

    @Test("Zero bytes come before the label", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func utf16(encoding: TextEncoding) throws {
        let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><s><r>张</r></s>"
        let disk = text.unicodeScalars.flatMap { EncodedText.disk(Character($0), encoding) }
        #expect(try TemporaryFile(disk).export(.xml(record: nil)).encoding == encoding)
    }
}
