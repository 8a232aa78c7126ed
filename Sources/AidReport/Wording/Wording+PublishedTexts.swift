import AidModel
import AidStatistics
import AidText

/// What was published before, and what has changed it.
extension Wording {
    /// Two bounds of what is not known exactly.
    func range(_ lowest: String, _ highest: String) -> String {
        text(zh: "\(lowest) 至 \(highest)", en: "\(lowest) to \(highest)")
    }

    /// A vintage in a list: its number, day and reason.
    func vintage(_ published: Restatement.Published) -> String {
        text(
            zh: "第\(published.number)版，\(day(published.publishedOn))公布"
                + (published.reason.map { "，修订原因：\(explain($0))（\($0.rawValue)）" } ?? ""),
            en: "vintage \(published.number), published on \(day(published.publishedOn))"
                + (published.reason.map { ": \(explain($0)) (\($0.rawValue))" } ?? ""))
    }

    func explain(_ reason: RestatementReason) -> String {
        switch reason {
        case .betterData: text(zh: "源数据更完善", en: "better source data")
        case .routine: text(zh: "例行重算", en: "routine recalculation")
        case .changedMethod: text(zh: "统计方法变更", en: "changed method")
        case .correction: text(zh: "更正错误", en: "correction")
        }
    }

    func name(_ cause: RestatementCause) -> String {
        switch cause {
        case .lateClaims: text(zh: "补报", en: "Late claims")
        case .corrections: text(zh: "更正", en: "Corrections")
        case .reversals: text(zh: "冲正", en: "Reversals")
        case .other: text(zh: "其他", en: "Other")
        }
    }

    func explain(_ cause: RestatementCause) -> String {
        switch cause {
        case .lateClaims:
            text(
                zh: "最近公布时还没有，或尚未支付的赔付",
                en: "Claims that were not there, or not yet paid, when the quarter was last published")
        case .corrections: text(zh: "最近公布后又有不同内容的赔付，以后者为准", en: "Claims of which a later record says something else")
        case .reversals:
            text(zh: "最近公布后，冲正从赔付中扣除的金额有变动", en: "Claims of which reversals take off another amount than before")
        case .other:
            text(
                zh: "以上原因之外的变动：当时的输入文件或统计规则与现在不同",
                en: "What these do not account for: inputs or rules that are no longer the same")
        }
    }

    /// A measure's name where its base is as published.
    func asPublished(_ column: String) -> String {
        text(zh: column + "，按公布数", en: column + ", as published")
    }

    /// Which published figures the base is.
    func asPublishedNote(_ published: Restatement.Published, quarter: String) -> String {
        text(
            zh: "按公布数：以最近公布的\(quarter)数字（第\(published.number)版，\(day(published.publishedOn))公布）为基数。",
            en: "As published: against the figures of \(quarter) as last published (vintage \(published.number), "
                + "\(day(published.publishedOn))).")
    }
}
