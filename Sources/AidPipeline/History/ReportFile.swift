import AidInput
import AidModel
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
            throw RunFailure(
                .dataRefused, code: "no-report", place: path, zh: "这不是 aidstats 的 report.json",
                en: "this is no report.json of aidstats",
                mend: BilingualText(
                    zh: "请给出 aidstats run 写出的 report.json", en: "name a report.json that aidstats run has written"))
        }
    }
}
