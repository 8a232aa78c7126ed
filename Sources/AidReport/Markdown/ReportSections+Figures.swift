import AidModel
import AidStatistics
import AidText

extension ReportSections {
    var headline: [ReportBlock] {
        let quarter = words.quarter(report.quarter)
        return [.title(words.title(programme: report.programme.title(language), quarter: marked(quarter)))]
            + (report.isProvisional ? [.note(labels.provisionalNote)] : [])
            + [
                paragraph(headlineSentences),
                .list(
                    Measure.allCases.map { measure in
                        line(words.name(measure), words.headline(report.figures[measure], measure, currency))
                    } + people),
            ]
    }

    var headlineSentences: String {
        words.sentence(marked(words.spoken(report.quarter)), report.figures, currency) + labels.sentenceSpace
            + yearEarlierSentence(report.yearEarlier)
    }

    /// Every quarter as a picture.
    var trend: [ReportBlock] {
        let charts = trendCharts
        return charts.isEmpty ? [] : [heading(chartLabels.trendHeading, "trend"), .charts(charts)]
    }

    /// Charts, where there are any.
    func shown(_ charts: [Chart]) -> [ReportBlock] {
        charts.isEmpty ? [] : [.charts(charts)]
    }

    /// Who the recipients are, and what each has got on average.
    var people: [InlineText] {
        let people = report.people
        func counted(_ label: String, _ count: Int?) -> InlineText? {
            count.map { line(label, words.headline(Int128($0), .recipients, currency)) }
        }
        let average = people.personTimesPerRecipientHundredths.map {
            line(
                labels.personTimesPerRecipient,
                words.quantity(NumberStyle.exact($0, decimals: 2), .personTimes, currency))
        }
        let averageAmount = people.amountPerRecipientMinor.map {
            line(labels.amountPerRecipient, words.quantity(amount($0), .amount, currency))
        }
        return [
            counted(labels.firstTime, people.firstTimeCount) ?? line(labels.firstTime, firstTimeUnknown),
            counted(labels.returning, people.returningCount), average, averageAmount,
        ].compactMap { $0 }
    }

    private func line(_ label: String, _ text: String) -> InlineText { "\(strong: label)\(labels.colon)\(text)" }

    /// Why it cannot be told who is new.
    private var firstTimeUnknown: String {
        report.missingQuarters(since: report.cumulative.since).within.isEmpty
            ? labels.firstTimeUnknown : labels.firstTimeUnknownForHole
    }

    var comparisons: [ReportBlock] {
        let now = words.quarter(report.quarter)
        func table(_ comparison: Comparison) -> [ReportBlock] {
            comparisonTable(.known(report.figures), named: now, comparison, named: words.quarter(comparison.quarter))
        }
        return [heading(labels.yearEarlierHeading, "year-earlier")] + table(report.yearEarlier)
            + shown(yearOverYearCharts)
            + [heading(labels.quarterEarlierHeading, "quarter-earlier")] + table(report.quarterEarlier)
    }

    var yearToDate: [ReportBlock] {
        let earlier = report.yearToDate.yearEarlier
        let missing = missingOfYear.map(words.quarter)
        let sentence = report.yearToDate.figures.value.map {
            words.sentence(marked(words.spokenSpan(through: report.quarter)), $0, currency) + labels.sentenceSpace
                + yearEarlierSentence(earlier)
        }
        // Figures of half a half-year must not stand in a sentence that someone may print.
        let head: ReportBlock? =
            missing.isEmpty ? sentence.map(paragraph) : note(words.missingNote(missing))
        return [heading(labels.yearToDateHeading, "year-to-date")] + (head.map { [$0] } ?? [])
            + comparisonTable(
                report.yearToDate.figures, named: words.span(through: report.quarter), earlier,
                named: words.span(through: earlier.quarter))
    }

