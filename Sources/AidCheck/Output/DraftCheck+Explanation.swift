package import AidModel
import AidText

extension DraftCheck {
    /// What was weighed for one figure: its words and where they stand, its readings with what speaks against each,
    /// and their values.
    ///
    ///     [2] 22.74%  draft.txt:1:28
    ///     判断：错；2023年第二季度受助职工同比增减幅度应为18.26%
    ///     据以理解的词：
    ///       时间    “二季度”    本句别处
    ///       增减    “增长”      本分句
    ///     读法，最可能的在前：
    ///       ✗ 字面所说  2023年第二季度受助职工同比增减幅度：18.26%
    ///
    /// - Parameter number: the figure's, from 1.
    /// - Returns: lines of text; nil: there is no such figure.
    package func explanation(of number: Int, _ language: Language) -> String? {
        guard figures.indices.contains(number - 1) else { return nil }
        let (figure, weighed) = (figures[number - 1], understood[number - 1])
        let labels = DraftExplanationLabels(language: language)
        var lines = [
            "[\(number + firstNumber - 1)] \(TextTable.shown(figure.text))  "
                + "\(TextTable.shown(draft.name)):\(figure.lineNumber):\(figure.columnNumber)",
            labels.verdict(figure.verdict.word(language), figure.reason(language)),
        ]
        lines += words(weighed, labels)
        lines += readings(of: number - 1, labels)
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(_ figure: DraftFigure, _ labels: DraftExplanationLabels) -> [String] {
        // A particle that is not known says nothing.
        let said = figure.words.filter { $0.role != .unknown || $0.range.count >= DraftWeights.unknownCharacters }
        var rows = said.map { word in
            [labels.name(word.role), labels.quoted(text(of: word.range)), labels.place(word.origin)]
        }
        if figure.isTimeOfDraft, figure.isOurs {
            rows.insert([labels.name(.time), labels.none, labels.source(setting.source, setting.quarter)], at: 0)
        }
        return rows.isEmpty ? [labels.noWords] : [labels.words] + DraftCheck.columns(rows)
    }

    private func readings(of place: Int, _ labels: DraftExplanationLabels) -> [String] {
        let readings = readings(of: place)
        guard !readings.isEmpty else { return [figures[place].isOurs ? labels.noReading : labels.notChecked] }
        let least = readings.first?.cost ?? 0
        let rows = readings.map { reading in
            let mark = reading.value == nil ? "?" : reading.holds ? "✓" : "✗"
            let value = reading.value?(labels.language) ?? labels.notKnown
            return [
                "\(mark) \(labels.standing(reading.cost, least: least))",
                labels.reading(reading.subject(labels.language), value),
            ]
        }
        return [labels.readings] + DraftCheck.columns(rows)
    }

    /// Rows whose columns stand below each other, indented.
    private static func columns(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                column + 1 == row.count
                    ? cell : cell + String(repeating: " ", count: widths[column] - displayWidth(cell))
            }
            return "  " + cells.joined(separator: "  ")
        }
    }

    private func text(of range: Range<Int>) -> String {
        TextTable.shown(String(draft.shownText(read.shownRange(range)).filter { !$0.isNewline }))
    }
}
