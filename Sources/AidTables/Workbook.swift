package import AidModel
package import AidReport
package import AidText

/// `tables.xlsx`: the tables for people, a sheet a table, in the language of the report.
///
/// A row has its values side by side. No formula, no macro, no time: the same report gives the same bytes. A number is
/// the decimal text of the exact value; what Excel shows of more than 15 digits is another matter.
///
/// - Source: ECMA-376, Office Open XML, SpreadsheetML (transitional).
package struct Workbook {
    package static let fileName = "tables.xlsx"

    /// Of any program that reads workbooks.
    package static let maximumRowCount = 1 << 20

    private let language: Language
    private let notes: TableNotes
    private let sheets: [Sheet]
    private let styles: CellStyles

    /// One sheet: all of a table, or as many rows as a sheet can have.
    private struct Sheet {
        let name: String
        let table: ReportTable
        let rows: Range<Int>
    }

    /// - Parameter rowsPerSheet: below the head.
    package init(
        _ tables: [ReportTable], notes: TableNotes, language: Language,
        rowsPerSheet: Int = Workbook.maximumRowCount - 1
    ) {
        self.language = language
        self.notes = notes
        styles = CellStyles(units: tables.flatMap(\.values.units))
        sheets = tables.flatMap { table in
            stride(from: 0, to: max(table.rowCount, 1), by: rowsPerSheet).enumerated().map { number, first in
                Sheet(
                    name: table.name.title(language) + (number == 0 ? "" : " (\(number + 1))"), table: table,
                    rows: first..<min(first + rowsPerSheet, table.rowCount))
            }
        }
    }

    /// The first sheet, which tells of all others.
    private var notesName: String { WorkbookWords.notes(language) }

    package func write(to sink: inout ByteSink) throws {
        try ZipFile.write(to: &sink) { file in
            let names = [notesName] + sheets.map(\.name)
            try WorkbookParts.writeHead(names, filters: sheets.map(reference), in: file)
            try XMLPart.write("xl/styles.xml", in: file) { try styles.write($0) }
            var strings = SharedStrings()
            try XMLPart.write("xl/worksheets/sheet1.xml", in: file) { part in
                try SheetWriter.writeNotes(notes, language: language, in: part, strings: &strings, styles)
            }
            for (index, sheet) in sheets.enumerated() {
                try XMLPart.write("xl/worksheets/sheet\(index + 2).xml", in: file) { part in
                    let writer = SheetWriter(table: sheet.table, rows: sheet.rows, language: language, styles: styles)
                    try writer.write(in: part, filter: reference(sheet), strings: &strings)
                }
            }
            try XMLPart.write("xl/sharedStrings.xml", in: file) { try strings.write($0) }
        }
    }

    /// The cells of a sheet with its head: `A1:F46`.
    private func reference(_ sheet: Sheet) -> String {
        "A1:\(SheetWriter.columnName(SheetWriter.columnCount(sheet.table) - 1))\(sheet.rows.count + 1)"
    }
}
