package import AidModel
import AidStatistics
import AidText

extension WhatIfReport {
    /// For the terminal: one table of all, and one for each category.
    package func text(_ language: Language) -> String {
        let words = WhatIfWords(language: language, currency: programme.currency)
        let title = TextTable.shown(programme.title(language))
        var text = words.heading(title, from: from, through: through) + "\n\n"
        text += words.files(TextTable.shown(pipelineFile), TextTable.shown(otherFile)) + "\n\n"
        var table = TextTable(words.columns(""))
        table.add([words.all] + words.costs(total) + words.split(withholdsSplit ? .suppressed(.small) : .known(total)))
        text += table.text
        for breakdown in breakdowns where !breakdown.lines.isEmpty {
            var table = TextTable(words.columns(breakdown.title(language)))
            for line in breakdown.lines {
                table.add([words.name(line)] + words.costs(line.costs) + words.split(line.split))
            }
            text += "\n" + table.text
        }
        return text + notes(words)
    }

    private func notes(_ words: WhatIfWords) -> String {
        let shown = breakdowns.flatMap(\.lines).flatMap { [$0.costs, $0.split] }
        func has(_ why: Suppression) -> Bool {
            shown.contains { if case .suppressed(why) = $0 { true } else { false } }
        }
        let notes = [
            withoutBasisCount > 0 ? words.withoutBasis(withoutBasisCount) : nil,
            withoutPersonCount > 0 ? words.withoutPerson(withoutPersonCount) : nil,
            withholdsSplit || has(.small) ? words.smallNote(minGroup: minGroup) : nil,
            has(.complement) ? words.complementNote : nil,
        ].compactMap { $0 }
        return notes.isEmpty ? "" : "\n" + notes.map { $0 + "\n" }.joined()
    }

    /// - Shape: a line for all, whose field is empty, and one for each group; money in the currency's minor unit. What is
    ///   withheld is empty, and `withheld` says of which part: `costs`, which is all, or `people`.
    package func csv() -> String {
        var csv = CSVText([
            "field", "group", "recipients", "claims", "paidMinor", "dueMinor", "otherDueMinor", "more", "less", "same",
            "newlyHelped", "noLongerHelped", "withheld",
        ])
        func add(_ field: String, _ group: String, _ costs: RuleWhatIf.Line?, _ split: RuleWhatIf.Line?) {
            let numbers: [Int128?] = [
                costs.map { Int128($0.recipientCount) }, costs.map { Int128($0.claimCount) }, costs?.paidMinor,
                costs?.dueMinor, costs?.otherDueMinor,
            ]
            let people = [
                split?.moreCount, split?.lessCount, split?.sameCount, split?.newlyHelpedCount,
                split?.noLongerHelpedCount,
            ].map { $0.map { Int128($0) } }
            csv.add(
                [.text(field), .text(group)] + (numbers + people).map { .number($0) }
                    + [.word(costs == nil ? "costs" : split == nil ? "people" : "")])
        }
        add("", "", total, withholdsSplit ? nil : total)
        for breakdown in breakdowns {
            for line in breakdown.lines {
                let name = line.withheldCount > 0 ? "" : EmptyGroup.name(of: line.group)
                add(breakdown.field, name, line.costs.value, line.split.value)
            }
        }
        return csv.text
    }
}
