import AidInput
import AidModel
import AidRegister

/// A table of what values of a category mean (`valuesFile`): a CSV file of two columns, `value,group`.
struct ValuesFile: Sendable {
    /// Why there is no table.
    enum Failure: Error, Sendable {
        case input(InputError)
        /// - Parameter limit: in bytes.
        case tooLarge(limit: Int)
        /// Standard input or a folder.
        case noFile
    }

    /// What is wrong with a line.
    enum LineProblem: Sendable {
        case wrongHeader
        case fieldCount(Int)
        case broken(RecordProblem)
        case groupEmpty(value: String)
        case valueTwice(String, meaning: String)
        /// The value is a group of the table or of `values`.
        case valueIsAGroup(String, meaning: String)
        /// The group is a value that means another one in `values`.
        case groupRenamed(String, meaning: String)
    }

    /// One line of it, cleaned.
    struct Row: Sendable {
        /// From 1.
        var line: Int
        var value: String
        var group: String
    }

    static let byteLimit = 16 << 20
    /// So many wrong lines are told of one by one.
    private static let toldLimit = 10

    /// As the pipeline file says it.
    let path: String
    let sha256: String
    /// Those that are as they should be.
    let rows: [Row]
    private let wrongLines: [(line: Int, problem: LineProblem)]

    /// Reads a table to its end.
    ///
    /// - Parameters:
    ///   - path: as the pipeline file says it.
    ///   - folder: where it is relative to; ends in `/` unless empty.
    init(_ path: String, in folder: String) throws(Failure) {
        var lines = ValuesLines()
        sha256 = try ValuesFile.read(path, in: folder, into: &lines).sha256
        self.path = path
        rows = lines.isHeaderRight ? lines.rows : []
        // Of a file that is no table nothing more is told: its values may be anybody's.
        wrongLines = lines.isHeaderRight ? lines.wrong : [(1, .wrongHeader)]
    }

    /// Hands out the lines of a small CSV file that a pipeline file names.
    ///
    /// - Returns: the SHA-256 of its bytes, and whether its last line has no end.
    static func read(
        _ path: String, in folder: String, into lines: inout some RecordConsumer
    ) throws(Failure) -> (sha256: String, isCut: Bool) {
        guard path != "-", !path.hasSuffix("/") else { throw .noFile }
        let full = path.hasPrefix("/") ? path : folder + path
        var digest = Digest()
        do throws(InputError) {
            if try InputFile(name: path, path: full).byteCount <= ValuesFile.byteLimit {
                let export = try OpenExport(
                    name: path, path: full, format: .csv(delimiter: UInt8(ascii: ",")), encoding: .auto,
                    observe: { digest.update($0.raw) })
                var reader = try export.csvReader(delimiter: UInt8(ascii: ","))
                _ = try reader.read(into: &lines)
                return (digest.hexadecimal(), try export.lacksFinalLineEnd())
            }
        } catch {
            throw .input(error)
        }
        throw .tooLarge(limit: ValuesFile.byteLimit)
    }

    /// What is wrong with its lines, by themselves and against `values`.
    ///
    /// - Parameters:
    ///   - values: `values` of the same field.
    ///   - place: of `valuesFile`.
    func findings(_ values: CheckedValue, at place: Place) -> [PipelineFinding] {
        var groups = Set(rows.map(\.group))
        var meanings: [String: String] = [:]
        for entry in values.entries {
            let group = entry.key.cleanedAsField
            groups.insert(group)
            for (text, _) in entry.value.textItems { meanings[text.cleanedAsField] = group }
        }
        var wrong = wrongLines
        for row in rows {
            if let meaning = meanings[row.value], meaning != row.group {
                wrong.append((row.line, .valueTwice(row.value, meaning: meaning)))
            } else if row.value != row.group, groups.contains(row.value) {
                wrong.append((row.line, .valueIsAGroup(row.value, meaning: row.group)))
            } else if let meaning = meanings[row.group], meaning != row.group {
                wrong.append((row.line, .groupRenamed(row.group, meaning: meaning)))
            } else {
                meanings[row.value] = row.group
            }
        }
        wrong.sort { $0.line < $1.line }
        let told = wrong.prefix(ValuesFile.toldLimit).map { line, problem in
            PipelineFinding(place, .wrongValuesLine(path: path, line: line, problem))
        }
        guard wrong.count > told.count else { return told }
        return told + [PipelineFinding(place, .moreWrongValuesLines(path: path, count: wrong.count - told.count))]
    }
}

/// Takes the lines of a table one by one.
private struct ValuesLines: RecordConsumer {
    var rows: [ValuesFile.Row] = []
    var wrong: [(line: Int, problem: ValuesFile.LineProblem)] = []
    var isHeaderRight = false

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        let line = place.lineNumber ?? place.recordNumber
        let fields = (0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self).cleanedAsField }
        if place.recordNumber == 1 {
            isHeaderRight = fields.map { $0.lowercased() } == ["value", "group"]
        } else if fields.count != 2 {
            wrong.append((line, .fieldCount(fields.count)))
        } else if fields[1].isEmpty {
            wrong.append((line, .groupEmpty(value: fields[0])))
        } else {
            rows.append(ValuesFile.Row(line: line, value: fields[0], group: fields[1]))
        }
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        wrong.append((place.lineNumber ?? place.recordNumber, .broken(problem)))
    }
}

extension PipelineRules {
    /// Reads the tables that fields name, and holds them against `values`.
    ///
    /// - Parameter folder: what their paths are relative to.
    static func valuesFiles(
        of file: CheckedValue, in folder: String
    ) -> (files: [String: ValuesFile], findings: [PipelineFinding]) {
        var files: [String: ValuesFile] = [:]
        var findings: [PipelineFinding] = []
        for field in file.mappedFields {
            let path = field.value["valuesFile"]
            guard let text = path.text else { continue }
            do throws(ValuesFile.Failure) {
                let table = try ValuesFile(text, in: folder)
                files[field.key] = table
                findings += table.findings(field.value["values"], at: path.place)
            } catch {
                findings.append(PipelineFinding(path.place, .valuesFileUnread(path: text, error)))
            }
        }
        return (files, findings)
    }
}
