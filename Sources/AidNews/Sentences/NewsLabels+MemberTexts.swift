import AidModel
import AidText

extension NewsLabels {
    /// How a measure for a thousand members has changed.
    func rate(_ measure: Measure, sign: Int128, _ size: String) -> String {
        let english =
            switch measure {
            case .recipients: "recipients per thousand members"
            case .personTimes: "payments per thousand members"
            case .amount: "the amount per thousand members"
            }
        let name = text(zh: "每千名会员" + name(measure), en: english)
        return sign == 0 ? name + space + unchanged + size : name + space + moved(isUp: sign > 0, size)
    }

    /// Several such phrases.
    func list(rates phrases: [String]) -> String {
        language == .zh ? phrases.joined(separator: comma) : list(phrases)
    }
}