    var cumulative: [ReportBlock] {
        let since = report.cumulative.since
        let charts = cumulativeCharts
        let sentence = words.cumulativeSentence(
            marked(words.spokenSpan(since: since, through: report.cumulative.through)),
            report.cumulative.figures, currency)
        // Figures of a part of the time must not stand in a sentence that someone may print.
        let notes = missingNotes(since: since)
        return [heading(labels.cumulativeHeading, "cumulative")] + (notes.isEmpty ? [paragraph(sentence)] : notes) + [
            .list(
                Measure.allCases.map { measure in
                    line(words.name(measure), words.headline(report.cumulative.figures[measure], measure, currency))
                })
        ]
            + (charts.isEmpty ? [] : [.charts(charts), paragraph(chartLabels.noCurveOfRecipients)])
            + (report.cumulative.sinceStart.map {
                [note(words.forgottenNote(before: words.day(since), $0, currency))]
            } ?? [])
    }

    /// What cumulative figures from a day on lack.
    private func missingNotes(since: CalendarDay) -> [ReportBlock] {
        let missing = report.missingQuarters(since: since)
        let late = missing.lateStart.map { words.lateDataNote(words.quarter($0), since: words.day(since)) }
        let hole = missing.within.isEmpty ? nil : words.holeNote(missing.within.map(words.quarter))
        return [late, hole].compactMap { $0.map(note) }
    }

    /// Quarters of the year to date of which the data hold no claim, though the programme ran.
    private var missingOfYear: [Quarter] {
        guard !report.quarters.isEmpty else { return [] }
        let known = Set(report.quarters.filter { $0.figures != nil }.map(\.quarter))
        return (report.quarter.firstOfYear.ordinal...report.quarter.ordinal).map { Quarter(ordinal: $0) }
            .filter { !known.contains($0) && $0.lastDay >= report.cumulative.since }
    }

    var quarters: [ReportBlock] {
        guard !report.quarters.isEmpty else { return [] }
        var table = MarkdownTable(labels.quarter, numbers: Measure.allCases.map { words.column($0, currency) })
        for line in report.quarters {
            let name =
                if line.isProvisional {
                    words.provisional(words.quarter(line.quarter))
                } else if let keptFrom = report.keptFrom, line.quarter < keptFrom {
                    words.kept(words.quarter(line.quarter))
                } else {
                    words.quarter(line.quarter)
                }
            let isReported = line.quarter == report.quarter
            let shown = line.figures.map { Shown.known($0) } ?? .absent
            table.add([isReported ? .strong(name) : .words(name)] + Measure.allCases.map { cell(shown, $0) })
        }
        return [heading(labels.quartersHeading, "quarters")] + blocks([table]) + [paragraph(labels.quartersNote)]
            + (report.keptFrom.map { [paragraph(words.keptNote(words.quarter($0)))] } ?? [])
    }

    var unidentified: [ReportBlock] {
        report.unidentified == .zero
            ? []
            : [
                heading(labels.unidentifiedHeading, "unidentified"),
                paragraph(words.unidentifiedSentence(report.unidentified, currency)),
            ]
    }

    /// A period that ends with the quarter of the report is as provisional as this one.
    func marked(_ period: String) -> String {
        report.isProvisional ? words.provisional(period) : period
    }

    private func yearEarlierSentence(_ comparison: Comparison) -> String {
        comparison.change.value.map { words.changeSentence($0, currency) } ?? labels.noYearEarlier
    }

    private func comparisonTable(
        _ now: Shown<Figures>, named name: String, _ comparison: Comparison, named baseName: String
    ) -> [ReportBlock] {
        var table = MarkdownTable(labels.measure, numbers: [name, baseName, labels.change, labels.percent])
        for measure in Measure.allCases {
            table.add([
                .words(words.column(measure, currency)), cell(now, measure), cell(comparison.base, measure),
                changeCell(comparison, measure), percentCell(comparison, measure),
            ])
        }
        guard let base = comparison.asPublished else { return blocks([table]) }
        for row in publishedRows(base, now: now) { table.add(row) }
        return blocks([table]) + [paragraph(words.asPublishedNote(base.published, quarter: baseName))]
    }
}
