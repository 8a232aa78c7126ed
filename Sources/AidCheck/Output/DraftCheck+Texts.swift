package import AidModel
import AidText

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

/// What stands around the figures of a checked draft.
struct DraftCheckLabels: Bilingual {
    let language: Language

    var title: String { text(zh: "稿件数字检查", en: "Figures of a draft, checked") }
    /// The heads of the table of figures, after that of their numbers.
    var heads: [String] {
        text(
            zh: ["行:列", "稿中", "判断", "理由", "事实"], en: ["Line", "In the draft", "Verdict", "Reason", "Facts"])
    }
    var contradictionsHeading: String { text(zh: "稿内矛盾", en: "Contradictions") }
    /// Before the ids of facts.
    var provisional: String { text(zh: "初步: ", en: "provisional: ") }

    /// One line of what contradicts itself where.
    func contradiction(_ reason: BilingualText, _ places: [String]) -> String {
        text(
            zh: "稿内矛盾：\(reason.zh)（\(places.joined(separator: "，"))）",
            en: "Contradiction: \(reason.en) (\(places.joined(separator: ", ")))")
    }
}
