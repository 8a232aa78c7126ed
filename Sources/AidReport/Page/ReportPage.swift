package import AidModel
package import AidStatistics
package import AidText

/// `report.html`: the report as one page to look at, on a telephone and on paper.
///
/// It says what `report.md` says, in the same order, with the headline figures in large print
/// and the charts within. It needs no other file, runs no script and fetches nothing.
package enum ReportPage {
    /// - Throws: where the page's own template is broken.
    package static func text(
        _ report: QuarterReport, sources: ReportSources, language: Language
    ) throws(TemplateProblem) -> String {
        let sections = ReportSections(report, sources: sources, language: language)
        let headline = PageHeadline(sections: sections)
        let labels = sections.chartLabels
        let title = report.programme.title(language)
        let quarter = sections.marked(sections.words.quarter(report.quarter))
        return try Template(PageTemplate.text, escaping: .html).filled(with: [
            "language": language == .zh ? "zh-CN" : "en",
            "pageTitle": .text(sections.words.title(programme: title, quarter: quarter).plain),
            "styleSheet": .text(PageStyle.sheet),
            "programme": .text(VisibleText.of(title)),
            "quarter": .text(quarter),
            "headNotes": .list(report.isProvisional ? [html(sections.labels.provisionalNote)] : []),
            "headlineLabel": .text(labels.headline),
            "cards": .list(Measure.allCases.map(headline.card)),
            "lead": html(.words(sections.headlineSentences)),
            "people": .list(sections.people.map(html)),
            "contentsLabel": .text(labels.contents),
            "sections": .list(PageSection.sections(of: sections.body).map(\.values)),
        ])
    }

    static func html(_ text: InlineText) -> TemplateValue {
        .text(text.html)
    }
}
