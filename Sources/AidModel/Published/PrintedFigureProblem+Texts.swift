extension PrintedFigureProblem {
    /// What is wrong, and an example of what is right.
    package var message: BilingualText {
        let reason = self.reason
        return BilingualText(
            zh: "\(reason.zh)，应写作如 \(example.zh)", en: "\(reason.en); expected something like \(example.en)")
    }

    private var reason: BilingualText {
        switch kind {
        case .notUnderstood: BilingualText(zh: "看不懂这个数字", en: "this is no figure that can be understood")
        case .badGrouping:
            BilingualText(zh: "千分位逗号位置不对", en: "the commas do not stand before every three digits")
        case .otherUnit: BilingualText(zh: "单位属于另一个指标", en: "its unit belongs to another measure")
        case .tooFine:
            measure == .amount
                ? BilingualText(zh: "小数位多于币种所有", en: "it has more decimals than the currency")
                : BilingualText(zh: "不是整数", en: "it is no whole number")
        case .tooLarge: BilingualText(zh: "数字过大", en: "it is too large")
        case .otherPrecision:
            BilingualText(zh: "数字不是所给精度的整数倍", en: "it is no multiple of the precision given for it")
        }
    }

    private var example: BilingualText {
        switch measure {
        case .recipients: BilingualText(zh: "98.58万、98万余人、985,800", en: "98.58万, 98万余人, 985,800")
        case .personTimes: BilingualText(zh: "105.54万、近106万人次、1,055,400", en: "105.54万, 近106万人次, 1,055,400")
        case .amount: BilingualText(zh: "1.35亿元、9800万、135,000,000.00", en: "1.35亿元, 9800万, 135,000,000.00")
        }
    }
}
