package import AidModel
import AidText

extension HistoryReport {
    /// The history as a table for the terminal.
    package func text(_ language: Language) -> String {
        let words = HistoryWords(language, currency, fieldTitles: fieldTitles)
        guard !quarters.isEmpty else {
            return words.nothingPublished + "\n" + unpublishedNote(words)
        }
        var table = TextTable(
            [
                (words.wording.labels.quarter, .left), (words.vintageColumn, .right), (words.publishedOn, .left),
                (words.why, .left),
            ] + Measure.allCases.map { (words.column($0), .right) })
        for history in quarters { add(history, to: &table, words) }
        return heading(words.historyHeading, words) + "\n" + table.text + notes(words)
    }

    private func add(_ history: QuarterHistory, to table: inout TextTable, _ words: HistoryWords) {
        for (index, entry) in history.vintages.enumerated() {
            let vintage = entry.vintage
            table.add(
                [
                    index == 0 ? history.quarter.description : "", String(vintage.number),
                    vintage.publishedOn.description, why(vintage, words),
                ] + Measure.allCases.map { words.figure(entry.content, $0) })
            if let revision = entry.revision { add(revision, to: &table, words) }
        }
        if let now = history.now, now.isDifferent {
            table.add(
                ["", words.now, "", state(now, words)]
                    + Measure.allCases.map { words.figure(now.figures?[$0], $0) })
            add(now.revision, to: &table, words)
        }
    }

    private func add(_ revision: [Measure: FigureChange], to table: inout TextTable, _ words: HistoryWords) {
        let changes = Measure.allCases.map { revision[$0] ?? FigureChange(from: nil, to: nil) }
        guard changes.contains(where: { $0.range != nil }) else { return }
        table.add(["", "", "", words.revision] + zip(Measure.allCases, changes).map { words.change($1, $0) })
        table.add(["", "", "", words.revisionPercent] + changes.map { words.percent($0.percent) })
    }

    private func why(_ vintage: Vintage, _ words: HistoryWords) -> String {
        var parts = [vintage.reason.map(words.name) ?? words.firstPublished]
        if case .imported = vintage.origin { parts.append(words.imported) }
        if vintage.isProvisional { parts.append(words.provisional) }
        return parts.joined(separator: words.comma)
    }

    private func state(_ now: Now, _ words: HistoryWords) -> String {
        if now.figures == nil { return words.noClaimsLeft }
        return now.isProvisional ? words.provisional : ""
    }

    func heading(_ name: String, _ words: HistoryWords) -> String {
        var parts = [programme.title(words.language), name]
        if period != .quarter { parts.append(words.name(period)) }
        if let group { parts.append(words.name(group)) }
        return words.heading(parts.map(TextTable.shown)) + "\n"
    }

    private func notes(_ words: HistoryWords) -> String {
        var notes = ""
        if quarters.contains(where: { $0.hasRounded }) { notes += words.roundedLegend + "\n" }
        notes += unpublishedNote(words)
        if withholdsNames { notes += HistoryWords.withheldNames(words.language) + "\n" }
        for entry in quarters.flatMap(\.vintages) {
            guard let note = entry.vintage.note else { continue }
            let place = "\(entry.vintage.quarter) " + words.vintage(entry.vintage.number)
            notes += place + words.wording.labels.colon + TextTable.shown(note) + "\n"
        }
        return notes.isEmpty ? "" : "\n" + notes
    }

    /// Whether a vintage without the group may have it among those that it does not name.
    private var withholdsNames: Bool {
        guard let group else { return false }
        return quarters.flatMap(\.vintages).contains {
            $0.content == nil && $0.vintage.cells.withholdsNames(of: group.field, period)
        }
    }

    func unpublishedNote(_ words: HistoryWords) -> String {
        unpublished.isEmpty ? "" : words.unpublished(unpublished) + "\n"
    }
}

extension HistoryReport.QuarterHistory {
    /// Whether a figure of it is not exact.
    var hasRounded: Bool {
        vintages.contains { entry in
            Measure.allCases.contains { entry.content?.figures?[$0].map { $0.exactly == nil } ?? false }
        }
    }
}
