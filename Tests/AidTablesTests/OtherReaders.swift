import AidText
import TestSupport
import Testing

@testable import AidTables

/// What other people's readers make of the tables.
enum OtherReaders {
    /// The cells of a sheet as openpyxl reads them, as text; nil: empty.
    static func cells(of written: WrittenTables, sheet: String) throws -> [[String?]] {
        let folder = try TemporaryFolder()
        try folder.write(Workbook.fileName, try written.workbook())
        let ending = try OtherReader.openpyxl.run(
            """
            import json, sys, openpyxl
            book = openpyxl.load_workbook("\(Workbook.fileName)")
            for row in book[sys.argv[1]].iter_rows():
                for cell in row:
                    assert cell.data_type != "f", "a formula"
                print(json.dumps([None if c.value is None else str(c.value) for c in row]))
            """, [sheet], in: folder.path)
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return try ending.outputText.split(separator: "\n").map { line in
            guard case .array(let cells) = try JSONReader.read(Array(line.utf8)) else { return [] }
            return cells.map { if case .string(let text) = $0 { text } else { nil } }
        }
    }
}
