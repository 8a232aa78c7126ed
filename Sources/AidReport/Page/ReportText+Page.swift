import AidModel
import AidStatistics
package import AidText

extension ReportText {
    /// `report.html`: the report as one page to look at, on a telephone and on paper.
    ///
    /// It says what `report.md` says, in the same order, with the headline figures in large print
    /// and the charts within. It needs no other file, runs no script and fetches nothing.
    ///
    /// - Throws: where the page's own template is broken.
    package func page() throws(TemplateProblem) -> String {
        let (report, language) = (sections.report, sections.language)
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
            "headNotes": .list(report.isProvisional ? [ReportText.html(sections.labels.provisionalNote)] : []),
            "headlineLabel": .text(labels.headline),
            "cards": .list(Measure.allCases.map(headline.card)),
            "lead": ReportText.html(.words(sections.headlineSentences)),
            "people": .list(sections.people.map(ReportText.html)),
            "contentsLabel": .text(labels.contents),
            "sections": .list(PageSection.sections(of: body).map(\.values)),
        ])
    }

    static func html(_ text: InlineText) -> TemplateValue {
        .text(text.html)
    }
}
