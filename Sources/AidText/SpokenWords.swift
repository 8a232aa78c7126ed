package import AidModel

/// The words for periods, measures and their changes in one language, wherever they are said:
/// in reports, facts and news.
///
/// - Source: GB/T 15835-2011 and the custom of Chinese newspapers.
package struct SpokenWords: Sendable, Hashable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    private var isChinese: Bool { language == .zh }

    package var numbers: NumberStyle { isChinese ? .chinese : .english }

    /// Between two sentences.
    package var sentenceSpace: String { isChinese ? "" : " " }

    // MARK: Periods

    /// `2023年第二季度`, `Q2 2023`.
    package func quarter(_ quarter: Quarter) -> String {
        isChinese ? "\(quarter.year)年第\(SpokenWords.chinese(quarter))季度" : "Q\(quarter.number) \(quarter.year)"
    }

    /// The quarter within a sentence: `the second quarter of 2023`.
    package func spoken(_ quarter: Quarter) -> String {
        isChinese ? self.quarter(quarter) : "the \(SpokenWords.ordinal(quarter)) quarter of \(quarter.year)"
    }

    /// The quarter as the press says it that year: `今年二季度`, `the second quarter of this year`.
    package func thisYears(_ quarter: Quarter) -> String {
        isChinese
            ? "今年\(SpokenWords.chinese(quarter))季度" : "the \(SpokenWords.ordinal(quarter)) quarter of this year"
    }

    /// From 1 January to the end of a quarter: `2023年上半年`, `First half of 2023`.
    package func span(through quarter: Quarter) -> String {
        isChinese
            ? "\(quarter.year)年\(["一季度", "上半年", "前三季度", "全年"][quarter.number - 1])"
            : ["First quarter of", "First half of", "First three quarters of", "Full year"][quarter.number - 1]
                + " \(quarter.year)"
    }

    /// The same within a sentence.
    package func spokenSpan(through quarter: Quarter) -> String {
        isChinese
            ? span(through: quarter)
            : ["the first quarter of", "the first half of", "the first three quarters of", "the whole of"][
                quarter.number - 1] + " \(quarter.year)"
    }

    /// `2023年6月30日`, `30 June 2023`.
    package func day(_ day: CalendarDay) -> String {
        let civil = day.civil
        return isChinese
            ? "\(civil.year)年\(civil.month)月\(civil.day)日"
            : "\(civil.day) \(SpokenWords.months[civil.month - 1]) \(civil.year)"
    }

    private static func chinese(_ quarter: Quarter) -> String {
        ["一", "二", "三", "四"][quarter.number - 1]
    }

    private static func ordinal(_ quarter: Quarter) -> String {
        ["first", "second", "third", "fourth"][quarter.number - 1]
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    // MARK: Measures

    /// The unit in which money is printed: `元`, or the currency's code.
    package func unit(of currency: Currency) -> String {
        currency == .cny ? (isChinese ? "元" : "yuan") : currency.code
    }

    /// `受助职工`, `Recipients`.
    package func name(_ measure: Measure) -> String {
        switch measure {
        case .recipients: isChinese ? "受助职工" : "Recipients"
        case .personTimes: isChinese ? "受助人次" : "Person-times"
        case .amount: isChinese ? "受助金额" : "Amount"
        }
    }

    /// A number with its unit: `985,800人`; in English people and person-times have none.
    package func quantity(_ number: String, _ measure: Measure, _ currency: Currency) -> String {
        switch measure {
        case .recipients: isChinese ? number + "人" : number
        case .personTimes: isChinese ? number + "人次" : number
        case .amount: number + (isChinese && currency == .cny ? "" : " ") + unit(of: currency)
        }
    }

    // MARK: Changes

    /// What all three measures did: `受助职工增加15.22万人、16.53万人次，受助金额增加2600万元`, without a
    /// full stop.
    ///
    /// - Parameters:
    ///   - change: of each measure, of which the sign alone counts.
    ///   - size: how large the change of a measure is, with its unit and without a sign.
    package func changes(_ change: (Measure) -> Int128, size: (Measure) -> String) -> String {
        isChinese ? chineseChanges(change, size: size) : englishChanges(change, size: size)
    }

    private func chineseChanges(_ change: (Measure) -> Int128, size: (Measure) -> String) -> String {
        func moved(_ measure: Measure) -> String {
            change(measure) == 0 ? "持平" : (change(measure) > 0 ? "增加" : "减少") + size(measure)
        }
        let people =
            switch (change(.recipients).signum(), change(.personTimes).signum()) {
            case (0, 0) where change(.amount) == 0: ""
            case (0, 0): "受助职工人数、人次均持平，"
            case (0, _): "受助职工人数持平，受助人次\(moved(.personTimes))，"
            case (let recipients, let personTimes) where recipients == personTimes:
                "受助职工\(moved(.recipients))、\(size(.personTimes))，"
            default: "受助职工\(moved(.recipients))，受助人次\(moved(.personTimes))，"
            }
        return people.isEmpty ? "受助职工人数、人次和受助金额均持平" : people + "受助金额\(moved(.amount))"
    }

    private func englishChanges(_ change: (Measure) -> Int128, size: (Measure) -> String) -> String {
        func moved(_ measure: Measure) -> String {
            change(measure) == 0
                ? "did not change" : "\(change(measure) > 0 ? "rose" : "fell") by \(size(measure))"
        }
        if Measure.allCases.allSatisfy({ change($0) == 0 }) {
            return "recipients, person-times and the amount did not change"
        }
        return "recipients \(moved(.recipients)), person-times \(moved(.personTimes))"
            + " and the amount \(moved(.amount))"
    }
}
