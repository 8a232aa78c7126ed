import AidReport
import AidStatistics

/// The reports that a pipeline file asks for; report.json is always written, since
/// programs and later runs read it.
enum ReportFiles {
    static let jsonName = "report.json"

    static func files(_ report: QuarterReport, sources: ReportSources, pipeline: PipelineFile) -> [OutputFile] {
        var files = [OutputFile(name: jsonName, bytes: ReportJSON.bytes(report, sources: sources))]
        if pipeline.reports.contains(.markdown) {
            let text = ReportMarkdown.text(report, sources: sources, language: pipeline.language)
            files.append(OutputFile(name: "report.md", bytes: Array(text.utf8)))
        }
        return files
    }
}
