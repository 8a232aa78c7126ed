/// The tables of a web page, made into lines: those that lie in no other one, with an empty line between them, or those
/// that such a one only sets in their place.
///
/// A cell over several columns or rows has its text in the first of them. What a cell holds is one line: white space is
/// one blank, as in a browser, and so are line breaks, paragraphs, and the cells of a table within. Of what stands
/// around the tables, a text that says the unit of amounts is a line of its own; all others are none.
final class PageTables: PageSink {
    var rows = SheetRows(rowLimit: .max)
    var fedByteCount: () -> Int = { 0 }
    /// How many tables have begun.
    private(set) var tableCount = 0
    /// How many tables are open, one in the other.
    private(set) var tableDepth = 0

    private let layout: PageLayout
    /// Of the open tables, how many from the one on that is read; 0: none is.
    private var readDepth = 0
    private var readCount = 0
    /// The outermost table that is open, by its place among all tables.
    private var outermost = 0
    /// What stands outside of the cells that are read, since something began a line there.
    private var outside = OutsideText()
    /// What is to be a line of its own, once the row ends in which it stands.
    private var waiting: [String] = []

    private var depth = 0
    /// Where an element of a cell begins that a browser does not show, such as what a column is sorted by; 0: nowhere.
    private var hiddenDepth = 0
    private var isInRow = false
    private var isInCell = false
    private var isBehindBlank = false
    private var value = GrowingText(capacity: 256)
    /// What a spreadsheet has written beside the text: the number that it shows.
    private var number = GrowingText(capacity: 64)
    /// For each column, how many rows from this one on a cell of before goes over.
    private var spans: [Int] = []
    private var spanCount = 0
    /// Where the next cell may stand, from 0.
    private var column = 0

    /// As browsers limit them.
    private static let columnSpanLimit = 1_000
    private static let rowSpanLimit = 65_534

    init(_ layout: PageLayout = PageLayout()) {
        self.layout = layout
    }

    // MARK: - Events

    override func begin(_ tag: PageTag) {
        depth += 1
        if depth > SheetLimits.pageDepth { return rows.fail(.pageTooDeep) }
        let kind = PageElement(tag.name)
        if kind == .table { return beginTable() }
        if isInCell, hiddenDepth == 0, kind == .other || kind == .breaking, tag.isHidden { hiddenDepth = depth }
        guard readDepth == 1 else {
            if kind != .other { breakText() }
            return
        }
        switch kind {
        case .row:
            endRow()
            beginRow()
        case .cell:
            endCell()
            if !isInRow { beginRow() }
            beginCell(tag)
        case .breaking: breakText()
        case .table, .other: break
        }
    }

    override func end(_ name: ByteView) {
        if depth == hiddenDepth { hiddenDepth = 0 }
        depth -= 1
        let kind = PageElement(name)
        if kind == .table { return endTable() }
        guard readDepth == 1 else {
            if kind != .other { breakText() }
            return
        }
        switch kind {
        case .row: endRow()
        case .cell: endCell()
        case .breaking: breakText()
        case .table, .other: break
        }
    }

    /// The page is over.
    func finish() {
        endOutside()
    }

