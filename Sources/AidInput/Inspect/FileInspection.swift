package import AidModel

/// What a file is and what its columns hold, told without a pipeline file.
package struct FileInspection: Sendable {
    /// As the user names it.
    package let name: String
    /// `csv` or `xml`.
    package let format: String
    /// What it was taken out of, from the outermost: `zip`, `excelWorkbook`.
    package let layers: [String]
    /// The same in words.
    package let layerNames: [BilingualText]
    /// Whether it is a table that was made of its last layer.
    package let isTable: Bool
    /// What must be known of how it was taken out: sheets that are not shown.
    package let findings: [Finding]
    package let encoding: String
    package let delimiter: Character?
    /// The element that is one record; nil: the file is CSV, or holds none.
    package private(set) var record: String?
    /// Lines of titles above the header.
    package private(set) var titleCount = 0
    /// What lines above the header say of the unit of amounts, and on which line; nil: nothing.
    package private(set) var unitAbove: (said: String, lineNumber: Int)?
    /// The line on which the header begins, from 1, and how many lines it takes; nil: the file is XML.
    package private(set) var headerLine: Int?
    package private(set) var headerRowCount = 1
    /// Columns at the end that records have and the header has not.
    package private(set) var surplusCount = 0
    /// Lines below the header that are no records: repeated headers, totals, signatures, blanks.
    package private(set) var noRecordCount = 0
    /// The same in words, with where the first of them stand; nil: there are none, and no titles either.
    package private(set) var noRecordLines: BilingualText?
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
        layers = file.layers.map(\.rawValue)
        layerNames = file.layers.map(\.name)
        isTable = file.isTable
        findings = file.findings.map { $0.finding(in: file.name) }
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
                let header = try reader.readHeader { probe.mayBelong(to: $0) }
                // Nothing of a person may stand where a name is shown.
                guard !header.names.contains(where: FileInspection.isValue) else {
                    throw InputError(problem: .recordForHeader, file: name, lineNumber: header.lineNumber)
                }
                titleCount = header.titleCount
                unitAbove = header.unitAbove(.cny).map { ($0.said.shown, $0.lineNumber) }
                headerLine = header.lineNumber
                headerRowCount = header.rows.count
                surplusCount = header.surplusCount
                consumer.noRecordLines.add(titleCount: titleCount)
                consumer.begin(Array(header.names.dropLast(surplusCount)))
                reader.setHeader(header, currency: .cny)
                _ = try reader.read(
                    into: &consumer, columns: Array(consumer.columns.indices), expectedCount: header.names.count)
            } catch {
                throw export.onDisk(error)
            }
            columns = consumer.columns
            recordCount = consumer.recordCount
            oddCount = consumer.oddCount
            noRecordCount = consumer.noRecordLines.counts.reduce(0, +) - titleCount
            noRecordLines = consumer.noRecordLines.text
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
    /// Of so many fields, how many are not empty in all records, from the left.
    private var filledCounts: [Int: Int] = [:]

    /// What most of them have; the greater one of two.
    private var usual: Int { counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0 }

    /// Whether a line may be the header of these records: it has as many cells, but for empty ones at the end of
    /// either, and most of them are filled.
    func mayBelong(to names: [String]) -> Bool {
        guard names.count(where: { !$0.isEmpty }) * 2 > usual else { return false }
        if names.count >= usual { return names[usual...].allSatisfy(\.isEmpty) }
        return names.allSatisfy { !$0.isEmpty } && filledCounts[usual, default: 0] <= names.count
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        counts[record.fieldCount, default: 0] += 1
        let filled = (0..<record.fieldCount).last { !record.field($0).isEmpty }
        filledCounts[record.fieldCount] = max(filledCounts[record.fieldCount] ?? 0, filled.map { $0 + 1 } ?? 0)
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {}
}

/// The records of CSV behind the header.
private struct InspectionConsumer: RecordConsumer, ~Copyable {
    private(set) var columns: [ColumnProfile] = []
    private var names: Set<String> = []
    private(set) var recordCount = 0
    private(set) var oddCount = 0
    var noRecordLines = NoRecordLines()
    private var cleaner = FieldCleaner()
    private let values = ValueReader()

    /// - Parameter names: of the columns.
    mutating func begin(_ names: [String]) {
        columns = names.map { ColumnProfile(name: $0) }
        self.names = Set(names).subtracting([""])
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        if isNoRecord(record) {
            noRecordLines.add(record.line, at: place)
            return
        }
        if isOtherHeader(record) {
            noRecordLines.add(.header, at: place)
            return
        }
        recordCount += 1
        if isLoneText(record) {
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

    mutating func takeNoRecord(
        _ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace
    ) {
        noRecordLines.add(line, at: place)
    }

    /// Whether a line is a header with the columns in another order.
    private mutating func isOtherHeader(_ record: borrowing RecordBuffer) -> Bool {
        var count = 0
        for index in columns.indices {
            let value = cleaner.clean(record.field(index))
            if !value.isEmpty, names.contains(String(decoding: value, as: UTF8.self)) { count += 1 }
        }
        return count >= 3
    }

    /// Whether a line has one cell alone, as the title of another table has: it says nothing of the columns.
    private mutating func isLoneText(_ record: borrowing RecordBuffer) -> Bool {
        guard columns.count >= 3 else { return false }
        var count = 0
        for index in columns.indices where !cleaner.clean(record.field(index)).isEmpty { count += 1 }
        return count == 1
    }

    /// Whether a line is none whatever its columns mean: one of totals or signatures in which a resident ID stands may
    /// be a claim.
    private mutating func isNoRecord(_ record: borrowing RecordBuffer) -> Bool {
        switch record.line {
        case .usual: return false
        case .blank, .header, .skipped, .unit: return true
        case .totals, .signature:
            var blankCount = 0
            for index in columns.indices {
                let value = cleaner.clean(record.field(index))
                if value.isEmpty { blankCount += 1 }
                if case .id = ResidentIDDecoder.decode(value) { return false }
            }
            return record.line == .totals || blankCount > 0
        }
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
