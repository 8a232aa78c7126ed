import AidInput
import AidModel
import Testing

struct RecordDumpTests {
    private func dump(
        _ text: String, _ format: ExportFormat, _ encoding: TextEncoding = .utf8, pieceSize: Int = 512 << 10
    ) throws -> (lines: [String], problems: Int) {
        let file = try TemporaryFile(text.unicodeScalars.flatMap { EncodedText.disk(Character($0), encoding) })
        var lines: [String] = []
        let problems = try RecordDump(try file.export(format, pieceSize: pieceSize)).run {
            lines.append(String(decoding: $0, as: UTF8.self))
        }
        return (lines, problems)
    }

    private static let text =
        "\u{FEFF}编号;姓名\n\"a;\"\"\\\";\"一\r\n二\t\u{1}\"\n\n门诊;x\"y\nz;;\n\"没有\n完;完\n"

    @Test("CSV, line by line", arguments: EncodedText.encodings)
    func csv(encoding: TextEncoding) throws {
        func offset(of start: String) throws -> Int {
            let range = try #require(Self.text.unicodeScalars.firstRange(of: start.unicodeScalars))
            return Self.text.unicodeScalars[..<range.lowerBound].map { EncodedText.disk(Character($0), encoding).count }
                .reduce(0, +)
        }
        let golden = [
            "[\"编号\",\"姓名\"]\n", "[\"a;\\\"\\\\\",\"一\\r\\n二\\t\\u0001\"]\n",
            "{\"problem\":\"malformed-record\",\"message\":\"a quote inside an unquoted field\",\"record\":3,\"line\":5,"
                + "\"byteOffset\":\(try offset(of: "门诊"))}\n",
            "[\"z\",\"\",\"\"]\n",
            "{\"problem\":\"malformed-record\",\"message\":\"a quote that is never closed\",\"record\":5,\"line\":7,"
                + "\"byteOffset\":\(try offset(of: "\"没有"))}\n",
            "[\"完\",\"完\"]\n",
        ]
        for pieceSize in [1, 3, 512 << 10] {
            let (lines, problems) = try dump(Self.text, .csv(delimiter: nil), encoding, pieceSize: pieceSize)
            #expect(lines == golden)
            #expect(problems == 2)
        }
    }

    @Test("The offsets of UTF-8 and UTF-16, counted by hand")
    func offsetsByHand() throws {
        let expected: [(TextEncoding, Int, Int)] = [
            (.utf8, 3, 10), (.utf16LittleEndian, 2, 12), (.utf16BigEndian, 2, 12),
        ]
        for (encoding, first, second) in expected {
            let lines = try dump("\u{FEFF}a\"\n中\n\"b", .csv(delimiter: nil), encoding).lines
            try #require(lines.count == 3)
            #expect(lines[0].hasSuffix("\"byteOffset\":\(first)}\n"))
            #expect(lines[2].hasSuffix("\"byteOffset\":\(second)}\n"))
        }
    }

    @Test("Invalid bytes are named where they stand, and nothing of them is shown")
    func invalidBytes() throws {
        let file = try TemporaryFile([0xD6, 0xD0, 0x2C, 0xD6, 0xD0, 0xFF, 0x2C, 0x0A, 0xD6, 0xD0, 0x0A])
        let export = try file.export(.csv(delimiter: nil), encoding: .gb18030)
        var lines: [String] = []
        #expect(try RecordDump(export).run { lines.append(String(decoding: $0, as: UTF8.self)) } == 1)
        #expect(
            lines == [
                "{\"problem\":\"malformed-record\",\"message\":\"bytes that are not valid in the file's encoding\","
                    + "\"record\":1,\"line\":1,\"byteOffset\":5}\n", "[\"中\"]\n",
            ])
    }

    @Test("The delimiter that is named, not the one that the header tells")
    func delimiter() throws {
        #expect(try dump("a;b,c\n", .csv(delimiter: UInt8(ascii: ";"))).lines == ["[\"a\",\"b,c\"]\n"])
        #expect(try dump("", .csv(delimiter: nil)).lines == [])
    }

    @Test("XML, record by record", arguments: EncodedText.encodings)
    func xml(encoding: TextEncoding) throws {
        let label = encoding == .gb18030 ? "GBK" : encoding == .utf8 ? "UTF-8" : "UTF-16"
        let mark = encoding == .gb18030 ? "" : "\u{FEFF}"
        let long = String(repeating: "长", count: 30_000)
        let text =
            "\(mark)<?xml version=\"1.0\" encoding=\"\(label)\"?><s><r x='1'><a>甲&amp;\"</a><b/><a>乙</a></r><r><a>\(long)</a></r><r>丙</r></s>"
        let (lines, problems) = try dump(text, .xml(record: nil), encoding)
        #expect(problems == 1)
        let before = text.unicodeScalars.prefix(
            text.unicodeScalars.count - "<r><a>\(long)</a></r><r>丙</r></s>".unicodeScalars.count)
        let offset = before.map { EncodedText.disk(Character($0), encoding).count }.reduce(0, +)
        #expect(
            lines == [
                "{\"@x\":\"1\",\"a\":[\"甲&\\\"\",\"乙\"],\"b\":\"\"}\n",
                "{\"problem\":\"malformed-record\",\"message\":\"a field is longer than 64 KiB\",\"record\":2,\"byteOffset\":\(offset)}\n",
                "{\".\":\"丙\"}\n",
            ])
        #expect(try dump(text, .xml(record: ElementName("a")), encoding).lines.first == "{\".\":\"甲&\\\"\"}\n")
    }

    @Test("A file that breaks off is refused where it does, after what came before", arguments: EncodedText.encodings)
    func brokenOff(encoding: TextEncoding) throws {
        let text = "<?xml version='1.0' encoding='\(encoding.name)'?><s><r><a>甲</a></r><r><a>"
        let disk =
            (encoding.name == "utf-16" ? EncodedText.mark(encoding) : [])
            + text.unicodeScalars.flatMap {
                EncodedText.disk(Character($0), encoding)
            }
        let export = try TemporaryFile(disk).export(.xml(record: nil))
        var lines: [String] = []
        let error = #expect(throws: InputError.self) {
            try RecordDump(export).run { lines.append(String(decoding: $0, as: UTF8.self)) }
        }
        #expect(lines == ["{\"a\":\"甲\"}\n"])
        #expect(error?.kind == .refused)
        #expect(error?.byteOffset == disk.count)
    }

    @Test("What steers a terminal or shows nothing is written as an escape")
    func unseen() throws {
        let text =
            "a\n\"\u{7F}\u{9B}2J\u{AD}\u{600}\u{2028}\u{202E}\u{2066}\u{FEFF}\u{110BD}\u{1FFFE}\u{E0041}中é😀\u{A0}\"\n"
        let (lines, _) = try dump(text, .csv(delimiter: UInt8(ascii: ",")))
        #expect(
            lines.last
                == "[\"\\u007f\\u009b2J\\u00ad\\u0600\\u2028\\u202e\\u2066\\ufeff\\ud804\\udcbd\\ud83f\\udffe\\udb40\\udc41中é😀\u{A0}\"]\n"
        )
    }
}
