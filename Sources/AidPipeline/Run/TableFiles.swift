import AidModel
import AidRegister
import AidReport
import AidStatistics
import AidTables
import AidText
import Synchronization

/// The tables that a pipeline file asks for: files in `tables`, and a workbook.
enum TableFiles {
    static let folder = "tables"
    static let folderNames = Set(TableName.allCases.map { DataPackage.fileName($0) } + [DataPackage.fileName])
    static let workbookName = Workbook.fileName

    /// The file for people that has every group of every breakdown.
    static func groupsFile(of pipeline: PipelineFile) -> String {
        if pipeline.reports.contains(.xlsx) { return workbookName }
        return pipeline.reports.contains(.csv)
            ? "\(folder)/\(DataPackage.fileName(.groups))" : ReportFiles.jsonName
    }

    static func files(
        _ report: QuarterReport, sources: ReportSources, pipeline: PipelineFile, vintages: [Vintage]
    ) -> [OutputFile] {
        guard pipeline.reports.contains(where: { $0 == .csv || $0 == .xlsx }) else { return [] }
        let tables = ReportTables(report, vintages: vintages)
        let notes = TableNotes(tables, sources: sources, language: pipeline.language)
        var files: [OutputFile] = []
        if pipeline.reports.contains(.csv) {
            files += package(
                tables.all, name: "\(report.programme.name)-\(report.quarter)".lowercased(), notes: notes)
        }
        if pipeline.reports.contains(.xlsx) {
            let workbook = Workbook(tables.all, notes: notes, language: pipeline.language)
            files.append(OutputFile(name: workbookName) { sink in try workbook.write(to: &sink) })
        }
        return files
    }

    /// The tables as CSV, and last what describes them, which holds the digests of the files before it.
    private static func package(_ tables: [ReportTable], name: String, notes: TableNotes) -> [OutputFile] {
        let written = WrittenFiles()
        return tables.map { table in
            OutputFile(name: "\(folder)/\(DataPackage.fileName(table.name))") { sink in
                var digest = Digest()
                var byteCount = 0
                sink.append { bytes in
                    bytes.withUnsafeBytes { digest.update($0) }
                    byteCount += bytes.count
                } _: {
                    TableCSV.write(table, to: &$0)
                }
                written.note(DataPackage.File(byteCount: byteCount, sha256: digest.hexadecimal()), as: table.name)
            }
        } + [
            OutputFile(name: "\(folder)/\(DataPackage.fileName)") { sink in
                let text = DataPackage.text(name: name, notes: notes, tables: tables, files: written.all)
                sink.append(text)
            }
        ]
    }

    /// What is known of files once they are written.
    private final class WrittenFiles: Sendable {
        private let files = Mutex<[TableName: DataPackage.File]>([:])

        var all: [TableName: DataPackage.File] { files.withLock { $0 } }

        func note(_ file: DataPackage.File, as name: TableName) { files.withLock { $0[name] = file } }
    }

    /// Does what writes a file, and says it in our words where a table could not be written.
    static func telling(_ path: String, _ write: () throws -> Void) throws(RunFailure) {
        do {
            try write()
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw RunFailure(
                RunProblem.tablesFailed(isTooLarge: error as? TableProblem == .partTooLarge), place: path)
        }
    }
}
