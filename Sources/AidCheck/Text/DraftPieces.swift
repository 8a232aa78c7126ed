/// Parts a text of any length into pieces that are checked one after the other.
///
/// A piece ends where a reader would stop: at an empty line, else at the end of a line, else of a sentence, else
/// before a character that belongs to no number.
///
/// - Complexity: linear in the text; no more than two pieces are held.
package struct DraftPieces: Sendable {
    package struct Piece: Sendable {
        package let bytes: [UInt8]
        package let start: DraftText.Start
    }

    /// Several pages of a newspaper, and little enough that all that is weighed of it is held at once.
    package static let byteLimit = 128 << 10

    private var rest: [UInt8] = []
    private var start = DraftText.Start()

    package init() {}

    /// Adds what follows.
    package mutating func add(_ bytes: some Sequence<UInt8>) { rest += bytes }

    /// The next piece.
    ///
    /// - Parameter isLast: whether nothing follows any more.
    /// - Returns: nil: more must be added first, or nothing is left.
    package mutating func next(isLast: Bool) -> Piece? {
        guard rest.count > DraftPieces.byteLimit else {
            guard isLast, !rest.isEmpty else { return nil }
            defer { rest = [] }
            return Piece(bytes: rest, start: start)
        }
        let end = DraftPieces.end(rest)
        let piece = Piece(bytes: Array(rest[..<end]), start: start)
        for byte in piece.bytes {
            if byte == UInt8(ascii: "\n") {
                start.lineNumber += 1
                start.columnNumber = 1
            } else if byte & 0xC0 != 0x80 {
                start.columnNumber += 1
            }
        }
        rest.removeFirst(end)
        return piece
    }

    /// Where the first piece of a longer text ends, in its second half.
    private static func end(_ bytes: [UInt8]) -> Int {
        let newline = UInt8(ascii: "\n")
        let range = (byteLimit / 2)..<byteLimit
        func last(_ isEnd: (Int) -> Bool) -> Int? { range.reversed().first(where: isEnd) }
        let afterEmptyLine = last {
            let before = bytes[$0 - 2] == UInt8(ascii: "\r") ? $0 - 3 : $0 - 2
            return bytes[$0 - 1] == newline && bytes[before] == newline
        }
        if let end = afterEmptyLine ?? last({ bytes[$0 - 1] == newline }) { return end }
        // 。
        if let end = last({ bytes[$0 - 3] == 0xE3 && bytes[$0 - 2] == 0x80 && bytes[$0 - 1] == 0x82 }) { return end }
        return last { bytes[$0] & 0xC0 != 0x80 && !isOfNumber(bytes[$0]) && !isOfNumber(bytes[$0 - 1]) }
            ?? last { bytes[$0] & 0xC0 != 0x80 } ?? byteLimit
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
}
