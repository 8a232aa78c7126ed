import AidInput
import AidModel

/// The people of a standard population (`members.standard.weights`): a CSV file with a column for each field of
/// `by`, in that order, and `weight`.
///
///     age,sex,weight
///     18–29,男,132000
struct WeightsFile: Sendable {
    /// What is wrong with a line.
    enum LineProblem: Sendable {
        /// - Parameter expected: the columns.
        case wrongHeader(expected: [String])
        case fieldCount(Int, expected: Int)
        case broken(RecordProblem)
        case badWeight(String)
        case twice(line: Int)
        /// A number that lost its end looks like another one.
        case noFinalLineEnd
        case noLines
    }

    /// As the pipeline file says it.
    let path: String
    let sha256: String
    /// By the bytes of the values; none for 未填.
    let weights: [[[UInt8]]: Int]

    /// So many wrong lines are told of one by one.
    private static let toldLimit = 10

    /// Reads the file that a pipeline file names.
    ///
    /// - Parameter folder: what its path is relative to.
    /// - Returns: nil where it names none; no file where something is wrong.
    static func read(_ file: CheckedValue, in folder: String) -> (file: WeightsFile?, findings: [PipelineFinding])? {
        let path = file.standard["weights"]
        guard let text = path.text else { return nil }
        var lines = WeightsLines(fields: file.standard["by"].textItems.map(\.text))
        do throws(ValuesFile.Failure) {
            let (sha256, isCut) = try ValuesFile.read(text, in: folder, into: &lines)
            lines.finish(isCut: isCut)
            let findings = lines.wrong.prefix(toldLimit).map { line, problem in
                PipelineFinding(path.place, .wrongWeightsLine(path: text, line: line, problem))
            }
            let read = WeightsFile(path: text, sha256: sha256, weights: lines.weights)
            return (findings.isEmpty ? read : nil, findings)
        } catch {
            return (nil, [PipelineFinding(path.place, .valuesFileUnread(path: text, error))])
        }
    }
}

/// Takes the lines of the file one by one.
private struct WeightsLines: RecordConsumer {
    let fields: [String]
    private(set) var wrong: [(line: Int, problem: WeightsFile.LineProblem)] = []
    private(set) var weights: [[[UInt8]]: Int] = [:]
    private var lines: [[[UInt8]]: Int] = [:]
    private var isHeaderRight = false
    private var lastLine = 1

    init(fields: [String]) {
        self.fields = fields
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        let line = place.lineNumber ?? place.recordNumber
        lastLine = line
        let cells = (0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self).cleanedAsField }
        if place.recordNumber == 1 {
            isHeaderRight = cells == fields + ["weight"]
            // Of a file that is no such table nothing more is told.
            if !isHeaderRight { wrong = [(1, .wrongHeader(expected: fields + ["weight"]))] }
        } else if isHeaderRight, cells.contains(where: { !$0.isEmpty }) {
            guard cells.count == fields.count + 1 else {
                wrong.append((line, .fieldCount(cells.count, expected: fields.count + 1)))
                return
            }
            let cell = cells.dropLast().map { EmptyGroup.group(named: $0).map { Array($0.utf8) } ?? [] }
            guard let weight = MembersFile.count(cells[fields.count]) else {
                wrong.append((line, .badWeight(cells[fields.count])))
                return
            }
            if let first = lines[cell] { wrong.append((line, .twice(line: first))) }
            lines[cell] = line
            weights[cell] = weight
        }
    }

    /// - Parameter isCut: whether the last line has no end.
    mutating func finish(isCut: Bool) {
        if wrong.isEmpty, weights.isEmpty { wrong.append((1, .noLines)) }
        if isCut, isHeaderRight { wrong.append((lastLine, .noFinalLineEnd)) }
        wrong.sort { $0.line < $1.line }
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        wrong.append((place.lineNumber ?? place.recordNumber, .broken(problem)))
    }
}
