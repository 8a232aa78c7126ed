package import AidModel
package import AidStatistics
import AidText

/// Several programmes side by side, for people: Markdown, a page and a table for the terminal, all of the same blocks.
package struct JointText: Sendable {
    let report: JointReport
    let words: Wording
    let labels: JointLabels

    package init(_ report: JointReport, language: Language) {
        self.report = report
        words = Wording(language: language)
        labels = JointLabels(language: language)
    }

    package var markdown: String { blocks.map(\.markdown).joined(separator: "\n\n") + "\n" }

    /// For the terminal.
    package var text: String {
        blocks.map { block in
            switch block {
            case .title(let text), .heading(let text, _), .subheading(let text), .paragraph(let text), .note(let text):
                TextTable.shown(text.plain) + "\n"
            case .list(let items): items.map { "- " + TextTable.shown($0.plain) + "\n" }.joined()
            case .table(let table): JointText.text(table)
            case .charts: ""
            }
        }.joined(separator: "\n")
    }

    private static func text(_ table: MarkdownTable) -> String {
        var text = TextTable(table.columns.map { ($0.head.plain, $0.alignment == .left ? .left : .right) })
        for row in table.rows { text.add(row.map(\.plain)) }
        return text.text
    }

    var blocks: [ReportBlock] { [.title(title)] + notes + [.paragraph(sentence)] + body }

    var title: InlineText { "\(titles) \(words.quarter(report.quarter))" }

    /// What the programmes are called, one after the other.
    var titles: InlineText { labels.list(report.reports.map { .value($0.programme.title(words.language)) }) }

    var currency: Currency { report.reports[0].programme.currency }

    var notes: [ReportBlock] {
        report.reports.contains { $0.isProvisional } ? [.note(words.labels.provisionalNote)] : []
    }

    /// What a newspaper would say first.
    var sentence: InlineText {
        let people = report.people(.quarter)
        guard let any = people.any.value, let several = people.several.value,
            let times = report.sum(.personTimes, .quarter).value, let amount = report.sum(.amount, .quarter).value
        else { return labels.withheldSentence(words.spoken(report.quarter), titles) }
        return labels.sentence(
            words.spoken(report.quarter), titles, any: words.spoken(Int128(any), .recipients, currency),
            several: words.spoken(Int128(several), .recipients, currency),
            personTimes: words.spoken(times, .personTimes, currency),
            amount: words.spoken(amount, .amount, currency), count: report.reports.count)
    }

    var body: [ReportBlock] {
        let tables = Measure.allCases.map { ($0, table($0)) }
        let marks: [(InlineText, InlineText)] = [
            (Mark.small, labels.smallLegend(minGroup: report.minGroup)), (Mark.complement, labels.complementLegend),
            (Mark.absent, .words(words.labels.absentLegend)),
        ]
        let legend = marks.filter { mark, _ in tables.contains { $0.1.contains(mark) } }.map(\.1)
        return tables.flatMap { measure, table in
            [.heading(.words(words.column(measure, currency)), anchor: measure.rawValue), .table(table)]
        } + (legend.isEmpty ? [] : [.paragraph(legend.joined(separator: words.labels.legendSeparator))])
            + [.heading(.words(words.labels.definitionsHeading), anchor: "definitions"), .list(definitions)]
    }

    private var definitions: [InlineText] {
        [labels.anyMeaning, labels.severalMeaning(report.reports.count)].map { .words($0) }
            + report.reports.map { report in
                labels.since(
                    .value(report.programme.title(words.language)), words.day(report.cumulative.since),
                    unidentified: report.unidentified.recordCount)
            }
    }

    // MARK: Tables

    private func table(_ measure: Measure) -> MarkdownTable {
        var table = MarkdownTable(
            labels.programme,
            numbers: [
                words.quarter(report.quarter), words.quarter(report.quarter.yearEarlier), words.labels.change,
                words.labels.percent, words.span(through: report.quarter), words.labels.cumulativeHeading,
            ])
        for (place, own) in report.reports.enumerated() {
            add(.value(own.programme.title(words.language)), measure, to: &table) { period in
                report.figures(place, period).map { $0[measure] }
            }
        }
        guard measure == .recipients else {
            add(.strong(labels.together), measure, to: &table) { report.sum(measure, $0) }
            return table
        }
        add(.strong(labels.any), measure, to: &table) { report.people($0).any.map { Int128($0) } }
        add(.words(labels.several(report.reports.count)), measure, to: &table) { period in
            report.people(period).several.map { Int128($0) }
        }
        for (place, set) in report.sets.enumerated() {
            let titles = set.map { InlineText.value(report.reports[$0].programme.title(words.language)) }
            add(labels.each(of: titles), measure, to: &table) { report.people($0).sets[place].map { Int128($0) } }
        }
        return table
    }

    private func add(
        _ name: InlineText, _ measure: Measure, to table: inout MarkdownTable,
        _ figure: (ReportPeriod) -> Shown<Int128>
    ) {
        let decimals = measure.decimals(currency)
        func cell(_ shown: Shown<Int128>, _ text: (Int128) -> String) -> InlineText {
            switch shown {
            case .known(let value): .words(text(value))
            case .absent: Mark.absent
            case .suppressed(let why): Mark.of(why)
            }
        }
        func exact(_ value: Int128) -> String { NumberStyle.exact(value, decimals: decimals) }
        func signed(_ value: Int128, _ text: String) -> String { (value > 0 ? "+" : "") + text }
        let (now, base) = (figure(.quarter), figure(.yearEarlier))
        var change = cell(base, exact)
        var percent = change
        if let now = now.value, let base = base.value {
            change = .words(signed(now - base, exact(now - base)))
            percent =
                if case .hundredths(let hundredths) = Percent(change: now - base, base: base) {
                    .words(signed(hundredths, NumberStyle.exact(hundredths, decimals: 2) + "%"))
                } else {
                    .words(words.labels.zeroBase)
                }
        } else if now.value == nil {
            change = cell(now, exact)
            percent = change
        }
        table.add([
            name, cell(now, exact), cell(base, exact), change, percent, cell(figure(.yearToDate), exact),
            cell(figure(.cumulative), exact),
        ])
    }
}
