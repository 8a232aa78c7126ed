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
        table.add([words.all] + words.cells(total, withholdsSplit: withholdsSplit))
        text += table.text
        for breakdown in breakdowns where !breakdown.lines.isEmpty {
            var table = TextTable(words.columns(breakdown.title(language)))
            for line in breakdown.lines {
                let cells: [String] =
                    switch line.figures {
                    case .known(let figures): words.cells(figures, withholdsSplit: false)
                    case .suppressed(let why): Array(repeating: Mark.of(why).plain, count: WhatIfWords.figureCount)
                    case .absent: []
                    }
                table.add([words.name(line)] + cells)
            }
            text += "\n" + table.text
        }
        return text + notes(words)
    }

    private func notes(_ words: WhatIfWords) -> String {
        let isSmall =
            withholdsSplit
            || breakdowns.contains {
                $0.lines.contains { if case .suppressed(.small) = $0.figures { true } else { false } }
            }
        let isComplement = breakdowns.contains {
            $0.lines.contains { if case .suppressed(.complement) = $0.figures { true } else { false } }
        }
        let notes = [
            withoutBasisCount > 0 ? words.withoutBasis(withoutBasisCount) : nil,
            withoutPersonCount > 0 ? words.withoutPerson(withoutPersonCount) : nil,
            isSmall ? words.smallNote(minGroup: minGroup) : nil, isComplement ? words.complementNote : nil,
        ].compactMap { $0 }
        return notes.isEmpty ? "" : "\n" + notes.map { $0 + "\n" }.joined()
    }

    /// - Shape: a line for all, whose field is empty, and one for each group; money in the currency's minor unit.
    package func csv() -> String {
        var csv = CSVText([
            "field", "group", "recipients", "claims", "paidMinor", "dueMinor", "otherDueMinor", "more", "less", "same",
            "newlyHelped", "noLongerHelped", "suppressed",
        ])
        func add(_ field: String, _ group: String, _ figures: RuleWhatIf.Line?, split: Bool, _ why: String) {
            let costs: [Int128?] = [
                figures.map { Int128($0.recipientCount) }, figures.map { Int128($0.claimCount) }, figures?.paidMinor,
                figures?.dueMinor, figures?.otherDueMinor,
            ]
            let people = [
                figures?.moreCount, figures?.lessCount, figures?.sameCount, figures?.newlyHelpedCount,
                figures?.noLongerHelpedCount,
            ].map { split ? $0.map { Int128($0) } : nil }
            csv.add([.text(field), .text(group)] + (costs + people).map { .number($0) } + [.word(why)])
        }
        add("", "", total, split: !withholdsSplit, withholdsSplit ? Suppression.small.rawValue : "")
        for breakdown in breakdowns {
            for line in breakdown.lines {
                let why: String =
                    if case .suppressed(let why) = line.figures { why.rawValue } else { "" }
                let name = line.withheldCount > 0 ? "" : EmptyGroup.name(of: line.group)
                add(breakdown.field, name, line.figures.value, split: true, why)
            }
        }
        return csv.text
    }
}
