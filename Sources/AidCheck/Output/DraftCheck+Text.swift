package import AidModel
import AidText

extension DraftCheck {
    /// The check for a terminal: every figure with its number and place, and what is not right with its line, marked.
    ///
    ///     [1] draft.txt:1:12: 错  98.53万人
    ///         2023年第二季度，受助职工98.53万人、105.54万人次……
    ///                                 ^^^^^^^^^
    ///         2023年第二季度受助职工应为98.58万人（985,800人） [2023Q2/recipients]
    ///
    /// What is of something else is listed in one line below; the summary comes last.
    package func text(_ language: Language) -> String {
        var report = DraftReport(language)
        return report.text(self) + report.end
    }

    /// Whether a figure is told of; any other is of something else.
    func isListed(_ figure: CheckedFigure) -> Bool { figure.isOurs || !hasFacts }

    /// The lines of one figure.
    func lines(_ place: Int, _ language: Language) -> String {
        let labels = DraftCheckLabels(language: language)
        let figure = figures[place]
        let start =
            "[\(firstNumber + place)] \(TextTable.shown(draft.name)):\(figure.lineNumber):\(figure.columnNumber)"
        let text = "\(start): \(figure.verdict.word(language))  \(TextTable.shown(figure.text))"
        if figure.verdict == .right { return text + facts(figure, labels) + "\n" }
        // Without facts that is so of every figure; what it was taken for is all there is to say.
        if figure.verdict == .unknown, !hasFacts {
            return text + (figure.subject.map { "  (" + $0(language) + ")" } ?? "") + "\n"
        }
        return text + "\n" + DraftCheck.indented(marked(figure))
            + DraftCheck.indented(figure.reason(language) + facts(figure, labels))
    }

    /// A figure by its number, its place and what stands there: `[3] 1:12 98.53万人`.
    func reference(_ place: Int) -> String {
        let figure = figures[place]
        return "[\(firstNumber + place)] \(figure.lineNumber):\(figure.columnNumber) \(TextTable.shown(figure.text))"
    }

    private func facts(_ figure: CheckedFigure, _ labels: DraftCheckLabels) -> String {
        figure.factIDs.isEmpty
            ? ""
            : "  [" + (figure.isProvisional ? labels.provisional : "")
                + figure.factIDs.map(TextTable.shown).joined(separator: ", ") + "]"
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "    " + $0 + "\n" }.joined()
    }

    /// As wide as a line is shown around the figure, in columns of the terminal.
    private static let lineWidth = 96

    /// The figure's line, or what is around it, and carets below the figure.
    private func marked(_ figure: CheckedFigure) -> String {
        let line = draft.line(figure.lineNumber)
        let end = min(figure.range.upperBound, line.upperBound)
        func width(_ range: Range<Int>) -> Int { displayWidth(shown(range)) }
        let own = width(figure.range.lowerBound..<end)
        let side = max(DraftCheck.lineWidth - own, 20) / 2
        // Outwards from the figure, so that a line without end is not gone through for each of its figures.
        var start = figure.range.lowerBound
        var taken = 0
        while start > line.lowerBound, taken < side {
            start -= 1
            taken += characterWidth(at: start)
        }
        var rest = end
        taken = 0
        while rest < line.upperBound, taken < side {
            taken += characterWidth(at: rest)
            rest += 1
        }
        let before = (start > line.lowerBound ? "…" : "") + shown(start..<figure.range.lowerBound)
        let after = shown(end..<rest) + (rest < line.upperBound ? "…" : "")
        let carets = String(repeating: "^", count: max(own, 1))
        return before + shown(figure.range.lowerBound..<end) + after + "\n"
            + String(repeating: " ", count: displayWidth(before)) + carets
    }

    /// The width of one character of the file as it is shown.
    private func characterWidth(at offset: Int) -> Int {
        let scalar = draft.source[offset]
        if scalar.isASCIIInk || scalar == " " { return 1 }
        return scalar.isHan ? 2 : displayWidth(shown(offset..<offset + 1))
    }

    /// A part of the file in which every character shows.
    private func shown(_ range: Range<Int>) -> String {
        TextTable.shown(String(draft.sourceText(range).map { $0 == "\t" ? " " : $0 }))
    }
}
