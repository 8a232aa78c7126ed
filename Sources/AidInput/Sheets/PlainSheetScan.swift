/// Reads plain rows, as Excel, WPS, LibreOffice and the usual libraries write them.
///
///     <row r="7" spans="1:3" ht="15"><c r="A7" s="3" t="s"><v>12</v></c><c r="C7"><f>A1*2</f><v>8.5</v></c></row>
///
/// A cell has a formula, which is passed over, and a value or a text, all of which may lack. What is wrong with a row is
/// for the other way to say: the row is declined.
enum PlainSheetScan {
    /// - Parameter textStart: the offset of the text in the part.
    static func scan(
        _ cursor: inout PlainCursor, textStart: Int, isAtEnd: Bool, into rows: inout SheetRows
    ) -> PlainItemStop {
        while true {
            if rows.isFull { return PlainItemStop(reason: .full, offset: cursor.at) }
            cursor.skipSpace()
            let rowStart = cursor.at
            let mark = rows.mark
            if scanRow(&cursor, textStart, into: &rows), rows.problem == nil { continue }
            let isCut = !isAtEnd && cursor.at + PlainCursor.lookahead > cursor.text.count
            rows.goBack(to: mark)
            return PlainItemStop(reason: isCut ? .incomplete : .notPlain, offset: rowStart)
        }
    }

    @inline(__always)
    private static func scanRow(_ cursor: inout PlainCursor, _ textStart: Int, into rows: inout SheetRows) -> Bool {
        let start = cursor.at
        guard cursor.opens("row") else { return false }
        var number: Int?
        var isHidden = false
        let step = cursor.passAttributes {
            if $0.letter == UInt8(ascii: "r") {
                number = SheetRows.rowNumber($0.valueView)
            } else if $0.view($0.name).isEqual(to: "hidden") {
                isHidden = SheetRows.isTrue($0.valueView)
            }
        }
        if step == .odd { return false }
        rows.beginRow(number, isHidden: isHidden)
        if rows.problem != nil { return false }
        if step == .open {
            cursor.skipSpace()
            while cursor.opens("c") {
                guard scanCell(&cursor, into: &rows), rows.problem == nil else { return false }
                cursor.skipSpace()
            }
            guard cursor.closes("row") else { return false }
        }
        // A row that has its end is one of the first, which cannot be taken back.
        guard cursor.isValid(start..<cursor.at) else { return false }
        rows.endRow(endingAt: textStart + cursor.at)
        return rows.problem == nil
    }

    @inline(__always)
    private static func scanCell(_ cursor: inout PlainCursor, into rows: inout SheetRows) -> Bool {
        var cell = CellAttributes()
        var seen: UInt8 = 0
        var step = cursor.step()
        while step == .attribute {
            let bit: UInt8
            switch cursor.letter {
            case UInt8(ascii: "r"):
                bit = 1
                rows.beginCell(cursor.valueView)
            case UInt8(ascii: "s"):
                bit = 2
                cell.format = rows.format(style: cursor.valueView)
            case UInt8(ascii: "t"):
                bit = 4
                cell.type = CellType(cursor.valueView)
            default:
                // Of metadata and phonetics.
                let name = cursor.view(cursor.name)
                if name.isEqual(to: "cm") {
                    bit = 8
                } else if name.isEqual(to: "vm") {
                    bit = 16
                } else if name.isEqual(to: "ph") {
                    bit = 32
                } else {
                    return false
                }
            }
            if seen & bit != 0 { return false }
            seen |= bit
            step = cursor.step()
        }
        if step == .odd { return false }
        if seen & 1 == 0 { rows.beginCell(nil) }
        if step == .empty {
            rows.endCell(cell, .empty)
            return true
        }
        return scanValue(&cursor, cell, into: &rows)
    }

    /// What stands in a cell, and its end tag.
    @inline(__always)
    private static func scanValue(
        _ cursor: inout PlainCursor, _ attributes: CellAttributes, into rows: inout SheetRows
    ) -> Bool {
        var cell = attributes
        cursor.skipSpace()
        if cursor.opens("f") {
            cell.hasFormula = true
            switch cursor.passAttributes() {
            case .open: guard cursor.characters() != nil, cursor.closes("f") else { return false }
            case .empty: break
            default: return false
            }
            cursor.skipSpace()
        }
        var value = ByteView.empty
        if cursor.opens("v") {
            switch cursor.passAttributes() {
            case .open:
                guard let text = cursor.characters(), cursor.closes("v") else { return false }
                value = text
            case .empty: break
            default: return false
            }
            cursor.skipSpace()
        } else if cursor.opens("is") {
            guard cursor.passAttributes() == .open else { return false }
            cell.isInline = true
            cursor.skipSpace()
            guard let text = PlainSheetScan.scanText(&cursor) else { return false }
            value = text
            cursor.skipSpace()
            guard cursor.closes("is") else { return false }
            cursor.skipSpace()
        }
        rows.endCell(cell, value)
        return cursor.closes("c")
    }

    /// An element `t`; nil where there is none that is plain.
    @inline(__always)
    static func scanText(_ cursor: inout PlainCursor) -> ByteView? {
        guard cursor.opens("t") else { return nil }
        switch cursor.passAttributes() {
        case .open:
            guard let text = cursor.characters(), cursor.closes("t") else { return nil }
            return text
        case .empty: return .empty
        default: return nil
        }
    }
}
