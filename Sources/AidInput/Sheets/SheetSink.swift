/// The rows of a worksheet of a workbook, made into lines.
final class SheetSink: ItemSink {
    var rows: SheetRows
    /// Of the root: that of a chart's sheet is another one.
    private(set) var rootName = ""
    private(set) var hasHiddenColumns = false
    private var names: Names?

    /// How many elements are open, from the row on, whose meaning is known.
    private var known = 0
    private var cell = CellAttributes()
    private var attribute = GrowingText(capacity: 64)
    private var style = GrowingText(capacity: 64)
    private var value = GrowingText(capacity: 256)
    /// Of a text within the cell.
    private var runs = RunsApart()
    /// At which level text is collected; 0: at none.
    private var textLevel = 0

    private struct Names {
        let row, cell, value, formula, inline, text, run: XMLNamePattern
        let number, hidden, style, type: XMLNamePattern
        let merged: XMLNamePattern

        init(_ sink: ItemSink, _ parse: XMLParse) {
            func element(_ local: String) -> XMLNamePattern { parse.pattern(sink.name(local)) }
            func attribute(_ local: String) -> XMLNamePattern {
                parse.pattern(ElementName(namespace: "", local: local))
            }
            row = element("row")
            cell = element("c")
            value = element("v")
            formula = element("f")
            inline = element("is")
            text = element("t")
            run = element("r")
            merged = element("mergeCell")
            number = attribute("r")
            hidden = attribute("hidden")
            style = attribute("s")
            type = attribute("t")
        }
    }

    init(_ book: SheetRows.Book) {
        rows = SheetRows(book)
        super.init(path: ["worksheet", "sheetData"])
    }

    override var problem: SheetProblem? { rows.problem }
    override var place: Int? { rows.row > 0 ? rows.row : nil }
    override var isFull: Bool { rows.isFull }

    override func prepare(_ parse: XMLParse) {
        names = Names(self, parse)
        known = 0
        textLevel = 0
    }

    override func outerElement(_ tag: XMLStartTag, _ local: String) {
        if rootName.isEmpty { rootName = local }
        if local == "col", tag.isTrue("hidden") { hasHiddenColumns = true }
    }

    override func elementBehind(_ tag: XMLStartTag) {
        guard names?.merged.matches(tag.name) == true, let cells = tag.text("ref").flatMap(MergedCells.init) else {
            return
        }
        rows.merge(columns: cells.columns, rows: cells.rows)
    }

    // MARK: - Events

    override func begin(_ tag: XMLStartTag, level: Int) {
        if level == 6, known == 4 { runs.property(tag) }
        guard known == level - 1, textLevel == 0, let names else { return }
        switch level {
        case 1 where names.row.matches(tag.name): beginRow(tag, names)
        case 2 where names.cell.matches(tag.name): beginCell(tag, names)
        case 3 where names.value.matches(tag.name):
            known = 3
            textLevel = 3
        case 3 where names.formula.matches(tag.name): cell.hasFormula = true
        case 3 where names.inline.matches(tag.name):
            known = 3
            cell.isInline = true
            runs = RunsApart()
        case 4 where cell.isInline && names.text.matches(tag.name), 5 where names.text.matches(tag.name):
            known = level
            textLevel = level
            if level == 5, runs.isNewPart, value.count > 0 { value.append(0x20) }
        case 4 where cell.isInline && names.run.matches(tag.name):
            known = 4
            runs.beginRun()
        default: break
        }
    }

