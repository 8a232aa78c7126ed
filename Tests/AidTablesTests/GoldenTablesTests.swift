import AidModel
import AidReport
import ReportSupport
import TestSupport
import Testing

@testable import AidTables

/// Each folder of `cases` holds what the tables of one report of `SampleReport` must look like.
@Suite struct GoldenTablesTests {
    @Test(arguments: ["suppressed", "restated", "provisional", "first-year", "hostile", "dollars", "ruled", "covered"])
    func csvLooksAsRecorded(name: String) throws {
        let written = WrittenTables(SampleReport.named(name), vintages: SampleVintages.all)
        for table in written.tables.all.map(\.name) {
            let text = String(decoding: written.csv(table), as: UTF8.self)
            try GoldenFile.compare(text, with: "\(name)/\(DataPackage.fileName(table))")
        }
    }

    @Test func packageLooksAsRecorded() throws {
        let written = WrittenTables(SampleReport.restated, vintages: SampleVintages.all)
        let files = Dictionary(
            uniqueKeysWithValues: TableName.allCases.map {
                ($0, DataPackage.File(byteCount: 1, sha256: String(repeating: "0a", count: 32)))
            })
        try GoldenFile.compare(written.package(files), with: "restated/datapackage.json")
    }

    /// Every part, with each row on a line of its own; their compressed bytes are the library's matter.
    @Test(arguments: [("suppressed", Language.zh), ("dollars", .en)])
    func workbookLooksAsRecorded(name: String, language: Language) throws {
        let written = WrittenTables(SampleReport.named(name), vintages: SampleVintages.all, language: language)
        let text = try written.parts().map { part in
            "== \(part.name)\n" + part.text.replacing("<row ", with: "\n<row ").replacing("<si>", with: "\n<si>")
        }.joined(separator: "\n")
        try GoldenFile.compare(text, with: "\(name)/workbook.txt")
    }
}

enum SampleVintages {
    private static func vintage(
        _ quarter: Quarter, _ number: Int, _ figures: PublishedFigures, reason: RestatementReason? = nil
    ) -> Vintage {
        Vintage(
            quarter: quarter, number: number, publishedOn: SampleReport.day(2023, 6 + number, 5), reason: reason,
            note: nil, isProvisional: number == 1, origin: .run(Int64(number)),
            cells: [
                PublishedCell(period: .quarter, group: nil, content: .figures(figures)),
                PublishedCell(
                    period: .quarter, group: .init(field: "district", name: "东城区"), content: .figures(figures)),
            ])
    }

    /// Of a quarter that the samples report, of one before it, and of one after it, which no table may tell of.
    static let all: [Vintage] = [
        vintage(
            Quarter(year: 2023, number: 2), 2,
            PublishedFigures(SampleReport.figures(985_800, 1_055_400, 13_500_000_000)),
            reason: .betterData),
        vintage(
            Quarter(year: 2023, number: 2), 1,
            PublishedFigures(
                recipients: FigureRange(lowest: 984_500, highest: 985_499), personTimes: nil,
                amountMinor: FigureRange(exactly: 13_400_000_001))),
        vintage(Quarter(year: 2022, number: 2), 1, PublishedFigures(SampleReport.figures(1, 1, 1))),
        vintage(Quarter(year: 2023, number: 3), 1, PublishedFigures(SampleReport.figures(7, 7, 7))),
    ]
}
