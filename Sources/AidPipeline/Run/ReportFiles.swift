import AidModel
import AidReport
import AidStatistics
import AidText

/// The reports that a pipeline file asks for; report.json is always written, since
/// programs and later runs read it.
enum ReportFiles {
    static let jsonName = "report.json"

    static func files(
        _ report: QuarterReport, sources: ReportSources, pipeline: PipelineFile
    ) throws(RunFailure) -> [OutputFile] {
        var files = [OutputFile(name: jsonName, bytes: ReportJSON.bytes(report, sources: sources))]
        if pipeline.reports.contains(.markdown) {
            let text = ReportMarkdown.text(report, sources: sources, language: pipeline.language)
            files.append(OutputFile(name: "report.md", bytes: Array(text.utf8)))
            files += ReportMarkdown.charts(report, sources: sources, language: pipeline.language).map {
                OutputFile(name: $0.fileName, bytes: Array($0.file.utf8))
            }
        }
        if pipeline.reports.contains(.html) {
            let page = try page(report, sources: sources, language: pipeline.language)
            files.append(OutputFile(name: "report.html", bytes: Array(page.utf8)))
        }
        return files
    }

    private static func page(
        _ report: QuarterReport, sources: ReportSources, language: Language
    ) throws(RunFailure) -> String {
        do throws(TemplateProblem) {
            return try ReportPage.text(report, sources: sources, language: language)
        } catch {
            throw RunFailure(
                .ownFault, code: "broken-template", place: "report.html:\(error.lineNumber):\(error.columnNumber)",
                zh: "网页模板有误，这是程序的错误；没有写出任何结果",
                en: "the page's template is broken, which is this program's own fault; nothing was written",
                mend: BilingualText(
                    zh: "请报告此问题；在流程文件的 reports 中去掉 html 可先得到其余报告",
                    en: "please report it; without html in `reports` of the pipeline file the others are written"))
        }
    }
}
