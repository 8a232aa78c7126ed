import AidModel

/// What a file is and what its columns hold, told without a pipeline file.
package struct FileInspection: Sendable {
    /// As the user names it.
    package let name: String
    /// `csv` or `xml`.
    package let format: String
    package let encoding: String
    package let delimiter: Character?
    /// The element that is one record; nil: the file is CSV, or holds none.
    package private(set) var record: String?
    /// Lines of titles above the header.
    package private(set) var titleCount = 0
    package private(set) var recordCount = 0
    /// Records that are broken, or have not as many fields as the header.
    package private(set) var oddCount = 0
    package private(set) var columns: [ColumnProfile] = []

    /// Reads the whole file.
    ///
    /// - Throws: where it cannot be read to its end.
    package init(
        _ file: InputFile, format: ExportFormat, encoding choice: TextEncodingChoice
    ) throws(InputError) {
        let export = try OpenExport(file, format: format, encoding: choice)
        name = file.name
        encoding = export.encoding.name
        switch export.format {
        case .csv(let delimiter):
            self.format = "csv"
            var probe = FieldCounts()
            var first = try export.csvReader(delimiter: delimiter)
            try? first.readFirst(CSVReader.titleLimit + 1, into: &probe)
            var reader = try export.csvReader(delimiter: delimiter)
            self.delimiter = Character(Unicode.Scalar(reader.delimiter))
            var consumer = InspectionConsumer()
            do throws(InputError) {
                let header = try reader.readHeader {
                    $0.count == probe.usual && $0.count { !$0.isEmpty } * 2 > probe.usual
                }
                // Nothing of a person may stand where a name is shown.
                guard !header.names.contains(where: FileInspection.isValue) else {
                    throw InputError(problem: .recordForHeader, file: name, lineNumber: header.titleCount + 1)
                }
                titleCount = header.titleCount
                consumer.columns = header.names.map { ColumnProfile(name: $0) }
                _ = try reader.read(into: &consumer)
            } catch {
                throw export.onDisk(error)
            }
            columns = consumer.columns
            recordCount = consumer.recordCount
            oddCount = consumer.oddCount
        case .xml(let record):
            self.format = "xml"
            delimiter = nil
            var table = InspectedElements()
            do throws(InputError) {
                _ = try XMLDumpReader(record: record).read(try export.textSource()) { table.take($0) }
            } catch {
                throw export.onDisk(error)
            }
            self.record = table.record
            columns = table.columns
            recordCount = table.recordCount
            oddCount = table.oddCount
        }
    }
}

extension FileInspection {
    /// Whether a name is a value of a record: it has eight digits in a row, or is longer than any name.
    private static func isValue(_ name: String) -> Bool {
        name.count > 60 || name.contains(/[0-9]{8}/)
    }
}

/// How many fields the first records have.
private struct FieldCounts: RecordConsumer {
    private var counts: [Int: Int] = [:]

    /// What most of them have; the greater one of two.
    var usual: Int { counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0 }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        counts[record.fieldCount, default: 0] += 1
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {}
}

/// The records of CSV behind the header.
private struct InspectionConsumer: RecordConsumer, ~Copyable {
    var columns: [ColumnProfile] = []
    private(set) var recordCount = 0
    private(set) var oddCount = 0
    private var cleaner = FieldCleaner()
    private let values = ValueReader()

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        recordCount += 1
        guard record.fieldCount == columns.count else {
            oddCount += 1
            return
        }
        for index in columns.indices {
            let value = cleaner.clean(record.field(index))
            if value.isEmpty { columns[index].takeEmpty() } else { columns[index].take(value, values) }
        }
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        recordCount += 1
        oddCount += 1
    }
}

/// The records of XML; a path that some of them lack is empty in these.
private struct InspectedElements {
    private(set) var columns: [ColumnProfile] = []
    private(set) var recordCount = 0
    private(set) var oddCount = 0
    private(set) var record: String?
    private var placeOfPath: [String: Int] = [:]
    private let values = ValueReader()

    mutating func take(_ element: XMLDumpRecord) {
        recordCount += 1
        guard element.problem == nil else {
            oddCount += 1
            return
        }
        if record == nil { record = element.name }
        var seen: Set<Int> = []
        for value in element.values {
            let place =
                placeOfPath[value.path]
                ?? {
                    var column = ColumnProfile(name: value.path)
                    for _ in 0..<recordCount - 1 { column.takeEmpty() }
                    columns.append(column)
                    placeOfPath[value.path] = columns.count - 1
                    return columns.count - 1
                }()
            // A path that comes several times in one record is looked at once.
            guard seen.insert(place).inserted else { continue }
            let text = FieldCleaner.cleaned(value.text)
            if text.isEmpty {
                columns[place].takeEmpty()
            } else {
                text.utf8.withByteView { columns[place].take($0, values) }
            }
        }
        for place in columns.indices where !seen.contains(place) { columns[place].takeEmpty() }
    }
}
