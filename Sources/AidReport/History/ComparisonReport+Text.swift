package import AidModel
import AidText

extension ComparisonReport {
    /// Both sides and their changes as a table for the terminal.
    package func text(_ language: Language) -> String {
        let words = HistoryWords(language, currency, fieldTitles: fieldTitles)
        let colon = words.wording.labels.colon
        let head =
            "A" + colon + TextTable.shown(base.title(language)) + "\nB" + colon
            + TextTable.shown(now.title(language)) + "\n"
        guard !lines.isEmpty else {
            return head + "\n" + words.nothingToCompare + "\n" + notes(words)
        }
        var columns: [(head: String, alignment: TextTable.Alignment)] = [
            (words.wording.labels.measure, .left), ("A", .right), ("B", .right), (words.change, .right),
            (words.percent, .right),
        ]
        // Of exact changes the sign says it.
        if isRounded { columns.append((words.certain, .left)) }
        var table = TextTable(columns)
        let (shown, leftOut) = shown
        for line in shown { add(line, to: &table, words) }
        let others = leftOut.map { words.leftOut($0.field, $0.count) + "\n" }.joined()
        return head + "\n" + table.text + (others.isEmpty ? "" : "\n" + others) + notes(words)
    }

    private func add(_ line: Line, to table: inout TextTable, _ words: HistoryWords) {
        let period = isOfSpans && line.period == .quarter ? words.wholeSpan : words.name(line.period)
        table.add([line.group.map { period + words.comma + words.name($0) } ?? period])
        for measure in Measure.allCases {
            let change = line.change(measure)
            var cells = [
                "  " + words.column(measure),
                words.figure(
                    line.base, measure, lacking: line.base == nil ? base.whyLacking(line.period, line.group) : nil),
                words.figure(
                    line.now, measure, lacking: line.now == nil ? now.whyLacking(line.period, line.group) : nil),
                words.change(change, measure), words.percent(change.percent),
            ]
            if isRounded { cells.append(certainty(change, measure, words)) }
            table.add(cells)
        }
    }

    /// Of a change that is not exact, what can be said in one word and number.
    private func certainty(_ change: FigureChange, _ measure: Measure, _ words: HistoryWords) -> String {
        guard let range = change.range else { return "" }
        let direction = ChangeDirection(range)
        guard range.exactly == nil else { return words.direction(direction) }
        let size = FigureRange(
            lowest: Int128(min(range.lowest.magnitude, range.highest.magnitude)),
            highest: Int128(max(range.lowest.magnitude, range.highest.magnitude)))
        guard direction == .up || direction == .down else { return words.direction(direction) }
        let certain = CertainFigure(size, measure, currency, language: words.language)
        // One digit says too little where two ends are known: then they are said.
        guard let said = certain.isCoarse ? certain.bounds : certain.statement else {
            return words.direction(direction)
        }
        return words.certain(direction, said)
    }

    /// Whether a figure of either side is not exact.
    private var isRounded: Bool {
        lines.contains { line in
            [line.base, line.now].contains { content in
                Measure.allCases.contains { content?.figures?[$0].map { $0.exactly == nil } ?? false }
            }
        }
    }

    private func notes(_ words: HistoryWords) -> String {
        var notes = ""
        if isRounded { notes += words.roundedLegend + "\n" }
        for (side, name) in [(base, "A"), (now, "B")] {
            for note in side.notes {
                notes += name + words.wording.labels.colon + TextTable.shown(note(words.language)) + "\n"
            }
        }
        return notes.isEmpty ? "" : "\n" + notes
    }
}
