import AidModel
import AidReport
import AidStatistics
import ReportSupport
import TestSupport
import Testing

@testable import AidTables

/// Names that try to be something else: formulas, other cells, other lines, other parts of the workbook.
@Suite struct HostileTablesTests {
    private static let scalars: [Unicode.Scalar] = Array(
        "=+-@'\"“,;\t\r\n\u{0}\u{7}\u{1B}\u{7F}\u{85}\u{A0}\u{AD}\u{200B}\u{202E}\u{2066}\u{2028}\u{FEFF}\u{FFFE}\u{FFFF}\u{10FFFF}＝＋－＠<>&]_x0D<![CDATA[😀𠀀é\u{301}中文(1) \\/*?:|{}%~"
            .unicodeScalars)

    private static func names(_ seed: UInt64) -> [String] {
        var random = SeededRandom(seed)
        let starts = [
            "", "=", "+1", "-", "@SUM(", "\t=", "\r", "＝", "=cmd|'/C calc'!A0", "_x000D_", "]]>", "\u{FEFF}=",
        ]
        return (0..<20).map { index in
            let count = index == 0 ? 10_000 : Int.random(in: 0...30, using: &random)
            var name = starts.randomElement(using: &random) ?? ""
            for _ in 0..<count {
                name.unicodeScalars.append(scalars.randomElement(using: &random) ?? "x")
            }
            return name.isEmpty ? "未" : name
        } + SampleReport.hostileNames
    }

    private static func report(_ names: [String]) -> QuarterReport {
        var report = SampleReport.fullSize
        report.breakdowns = [
            BreakdownReport(
                field: "any", title: BilingualText(zh: names[2], en: names[2]),
                groups: names.enumerated().map { SampleReport.share($0 + 1, of: 1000, $1, report) })
        ]
        report.inputs[0].name = names[1]
        return report
    }

    /// Whatever the names are, the shape of the tables is the same, and no cell is a formula or has an end of line.
    @Test(arguments: SeededRandom.seeds(30))
    func namesLeaveTheShapeOfTheTables(seed: UInt64) throws {
        let names = Self.names(seed)
        let written = WrittenTables(Self.report(names))
        let plain = WrittenTables(Self.report(names.indices.map { "组\($0)" }))
        for table in TableName.allCases {
            let lines = try #require(CSVLines.read(written.csv(table)), "seed \(seed)")
            let plainLines = try #require(CSVLines.read(plain.csv(table)))
            #expect(lines.map(\.count) == plainLines.map(\.count), "seed \(seed)")
            let namedColumns = ["breakdown", "group", "file"].compactMap { lines[0].firstIndex(of: $0) }
            for cell in lines.dropFirst().flatMap({ line in namedColumns.map { line[$0] } }) {
                let first = cell.unicodeScalars.first
                #expect(first.map { "=+-@＝＋－＠\t\r\n".unicodeScalars.contains($0) } != true, "seed \(seed)")
                #expect(!cell.unicodeScalars.contains { $0.value < 0x20 || $0.isInvisible }, "seed \(seed)")
            }
        }
        for part in try written.parts() where part.name.contains("sheet") {
            #expect(!part.text.contains("<f>") && !part.text.contains("<f "), "seed \(seed)")
        }
    }

    /// Every name is a text of its own in the workbook, as long as a cell may be, and no character is a code there.
    @Test func textsOfTheWorkbook() {
        #expect(SharedStrings.written("_x000D_") == "_x005F_x000D_")
        #expect(SharedStrings.written("a_x00e9_x00E9_") == "a_x005F_x00e9_x005F_x00E9_")
        #expect(SharedStrings.written("_x00_x000g_") == "_x00_x000g_")
        #expect(SharedStrings.written("一\n二\u{0}\u{202E}\u{FFFF}") == "一[U+000A]二[U+0000][U+202E][U+FFFF]")
        #expect(SharedStrings.written(String(repeating: "中", count: 32_767)).utf16.count == 32_767)
        #expect(SharedStrings.written(String(repeating: "中", count: 32_768)).hasSuffix("中…"))
        for length in [16_383, 16_384, 20_000] {
            #expect(SharedStrings.written(String(repeating: "😀", count: length)).utf16.count <= 32_767)
        }
        // Two texts that Swift takes for one.
        var strings = SharedStrings()
        #expect(strings.place(of: "é") != strings.place(of: "e\u{301}"))
        #expect(strings.place(of: "é") == 0)
    }

    @Test(.uses(.openpyxl), arguments: SeededRandom.seeds(5), Language.allCases)
    func openpyxlFindsEveryName(seed: UInt64, language: Language) throws {
        let names = Self.names(seed)
        let written = WrittenTables(Self.report(names), language: language)
        let read = try OtherReaders.cells(of: written, sheet: TableName.groups.title(language))
        let found = Set(read.flatMap { $0 }.compactMap { $0 })
        for name in names {
            // Those of openpyxl undo what stands for a character.
            let expected = SharedStrings.written(name).replacing("_x005F_", with: "_")
            #expect(found.contains { Array($0.utf8) == Array(expected.utf8) }, "seed \(seed)")
        }
    }
}
