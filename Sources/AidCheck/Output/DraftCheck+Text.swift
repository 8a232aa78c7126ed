package import AidModel
import AidText

extension DraftCheck {
    /// The check for a terminal: every figure with its place, and what is not right with its line, marked.
    ///
    ///     draft.txt:1:12: 错  98.53万人
    ///         2023年第二季度，受助职工98.53万人、105.54万人次……
    ///                                 ^^^^^^^^^
    ///         2023年第二季度受助职工应为98.58万人（985,800人） [2023Q2/recipients]
    package func text(_ language: Language) -> String {
        let labels = DraftCheckLabels(language: language)
        var text = ""
        for figure in figures {
            let place = "\(TextTable.shown(draft.name)):\(figure.lineNumber):\(figure.columnNumber)"
            text += "\(place): \(figure.verdict.word(language))  \(TextTable.shown(figure.text))"
            if figure.verdict == .right {
                text += facts(figure, labels) + "\n"
                continue
            }
            // Without facts that is so of every figure; what it was taken for is all there is to say.
            if figure.verdict == .unknown, !hasFacts {
                text += (figure.subject.map { "  (" + $0(language) + ")" } ?? "") + "\n"
                continue
            }
            text += "\n" + DraftCheck.indented(marked(figure))
            text += DraftCheck.indented(figure.reason(language) + facts(figure, labels))
        }
        for contradiction in contradictions {
            let places = contradiction.figures.map { place in
                "\(figures[place].lineNumber):\(figures[place].columnNumber) \(TextTable.shown(figures[place].text))"
            }
            text += labels.contradiction(contradiction.reason, places) + "\n"
        }
        return text + summary(language) + "\n"
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
        var start = line.lowerBound
        var rest = line.upperBound
        func width(_ range: Range<Int>) -> Int { displayWidth(shown(range)) }
        let own = width(figure.range.lowerBound..<end)
        let side = max(DraftCheck.lineWidth - own, 20) / 2
        if width(start..<figure.range.lowerBound) > side {
            start = figure.range.lowerBound
            var taken = 0
            while start > line.lowerBound, taken < side {
                start -= 1
                taken += width(start..<start + 1)
            }
        }
        if width(end..<rest) > side {
            rest = end
            var taken = 0
            while rest < line.upperBound, taken < side {
                taken += width(rest..<rest + 1)
                rest += 1
            }
        }
        let before = (start > line.lowerBound ? "…" : "") + shown(start..<figure.range.lowerBound)
        let after = shown(end..<rest) + (rest < line.upperBound ? "…" : "")
        let carets = String(repeating: "^", count: max(own, 1))
        return before + shown(figure.range.lowerBound..<end) + after + "\n"
            + String(repeating: " ", count: displayWidth(before)) + carets
    }

    /// A part of the file in which every character shows.
    private func shown(_ range: Range<Int>) -> String {
        TextTable.shown(String(draft.sourceText(range).map { $0 == "\t" ? " " : $0 }))
    }
}
