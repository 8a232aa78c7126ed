package import AidModel

extension CheckedFigure.Verdict {
    /// `错`, `wrong`.
    var word: BilingualText {
        switch self {
        case .right: BilingualText(zh: "对", en: "right")
        case .rounded: BilingualText(zh: "对，修约不同", en: "right, rounded otherwise")
        case .wrong: BilingualText(zh: "错", en: "wrong")
        case .contradicted: BilingualText(zh: "与稿内数字矛盾", en: "against the draft's own figures")
        case .unknown: BilingualText(zh: "无法判断", en: "not known")
        }
    }

    /// A mark that tells verdicts apart without colours.
    var mark: String {
        switch self {
        case .right: "✓"
        case .rounded: "≈"
        case .wrong: "✗"
        case .contradicted: "≠"
        case .unknown: "?"
        }
    }
}

extension DraftCheck {
    /// `共 7 个数字：对 6，错 1。`
    package func summary(_ language: Language) -> String {
        let parts = CheckedFigure.Verdict.allCases.compactMap { verdict in
            let count = count(verdict)
            return count == 0 ? nil : "\(verdict.word(language)) \(count)"
        }
        let figures = figures.count
        switch language {
        case .zh: return figures == 0 ? "没有找到数字。" : "共 \(figures) 个数字：" + parts.joined(separator: "；") + "。"
        case .en:
            if figures == 0 { return "No figure was found." }
            return "\(figures) figure\(figures == 1 ? "" : "s"): " + parts.joined(separator: "; ") + "."
        }
    }
}
