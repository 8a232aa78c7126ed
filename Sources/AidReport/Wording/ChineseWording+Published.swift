import AidModel
import AidStatistics

/// What was published before, and what has changed it.
extension ChineseWording {
    func range(_ lowest: String, _ highest: String) -> String {
        "\(lowest) 至 \(highest)"
    }

    func vintage(_ published: Restatement.Published) -> String {
        "第\(published.number)版，\(day(published.publishedOn))公布"
            + (published.reason.map { "，修订原因：\(explain($0))（\($0.rawValue)）" } ?? "")
    }

    private func explain(_ reason: RestatementReason) -> String {
        switch reason {
        case .betterData: "源数据更完善"
        case .routine: "例行重算"
        case .changedMethod: "统计方法变更"
        case .correction: "更正错误"
        }
    }

    func name(_ cause: RestatementCause) -> String {
        switch cause {
        case .lateClaims: "补报"
        case .corrections: "更正"
        case .reversals: "冲正"
        case .other: "其他"
        }
    }

    func explain(_ cause: RestatementCause) -> String {
        switch cause {
        case .lateClaims: "最近公布时还没有，或尚未支付的赔付"
        case .corrections: "最近公布后又有不同内容的赔付，以后者为准"
        case .reversals: "最近公布后，冲正从赔付中扣除的金额有变动"
        case .other: "以上原因之外的变动：当时的输入文件或统计规则与现在不同"
        }
    }

    func asPublished(_ column: String) -> String {
        column + "，按公布数"
    }

    func asPublishedNote(_ published: Restatement.Published, quarter: String) -> String {
        "按公布数：以最近公布的\(quarter)数字（第\(published.number)版，\(day(published.publishedOn))公布）为基数。"
    }
}