    private func beginRow(_ tag: XMLStartTag, _ names: Names) {
        known = 1
        var number: Int?
        var isHidden = false
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            if names.number.matches(name) {
                number = SheetRows.rowNumber(take(tag, index))
            } else if names.hidden.matches(name) {
                isHidden = SheetRows.isTrue(take(tag, index))
            }
        }
        rows.beginRow(number, isHidden: isHidden)
    }

    private func beginCell(_ tag: XMLStartTag, _ names: Names) {
        known = 2
        cell = CellAttributes()
        value.removeAll()
        var hasReference = false
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            if names.number.matches(name) {
                hasReference = true
                rows.beginCell(take(tag, index))
            } else if names.style.matches(name) {
                cell.format = rows.format(style: take(tag, index))
            } else if names.type.matches(name) {
                cell.type = CellType(take(tag, index))
            }
        }
        if !hasReference { rows.beginCell(nil) }
    }

    private func take(_ tag: XMLStartTag, _ index: Int) -> ByteView {
        attribute.removeAll()
        tag.forEachPart(ofAttribute: index) { attribute.append($0) }
        return attribute.view
    }

    override func characters(_ bytes: ByteView, level: Int) {
        guard level == textLevel else { return }
        value.append(bytes)
        if value.count > SheetLimits.cellByteCount { rows.fail(.cellTooLong) }
    }

    override func end(level: Int, at offset: Int) {
        guard known == level else { return }
        known = level - 1
        textLevel = 0
        switch level {
        case 1: rows.endRow(endingAt: offset)
        case 2: rows.endCell(cell, value.view)
        default: break
        }
    }

    // MARK: - Plain rows

    override func scanPlain(_ text: PaddedBytes, from start: Int, textStart: Int, isAtEnd: Bool) -> PlainItemStop {
        guard var cursor = PlainCursor(text, at: start, in: self) else {
            return PlainItemStop(reason: .notPlain, offset: start)
        }
        return PlainSheetScan.scan(&cursor, textStart: textStart, isAtEnd: isAtEnd, into: &rows)
    }
}

/// What a cell's tag says.
struct CellAttributes {
    var type = CellType.number
    var format = NumberFormat.number
    /// Whether the value is a text within the cell.
    var isInline = false
    var hasFormula = false
}

/// What the value of a cell is, as its attribute `t` says.
enum CellType {
    case number
    case shared
    /// A text of a formula, or within the cell.
    case text
    case truth
    case date
    /// An error such as `#N/A`, or a type that nobody knows.
    case other

    @inline(__always)
    init(_ name: ByteView) {
        if name.count == 1 {
            switch name[0] {
            case UInt8(ascii: "n"): self = .number
            case UInt8(ascii: "s"): self = .shared
            case UInt8(ascii: "b"): self = .truth
            case UInt8(ascii: "d"): self = .date
            default: self = .other
            }
        } else if name.isEmpty {
            self = .number
        } else {
            self = name.isEqual(to: "str") || name.isEqual(to: "inlineStr") ? .text : .other
        }
    }
}

extension SheetRows {
    @inline(__always)
    mutating func endCell(_ cell: CellAttributes, _ value: ByteView) {
        if cell.isInline { return workbookText(value) }
        switch cell.type {
        // Nothing is a text; a number that is none was never calculated.
        case .number where cell.hasFormula && value.isEmpty: plainText(ByteView(SheetRows.uncalculated))
        case .number: number(value, format: cell.format)
        case .shared: sharedText(value)
        case .text: workbookText(value)
        case .truth: truth(value)
        case .date: isoDate(value)
        case .other: plainText(value)
        }
    }

    /// The number of a row as its tag says it; 0, which no row has, where it is no number, and one more than the last
    /// row has where it is beyond that.
    static func rowNumber(_ text: ByteView) -> Int {
        var number = 0
        for byte in text {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return 0 }
            number = min(number &* 10 &+ Int(digit), SheetLimits.rowCount + 1)
        }
        return number
    }

    static func isTrue(_ text: ByteView) -> Bool {
        text.isEqual(to: "1") || text.isEqual(to: "true")
    }
}

extension XMLStartTag {
    /// The value of an attribute in any namespace, nil where it is not there. For the few tags outside of items.
    func text(_ local: String) -> String? {
        for index in 0..<attributeCount where attributeName(index)?.localText == local {
            var bytes: [UInt8] = []
            forEachPart(ofAttribute: index) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }

    /// Whether an attribute says so.
    func isTrue(_ local: String) -> Bool { ["1", "true"].contains(text(local)) }
}
