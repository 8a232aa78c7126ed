import AidModel
import AidNews
import AidReport
import AidStatistics
import AidText

/// The reports that a pipeline file asks for; report.json and facts.json are always written, since
/// programs, commands and later runs read them.
enum ReportFiles {
    static let jsonName = "report.json"
    /// A report on more takes long to write.
    private static let manyGroups = 10_000

    /// - Parameters:
    ///   - vintages: what was published before; they tell where a published figure came from.
    ///   - rejects: the list of them.
    ///   - differences: the claims that were paid otherwise than the rules say; nil: there are no rules.
    static func files(
        _ report: QuarterReport, sources: ReportSources, pipeline: PipelineFile,
        templates: [Language: NewsTemplates], vintages: [Vintage], rejects: [UInt8],
        differences: [UInt8]?
    ) throws(RunFailure) -> [OutputFile] {
        let facts = FactBuilder.facts(
            report, run: FactSource.Run(report, sources), rounding: pipeline.news.rounding, vintages: vintages)
        let sourced = SourcedReport(report, sources: sources)
        var json = OutputFile(name: jsonName) { ReportDocument.document.write(sourced, to: &$0) }
        // Its digest is needed before it is written.
        if report.breakdowns.reduce(0, { $0 + $1.groups.count }) > manyGroups {
            try TableFiles.telling(jsonName) { json = try json.madeOnce() }
        }
        var files = [
            json,
            OutputFile(name: FactDocument.fileName) { FactDocument.document.write(facts, to: &$0) },
        ]
        let text = ReportText(
            report, sources: sources, language: pipeline.language, groupsFile: TableFiles.groupsFile(of: pipeline))
        if pipeline.reports.contains(.markdown) {
            files.append(OutputFile(name: "report.md", bytes: Array(text.markdown.utf8)))
            files += text.charts.map {
                OutputFile(name: $0.fileName, bytes: Array($0.file.utf8))
            }
            let answer = FactsRequest.Answer(facts: facts, templates: templates, language: pipeline.language)
            for language in Language.allCases {
                let news = NewsMarkdown.text(try answer.news(language))
                files.append(OutputFile(name: NewsMarkdown.fileName(language), bytes: Array(news.utf8)))
            }
        }
        if pipeline.reports.contains(.html) {
            let page = try page(text)
            files.append(OutputFile(name: "report.html", bytes: Array(page.utf8)))
        }
        files += TableFiles.files(report, sources: sources, pipeline: pipeline, vintages: vintages)
        files.append(OutputFile(name: "rejects.csv", bytes: rejects, mode: 0o600))
        if let differences { files.append(OutputFile(name: RulesFile.name, bytes: differences, mode: 0o600)) }
        return files
    }

    private static func page(_ text: ReportText) throws(RunFailure) -> String {
        do throws(TemplateProblem) {
            return try text.page()
        } catch {
            throw RunFailure(
                RunProblem.pageTemplateBroken, place: "report.html:\(error.lineNumber):\(error.columnNumber)")
        }
    }
}

extension FactSource.Run {
    fileprivate init(_ report: QuarterReport, _ sources: ReportSources) {
        self.init(
            inputs: report.publishedInputs.map { Input(name: $0.name, fileCount: $0.fileCount, sha256: $0.sha256) }
                + report.tableFiles.map { Input(name: $0.name, fileCount: 1, sha256: $0.sha256) },
            pipelineFile: sources.pipelineFile, version: sources.version)
    }
}
