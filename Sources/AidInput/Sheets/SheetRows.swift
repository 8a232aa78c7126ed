/// Makes lines of CSV of the rows of a sheet, which come in order, cell by cell.
///
/// One line for one row number, so that a line number is a row number: rows that are missing are empty lines, but for
/// those behind the last cell. A row has as many cells as the widest of the first ones, so that it is none that lacks
/// some; beyond these, empty cells at its end are not written.
struct SheetRows: ~Copyable {
    /// What the cells of a sheet refer to.
    struct Book {
        var strings = SharedStrings.Fields(SharedStrings())
        /// For each style of cells.
        var formats: [NumberFormat] = []
        var is1904 = false
    }

    /// What stands for the value of a formula that was never calculated: programs that write workbooks leave that to a
    /// spreadsheet. Nothing at all would be taken for an empty cell.
    static let uncalculated: StaticString = "#CALC?"

    var text = GrowingText()
    let book: Book
    /// Days are counted from 1904 on.
    var is1904: Bool
    private(set) var row = 0
    /// How many rows that came are not shown.
    private(set) var hiddenRowCount = 0
    /// Lines that have their end.
    private var lineCount = 0
    /// Text handed out or not, up to the line that is being made.
    private var byteCount = 0
    private var lineStart = 0
    /// From 1; of the cell that came last.
    private(set) var column = 0
    /// Cells of the line that have been written; 0: nothing of the line was.
    private var writtenCount = 0
    private(set) var problem: SheetProblem?
    /// Cells over several rows, which have their value in the first one.
    private(set) var merged: [MergedCells] = []
    private let rowLimit: Int
    private var first = FirstRows()

    init(_ book: Book = Book(), rowLimit: Int = SheetLimits.rowCount) {
        self.book = book
        is1904 = book.is1904
        self.rowLimit = rowLimit
    }

    /// Whether there is enough text to be handed out first.
    var isFull: Bool { first.areSettled && text.pendingCount >= SheetLimits.fullByteCount }

    /// Hands out what comes next, as far as there is room.
    ///
    /// - Parameter isAtEnd: whether no row comes any more.
    mutating func take(into buffer: Room<UInt8>, isAtEnd: Bool) -> Int {
        if !first.areSettled {
            guard isAtEnd else { return 0 }
            byteCount += first.settle(&text)
        }
        return text.take(into: buffer)
    }

    mutating func fail(_ problem: SheetProblem) {
        if self.problem == nil { self.problem = problem }
    }

    /// Notes cells that are one over several rows.
    ///
    /// - Parameters:
    ///   - columns: from 1.
    ///   - rows: from 1.
    mutating func merge(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        guard rows.count > 1, merged.count < SheetLimits.mergedCount else { return }
        merged.append(MergedCells(columns: columns, rows: rows))
    }

    // MARK: - Rows

    /// - Parameter number: nil: the next one.
    mutating func beginRow(_ number: Int?, isHidden: Bool = false) {
        let next = number ?? row + 1
        guard next >= 1, next <= rowLimit else { return fail(.badRowNumber) }
        guard next > row else { return fail(.rowsOutOfOrder) }
        row = next
        if isHidden { hiddenRowCount += 1 }
        column = 0
        writtenCount = 0
        lineStart = text.count
    }

    /// - Parameter offset: how much of the sheet was read up to here.
    mutating func endRow(endingAt offset: Int) {
        guard writtenCount > 0 else { return }
        if writtenCount < first.width, first.areSettled {
            text.append(UInt8(ascii: ","), times: first.width - writtenCount)
        }
        text.append(0x0A)
        lineCount += 1
        byteCount += text.count - lineStart
        if problem == nil, !first.areSettled, first.takes(cellCount: writtenCount, endingAt: text.count) {
            byteCount += first.settle(&text)
        }
        if byteCount > SheetLimits.unquestionedByteCount + offset * SheetLimits.swelling { fail(.swollen) }
    }

    // MARK: - Cells

    /// - Parameter reference: such as `AB12`, whose row is this one; nil: the next cell.
    @inline(__always)
    mutating func beginCell(_ reference: ByteView?) {
        guard let reference else { return beginCell(column: column + 1) }
        var letters = 0
        var at = 0
        while at < reference.count, at < 4 {
            let letter = reference[at] &- UInt8(ascii: "A")
            if letter > 25 { break }
            letters = letters &* 26 &+ Int(letter) &+ 1
            at &+= 1
        }
        var number = 0
        let firstDigit = at
        while at < reference.count, at < firstDigit + 8 {
            let digit = reference[at] &- UInt8(ascii: "0")
            if digit > 9 { break }
            number = number &* 10 &+ Int(digit)
            at &+= 1
        }
        guard firstDigit > 0, at == reference.count, number == row else { return fail(.badCellReference) }
        beginCell(column: letters)
    }

    /// - Parameter column: from 1.
    @inline(__always)
    mutating func beginCell(column: Int) {
        guard column <= SheetLimits.columnCount else { return fail(.tooManyColumns) }
        guard column > self.column else { return fail(.cellsOutOfOrder) }
        self.column = column
    }

