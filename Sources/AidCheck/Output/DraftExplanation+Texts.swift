import AidModel
import AidText

/// What stands around the readings of one figure.
struct DraftExplanationLabels: Bilingual {
    let language: Language

    func verdict(_ word: String, _ reason: String) -> String {
        text(zh: "判断：\(word)；\(reason)", en: "Verdict: \(word); \(reason)")
    }

    // MARK: Words

    var words: String { text(zh: "据以理解的词：", en: "Words that it was understood by:") }
    var noWords: String { text(zh: "旁边没有可据以理解的词。", en: "No word beside it says what it is.") }
    /// In the place of a word.
    var none: String { text(zh: "（没有写）", en: "(none)") }

    /// A word in quotes; those that it has itself are single ones.
    func quoted(_ word: String) -> String {
        let inner = word.map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 }
        return "“" + String(inner) + "”"
    }

    func name(_ role: DraftWord.Role) -> String {
        switch role {
        case .time: text(zh: "时间", en: "time")
        case .comparison: text(zh: "比较", en: "comparison")
        case .measure: text(zh: "计量", en: "measure")
        case .group: text(zh: "分组", en: "group")
        case .direction: text(zh: "增减", en: "direction")
        case .share: text(zh: "占比", en: "share")
        case .average: text(zh: "平均", en: "average")
        case .programme: text(zh: "本项目", en: "the programme")
        case .other: text(zh: "别的事", en: "something else")
        case .unknown: text(zh: "不认识", en: "not known")
        }
    }

    func place(_ origin: DraftWord.Origin) -> String {
        switch origin {
        case .clause: text(zh: "本分句", en: "its clause")
        case .sentence: text(zh: "本句别处", en: "elsewhere in its sentence")
        case .earlier: text(zh: "承前面的句子", en: "carried from a sentence before")
        case .heading: text(zh: "承标题", en: "carried from the headline")
        case .table: text(zh: "表题、表头", en: "the table's caption and heads")
        }
    }

    /// What tells the time where no word does.
    func source(_ source: DraftSetting.Source, _ quarter: Quarter) -> String {
        switch source {
        case .option: text(zh: "取 --quarter 所给的 \(quarter)", en: "\(quarter), given with --quarter")
        case .named: text(zh: "取稿中首先写明的季度 \(quarter)", en: "\(quarter), the first quarter that the draft names")
        case .date: text(zh: "按稿件日期取 \(quarter)", en: "\(quarter), by the day of the draft")
        case .facts: text(zh: "取最近有事实的季度 \(quarter)", en: "\(quarter), the latest with facts")
        case .nothing: text(zh: "稿中没有写明", en: "the draft names none")
        }
    }

    // MARK: Readings

    var readings: String { text(zh: "权衡过的读法，最可能的在前：", en: "Readings that were weighed, the likeliest first:") }
    var noReading: String { text(zh: "没有可以权衡的读法。", en: "There is no reading to weigh.") }
    var notChecked: String {
        text(zh: "与本项目无关，没有核对。", en: "It is of something else and was not checked.")
    }
    var notKnown: String { text(zh: "没有事实", en: "no fact") }

    /// How likely a reading is beside the likeliest.
    func standing(_ cost: Int, least: Int) -> String {
        if cost <= least + DraftWeights.tie {
            return text(zh: "正是所说", en: "what is said")
        }
        return cost <= least + DraftWeights.doubt
            ? text(zh: "也可能是", en: "may be meant") : text(zh: "不像是说", en: "far-fetched")
    }

    func reading(_ subject: String, _ value: String) -> String {
        text(zh: "\(subject)：\(value)", en: "\(subject): \(value)")
    }
}
