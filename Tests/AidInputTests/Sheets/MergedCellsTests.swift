import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Cells over several records, of which the first alone has the value.
@Suite("Merged cells") struct MergedCellsTests {
    private static let names = ["区", "编号", "身份证号", "打款日期", "金额"]

    private static var layout: RecordLayout {
        RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["身份证号"]),
            personRule: .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: ["金额"]), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [.init(name: "district", from: ["区"])], currency: .cny)
    }

    /// A row of a table; nil: the cell belongs to the one above.
    private typealias Row = [String?]

    private static func records(_ districts: [String?]) -> [Row] {
        districts.enumerated().map { [$1, "C\($0)", MadeUpID.id(number: $0), "2023-05-10", "100"] }
    }

    // MARK: The same table in three formats

    private static func downCount(_ rows: [Row], _ row: Int, _ column: Int) -> Int {
        rows[(row + 1)...].prefix { column < $0.count && $0[column] == nil }.count
    }

    private static func page(_ rows: [Row]) -> [UInt8] {
        let lines = rows.indices.map { row in
            "<tr>"
                + rows[row].indices.map { column in
                    guard let text = rows[row][column] else { return "" }
                    return "<td rowspan=\"\(downCount(rows, row, column) + 1)\">\(text)</td>"
                }.joined() + "</tr>"
        }
        return Array("<html><body><table>\(lines.joined())</table></body></html>".utf8)
    }

    private static func oldWorkbook(_ rows: [Row]) -> [UInt8] {
        let lines = rows.indices.map { row in
            "<Row>"
                + rows[row].indices.map { column in
                    guard let text = rows[row][column] else { return "" }
                    let down = downCount(rows, row, column)
                    return "<Cell ss:Index=\"\(column + 1)\"" + (down > 0 ? " ss:MergeDown=\"\(down)\"" : "")
                        + "><Data ss:Type=\"String\">\(text)</Data></Cell>"
                }.joined() + "</Row>"
        }
        let name = "urn:schemas-microsoft-com:office:spreadsheet"
        return Array(
            ("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"\(name)\" xmlns:ss=\"\(name)\"><Worksheet ss:Name=\"a\"><Table>"
                + lines.joined() + "</Table></Worksheet></Workbook>").utf8)
    }

    private static func workbook(_ rows: [Row], scansPlain: Bool = true) -> [UInt8] {
        var merged: [String] = []
        let lines = rows.indices.map { row in
            "<row r=\"\(row + 1)\">"
                + rows[row].indices.map { column in
                    let place = "ABCDEFGH".map(String.init)[column]
                    guard let text = rows[row][column] else { return "<c r=\"\(place)\(row + 1)\"/>" }
                    let down = downCount(rows, row, column)
                    if down > 0 { merged.append("<mergeCell ref=\"\(place)\(row + 1):\(place)\(row + 1 + down)\"/>") }
                    return "<c r=\"\(place)\(row + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                }.joined() + "</row>"
        }
        let sheet =
            "<worksheet xmlns=\"\(SheetParts.main)\"><sheetData>\(lines.joined())</sheetData>"
            + "<mergeCells count=\"\(merged.count)\">\(merged.joined())</mergeCells></worksheet>"
        let parts = SheetParts(sheet: sheet).parts.sorted { $0.key < $1.key }
        return WrittenArchive.bytes(
            .zip, [.init("[Content_Types].xml", Array("<Types/>".utf8))] + parts.map { .init($0.key, $0.value) })
    }

    private static func readings(_ rows: [Row]) throws -> [BothWays] {
        try [page(rows), oldWorkbook(rows), workbook(rows)].map {
            try BothWays.read($0, layout, sizes: [64, 512 << 10])
        }
    }

    // MARK: -

    @Test("A column that is read, with one cell for several records, is refused with its rows")
    func groups() throws {
        let rows = [Self.names] + Self.records(["东区", nil, nil, "西区", "南区", nil])
        for read in try Self.readings(rows) {
            #expect(read.error?.kind == .refused && read.error?.lineNumber == 2)
            #expect(
                read.error?.what.en
                    == "the column “区” has 2 merged cells over several records (rows 2–4, 6–7), of which the first alone "
                    + "has the value")
        }
    }

    @Test("So are those of persons and of amounts")
    func others() throws {
        for column in [2, 4] {
            var rows: [Row] = [Self.names] + Self.records(["东区", "西区", "南区"])
            rows[2][column] = nil
            for read in try Self.readings(rows) {
                #expect(read.error?.what.en.contains("“\(Self.names[column])” has 1 merged cells") == true)
            }
        }
    }

    @Test("So is a cell that goes from the header or a title into the first records")
    func intoRecords() throws {
        for (titles, count) in [([], 1), ([], 2), ([["明细"]], 1)] as [([Row], Int)] {
            var rows = titles + [Self.names] + Self.records(["东区", "西区", "南区"])
            for row in titles.count + 1...titles.count + count { rows[row][0] = nil }
            for read in try Self.readings(rows) {
                #expect(read.error?.kind == .refused && read.error?.lineNumber == titles.count + 1)
                #expect(
                    read.error?.what.en
                        == "the column “区” has a merged cell from its header or a title down into records (rows "
                        + "\(titles.count + 1)–\(titles.count + 1 + count)), which have no value")
            }
        }
    }

    @Test("Titles, headers, other columns, totals and signatures may be merged, and cells along a row")
    func harmless() throws {
        var titled: [Row] = [["明细"], [nil]] + [Self.names] + Self.records(["东区", "西区"])
        titled[2].append("备注")
        titled[3].append("某某")
        titled[4].append(nil)
        let twoLines: [Row] =
            [["区", "编号", "身份证号", "发放", ""], [nil, nil, nil, "打款日期", "金额"]] + Self.records(["东区", "西区"])
        let totals: [Row] =
            [Self.names] + Self.records(["东区", "西区"]) + [["合计", "", "", "", "200"], [nil, "", "", "审核", "某某"]]
        for rows in [titled, [Self.names] + Self.records(["东区", "西区"]), totals] {
            for read in try Self.readings(rows) {
                #expect(read.error == nil && read.claims.count == 2, "\(read.error?.what.en ?? "")")
            }
        }
        var layout = Self.layout
        layout.day.from = ["发放 打款日期"]
        layout.amount.from = ["发放 金额"]
        let read = try BothWays.read(Self.workbook(twoLines), layout, sizes: [512 << 10])
        #expect(read.error == nil && read.claims.count == 2, "\(read.error?.what.en ?? "")")
    }

    @Test("References of a workbook") func references() {
        #expect(MergedCells(reference: "B3:C7") == MergedCells(columns: 2...3, rows: 3...7))
        #expect(MergedCells(reference: "$AA$1:$AB$2") == MergedCells(columns: 27...28, rows: 1...2))
        for odd in ["", "B3", "B3:", "C7:B3", "B0:B2", "3:7", "B3:B99999999999999999999", "ABCD1:ABCD2"] {
            #expect(MergedCells(reference: odd) == nil, "\(odd)")
        }
    }
}
