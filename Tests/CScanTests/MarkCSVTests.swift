import CScan
import Testing

@Suite(.serialized)
struct MarkCSVTests {
    static let comma = UInt8(ascii: ",")

    /// Compares a variant with the twin; returns whether they agree.
    static func agrees(
        _ bytes: [UInt8], from start: Int = 0, delimiter: UInt8 = comma, offset: Int = 0, padding: UInt8 = 0x22,
        _ variant: Variant
    ) -> Bool {
        let fast = fastMarks(
            Padded(bytes, offset: offset, padding: padding), from: start, delimiter: delimiter, variant: variant)
        return fast == slowMarks(bytes, from: start, delimiter: delimiter)
    }

    @Test(arguments: Variant.supported)
    func handMade(_ variant: Variant) {
        func marks(_ text: String, from start: Int = 0) -> Marks {
            fastMarks(Padded(Array(text.utf8), padding: 0x22), from: start, delimiter: Self.comma, variant: variant)
        }
        #expect(marks("") == Marks())
        #expect(marks("ab") == Marks())
        #expect(marks("a,b\nc\r\nd\re") == Marks(positions: [1, 3, 5, 8], lines: [1, 2, 3]))
        #expect(marks("\n\r\n\r\r") == Marks(positions: [0, 1, 3, 4], lines: [0, 1, 2, 3]))
        #expect(marks("\"a,\r\n\"\"b\",c\r\n") == Marks(positions: [9, 11], lines: [1], hasQuotes: true))
        #expect(marks("\"a,b") == Marks(hasQuotes: true, endsInQuotes: true))
        #expect(marks("\"\"") == Marks(hasQuotes: true))
        #expect(marks("\"\"\"") == Marks(hasQuotes: true, endsInQuotes: true))
        #expect(marks("x\r\n\"a\"") == Marks(positions: [1], lines: [0], hasQuotes: true))
        // A quote within an unquoted field, and a byte behind a closing quote.
        #expect(marks("a,b\"c\",d") == Marks(positions: [1], brokenAt: 3, hasQuotes: true))
        #expect(marks("a,\"b\"c,d") == Marks(positions: [1], brokenAt: 5, hasQuotes: true))
        #expect(marks("a,\"\" ,d\"") == Marks(positions: [1], brokenAt: 4, hasQuotes: true, endsInQuotes: true))
        // What stands before the start does not matter.
        #expect(marks("\"\r\n,\"a\"", from: 2) == Marks(positions: [2, 3], lines: [0], hasQuotes: true))
        #expect(marks("ab\"c\",", from: 2) == Marks(positions: [5], hasQuotes: true))
        #expect(marks("\"\"\"x", from: 1) == Marks(brokenAt: 3, hasQuotes: true))
        #expect(marks("abc", from: 3) == Marks())
    }

    @Test(arguments: Variant.supported)
    func theDispatchedRoutineIsTheChosenVariant(_ variant: Variant) {
        guard variant.number == aid_variant_chosen() else { return }
        let bytes = Padded(Array("a,\"b\"\r\nc\n".utf8), padding: 0x22)
        var lines: [UInt32] = Array(repeating: 0, count: 80)
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

    /// All texts of up to seven bytes over what matters, at the front and across the edge of two blocks.
    @Test(arguments: Variant.supported)
    func allShortTexts(_ variant: Variant) {
        let alphabet = Array(",\"a\r\n".utf8)
        let front = [UInt8](repeating: UInt8(ascii: "a"), count: 59) + [Self.comma]
        var disagreeing: [[UInt8]] = []
        for length in 0...7 {
            var digits = [Int](repeating: 0, count: length)
            while true {
                let text = digits.map { alphabet[$0] }
                if !Self.agrees(text, variant) { disagreeing.append(text) }
                // Bytes 60 to 66: the edge stands behind the fourth.
                if length >= 5, !Self.agrees(front + text, variant) { disagreeing.append(front + text) }
                guard let raised = digits.lastIndex(where: { $0 < alphabet.count - 1 }) else { break }
                digits[raised] += 1
                for index in (raised + 1)..<max(raised + 1, length) { digits[index] = 0 }
            }
        }
        #expect(disagreeing.isEmpty, "\(disagreeing.count) texts, such as \(disagreeing.first ?? [])")
    }

    /// Every length up to 400, at every alignment and many starts, from plain text to nothing but separators.
    @Test(arguments: Variant.supported)
    func randomTexts(_ variant: Variant) {
        for seed in SeededRandom.seeds(4) {
            var random = SeededRandom(seed)
            for length in 0...400 {
                let offset = (length &* 7 &+ Int(seed) &* 16) % 64
                let delimiter = [Self.comma, UInt8(ascii: "\t"), 0xFE, 0x00].randomElement(using: &random)!
                let bytes = Self.text(length, delimiter, &random)
                let start = Bool.random(using: &random) ? 0 : Int.random(in: 0...length, using: &random)
                let padding = Padded.paddings.randomElement(using: &random)!
                #expect(
                    Self.agrees(
                        bytes, from: start, delimiter: delimiter, offset: offset, padding: padding, variant),
                    "seed \(seed), length \(length), start \(start)"
                )
            }
        }
    }

