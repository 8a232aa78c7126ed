import AidModel
import AidReport
import AidStatistics
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidTables

/// The tables of a report, written into memory.
struct WrittenTables {
    let tables: ReportTables
    let notes: TableNotes
    let language: Language

    init(_ report: QuarterReport, vintages: [Vintage] = [], language: Language = .zh) {
        tables = ReportTables(report, vintages: vintages)
        notes = TableNotes(tables, sources: SampleReport.sources, language: language)
        self.language = language
    }

    static func bytes(_ write: (inout ByteSink) throws -> Void) rethrows -> [UInt8] {
        var sink = ByteSink()
        try write(&sink)
        return sink.bytes
    }

    func csv(_ name: TableName) -> [UInt8] {
        WrittenTables.bytes { TableCSV.write(tables.table(name), to: &$0) }
    }

    /// The lines of a table, each with the names of its columns.
    func records(_ name: TableName) throws -> [[String: String]] {
        let lines = try #require(CSVLines.read(csv(name)))
        let head = try #require(lines.first)
        return lines.dropFirst().map { line in
            #expect(line.count == head.count)
            return Dictionary(uniqueKeysWithValues: zip(head, line))
        }
    }

    func package(_ files: [TableName: DataPackage.File] = [:]) -> String {
        DataPackage.text(name: "sample", notes: notes, tables: tables.all, files: files)
    }

    func workbook(rowsPerSheet: Int = Workbook.maximumRowCount - 1) throws -> [UInt8] {
        let workbook = Workbook(tables.all, notes: notes, language: language, rowsPerSheet: rowsPerSheet)
        return try WrittenTables.bytes { try workbook.write(to: &$0) }
    }

    /// The parts of the workbook, as text.
    func parts(rowsPerSheet: Int = Workbook.maximumRowCount - 1) throws -> [(name: String, text: String)] {
        try #require(ReadArchive.entries(try workbook(rowsPerSheet: rowsPerSheet))).map {
            (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.bytes, as: UTF8.self))
        }
    }
}

/// RFC 4180 to the letter, in the plainest way; the mark in front is taken off.
enum CSVLines {
    /// nil: it is broken, or has other ends of lines.
    static func read(_ bytes: [UInt8]) -> [[String]]? {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
        var lines: [[String]] = []
        var line: [String] = []
        var field: [UInt8] = []
        var place = 3
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                guard field.isEmpty else { return nil }
                place += 1
                while place < bytes.count {
                    if bytes[place] == UInt8(ascii: "\"") {
                        place += 1
                        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { break }
                    }
                    field.append(bytes[place])
                    place += 1
                }
                guard place < bytes.count, [UInt8(ascii: ","), 13].contains(bytes[place]) else { return nil }
            }
            switch bytes[place] {
            case UInt8(ascii: ","):
                line.append(String(decoding: field, as: UTF8.self))
                field = []
            case 13:
                guard place + 1 < bytes.count, bytes[place + 1] == 10 else { return nil }
                place += 1
                lines.append(line + [String(decoding: field, as: UTF8.self)])
                (line, field) = ([], [])
            case 10: return nil
            default: field.append(bytes[place])
            }
            place += 1
        }
        return line.isEmpty && field.isEmpty ? lines : nil
    }
}
