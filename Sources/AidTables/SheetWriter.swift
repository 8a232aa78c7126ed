import AidModel
import AidReport
import AidText

/// Writes one sheet of a workbook, row by row.
struct SheetWriter {
    let table: ReportTable
    let rows: Range<Int>
    let language: Language
    let styles: CellStyles

    /// How many rows are looked at to tell how wide columns must be; totals, the largest numbers, are among them.
    private static let measuredRowCount = 2_000
    private static let widths = 8...60
    /// Of what is said of a table.
    private static let noteWidth = 110

    /// What one cell holds.
    private enum Cell {
        case nothing
        case text(String)
        case day(CalendarDay)
        case whole(Int)
        case figure(Int128, TableUnit)
    }

    /// - Parameter filter: the cells with the head.
    func write(in part: XMLPart, filter: String, strings: inout SharedStrings) throws {
        try part.element("worksheet", WorkbookParts.namespace) { part in
            try SheetWriter.writePage(part) { part in
                // The head stays in sight.
                try part.element(
                    "pane", ["ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"])
            }
            try SheetWriter.writeWidths(widths, in: part)
            try part.element("sheetData") { part in
                try writeHead(part, strings: &strings)
                for (index, row) in rows.enumerated() {
                    try writeRow(cells(table.row(row)), number: index + 2, in: part, strings: &strings)
                    try part.relieve()
                }
            }
            try part.element("autoFilter", ["ref": filter])
            try SheetWriter.writePrint(part)
        }
    }

    /// How many columns a table has here: the keys that say something, the values, and their status.
    static func columnCount(_ table: ReportTable) -> Int {
        table.keys.count { !$0.isForPrograms } + table.values.words.count + 1
    }

    private var heads: [String] {
        (table.keys.filter { !$0.isForPrograms }.map(\.word.title) + table.values.words.map(\.title)
            + [WorkbookWords.status]).map { $0(language) }
    }

    private func cells(_ row: TableRow) -> [Cell] {
        var cells = zip(table.keys, row.keys).filter { !$0.0.isForPrograms }.map { cell($0.1) }
        var statuses: [TableStatus] = []
        for value in row.values {
            cells.append(value.number.map { .figure($0, value.unit) } ?? .nothing)
            if value.status != .normal, !statuses.contains(value.status) { statuses.append(value.status) }
        }
        cells.append(
            statuses.isEmpty
                ? .nothing
                : .text(
                    statuses.map { TableWord($0).title(language) }.joined(separator: WorkbookWords.separator(language)))
        )
        return cells
    }

    private func cell(_ key: TableKey) -> Cell {
        switch key {
        case .empty(let title): title(language).isEmpty ? .nothing : .text(title(language))
        case .word(let word): .text(word.title(language))
        case .text(let text): .text(text)
        case .titled(_, let title): .text(title(language))
        case .quarter(let quarter): .text(quarter.description)
        case .day(let day): .day(day)
        case .number(let number): .whole(number)
        }
    }

    private func writeHead(_ part: XMLPart, strings: inout SharedStrings) throws {
        let values = (heads.count - 1 - table.values.words.count)..<(heads.count - 1)
        try part.element("row", ["r": "1"]) { part in
            for (index, head) in heads.enumerated() {
                try SheetWriter.write(
                    head, at: SheetWriter.columnName(index) + "1", style: values.contains(index) ? .numberHead : .head,
                    in: part, strings: &strings, styles)
            }
        }
    }

    private func writeRow(
        _ cells: [Cell], number: Int, in part: XMLPart, strings: inout SharedStrings
    ) throws {
        let row = String(number)
        try part.element("row", ["r": row]) { part in
            for (index, cell) in cells.enumerated() {
                let place = SheetWriter.columnName(index) + row
                switch cell {
                case .nothing: break
                case .text(let text):
                    try SheetWriter.write(text, at: place, style: .text, in: part, strings: &strings, styles)
                case .day(let day):
                    if let serial = SheetWriter.serial(day) {
                        try SheetWriter.write(number: String(serial), at: place, style: styles.number(.day), in: part)
                    } else {
                        try SheetWriter.write(
                            day.description, at: place, style: .text, in: part, strings: &strings, styles)
                    }
                case .whole(let whole):
                    try SheetWriter.write(number: String(whole), at: place, style: styles.number(.text), in: part)
                case .figure(let number, let unit):
                    try SheetWriter.write(number: unit.plain(number), at: place, style: styles.number(unit), in: part)
                }
            }
        }
    }