    @Test(arguments: Variant.supported)
    func everyStartAndAlignment(_ variant: Variant) {
        for seed in SeededRandom.seeds(2) {
            var random = SeededRandom(seed)
            let bytes = Self.text(200, Self.comma, &random)
            for start in 0...200 {
                let padding = Padded.paddings[start % Padded.paddings.count]
                #expect(
                    Self.agrees(bytes, from: start, offset: start % 64, padding: padding, variant),
                    "seed \(seed), start \(start)"
                )
            }
        }
    }

    /// Quoted fields that begin and end at every byte around the edge of two blocks, in order and broken.
    @Test(arguments: Variant.supported)
    func quotesAcrossTheEdgesOfBlocks(_ variant: Variant) {
        let fields = ["\"\"", "\"a\"", "\"a,b\"", "\"a\"\"b\"", "\"\r\n\"", "\"\"\"\"", "a\"b", "\"a\"b", "\"a\" ,\"b\""]
        let separators = [",", "\n", "\r", "\r\n"]
        for field in fields {
            for before in separators {
                for after in separators {
                    for place in 50...70 {
                        var text = String(repeating: "x,", count: place / 2 - 2)
                        text += String(repeating: "y", count: place - text.utf8.count - before.utf8.count)
                        text += before + field + after + "z"
                        #expect(Self.agrees(Array(text.utf8), variant), "\(field.debugDescription) at \(place)")
                        // A long quoted field over whole blocks.
                        let long = "\"" + text.replacing("\"", with: "\"\"") + String(repeating: ",\n", count: 70)
                        #expect(Self.agrees(Array((long + "\"" + after + field).utf8), variant))
                    }
                }
            }
        }
    }

    /// More separators and line ends in a block than are written at a time.
    @Test(arguments: Variant.supported)
    func crowdedBlocks(_ variant: Variant) {
        for separator in [",", "\n", "\r", "\r\n", ",\n"] {
            for every in 1...70 {
                let piece = String(repeating: "x", count: every - 1) + separator
                let text = Array(String(repeating: piece, count: 300 / every + 1).utf8)
                #expect(Self.agrees(text, padding: UInt8(ascii: "\n"), variant), "\(separator.debugDescription)")
            }
        }
    }

    /// Mostly in order, so that the first break does not come at once; thick or thin with separators.
    private static func text(_ length: Int, _ delimiter: UInt8, _ random: inout SeededRandom) -> [UInt8] {
        let thickness = Int.random(in: 1...12, using: &random)
        let disorder = [0, 0, 0, 40, 400].randomElement(using: &random)!
        var bytes: [UInt8] = []
        while bytes.count < length {
            for _ in 0..<Int.random(in: 0...thickness, using: &random) {
                bytes.append([UInt8(ascii: "a"), 0xE4, 0xB8, 0x80, 0xFF].randomElement(using: &random)!)
            }
            if Int.random(in: 0..<4, using: &random) == 0, bytes.last.map({ $0 == delimiter || $0 == 0x0A }) ?? true {
                bytes.append(0x22)
                for _ in 0..<Int.random(in: 0...(3 * thickness), using: &random) {
                    let next = [delimiter, 0x0A, 0x0D, 0x22, UInt8(ascii: "q")].randomElement(using: &random)!
                    bytes += next == 0x22 ? [0x22, 0x22] : [next]
                }
                bytes.append(0x22)
            }
            bytes += [[delimiter], [delimiter], [delimiter], [0x0A], [0x0D], [0x0D, 0x0A]].randomElement(using: &random)!
            if disorder > 0, Int.random(in: 0..<disorder, using: &random) == 0 { bytes.append(0x22) }
        }
        return Array(bytes[..<length])
    }
}
