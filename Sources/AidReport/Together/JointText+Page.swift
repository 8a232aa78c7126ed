import AidModel
import AidStatistics
package import AidText

extension JointText {
    /// The page: what the Markdown says, with the figures of all programmes together in large print.
    ///
    /// - Throws: where the page's own template is broken.
    package func page() throws(TemplateProblem) -> String {
        let chartLabels = words.chartLabels
        return try Template(PageTemplate.text, escaping: .html).filled(with: [
            "language": words.language == .zh ? "zh-CN" : "en",
            "pageTitle": .text(title.plain),
            "styleSheet": .text(PageStyle.sheet),
            "programme": .text(titles.plain),
            "quarter": .text(words.quarter(report.quarter)),
            "headNotes": .list(notes.isEmpty ? [] : [ReportText.html(words.labels.provisionalNote)]),
            "headlineLabel": .text(chartLabels.headline),
            "cards": .list(Measure.allCases.compactMap(card)),
            "lead": ReportText.html(sentence),
            "people": .list([]),
            "contentsLabel": .text(chartLabels.contents),
            "sections": .list(PageSection.sections(of: body).map(\.values)),
        ])
    }

    /// nil: the figure is not shown.
    private func card(_ measure: Measure) -> TemplateValue? {
        let value =
            measure == .recipients
            ? report.people(.quarter).any.value.map { Int128($0) } : report.sum(measure, .quarter).value
        guard let value else { return nil }
        let short = words.spoken(value, measure, currency)
        let exact = words.quantity(
            NumberStyle.exact(value, decimals: measure.decimals(currency)), measure, currency)
        return [
            "name": .text(words.name(measure)), "figure": .text(short), "exact": .text(short == exact ? "" : exact),
            "changes": .list([]),
        ]
    }
}
