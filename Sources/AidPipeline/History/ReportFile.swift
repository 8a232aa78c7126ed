import AidInput
import AidReport
import AidText

/// A report.json on the disk.
enum ReportFile {
    private static let byteLimit = 256 << 20

    static func read(_ path: String) throws(RunFailure) -> PublishedReport {
        do {
            let file = try InputFile(name: path, path: path)
            guard file.byteCount <= byteLimit else { throw JSONProblem() }
            return try PublishedReport(try file.allBytes())
        } catch let error as InputError {
            throw RunFailure([error])
        } catch {
            throw RunFailure(HistoryProblem.noReportFile, place: path)
        }
    }
}
