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
    /// `共 7 个数字：对 6；错 1。另有 12 个与本项目无关，没有核对。`
    package func summary(_ language: Language) -> String {
        let listed = figures.filter(isListed)
        let counts = Dictionary(grouping: listed, by: \.verdict).mapValues(\.count)
        return DraftCheckLabels.summary(counts, others: figures.count - listed.count)(language)
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

    /// Above the figures of something else.
    func othersHeading(_ count: Int) -> String {
        text(
            zh: "另有 \(count) 个数字与本项目无关，没有核对",
            en: "\(count) more \(count == 1 ? "figure is" : "figures are") of something else and not checked")
    }

    /// The figures of something else in one line.
    func others(_ figures: [String], count: Int) -> String {
        text(zh: "与本项目无关，没有核对：", en: "Of something else, not checked: ") + list(figures, count: count)
    }

    /// The wrong figures in one line.
    func toMend(_ figures: [String], count: Int) -> String {
        text(zh: "须改：", en: "To mend: ") + list(figures, count: count)
    }

    private func list(_ figures: [String], count: Int) -> String {
        let more = count - figures.count
        return text(
            zh: figures.joined(separator: "，") + (more > 0 ? "，等共 \(count) 个" : ""),
            en: figures.joined(separator: ", ") + (more > 0 ? ", and \(more) more" : ""))
    }

    /// How many figures have each verdict, and how many are of something else.
    static func summary(_ counts: [CheckedFigure.Verdict: Int], others: Int) -> BilingualText {
        let count = counts.values.reduce(0, +)
        guard count + others > 0 else { return BilingualText(zh: "没有找到数字。", en: "No figure was found.") }
        func parts(_ language: Language) -> [String] {
            CheckedFigure.Verdict.allCases.compactMap { verdict in
                counts[verdict].map { "\(verdict.word(language)) \($0)" }
            }
        }
        let zh = count == 0 ? "没有找到本项目的数字。" : "共 \(count) 个数字：" + parts(.zh).joined(separator: "；") + "。"
        let en =
            count == 0
            ? "No figure of the programme was found."
            : "\(count) figure\(count == 1 ? "" : "s"): " + parts(.en).joined(separator: "; ") + "."
        guard others > 0 else { return BilingualText(zh: zh, en: en) }
        return BilingualText(
            zh: zh + "另有 \(others) 个与本项目无关，没有核对。",
            en: en + " \(others) more \(others == 1 ? "is" : "are") of something else and not checked.")
    }

    /// One line of what contradicts itself where.
    func contradiction(_ reason: BilingualText, _ places: [String]) -> String {
        text(
            zh: "稿内矛盾：\(reason.zh)（\(places.joined(separator: "，"))）",
            en: "Contradiction: \(reason.en) (\(places.joined(separator: ", ")))")
    }
}
