package import AidModel
import AidStatistics
import AidText

/// What a reader of the tables must know: what they are of, what they mean, and on what they stand.
package struct TableNotes: Sendable {
    /// One thing, and what it is.
    package struct Line: Sendable {
        package let name: String
        package let text: String
    }

    package let title: BilingualText
    /// In the language of the report.
    package let lines: [Line]
    /// The files from which all comes.
    package let sources: [String]

    package init(_ tables: ReportTables, sources: ReportSources, language: Language) {
        let report = tables.report
        let words = Wording(language: language)
        title = report.programme.title
        var lines = [Line(name: words.labels.quarter, text: words.quarter(report.quarter))]
        if report.isProvisional {
            lines.append(Line(name: TableWord(.provisional).title(language), text: words.labels.provisionalNote.plain))
        }
        lines += tables.all.map { Line(name: $0.name.title(language), text: $0.name.meaning(language)) }
        lines += Definition.needed(by: report).map {
            Line(
                name: words.labels.definitionsHeading,
                text: $0.text(minGroup: report.minGroup, pPercent: report.pPercent?.text)(language))
        }
        // Notes are about records one by one.
        lines += report.findings.filter { $0.level != .note }.map {
            Line(name: words.name($0.level), text: $0.message(language))
        }
        let file = sources.pipelineFile
        let inputs =
            report.publishedInputs.map { TableNotes.source(words.name($0), $0.sha256) }
            + report.tableFiles.map { TableNotes.source($0.name, $0.sha256) }
        self.sources = inputs + [TableNotes.source(file.name, file.sha256)]
        lines += inputs.map { Line(name: words.labels.inputsHeading, text: $0) }
        lines.append(
            Line(
                name: words.labels.sourcesHeading,
                text: words.sources(pipelineFile: file.name, sha256: file.sha256, version: sources.version).plain))
        self.lines = lines
    }

    private static func source(_ name: String, _ sha256: String?) -> String {
        name + (sha256.map { " (SHA-256 \($0))" } ?? "")
    }
}