    override func text(_ bytes: ByteView) {
        guard isInCell else { return outside.append(bytes) }
        if hiddenDepth > 0 { return }
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
                breakText()
                at += 1
            } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
                breakText()
                at += 2
            } else {
                if isBehindBlank, value.count > 0 { value.append(0x20) }
                isBehindBlank = false
                if bytes.begins(with: PageText.invalidMark, at: at) {
                    value.append(CharacterDecoder.invalidMark)
                    at += 4
                } else {
                    value.append(byte)
                    at += 1
                }
            }
        }
        if value.count > SheetLimits.cellByteCount { rows.fail(.cellTooLong) }
    }

    /// Something begins a line: in a cell it is a blank.
    private func breakText() {
        if isInCell { isBehindBlank = true } else { endOutside() }
    }

    // MARK: - Tables

    private func beginTable() {
        tableCount += 1
        tableDepth += 1
        breakText()
        if tableDepth == 1 { outermost = tableCount }
        if readDepth > 0 {
            readDepth += 1
        } else if layout.reads(tableCount, within: outermost) {
            readDepth = 1
            if readCount > 0 { rows.beginRow(nil) }
            readCount += 1
            spans = []
            spanCount = 0
        }
    }

    private func endTable() {
        if tableDepth > 0 { tableDepth -= 1 }
        if readDepth == 1 { endRow() }
        if readDepth > 0 { readDepth -= 1 }
        breakText()
    }

    private func endOutside() {
        if let text = outside.takeUnit() { waiting.append(text) }
        if !isInRow { writeWaiting() }
    }

    private func writeWaiting() {
        for text in waiting {
            rows.beginRow(nil)
            rows.beginCell(column: 1)
            Array(text.utf8).withByteView { rows.plainText($0) }
            rows.endRow(endingAt: fedByteCount())
        }
        waiting = []
    }

    private func beginRow() {
        rows.beginRow(nil)
        isInRow = true
        column = 0
    }

    private func endRow() {
        endCell()
        guard isInRow else { return }
        isInRow = false
        rows.endRow(endingAt: fedByteCount())
        writeWaiting()
        guard spanCount > 0 else { return }
        for index in spans.indices where spans[index] > 0 {
            spans[index] -= 1
            if spans[index] == 0 { spanCount -= 1 }
        }
    }

    private func beginCell(_ tag: PageTag) {
        endOutside()
        isInCell = true
        hiddenDepth = 0
        isBehindBlank = false
        value.removeAll()
        number.removeAll()
        var columnSpan = 1
        var rowSpan = 1
        tag.forEachAttribute { name, value in
            if name.elementsEqual("colspan".utf8) {
                columnSpan = max(1, PageTables.count(value, limit: PageTables.columnSpanLimit) ?? 1)
            } else if name.elementsEqual("rowspan".utf8) {
                rowSpan = PageTables.count(value, limit: PageTables.rowSpanLimit) ?? 1
                // Down to the end of the table.
                if rowSpan == 0 { rowSpan = PageTables.rowSpanLimit }
            } else if name.elementsEqual("x:num".utf8) || name.elementsEqual("sdval".utf8) {
                if value.count <= 64 { number.append(value) }
            }
        }
        while column < spans.count, spans[column] > 0 { column += 1 }
        rows.beginCell(column: column + 1)
        let end = min(column + columnSpan, SheetLimits.columnCount)
        if rowSpan > 1 {
            if column < end { rows.merge(columns: column + 1...end, rows: rows.row...rows.row + rowSpan - 1) }
            while spans.count < end { spans.append(0) }
            for index in column..<end {
                if spans[index] == 0 { spanCount += 1 }
                spans[index] = rowSpan
            }
        }
        column = end
    }

    private func endCell() {
        guard isInCell else { return }
        isInCell = false
        guard number.count > 0, ShownNumber.isNumber(number.view), !ShownNumber.isDate(value.view) else {
            return rows.plainText(value.view)
        }
        // A unit that is shown is no part of the number, and must not be lost.
        rows.number(number.view, format: .shown(value.view, of: number.view))
    }

    /// The number at the start of an attribute, at most the limit; nil where there is none.
    private static func count(_ text: ByteView, limit: Int) -> Int? {
        let digits = text.drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { min(limit, $0 * 10 + Int($1 - 0x30)) }
    }
}

/// A number that a spreadsheet wrote beside what it shows.
private enum ShownNumber {
    static func isNumber(_ text: ByteView) -> Bool {
        text.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) } && text.contains { $0 >= 0x30 }
    }

    /// Whether a text is a day or a time, whose number would tell nobody anything.
    static func isDate(_ text: ByteView) -> Bool {
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") { return true }
            if byte == UInt8(ascii: "-"), index > 0, (0x30...0x39).contains(text[index - 1]) { return true }
            for sign in ["年", "月", "日"] as [StaticString] where text.begins(with: sign, at: index) { return true }
        }
        return false
    }
}
