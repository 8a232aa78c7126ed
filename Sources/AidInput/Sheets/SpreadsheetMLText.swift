/// A sheet of a workbook in the XML of Excel 2003 (SpreadsheetML) as the text of a CSV file, in UTF-8 with commas.
///
/// One line for one row number, as `WorkbookText` has it. Values are as they stand, but for days and times, whose form
/// is `2023-05-10`, `2023-05-10 09:30:00` or `09:30:00`, and for numbers that are shown with a unit, which have it behind
/// them. Merged cells have their value in the first one.
package final class SpreadsheetMLText: TextSource, MergingSource {
    package let name: String
    private let sink: SpreadsheetMLSink
    let reader: ItemReader

    /// Begins to read a sheet.
    ///
    /// - Parameters:
    ///   - source: the file, as UTF-8.
    ///   - choice: nil: the first sheet.
    package init(_ source: any TextSource, sheet choice: SheetChoice?) throws(InputError) {
        name = source.name
        sink = SpreadsheetMLSink(choice)
        reader = ItemReader(source, into: sink, scansPlain: false)
        try reader.read()
        // Whether the sheet is there was known before its rows.
        if sink.rows.text.pendingCount > 0 { return }
        let sheets = sink.sheets
        let problem: SheetProblem =
            if let index = (choice ?? .number(1)).index(in: sheets) {
                .emptySheet(sheets[index].name)
            } else if let choice, !sheets.isEmpty {
                .noSuchSheet(choice, names: sheets.map(\.name))
            } else {
                .noSheets
            }
        throw InputError(problem: .sheet(problem), file: name)
    }

    /// The sheets of a workbook, in their order; the whole file is read for them.
    package static func sheets(_ source: any TextSource) throws(InputError) -> [SheetEntry] {
        let parse = XMLParse(PartText(source))
        let sink = SheetNameSink(parse)
        try parse.run(into: sink)
        return sink.sheets
    }

    /// Those of them that have cells.
    static func filledSheets(_ source: any TextSource) throws(InputError) -> [SheetEntry] {
        let parse = XMLParse(PartText(source))
        let sink = SheetNameSink(parse)
        try parse.run(into: sink)
        return zip(sink.sheets, sink.areFilled).filter(\.1).map(\.0)
    }

    var mergedCells: [MergedCells] { sink.rows.merged }

    package func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        while true {
            let count = sink.rows.take(into: buffer, isAtEnd: reader.isAtEnd)
            if count > 0 || reader.isAtEnd { return count }
            try reader.read()
        }
    }
}

/// The rows of a table of SpreadsheetML, made into lines.
private final class SpreadsheetMLSink: ItemSink {
    var rows = SheetRows()
    /// Those that begin before the rows that are read.
    private(set) var sheets: [SheetEntry] = []
    private let choice: SheetChoice
    private var names: Names?

    private var known = 0
    private var type = DataType.text
    private var formats = SpreadsheetMLFormats()
    /// Of the cell that came last.
    private var format = NumberFormat.number
    /// Of the rows and the cells that came last: how many behind them belong to them.
    private var rowSpan = 0
    private var cellSpan = 0
    private var attribute = GrowingText(capacity: 64)
    private var value = GrowingText(capacity: 256)

    private enum DataType {
        /// Or an error.
        case text
        case number
        case date
        case truth
    }

    private struct Names {
        let row, cell, data, column: XMLNamePattern
        let index, span, mergeAcross, mergeDown, type, hidden, style: XMLNamePattern

        init(_ sink: ItemSink, _ parse: XMLParse) {
            func name(_ local: String) -> XMLNamePattern { parse.pattern(sink.name(local)) }
            row = name("Row")
            cell = name("Cell")
            data = name("Data")
            column = name("Column")
            index = name("Index")
            span = name("Span")
            mergeAcross = name("MergeAcross")
            mergeDown = name("MergeDown")
            type = name("Type")
            hidden = name("Hidden")
            style = name("StyleID")
        }
    }

    init(_ choice: SheetChoice?) {
        self.choice = choice ?? .number(1)
        super.init(path: ["Workbook", "Worksheet", "Table"])
    }

    override var problem: SheetProblem? { rows.problem }
    override var place: Int? { rows.row > 0 ? rows.row : nil }
    override var isFull: Bool { rows.isFull }

    override func prepare(_ parse: XMLParse) {
        names = Names(self, parse)
        known = 0
    }

    override func isMeant(_ tag: XMLStartTag, _ local: String) -> Bool {
        guard local == "Worksheet" else { return true }
        if sheets.count < SheetLimits.sheetCount {
            sheets.append(SheetEntry(name: tag.text("Name") ?? "", isHidden: false))
        }
        return choice.index(in: sheets) == sheets.count - 1
    }

    override func outerElement(_ tag: XMLStartTag, _ local: String) {
        switch local {
        case "Date1904": rows.is1904 = true
        case "Style": if !formats.beginStyle(tag) { rows.fail(.tooManyStyles) }
        case "NumberFormat": formats.declare(tag.text("Format"))
        case "Table": formats.beginTable(style: tag.text("StyleID"))
        default: break
        }
    }

