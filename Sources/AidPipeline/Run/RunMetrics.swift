import AidModel
import AidStatistics
import Foundation

/// The metrics of a run in Prometheus' text form, for whoever watches over unattended runs.
///
/// They are written whether the run succeeds or not, in one step; the last success stays known
/// through runs that fail.
///
/// - Units: seconds; records; the currency's minor unit.
/// - Source: Prometheus, “Exposition formats”, text-based format 0.0.4.
struct RunMetrics {
    private static let successName = "aidstats_last_success_timestamp_seconds"

    let path: String
    /// The pipeline file's name without its folder.
    let pipelineName: String
    let clock: RunClock

    func write(_ report: QuarterReport) throws(RunFailure) {
        let now = Date()
        let balance = report.balance
        var lines = common(exitCode: .done, now: now, lastSuccess: RunMetrics.seconds(now))
        lines += metric("aidstats_records", "Records read.", [("", balance.records.recordCount)])
        lines += metric(
            "aidstats_rejected_records", "Records that could not be counted.", [("", balance.rejected.recordCount)])
        lines += metric(
            "aidstats_scaffolding_lines", "Lines that are no records, such as totals.",
            [("", balance.scaffolding.recordCount)])
        lines += metric(
            "aidstats_input_bytes", "Bytes of all inputs.", [("", report.inputs.reduce(0) { $0 + $1.byteCount })])
        lines += metric(
            "aidstats_figures", "Figures of the reported quarter; money in the minor unit.",
            Measure.allCases.map { (",quarter=\"\(report.quarter)\",measure=\"\($0.rawValue)\"", report.figures[$0]) })
        try write(lines)
    }

    /// After a run that failed; what goes wrong with the metrics then is the lesser trouble.
    func write(failed exitCode: ExitCode) {
        try? write(common(exitCode: exitCode, now: Date(), lastSuccess: lastSuccess))
    }

    private func common(exitCode: ExitCode, now: Date, lastSuccess: String?) -> String {
        let milliseconds = Int((now.timeIntervalSince(clock.start) * 1000).rounded())
        var lines = metric(
            "aidstats_last_run_exit_code", "How the last run ended; 0 is success.", [("", exitCode.rawValue)])
        lines += metric(
            "aidstats_last_run_timestamp_seconds", "When the last run ended.", [("", RunMetrics.seconds(now))])
        lines += metric(
            "aidstats_last_run_duration_seconds", "How long the last run took.",
            [("", "\(milliseconds / 1000).\(String(milliseconds % 1000 + 1000).dropFirst())")])
        if let lastSuccess {
            lines += metric(RunMetrics.successName, "When a run last succeeded.", [("", lastSuccess)])
        }
        return lines
    }

    private func metric(
        _ name: String, _ help: String, _ samples: [(labels: String, value: some CustomStringConvertible)]
    )
        -> String
    {
        let lines = samples.map { "\(name){pipeline=\"\(label)\"\($0.labels)} \($0.value)\n" }
        return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + lines.joined()
    }

    /// A label's value: backslash, quote and line end are written as escapes.
    private var label: String {
        pipelineName.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }

    private var lastSuccess: String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix(RunMetrics.successName + "{") }
        return line?.split(separator: " ").last.flatMap { Int($0) }.map(String.init)
    }

    private func write(_ text: String) throws(RunFailure) {
        try OutputFolder.replaceFile(path, with: Array(text.utf8), mode: 0o644)
    }

    private static func seconds(_ date: Date) -> String {
        String(Int(date.timeIntervalSince1970))
    }
}
