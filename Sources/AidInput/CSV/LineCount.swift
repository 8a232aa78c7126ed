/// Numbers the lines of a piece where a number is asked for; places are asked in ascending order.
struct LineCount {
    private let bytes: PaddedBytes
    private var place: Int
    private var lineNumber = 1

    init(_ bytes: PaddedBytes, from start: Int) {
        self.bytes = bytes
        place = start
    }

    /// The line on which a place is, counted from 1 at the start of the piece's records.
    mutating func number(at end: Int) -> Int {
        while place < end {
            // Eight bytes at once, where there is no carriage return among them.
            if place + 8 <= end {
                let word = bytes.word(at: place)
                if LineCount.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D) == 0 {
                    lineNumber += LineCount.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A).nonzeroBitCount
                    place += 8
                    continue
                }
            }
            // A carriage return before a line feed ends no line of its own.
            if bytes[place] == UInt8(ascii: "\n")
                || bytes[place] == UInt8(ascii: "\r") && !(place + 1 < end && bytes[place + 1] == UInt8(ascii: "\n"))
            {
                lineNumber += 1
            }
            place += 1
        }
        return lineNumber
    }

    /// The top bit of each byte that is 0; exact, since nothing is carried from byte to byte.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        let lower = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
        return ~(lower | word) & 0x8080_8080_8080_8080
    }
}