    // MARK: - Events

    override func begin(_ tag: XMLStartTag, level: Int) {
        // All of what a datum holds is text of it, as markup of rich text.
        guard known == level - 1, known < 3, let names else { return }
        switch level {
        case 1 where names.row.matches(tag.name): beginRow(tag, names)
        case 1 where names.column.matches(tag.name): formats.declareColumns(tag)
        case 2 where names.cell.matches(tag.name): beginCell(tag, names)
        case 3 where names.data.matches(tag.name): beginData(tag, names)
        default: break
        }
    }

    private func beginRow(_ tag: XMLStartTag, _ names: Names) {
        known = 1
        var number = rows.row + rowSpan + 1
        rowSpan = 0
        cellSpan = 0
        var isHidden = false
        formats.beginRow()
        forEachAttribute(tag) { name, text in
            if names.index.matches(name) {
                number = SheetRows.rowNumber(text)
            } else if names.span.matches(name) {
                rowSpan = SheetRows.rowNumber(text)
            } else if names.hidden.matches(name) {
                isHidden = SheetRows.isTrue(text)
            } else if names.style.matches(name) {
                formats.beginRow(style: String(decoding: text, as: UTF8.self))
            }
        }
        rows.beginRow(number, isHidden: isHidden)
    }

    private func beginCell(_ tag: XMLStartTag, _ names: Names) {
        known = 2
        value.removeAll()
        type = .text
        rows.skipCells(cellSpan)
        cellSpan = 0
        var column: Int?
        var downCount = 0
        var own: NumberFormat?
        forEachAttribute(tag) { name, text in
            if names.index.matches(name) {
                column = SheetRows.rowNumber(text)
            } else if names.mergeAcross.matches(name) {
                cellSpan = SheetRows.rowNumber(text)
            } else if names.mergeDown.matches(name) {
                downCount = SheetRows.rowNumber(text)
            } else if names.style.matches(name) {
                own = formats.format(style: String(decoding: text, as: UTF8.self))
            }
        }
        if let column { rows.beginCell(column: column) } else { rows.beginCell(nil) }
        format = own ?? formats.format(column: rows.column)
        if downCount > 0 {
            rows.merge(columns: rows.column...rows.column + cellSpan, rows: rows.row...rows.row + downCount)
        }
    }

    private func beginData(_ tag: XMLStartTag, _ names: Names) {
        known = 3
        forEachAttribute(tag) { name, text in
            guard names.type.matches(name) else { return }
            if text.elementsEqual("Number".utf8) { type = .number }
            if text.elementsEqual("DateTime".utf8) { type = .date }
            if text.elementsEqual("Boolean".utf8) { type = .truth }
        }
    }

    private func forEachAttribute(_ tag: XMLStartTag, _ body: (XMLName, ByteView) -> Void) {
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            attribute.removeAll()
            tag.forEachPart(ofAttribute: index) { attribute.append($0) }
            body(name, attribute.view)
        }
    }

    override func characters(_ bytes: ByteView, level: Int) {
        guard known == 3 else { return }
        value.append(bytes)
        if value.count > SheetLimits.cellByteCount { rows.fail(.cellTooLong) }
    }

    override func end(level: Int, at offset: Int) {
        guard known == level else { return }
        known = level - 1
        switch level {
        case 1: rows.endRow(endingAt: offset)
        case 2: endCell()
        default: break
        }
    }

    private func endCell() {
        switch type {
        case .text: rows.plainText(value.view)
        case .number: rows.number(value.view, format: format)
        case .date: rows.isoDate(value.view)
        case .truth: rows.truth(value.view)
        }
    }
}

private final class SheetNameSink: XMLEventSink {
    private(set) var sheets: [SheetEntry] = []
    /// Whether each of them has a cell with something in it.
    private(set) var areFilled: [Bool] = []
    private let sheet, visibility, data: XMLNamePattern
    private var isVisibility = false

    init(_ parse: XMLParse) {
        sheet = parse.pattern(ElementName(namespace: nil, local: "Worksheet"))
        visibility = parse.pattern(ElementName(namespace: nil, local: "Visible"))
        data = parse.pattern(ElementName(namespace: nil, local: "Data"))
    }

    override func startElement(_ tag: XMLStartTag) {
        isVisibility = visibility.matches(tag.name)
        if data.matches(tag.name), let last = areFilled.indices.last { areFilled[last] = true }
        guard sheet.matches(tag.name), sheets.count < SheetLimits.sheetCount, let name = tag.text("Name")
        else { return }
        sheets.append(SheetEntry(name: name, isHidden: false))
        areFilled.append(false)
    }

    override func text(_ bytes: ByteView) {
        // SheetHidden or SheetVeryHidden; what is shown says nothing.
        guard isVisibility, let last = sheets.last, bytes.count > 6 else { return }
        sheets[sheets.count - 1] = SheetEntry(name: last.name, isHidden: bytes.suffix(6).elementsEqual("Hidden".utf8))
        isVisibility = false
    }
}