    /// Passes over cells that belong to the one that came last.
    mutating func skipCells(_ count: Int) {
        guard count >= 0, count <= SheetLimits.columnCount - column else { return fail(.tooManyColumns) }
        column += count
    }

    /// The place of the last cell, to have its text appended behind it; false: there is no more room in the row.
    @inline(__always)
    private mutating func place() -> Bool {
        if problem != nil { return false }
        if writtenCount == 0 {
            text.append(0x0A, times: row - 1 - lineCount)
            lineCount = row - 1
            // A first cell that is not the row's has delimiters before it.
            writtenCount = 1
        } else if text.count &- lineStart > SheetLimits.rowByteCount {
            return false
        }
        let gap = column &- writtenCount
        if gap == 1 { text.append(UInt8(ascii: ",")) } else if gap > 1 { text.append(UInt8(ascii: ","), times: gap) }
        writtenCount = column
        return true
    }

    /// The value of the last cell, as a text of a workbook.
    mutating func workbookText(_ bytes: ByteView) {
        guard bytes.count <= SheetLimits.cellByteCount else { return fail(.cellTooLong) }
        if !bytes.isEmpty, place() { text.appendWorkbookField(bytes) }
    }

    /// The value of the last cell, as it stands.
    mutating func plainText(_ bytes: ByteView) {
        guard bytes.count <= SheetLimits.cellByteCount else { return fail(.cellTooLong) }
        if !bytes.isEmpty, place() { text.appendField(bytes) }
    }

    /// The value of the last cell, with something behind it that is to be read with it.
    private mutating func plainText(_ bytes: ByteView, _ suffix: StaticString) {
        guard bytes.count <= SheetLimits.cellByteCount else { return fail(.cellTooLong) }
        guard !bytes.isEmpty, place() else { return }
        text.appendField(bytes)
        // What had to be quoted is no number.
        if bytes.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) {
            text.append(ByteView(suffix))
        }
    }

    /// The value of the last cell: a shared string.
    mutating func sharedText(_ index: ByteView) {
        if index.isEmpty { return }
        var number = 0
        for byte in index {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9, number <= SheetLimits.sharedCount else { return fail(.noSuchSharedString) }
            number = number &* 10 &+ Int(digit)
        }
        guard number < book.strings.count else { return fail(.noSuchSharedString) }
        let field = book.strings[number]
        if !field.isEmpty, place() { text.append(field) }
    }

    /// The value of the last cell: a number.
    mutating func number(_ bytes: ByteView, format: NumberFormat) {
        if format == .number { return plainText(bytes) }
        if let suffix = format.suffix { return plainText(bytes, suffix) }
        guard bytes.count <= SheetLimits.cellByteCount else { return fail(.cellTooLong) }
        guard !bytes.isEmpty, place() else { return }
        if !text.appendDate(bytes, format, is1904: is1904) { text.appendField(bytes) }
    }

    /// The value of the last cell: `2023-05-10T00:00:00`.
    mutating func isoDate(_ bytes: ByteView) {
        guard let (range, hasTime) = SerialDate.iso(bytes) else { return plainText(bytes) }
        guard place() else { return }
        if hasTime {
            text.append(bytes.part(range.lowerBound..<10))
            text.append(UInt8(ascii: " "))
            text.append(bytes.part(11..<range.upperBound))
        } else {
            text.append(bytes.part(range))
        }
    }

    mutating func truth(_ bytes: ByteView) {
        switch (bytes.count, bytes.first) {
        case (1, UInt8(ascii: "1")): plainText(ByteView("TRUE"))
        case (1, UInt8(ascii: "0")): plainText(ByteView("FALSE"))
        default: plainText(bytes)
        }
    }

    /// The format of a style; `.number` for one that there is not.
    @inline(__always)
    func format(style: ByteView?) -> NumberFormat {
        guard let style, style.count <= 7 else { return .number }
        var number = 0
        for byte in style {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return .number }
            number = number &* 10 &+ Int(digit)
        }
        return number < book.formats.count ? book.formats[number] : .number
    }
}

// MARK: - Going back

extension SheetRows {
    /// All that a row changes.
    struct Mark {
        fileprivate let textCount: Int
        fileprivate let row: Int
        fileprivate let hiddenRowCount: Int
        fileprivate let lineCount: Int
        fileprivate let byteCount: Int
    }

    /// The state before a row, to come back to.
    var mark: Mark {
        Mark(
            textCount: text.count, row: row, hiddenRowCount: hiddenRowCount, lineCount: lineCount, byteCount: byteCount)
    }

    /// Goes back before a row, and forgets what was wrong with it.
    mutating func goBack(to mark: Mark) {
        text.truncate(to: mark.textCount)
        row = mark.row
        hiddenRowCount = mark.hiddenRowCount
        lineCount = mark.lineCount
        byteCount = mark.byteCount
        problem = nil
    }
}
