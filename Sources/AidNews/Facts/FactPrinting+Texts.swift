import AidModel
import AidText

extension FactPrinting {
    func quantity(_ number: String, _ measure: FactMeasure, isOne: Bool) -> String {
        switch measure {
        case .recipients, .firstTime, .returning, .members, .recipientsPerThousand:
            text(zh: number + "人", en: number + (isOne ? " person" : " people"))
        case .personTimes, .personTimesPerRecipient, .personTimesPerThousand:
            text(
                zh: number + "人次",
                en: number + (isOfNews ? " payment" : " person-time") + (isOne ? "" : "s"))
        case .amount, .amountPerRecipient, .amountPerPersonTime, .amountPerThousand:
            words.quantity(number, .amount, currency)
        }
    }

    /// A change of a size: `增加15.22万人`, `up 18.26%`.
    func changed(_ kind: FactKind, _ sign: Int128, _ size: String) -> String {
        let isUp = sign > 0
        if kind.isOfFactor || kind == .contribution {
            guard sign != 0 else { return text(zh: "没有影响", en: "no effect") }
            if kind == .contribution {
                return text(zh: isUp ? "拉动" : "下拉", en: isUp ? "adding " : "taking off ") + size
            }
        }
        guard sign != 0 else { return text(zh: "持平", en: "unchanged") }
        let chinese =
            switch kind {
            case .percent: isUp ? "增长" : "下降"
            case .shareChange: isUp ? "提高" : "下降"
            default: isUp ? "增加" : "减少"
            }
        return text(zh: chinese, en: isUp ? "up " : "down ") + size
    }

    /// A change that may be either.
    var uncertainDirection: String { text(zh: "增减无法确定", en: "up or down, it cannot be told") }
    var percentagePoints: String { text(zh: "个百分点", en: " percentage points") }
    var tooLarge: String { text(zh: "过大", en: "too large") }
    /// Less than the smallest number of hundredths.
    var lessThanHundredth: String { text(zh: "不足0.01", en: "less than 0.01") }
    /// Between the two ends of a range.
    var to: String { text(zh: "～", en: " to ") }

    func rank(_ place: Int128) -> String {
        let teens = (11...13).contains(place % 100)
        let suffix = teens ? "th" : [1: "st", 2: "nd", 3: "rd"][place % 10] ?? "th"
        return text(zh: "第\(place)位", en: "\(place)\(suffix)")
    }

    func run(_ kind: FactKind, _ count: Int128, _ isAtLeast: Bool) -> String {
        text(
            zh: "\(isAtLeast ? "至少" : "")连续\(count)个季度\(kind == .rises ? "增长" : "下降")",
            en: "\(kind == .rises ? "up" : "down") for \(isAtLeast ? "at least " : "")\(count) quarters in a row")
    }

    func reason(_ why: FactValue.WhyNone) -> String {
        switch why {
        case .absent: text(zh: "无同期数据，不能计算", en: "no percent: one of the periods has no data")
        case .zero: text(zh: "基数为0，不能计算", en: "no percent: the base is 0")
        case .suppressed: text(zh: "基数不公布，不能计算", en: "no percent: the base is withheld")
        case .rounded: text(zh: "基数为约数，不能计算", en: "no percent: the base is known only rounded")
        }
    }
}
