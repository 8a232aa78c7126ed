import TestSupport
import CScan
import Testing

@Suite(.serialized)
struct MarkCSVTests {
    static let comma = UInt8(ascii: ",")

    /// Compares all variants with the twin.
    static func compare(
        _ bytes: [UInt8], from start: Int = 0, delimiter: UInt8 = comma, offset: Int = 0, padding: UInt8 = 0x22,
        _ disagreements: inout Disagreements, _ place: @autoclosure () -> String
    ) {
        let slow = slowMarks(bytes, from: start, delimiter: delimiter)
        let padded = Padded(bytes, offset: offset, padding: padding)
        for variant in Variant.supported
        where fastMarks(padded, from: start, delimiter: delimiter, variant: variant) != slow {
            disagreements.note(variant, bytes, place())
        }
    }

    @Test
    func handMade() {
        for variant in Variant.supported {
            func marks(_ text: String, from start: Int = 0) -> Marks {
                fastMarks(Padded(Array(text.utf8), padding: 0x22), from: start, delimiter: Self.comma, variant: variant)
            }
            #expect(marks("") == Marks())
            #expect(marks("ab") == Marks())
            #expect(marks("a,b\nc\r\nd\re") == Marks(positions: [1, 3, 5, 8], lines: [1, 2, 3]))
            #expect(marks("\n\r\n\r\r") == Marks(positions: [0, 1, 3, 4], lines: [0, 1, 2, 3]))
            #expect(
                marks("\"a,\r\n\"\"b\",c\r\n")
                    == Marks(positions: [9, 11], lines: [1], hasQuotes: true, hasQuotedLineEnds: true))
            #expect(marks("\"a,b") == Marks(hasQuotes: true, endsInQuotes: true))
            #expect(marks("\"\"") == Marks(hasQuotes: true))
            #expect(marks("\"\"\"") == Marks(hasQuotes: true, endsInQuotes: true))
            #expect(marks("x\r\n\"a\"") == Marks(positions: [1], lines: [0], hasQuotes: true))
            // A quote within an unquoted field, and a byte behind a closing quote.
            #expect(marks("a,b\"c\",d") == Marks(positions: [1], brokenAt: 3, hasQuotes: true))
            #expect(marks("a,\"b\"c,d") == Marks(positions: [1], brokenAt: 5, hasQuotes: true))
            #expect(marks("a,\"\" ,d\"") == Marks(positions: [1], brokenAt: 4, hasQuotes: true, endsInQuotes: true))
            // A text guard, and what breaks one.
            #expect(marks("=\"a\",=\"\"\n") == Marks(positions: [4, 8], lines: [1], hasQuotes: true))
            #expect(marks("a=\"b\"") == Marks(brokenAt: 2, hasQuotes: true))
            #expect(marks("=\"a,b\"") == Marks(brokenAt: 3, hasQuotes: true))
            #expect(marks("=\"a\"\"") == Marks(brokenAt: 4, hasQuotes: true, endsInQuotes: true))
            #expect(marks("=\"a\"b") == Marks(brokenAt: 4, hasQuotes: true))
            // What stands before the start does not matter.
            #expect(marks("\"\r\n,\"a\"", from: 2) == Marks(positions: [2, 3], lines: [0], hasQuotes: true))
            #expect(marks("ab\"c\",", from: 2) == Marks(positions: [5], hasQuotes: true))
            #expect(marks("\"\"\"x", from: 1) == Marks(brokenAt: 3, hasQuotes: true))
            #expect(marks("abc", from: 3) == Marks())
        }
    }

    @Test
    func theDispatchedRoutine() {
        let bytes = Padded(Array("a,\"b\"\r\nc\n".utf8), padding: 0x22)
        var lines = [UInt32](repeating: 0, count: 80)
        var positions = lines
        let result = bytes.withBytes { base, count in
            positions.withUnsafeMutableBufferPointer { positions in
                lines.withUnsafeMutableBufferPointer { lines in
                    var result = aid_csv_marks()
                    result.marks = positions.baseAddress
                    result.lines = lines.baseAddress
                    aid_mark_csv(base, 0, count, Self.comma, &result)
                    return result
                }
            }
        }
        #expect(Array(positions[..<result.mark_count]) == [1, 5, 8])
        #expect(Array(lines[..<result.line_count]) == [1, 2])
        #expect(result.broken_at == -1)
    }

    /// All texts of up to six bytes over what matters, at the front, and all of five across the edge of two blocks.
    @Test
    func allShortTexts() {
        let alphabet = Array(",\"a=\r\n".utf8)
        var disagreements = Disagreements()
        for length in 0...6 {
            var digits = [Int](repeating: 0, count: length)
            while true {
                let text = digits.map { alphabet[$0] }
                Self.compare(text, &disagreements, "alone")
                if length == 5 {
                    for place in 60...63 {
                        let front = [UInt8](repeating: UInt8(ascii: "a"), count: place - 1) + [Self.comma]
                        Self.compare(front + text, &disagreements, "at \(place)")
                    }
                }
                guard let raised = digits.lastIndex(where: { $0 < alphabet.count - 1 }) else { break }
                digits[raised] += 1
                for index in (raised + 1)..<max(raised + 1, length) { digits[index] = 0 }
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// Every length up to 400, at every alignment and many starts, from plain text to nothing but separators.
    @Test
    func randomTexts() {
        var disagreements = Disagreements()
        for seed in SeededRandom.seeds(4) {
            var random = SeededRandom(seed)
            for length in 0...400 {
                let delimiter = [Self.comma, UInt8(ascii: "\t"), 0xFE, 0x00].randomElement(using: &random)!
                let bytes = Self.text(length, delimiter, &random)
                let start = Bool.random(using: &random) ? 0 : Int.random(in: 0...length, using: &random)
                Self.compare(
                    bytes, from: start, delimiter: delimiter, offset: (length * 7 + Int(seed) * 16) % 64,
                    padding: Padded.paddings.randomElement(using: &random)!,
                    &disagreements, "seed \(seed), length \(length), start \(start)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    @Test
    func everyStartAndAlignment() {
        var disagreements = Disagreements()
        for seed in SeededRandom.seeds(2) {
            var random = SeededRandom(seed)
            let bytes = Self.text(200, Self.comma, &random)
            for start in 0...200 {
                Self.compare(
                    bytes, from: start, offset: start % 64, padding: Padded.paddings[start % Padded.paddings.count],
                    &disagreements, "seed \(seed), start \(start)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// Quoted fields that begin and end at every byte around the edge of two blocks, in order and broken.
    @Test
    func quotesAcrossTheEdgesOfBlocks() {
        var disagreements = Disagreements()
        let fields = [
            "\"\"", "\"a\"", "\"a,b\"", "\"a\"\"b\"", "\"\r\n\"", "\"\"\"\"", "a\"b", "\"a\"b", "\"a\" ,\"b\"",
            "=\"a\"", "=\"\"", "=\"a,b\"", "=\"a\"\"b\"", "a=\"b\"", "=\"a\"b", "==\"a\"", "=a\"b\"",
        ]
        let separators = [",", "\n", "\r", "\r\n"]
        for field in fields {
            for before in separators {
                for after in separators {
                    for place in 54...66 {
                        let front = String(repeating: "x,", count: place / 2 - 2)
                        let filling = String(repeating: "y", count: place - front.utf8.count - before.utf8.count)
                        let text = Array((front + filling + before + field + after + "z").utf8)
                        Self.compare(text, &disagreements, "at \(place)")
                        // A quoted field over whole blocks before.
                        let long = [0x22] + [UInt8](repeating: 0x0A, count: 132 - text.count % 8) + [0x22, 0x2C]
                        Self.compare(long + text, &disagreements, "behind a long field, at \(place)")
                    }
                }
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// More separators and line ends in a block than are written at a time.
    @Test
    func crowdedBlocks() {
        var disagreements = Disagreements()
        for separator in [",", "\n", "\r", "\r\n", ",\n"] {
            for every in 1...70 {
                let piece = String(repeating: "x", count: every - 1) + separator
                let text = Array(String(repeating: piece, count: 300 / every + 1).utf8)
                Self.compare(text, padding: UInt8(ascii: "\n"), &disagreements, "every \(every)")
            }
        }
        #expect(disagreements.isEmpty, "\(disagreements.count), first \(disagreements.first)")
    }

    /// Mostly in order, so that the first break does not come at once; thick or thin with separators.
    private static func text(_ length: Int, _ delimiter: UInt8, _ random: inout SeededRandom) -> [UInt8] {
        let letters: [UInt8] = [UInt8(ascii: "a"), 0xE4, 0xB8, 0x80, 0xFF]
        let separators: [[UInt8]] = [[delimiter], [delimiter], [delimiter], [0x0A], [0x0D], [0x0D, 0x0A]]
        let thickness = Int.random(in: 1...12, using: &random)
        let disorder = [0, 0, 0, 40, 400].randomElement(using: &random)!
        var bytes: [UInt8] = []
        while bytes.count < length {
            if Int.random(in: 0..<6, using: &random) == 0 {
                bytes += [UInt8(ascii: "="), 0x22]
                for _ in 0..<Int.random(in: 0...(3 * thickness), using: &random) { bytes.append(UInt8(ascii: "g")) }
                bytes.append(0x22)
            } else if Int.random(in: 0..<4, using: &random) == 0 {
                bytes.append(0x22)
                for _ in 0...Int.random(in: 0...(3 * thickness), using: &random) {
                    let next = [delimiter, 0x0A, 0x0D, 0x22, UInt8(ascii: "q")].randomElement(using: &random)!
                    bytes += next == 0x22 ? [0x22, 0x22] : [next]
                }
                bytes.append(0x22)
            } else {
                for _ in 0..<Int.random(in: 0...thickness, using: &random) {
                    bytes.append(letters.randomElement(using: &random)!)
                }
            }
            if disorder > 0, Int.random(in: 0..<disorder, using: &random) == 0 { bytes.append(0x22) }
            bytes += separators.randomElement(using: &random)!
        }
        return Array(bytes[..<length])
    }
}