    /// Two columns: the name of a thing, and what it is.
    static func writeNotes(
        _ notes: TableNotes, language: Language, in part: XMLPart, strings: inout SharedStrings, _ styles: CellStyles
    ) throws {
        try part.element("worksheet", WorkbookParts.namespace) { part in
            try writePage(part) { _ in }
            try writeWidths([18, noteWidth], in: part)
            try part.element("sheetData") { part in
                try part.element("row", ["r": "1"]) { part in
                    try write(notes.title(language), at: "B1", style: .title, in: part, strings: &strings, styles)
                }
                for (index, line) in notes.lines.enumerated() {
                    let row = String(index + 2)
                    // Not every program finds out how high a row of several lines is.
                    let lineCount = max(1, (displayWidth(line.text) + noteWidth - 5) / (noteWidth - 4))
                    try part.element(
                        "row", ["r": row, "ht": String(min(15 * lineCount, 400)), "customHeight": "1"]
                    ) { part in
                        try write(line.name, at: "A" + row, style: .title, in: part, strings: &strings, styles)
                        try write(line.text, at: "B" + row, style: .note, in: part, strings: &strings, styles)
                    }
                    try part.relieve()
                }
            }
            try writePrint(part)
        }
    }

    // MARK: Cells

    private static func write(
        _ text: String, at place: String, style: CellStyles.Kind, in part: XMLPart, strings: inout SharedStrings,
        _ styles: CellStyles
    ) throws {
        let looksLikeFormula = text.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        let style = style == .text && looksLikeFormula ? .quoted : style
        try part.element("c", ["r": place, "s": styles.number(style), "t": "s"]) { part in
            try part.element("v") { try $0.text(String(strings.place(of: text))) }
        }
    }

    /// - Parameter number: as a decimal.
    private static func write(number: String, at place: String, style: String, in part: XMLPart) throws {
        try part.element("c", ["r": place, "s": style]) { part in
            try part.element("v") { try $0.text(number) }
        }
    }

    /// `A`, `B`, … `Z`, `AA`, from 0.
    static func columnName(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : columnName(index / 26 - 1) + last
    }

    /// The number of a day; nil: before March 1900, where programs count in two ways.
    static func serial(_ day: CalendarDay) -> Int? {
        let serial = Int(day.daysSinceEpoch) + 25_569
        return serial > 60 ? serial : nil
    }

    // MARK: The frame

    private static func writePage(_ part: XMLPart, pane: (XMLPart) throws -> Void) throws {
        try part.element("sheetPr") { try $0.element("pageSetUpPr", ["fitToPage": "1"]) }
        try part.element("sheetViews") { part in
            try part.element("sheetView", ["workbookViewId": "0"], pane)
        }
        try part.element("sheetFormatPr", ["defaultRowHeight": "15"])
    }

    /// On paper, no wider than a page.
    private static func writePrint(_ part: XMLPart) throws {
        try part.element(
            "pageSetup", ["paperSize": "9", "orientation": "landscape", "fitToWidth": "1", "fitToHeight": "0"])
    }

    private static func writeWidths(_ widths: [Int], in part: XMLPart) throws {
        try part.element("cols") { part in
            for (index, width) in widths.enumerated() {
                let place = String(index + 1)
                try part.element("col", ["min": place, "max": place, "width": String(width), "customWidth": "1"])
            }
        }
    }

    /// What fits the head, with its button, and the cells; a Chinese character takes two.
    private var widths: [Int] {
        var widths = heads.map { displayWidth($0) + 4 }
        for row in rows.prefix(SheetWriter.measuredRowCount) {
            for (index, cell) in cells(table.row(row)).enumerated() {
                widths[index] = max(widths[index], SheetWriter.width(cell) + 3)
            }
        }
        return widths.map { min(max($0, SheetWriter.widths.lowerBound), SheetWriter.widths.upperBound) }
    }

    private static func width(_ cell: Cell) -> Int {
        switch cell {
        case .nothing: 0
        case .text(let text): displayWidth(String(text.unicodeScalars.prefix(widths.upperBound)))
        case .day(let day): day.description.count
        case .whole(let number): String(number).count
        case .figure(let number, let unit): NumberStyle.exact(number, decimals: unit.decimals).count
        }
    }
}
