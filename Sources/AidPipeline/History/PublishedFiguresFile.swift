import AidInput
import AidRegister
package import AidModel

/// Figures published before there were exports, as a CSV file gives them (`publish --import FILE`).
///
///     quarter,publishedOn,period,recipients,personTimes,amount,note
///     2020Q3,2020-10-20,quarter,72.7万,77.2万,9800万元,
///     2020Q3,2020-10-20,cumulative,243.8万,1924.7万,24.05亿元,
///
/// Figures stand as they were printed (see `PrintedFigure`); an empty one was not published. The
/// columns may have Chinese names, and `recipientsPrecision` and its like beside them say to what
/// a figure was rounded, written as figures are: `100`, `1万`, `100万元`.
///
/// - Shape: one vintage a quarter, oldest quarter first; its totals alone.
package struct PublishedFiguresFile: Sendable {
    /// Of the file as it lies on disk.
    package let sha256: String
    /// Each with the number 1 and no reason, to be numbered by the ledger.
    package let vintages: [Vintage]

    /// - Parameters:
    ///   - name: what messages call the file.
    ///   - path: where it is; `-` is standard input.
    ///   - zone: of the programme.
    /// - Throws: everything that is wrong with the file, in the order of its lines.
    package init(name: String, path: String, currency: Currency, zone: ZoneOffsets = .shanghai) throws(RunFailure) {
        var digest = Digest()
        let table: (header: [String], rows: PublishedRows, isCut: Bool)
        do throws(InputError) {
            let export = try OpenExport(name: name, path: path, format: .csv(delimiter: nil), encoding: .auto) {
                digest.update($0.raw)
            }
            do throws(InputError) {
                table = try PublishedFiguresFile.read(export)
            } catch {
                throw export.onDisk(error)
            }
        } catch {
            throw RunFailure([error])
        }
        sha256 = digest.hexadecimal()
        let columns = PublishedColumns(table.header)
        guard columns.problems.isEmpty else { throw RunFailure(columns.problems.map { ($0, "\(name):1") }) }
        var check = PublishedCheck(name: name, columns: columns)
        var rows: [PublishedRow] = []
        for row in table.rows.rows {
            switch row.content {
            case .malformed(let problem):
                check.report(.malformedRecord(problem), row.lineNumber, nil)
            case .cells(let cells):
                let read = PublishedRow(
                    cells, lineNumber: row.lineNumber, columns: columns, currency: currency, zone: zone
                ) {
                    check.report($0, row.lineNumber, $1)
                }
                if let read { rows.append(read) }
            }
        }
        // A figure that lost its end looks like another one, and nothing in a ledger can be taken back.
        if table.isCut { check.report(.noFinalLineEnd, nil, nil) }
        if table.rows.rows.isEmpty { check.report(.noRows, nil, nil) }
        check.compare(rows)
        guard check.problems.isEmpty else { throw RunFailure(check.sortedProblems) }
        vintages = PublishedFiguresFile.vintages(rows, sha256: sha256)
    }

    private static func read(_ export: OpenExport) throws(InputError) -> (
        header: [String], rows: PublishedRows, isCut: Bool
    ) {
        var reader = try export.csvReader(delimiter: nil)
        let header = try reader.readHeader()
        var rows = PublishedRows()
        _ = try reader.read(into: &rows, expectedCount: header.count)
        let isCut = try export.lacksFinalLineEnd()
        try export.file.checkUnchanged()
        return (header, rows, isCut)
    }

    private static func vintages(_ rows: [PublishedRow], sha256: String) -> [Vintage] {
        let quarters = Dictionary(grouping: rows, by: \.quarter).sorted { $0.key < $1.key }
        return quarters.compactMap { quarter, rows in
            guard let first = rows.first else { return nil }
            let cells = PublishedCell.Period.allCases.compactMap { period in
                rows.first { $0.period == period }.map {
                    PublishedCell(period: period, group: nil, content: .figures($0.figures))
                }
            }
            var notes: [String] = []
            for row in rows where !row.note.isEmpty && !notes.contains(row.note) { notes.append(row.note) }
            return Vintage(
                quarter: quarter, number: 1, publishedOn: first.publishedOn, reason: nil,
                note: notes.isEmpty ? nil : notes.joined(separator: "；"), isProvisional: false,
                origin: .imported(sha256: sha256), cells: cells)
        }
    }
}

/// Keeps the rows of a small file, cleaned; those with nothing in them are passed over.
private struct PublishedRows: RecordConsumer {
    enum Content {
        case cells([String])
        case malformed(RecordProblem)
    }

    private(set) var rows: [(lineNumber: Int, content: Content)] = []

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        var cleaner = FieldCleaner()
        var cells: [String] = []
        for index in 0..<record.fieldCount {
            cells.append(String(decoding: cleaner.clean(record.field(index), as: .number), as: UTF8.self))
        }
        guard cells.contains(where: { !$0.isEmpty }) else { return }
        rows.append((place.lineNumber ?? 0, .cells(cells)))
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        rows.append((place.lineNumber ?? 0, .malformed(problem)))
    }
}
