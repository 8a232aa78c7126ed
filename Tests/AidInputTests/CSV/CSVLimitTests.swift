import TestSupport
@testable import AidInput
import Testing

/// No record is longer than 1 MiB, its line end included; one that is costs its first line.
struct CSVLimitTests {
    private static let limit = CSVReader.recordLimit
    private static let sizes = [4096, (512 << 10) + 1]

    /// The outcomes, long fields as their length; the same for pieces of any size.
    private func outcomes(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> [[String]] {
        let bytes = Array(text.utf8)
        let whole = CSVReading(bytes)
        for size in Self.sizes { #expect(CSVReading(bytes, pieceSize: size) == whole, sourceLocation: sourceLocation) }
        return whole.outcomes.map { $0.map { $0.utf8.count > 99 ? "\($0.utf8.count)" : $0 } }
    }

    private func x(_ count: Int) -> String { String(repeating: "x", count: count) }

    @Test("A record of exactly 1 MiB, and one byte more", arguments: ["\n", "\r\n"])
    func unquoted(end: String) {
        let room = Self.limit - end.utf8.count
        #expect(outcomes("a\n" + x(room) + end + "b" + end) == [["a"], ["\(room)"], ["b"]])
        #expect(
            outcomes("a\n" + x(room + 1) + end + "b" + end) == [
                ["a"], ["! line 2: the record is longer than 1 MiB"], ["b"],
            ])
        #expect(outcomes(x(3 * Self.limit) + end + "b") == [["! line 1: the record is longer than 1 MiB"], ["b"]])
    }

    @Test("A record has as many fields as a sheet has columns, and no more, be they all empty")
    func manyFields() {
        let most = String(repeating: ",", count: CSVReader.fieldLimit - 1)
        let tooMany = "more than 16384 fields"
        #expect(outcomes("a\n\(most)\nb\n").map(\.count) == [1, CSVReader.fieldLimit, 1])
        #expect(outcomes("a\n\(most),\nb\n") == [["a"], ["! line 2: \(tooMany)"], ["b"]])
        #expect(outcomes("\"x\n\"\(most),\nb") == [["! line 1: \(tooMany)"], ["b"]])
        #expect(CSVReading(Array("\(most)x\nb\n".utf8), hasHeader: true).header?.count == CSVReader.fieldLimit)
        #expect(
            CSVReading(Array("\(most),x\nb\n".utf8), hasHeader: true).error?.problem == .brokenHeader(.tooManyFields))
    }

    @Test("The last record may end with the file")
    func lastRecord() {
        #expect(outcomes("a\n" + x(Self.limit - 1)) == [["a"], ["\(Self.limit - 1)"]])
        #expect(outcomes("a\n" + x(Self.limit + 1)) == [["a"], ["! line 2: the record is longer than 1 MiB"]])
        #expect(outcomes(x(2 * Self.limit)) == [["! line 1: the record is longer than 1 MiB"]])
    }

    @Test("Line ends that lie across the limit count once", arguments: ["", "\"", "x\""])
    func lineEndsAcrossTheLimit(start: String) {
        for length in Self.limit - 2...Self.limit {
            for (end, count) in [("\n", 1), ("\r\n", 1), ("\r", 1), ("\r\r\n", 2)] {
                let text = start + x(length - start.utf8.count) + end + "b\n\"c"
                let found = CSVReading(Array(text.utf8)).outcomes
                #expect(found.count == 3)
                #expect(
                    found.suffix(2) == [["b"], ["! line \(2 + count): a quote that is never closed"]],
                    "\(length), \(end.debugDescription)")
            }
        }
    }

    @Test("A quote that is never closed costs one record, wherever it stands in a large file")
    func unclosed() {
        let lines = (0..<40_000).map { "HZ\($0),中,1.00,\(x(30))" }
        for broken in [0, 20_000, 39_999] {
            var text = lines
            text[broken] = "\"" + text[broken]
            let reading = CSVReading(Array(text.joined(separator: "\n").utf8))
            #expect(reading.entries.count == lines.count)
            let problems = reading.outcomes.filter { $0[0].hasPrefix("!") }
            #expect(problems == [["! line \(broken + 1): a quote that is never closed"]])
        }
    }

    @Test("Several that are never closed")
    func severalUnclosed() {
        var lines = (0..<60_000).map { "HZ\($0),中,1.00,\(x(30))" }
        // Further apart than the longest record, so that none closes another.
        lines[3] += ",\"a"
        lines[32_000] = "\"" + lines[32_000]
        lines[59_999] += "\""
        let reading = CSVReading(Array(lines.joined(separator: "\r\n").utf8))
        #expect(reading.entries.count == lines.count)
        #expect(
            reading.outcomes.filter { $0[0].hasPrefix("!") } == [
                ["! line 4: a quote that is never closed"], ["! line 32001: a quote that is never closed"],
                ["! line 60000: a quote inside an unquoted field"],
            ])
    }

    @Test("A quoted record that is longer costs its first line")
    func quotedTooLong() {
        let text = "\"a\n" + x(Self.limit) + "\nb\",c\nd\n"
        #expect(
            outcomes(text) == [
                ["! line 1: a quote that is never closed"], ["! line 2: the record is longer than 1 MiB"],
                ["! line 3: a quote inside an unquoted field"], ["d"],
            ])
        #expect(
            outcomes("a\n\"" + x(Self.limit) + "\",c\nd\n") == [
                ["a"], ["! line 2: the record is longer than 1 MiB"], ["d"],
            ])
    }

    @Test("Records of all lengths fill the window, move in it and make it grow")
    func manyLengths() {
        var random = SeededRandom(11)
        var text = ""
        while text.utf8.count < 2 << 20 {
            let length = [3, 50, 1000, 70_000, 900_000][Int.random(in: 0..<5, using: &random)]
            let field = String(repeating: ["x", "中", "\"\""].randomElement(using: &random) ?? "", count: length / 3)
            text += "\(length),\"\(field)\"" + (["\n", "\r\n", "\r"].randomElement(using: &random) ?? "")
        }
        let bytes = Array(text.utf8)
        let plain = CSVTwin.read(bytes)
        for size in [4096, 512 << 10] {
            #expect(CSVReading(bytes, pieceSize: size) == plain, "pieces of \(size)")
        }
    }
}
