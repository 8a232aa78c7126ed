import AidModel
import AidReport
import AidStatistics
import AidText
import Foundation
import ReportSupport
import TestSupport
import Testing

@testable import AidTables

/// The tables as other people's programs read them, where these are there.
@Suite struct OtherReadersTests {
    /// A package on disk, with the digests that Python takes.
    private func package(_ written: WrittenTables) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var files: [TableName: DataPackage.File] = [:]
        for table in TableName.allCases {
            let bytes = written.csv(table)
            try folder.write(DataPackage.fileName(table), bytes)
            let ending = try Started.run("/usr/bin/sha256sum", [DataPackage.fileName(table)], in: folder.path)
            files[table] = DataPackage.File(byteCount: bytes.count, sha256: String(ending.outputText.prefix(64)))
        }
        try folder.write(DataPackage.fileName, written.package(files))
        return folder
    }

    @Test(.uses(.frictionless), arguments: SampleReport.all.map(\.name))
    func frictionlessFindsNothing(name: String) throws {
        let folder = try package(WrittenTables(SampleReport.named(name), vintages: SampleVintages.all))
        let program = """
            import sys
            from frictionless import Package, validate
            report = validate("datapackage.json")
            print(report.flatten(["type", "note"]))
            rows = sum(len(resource.read_rows()) for resource in Package("datapackage.json").resources)
            sys.exit(0 if report.valid and rows > 30 else 1)
            """
        let ending = try OtherReader.frictionless.run(program, in: folder.path)
        #expect(ending.exitCode == 0, "\(name): \(ending.outputText)\(ending.errorText)")
        // And it does find a byte that has changed.
        let file = folder.url.appending(path: DataPackage.fileName(.quarters))
        var bytes = Array(try Data(contentsOf: file))
        bytes[bytes.count - 3] ^= 1
        try folder.write(DataPackage.fileName(.quarters), bytes)
        #expect(try OtherReader.frictionless.run(program, in: folder.path).exitCode == 1)
    }

    @Test(.uses(.pandas)) func pandasAddsUpExactly() throws {
        let folder = try package(WrittenTables(SampleReport.fullSize))
        let ending = try OtherReader.pandas.run(
            """
            import decimal, pandas
            table = pandas.read_csv("quarters.csv", dtype={"value": str})
            assert list(table.columns) == ["quarter", "from", "through", "measure", "value", "unit", "status"], table.columns
            wide = table.pivot(index="quarter", columns="measure", values="value")
            print(sum(decimal.Decimal(v) for v in wide["amount"].dropna()))
            groups = pandas.read_csv("groups.csv", keep_default_na=False, parse_dates=["from", "through"])
            print(groups["from"].min().date(), len(groups))
            """, in: folder.path)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let sum = SampleReport.fullSize.quarters.reduce(0) { $0 + ($1.figures?.amountMinor ?? 0) }
        #expect(ending.outputText.hasPrefix("\(sum / 100).\(sum % 100 < 10 ? "0" : "")\(sum % 100)\n"))
    }

    @Test(.uses(.openpyxl)) func openpyxlReadsNumbersDatesAndFormats() throws {
        let folder = try TemporaryFolder()
        try folder.write(Workbook.fileName, try WrittenTables(SampleReport.fullSize).workbook())
        let ending = try OtherReader.openpyxl.run(
            """
            import openpyxl
            book = openpyxl.load_workbook("tables.xlsx")
            print(book.sheetnames)
            sheet = book["各季度"]
            print(sheet.freeze_panes, sheet.auto_filter.ref, [c.value for c in sheet[1]])
            last = sheet[sheet.max_row]
            print([c.value for c in last][3:6], last[1].value.date(), last[1].number_format, [c.number_format for c in last][3:6])
            print(sheet.column_dimensions["D"].width)
            """, in: folder.path)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(
            ending.outputText == """
                ['说明', '各季度', '分组', '比较', '平衡表', '已公布的版本']
                A2 A1:G46 ['季度', '起', '止', '受助职工', '受助人次', '受助金额（元）', '状态']
                [985800, 1055400, 135000000.0] 2023-04-01 yyyy-mm-dd ['#,##0', '#,##0', '#,##0.00']
                12.0

                """)
    }

    /// What LibreOffice shows of a sheet is what a person wants to see.
    @Test(.uses(.libreOffice)) func libreOfficeShowsFigures() throws {
        let folder = try TemporaryFolder()
        try folder.write(Workbook.fileName, try WrittenTables(SampleReport.fullSize).workbook())
        let ending = try Started.run(
            OtherReader.libreOffice.program,
            [
                "--headless", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,2",
                Workbook.fileName,
            ], in: folder.path, environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8"])
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let text = String(
            decoding: try Data(contentsOf: folder.url.appending(path: "tables-各季度.csv")), as: UTF8.self)
        #expect(text.hasSuffix("2023Q2,2023-04-01,2023-06-30,\"985,800\",\"1,055,400\",\"135,000,000.00\",\n"))
    }
}
