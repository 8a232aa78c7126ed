import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Exports whose values hold what nobody sees count as those without it, in every encoding and on every way.
struct InvisibleCharactersTests {
    /// Of each stretch of what is to be ignored, and in every number of bytes.
    private static let unseen: [String] = [
        "\u{AD}", "\u{34F}", "\u{61C}", "\u{115F}", "\u{17B5}", "\u{180E}", "\u{200B}", "\u{200C}", "\u{200D}",
        "\u{200E}",
        "\u{200F}", "\u{202A}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{2069}", "\u{206F}", "\u{3164}", "\u{FE00}",
        "\u{FE0F}", "\u{FEFF}", "\u{FFA0}", "\u{FFF3}", "\u{1BCA0}", "\u{1D175}", "\u{E0001}", "\u{E0100}", "\u{E01EF}",
    ]
    /// Those of them that XML may hold come last.
    private static let controls: [String] = [
        "\u{0}", "\u{1}", "\u{8}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}",
    ]

    private struct Export {
        var plain: [[String]] = []
        var dressed: [[String]] = []
        /// Values that hold something, of records that count.
        var unseenCount = 0
    }

    private static let states = ["已打款", "已打款", "已打款", "待审核", "冲正"]

    /// - Parameter personKind: 0: IDs; 1: other documents; 2: any text.
    private static func export(_ seed: UInt64, count: Int, personKind: Int, controls: [String]) -> Export {
        var random = SeededRandom(seed)
        func one(_ choices: [String]) -> String { choices.randomElement(using: &random)! }
        var export = Export()
        for number in 0..<count {
            let id = MadeUpID.id(number: number % 23)
            let person = personKind == 0 ? id : one([id, "护照E1234\(number % 7)", "张三\(number % 5)"])
            let claim = one(["C\(number)", "赔付/\(number)", "上海互助会二次报销赔付编号\(number)号", "HZ-2023-0000-\(1000 + number)"])
            let status = one(states)
            let plain = [
                claim, person, one(["2023-04-05", "2023/4/6", "2023年4月7日"]), one(["12.50", "1,000.00", "3元", "￥7"]),
                status,
                status == "冲正" ? "C\(number / 2)" : "", one(["门诊", "住院", "", "A区"]),
            ]
            var dressed = plain
            for field in plain.indices where Int.random(in: 0..<9, using: &random) == 0 {
                let isNumber = field == 2 || field == 3
                var scalars = Array(plain[field].unicodeScalars)
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let isWithin = !isNumber || Bool.random(using: &random)
                    let what = one(isNumber && isWithin ? unseen : unseen + controls)
                    let place = isWithin ? Int.random(in: 0...scalars.count, using: &random) : scalars.count
                    scalars.insert(contentsOf: what.unicodeScalars, at: place)
                }
                dressed[field] = String(String.UnicodeScalarView(scalars))
                // What is no value of the record's class is not looked at.
                if field != 5 || status == "冲正" { export.unseenCount += 1 }
                if Int.random(in: 0..<4, using: &random) == 0 { dressed[field] = "'" + dressed[field] + " " }
            }
            export.plain.append(plain)
            export.dressed.append(dressed)
        }
        return export
    }

    private static func csv(_ rows: [[String]], header: String, quotes: Bool) -> String {
        let lines = rows.map { row in
            row.map { $0.unicodeScalars.contains(",") || quotes ? "\"\($0)\"" : $0 }.joined(separator: ",")
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    private static func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        let mark = encoding == .gb18030 ? [] : EncodedText.mark(encoding)
        switch encoding {
        case .gb18030:
            // A line at a time, as the converter takes them.
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
            let converted = SystemConverter(from: "UTF-8", to: "GB18030").lines(lines)
            return Array(converted.map { $0 ?? [] }.joined(separator: [UInt8(ascii: "\n")]))
        case .utf8: return mark + Array(text.utf8)
        case .utf16LittleEndian: return mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return mark + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        }
    }

    private static func layout(_ personKind: Int) -> RecordLayout {
        ClaimsExport.layout(
            personRule: personKind == 2
                ? .text
                : .residentID(acceptsOtherDocuments: personKind == 1, countsInvalidAsUnidentified: false))
    }

    @Test("CSV", arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian], 0..<3)
    func csv(encoding: TextEncoding, personKind: Int) throws {
        let layout = Self.layout(personKind)
        for seed in SeededRandom.seeds(6) {
            let export = Self.export(seed, count: 60, personKind: personKind, controls: Self.controls)
            #expect(export.unseenCount > 10)
            let keys = KeyTable()
            let plain = try TemporaryFile(Self.csv(export.plain, header: ClaimsExport.header, quotes: false))
            let clean = try ClaimsRead(plain.path, layout: layout, keys: keys, isSlow: true).withoutPositions
            #expect(clean.rejects.isEmpty && clean.findings.isEmpty && clean.claims.count > 30)
            // The header has some as well.
            let header = ClaimsExport.header.replacing("身份证号", with: "\u{200B}身份证\u{FEFF}号")
            let text = Self.csv(export.dressed, header: header, quotes: seed % 2 == 0)
            let file = try TemporaryFile(Self.encoded(text, encoding))
            let choice: TextEncodingChoice =
                encoding == .utf8 ? .utf8 : encoding == .gb18030 ? .gb18030 : .utf16
            let slow = try ClaimsRead(file.path, layout: layout, keys: keys, encoding: choice, isSlow: true)
            #expect(
                slow.findings.map(\.message.en)
                    == ["export: \(export.unseenCount) values held invisible characters, and are counted without them"],
                "seed \(seed)")
            var withoutFinding = slow.withoutPositions
            withoutFinding.findings = []
            #expect(withoutFinding == clean, "seed \(seed)")
            for (size, tail, jobs) in [(1, 0, 1), (97, 300, 3), (700, 40, 2), (512 << 10, 16 << 10, 1)] {
                let fast = try ClaimsRead(
                    file.path, layout: layout, keys: keys, encoding: choice, pieceSize: size, tailSize: tail, jobs: jobs
                )
                if fast.outcome == "doubtful" {
                    // A copy is made only of a text without zeros.
                    #expect(text.contains("\u{0}") && encoding != .utf8)
                    continue
                }
                #expect(fast.withoutPositions == slow.withoutPositions, "seed \(seed), pieces of \(size)")
            }
        }
    }

    @Test("XML, as characters and as references to them", arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian])
    func xml(encoding: TextEncoding) throws {
        var layout = Self.layout(1)
        for (name, path) in [("No", \RecordLayout.claim), ("Of", \.reverses), ("State", \.status)] {
            layout[keyPath: path]?.from = [name]
        }
        layout.person.from = ["@id"]
        layout.day.from = ["Day"]
        layout.amount.from = ["Amount"]
        layout.breakdowns[0].from = ["Care"]
        let names = ["No", "id", "Day", "Amount", "State", "Of", "Care"]
        func document(_ rows: [[String]], refers: Bool) -> String {
            let label = encoding == .utf8 ? "UTF-8" : encoding == .gb18030 ? "GB18030" : "UTF-16"
            let records = rows.map { row in
                let values = row.map { value in
                    refers
                        ? value.unicodeScalars.map { $0.isASCII ? String($0) : "&#\($0.value);" }.joined() : value
                }
                return "<Claim id=\"\(values[1])\">"
                    + names.indices.filter { $0 != 1 }.map { "<\(names[$0])>\(values[$0])</\(names[$0])>" }.joined()
                    + "</Claim>\n"
            }
            return "<?xml version=\"1.0\" encoding=\"\(label)\"?>\n<Claims>\n\(records.joined())</Claims>\n"
        }
        let format = ExportFormat.xml(record: try #require(ElementName("Claim")))
        for seed in SeededRandom.seeds(8) {
            let export = Self.export(seed, count: 50, personKind: 1, controls: Array(Self.controls.suffix(3)))
            let keys = KeyTable()
            let plain = try TemporaryFile(Self.encoded(document(export.plain, refers: false), encoding))
            var clean = try ClaimsRead(plain.path, layout: layout, format: format, keys: keys, isSlow: true)
            #expect(clean.rejects.isEmpty && clean.claims.count > 25)
            let text = document(export.dressed, refers: seed % 3 == 0)
            let file = try TemporaryFile(Self.encoded(text, encoding))
            let slow = try ClaimsRead(file.path, layout: layout, format: format, keys: keys, isSlow: true)
            clean.findings = slow.findings
            #expect(slow.withoutPositions == clean.withoutPositions, "seed \(seed)")
            #expect(slow.findings.count == 1 && slow.findings[0].message.en.hasPrefix("export: \(export.unseenCount) "))
            for (size, tail, jobs) in [(97, 300, 3), (700, 40, 2), (512 << 10, 16 << 10, 1)] {
                let fast = try ClaimsRead(
                    file.path, layout: layout, format: format, keys: keys, pieceSize: size, tailSize: tail, jobs: jobs)
                #expect(fast.withoutPositions == slow.withoutPositions, "seed \(seed), pieces of \(size)")
            }
        }
    }

    @Test("A value that is learnt is told each time: none of what is noted is")
    func eachTime() throws {
        let rows = (0..<500).map { number in
            [
                "C\(number)", MadeUpID.id(number: 1), "2023-04-05\u{200E}", "1.00", "已\u{200B}打款", "", "门诊\u{FE0F}",
            ]
        }
        let file = try TemporaryFile(Self.csv(rows, header: ClaimsExport.header, quotes: false))
        for isSlow in [false, true] {
            let read = try ClaimsRead(
                file.path, layout: ClaimsExport.layout(), keys: KeyTable(), pieceSize: 1000, isSlow: isSlow)
            #expect(read.findings.map(\.message.en).first?.contains(": 1500 values") == true)
            #expect(read.claims.count == 500 && Set(read.groups) == [["门诊"]])
        }
    }

    @Test("A claim number of nothing that is seen is none; a control character in an amount is no digit less")
    func whatIsLeft() throws {
        let id = MadeUpID.id(number: 1)
        let rows = [
            ["\u{200B}\u{FEFF}", id, "2023-04-05", "1.00", "已打款", "", ""],
            ["C1", id, "2023-04-05", "\"100\n200\"", "已打款", "", ""],
            ["C2", id, "2023-04-0\u{1}5", "1.00", "已打款", "", ""],
            ["C3", "\u{2060}", "2023-04-05", "1.00", "已打款", "", ""],
            ["C4", id, "2023-04-05", "\u{1}1.00\u{7F}", "已打款", "", ""],
        ]
        let file = try TemporaryFile(Self.csv(rows, header: ClaimsExport.header, quotes: false))
        for isSlow in [false, true] {
            let read = try ClaimsRead(
                file.path, layout: ClaimsExport.layout(), keys: KeyTable(), isSlow: isSlow)
            #expect(read.rejects.map(\.reason) == [.missingClaim, .badAmount, .badDate, .missingPerson])
            // Records that do not count are told by their rejects.
            #expect(read.findings.map(\.message.en).first?.contains(": 1 values") == true)
            #expect(read.claims.map(\.amountMinor) == [100])
        }
    }
}
