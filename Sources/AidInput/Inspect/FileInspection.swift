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
    /// The element that is one record, or the path of the records of JSON where it was told; nil: the file is CSV, or
    /// holds none.
    package private(set) var record: String?
    /// What else may be one record: elements of XML that come several times in what was taken for one, the deepest
    /// first, and arrays of objects in records of JSON.
    package private(set) var innerRecords: [String] = []
    /// Columns that come several times in one record; the first of them is looked at.
    package private(set) var repeatedNames: Set<String> = []
    /// Names of columns that several have.
    package private(set) var namesTwice: [String] = []
    /// Cells of a workbook whose formulas were never calculated.
    package private(set) var uncalculatedCount = 0
    /// Whether it takes more than its first line, or that below, to tell the columns apart, so that a pipeline file has
    /// to say where the header is.
    package private(set) var headerMustBeTold = false
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
    /// Records of CSV with the same person, days and money as one before them.
    package private(set) var sameRecordCount = 0
    /// Where elements of the name of the records stand, with how many there are: in what elements, and of what
    /// namespaces; the file is XML.
    package private(set) var placesOfRecords: [(place: String, count: Int)] = []
    /// Other elements that hold most of what the records hold.
    package private(set) var elementsLikeRecords: [(place: String, count: Int)] = []

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
            innerRecords = file.findings.flatMap(\.innerLists)
            var consumer = InspectionConsumer()
            do throws(InputError) {
                var header = try reader.readHeader { probe.mayBelong(to: $0) }
                if let shape = FileInspection.shapeOfTwoLines(header, export, delimiter) {
                    reader = try export.csvReader(delimiter: delimiter)
                    header = try reader.readHeader(shape) { _ in true }
                    headerMustBeTold = true
                }
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
            namesTwice = FileInspection.twice(columns.map(\.name))
            uncalculatedCount = consumer.uncalculatedCount
            recordCount = consumer.recordCount
            sameRecordCount = consumer.sameRecords.count
            oddCount = consumer.oddCount
            noRecordCount = consumer.noRecordLines.counts.reduce(0, +) - titleCount
            noRecordLines = consumer.noRecordLines.text
        case .xml(let record):
            self.format = "xml"
            delimiter = nil
            var table = InspectedElements()
            do throws(InputError) {
                _ = try XMLDumpReader(record: record, withAncestors: record != nil).read(try export.textSource()) {
                    table.take($0)
                }
            } catch {
                throw export.onDisk(error)
            }
            let census = XMLElementCensus()
            do throws(InputError) {
                try census.read(try export.textSource())
            } catch {
                throw export.onDisk(error)
            }
            self.record = table.record
            if let name = table.record {
                (placesOfRecords, elementsLikeRecords) = census.likes(of: name)
            }
            innerRecords = table.innerRecords
            repeatedNames = table.repeatedNames
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

    /// Names that come more than once, in their order.
    private static func twice(_ names: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for name in names where !name.isEmpty { counts[name, default: 0] += 1 }
        var seen: Set<String> = []
        return names.filter { counts[$0, default: 0] > 1 && seen.insert($0).inserted }
    }

    /// The header of two lines of which a header is one, if that tells no column from another, or leaves one without a
    /// name, and both together do not.
    private static func shapeOfTwoLines(
        _ header: CSVHeader, _ export: OpenExport, _ delimiter: UInt8?
    ) -> CSVShape? {
        func isClear(_ header: CSVHeader) -> Bool {
            let names = header.names.dropLast(header.surplusCount)
            return !names.contains("") && Set(names).count == names.count
        }
        guard header.rows.count == 1, !isClear(header) else { return nil }
        for line in [header.lineNumber - 1, header.lineNumber] where line >= 1 {
            var shape = CSVShape()
            shape.headerLine = line
            shape.headerRowCount = 2
            guard var reader = try? export.csvReader(delimiter: delimiter),
                let both = try? reader.readHeader(shape, wanted: { _ in true }), isClear(both),
                both.rows[header.lineNumber - line] == header.rows[0],
                // A record has a day, or money.
                !both.rows[1].contains(where: { $0.contains { ("0"..."9").contains($0) } })
            else { continue }
            return shape
        }
        return nil
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
    private(set) var uncalculatedCount = 0
    var noRecordLines = NoRecordLines()
    private var cleaner = FieldCleaner()
    private let values = ValueReader()
    private(set) var sameRecords = SameRecordCounter()

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
        sameRecords.begin()
        for index in columns.indices {
            let value = cleaner.clean(record.field(index))
            if value.isEmpty {
                columns[index].takeEmpty(on: place.lineNumber)
            } else {
                if value.isEqual(to: SheetRows.uncalculated) { uncalculatedCount += 1 }
                sameRecords.take(value, columns[index].take(value, values), at: index)
            }
        }
        sameRecords.end()
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
        case .blank, .note, .header, .skipped, .unit: return true
        case .totals, .signature:
            var blankCount = 0
            for index in columns.indices {
                let value = cleaner.clean(record.field(index))
                if value.isEmpty { blankCount += 1 }
                if case .id = ResidentIDDecoder.decode(value) { return false }
            }
            return record.line != .signature || blankCount > 0
        }
    }
}

/// The records of XML; a path that some of them lack is empty in these.
private struct InspectedElements {
    private(set) var columns: [ColumnProfile] = []
    private(set) var recordCount = 0
    private(set) var oddCount = 0
    private(set) var record: String?
    private(set) var repeatedNames: Set<String> = []
    /// Elements that come several times in a record, with how deep they lie.
    private var inner: [(name: String, depth: Int)] = []
    private var placeOfPath: [String: Int] = [:]
    private let values = ValueReader()

    mutating func take(_ element: XMLDumpRecord) {
        recordCount += 1
        guard element.problem == nil else {
            oddCount += 1
            // One that holds very many others is too long.
            var seen: Set<String> = []
            for value in element.values where !seen.insert(value.path).inserted { noteRepeated(value.path) }
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
            guard seen.insert(place).inserted else {
                noteRepeated(value.path)
                continue
            }
            let text = FieldCleaner.cleaned(value.text)
            if text.isEmpty {
                columns[place].takeEmpty()
            } else {
                _ = text.utf8.withByteView { columns[place].take($0, values) }
            }
        }
        for place in columns.indices where !seen.contains(place) { columns[place].takeEmpty() }
    }

    private static let innerLimit = 6

    /// What may be records in its place, the deepest first.
    var innerRecords: [String] {
        inner.enumerated().sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }
            .map(\.element.name).prefix(InspectedElements.innerLimit).map(\.self)
    }

    private mutating func noteRepeated(_ path: String) {
        guard repeatedNames.insert(path).inserted else { return }
        let steps = path.split(separator: "/").dropLast().map(String.init)
        for (depth, name) in steps.enumerated() where name != ".." && !inner.contains(where: { $0.name == name }) {
            inner.append((name, depth))
        }
    }
}
