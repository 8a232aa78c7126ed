import AidModel

extension Restatement {
    /// What a reader must know of figures that are no longer those last published; nil: they are.
    func finding(_ quarter: Quarter, _ currency: Currency) -> Finding? {
        guard differsFromLast else { return nil }
        let changes = Measure.allCases.compactMap { measure in change(measure).map { (measure, $0) } }
        let zh = changes.map { measure, change in
            "\(Restatement.name(measure).zh) \(Restatement.text(change, measure, currency, between: " 至 "))"
                + Restatement.unit(measure, currency).zh
        }
        let en = changes.map { measure, change in
            "\(Restatement.name(measure).en) \(Restatement.text(change, measure, currency, between: " to "))"
                + Restatement.unit(measure, currency).en
        }
        return Finding(
            level: .warning, code: "restated",
            message: BilingualText(
                zh: "\(quarter) 的数字与最近公布的（第 \(last.number) 版，\(last.publishedOn)）不同：\(zh.joined(separator: "，"))",
                en: "the figures of \(quarter) differ from those last published (vintage \(last.number), "
                    + "\(last.publishedOn)): \(en.joined(separator: ", "))"))
    }

    private static func name(_ measure: Measure) -> BilingualText {
        switch measure {
        case .recipients: BilingualText(zh: "受助职工", en: "recipients")
        case .personTimes: BilingualText(zh: "受助人次", en: "person-times")
        case .amount: BilingualText(zh: "受助金额", en: "amount")
        }
    }

    private static func unit(_ measure: Measure, _ currency: Currency) -> BilingualText {
        switch measure {
        case .recipients: BilingualText(zh: " 人", en: "")
        case .personTimes: BilingualText(zh: " 人次", en: "")
        case .amount where currency == .cny: BilingualText(zh: " 元", en: " yuan")
        case .amount: BilingualText(zh: " \(currency.code)", en: " \(currency.code)")
        }
    }

    /// A change with its sign, or the smallest and the largest that it can be.
    private static func text(
        _ change: FigureRange, _ measure: Measure, _ currency: Currency, between: String
    ) -> String {
        let digits = measure == .amount ? currency.minorDigits : 0
        let lowest = signed(change.lowest, digits: digits)
        return change.exactly == nil ? lowest + between + signed(change.highest, digits: digits) : lowest
    }

    private static func signed(_ number: Int128, digits: Int) -> String {
        var text = String(number.magnitude)
        if digits > 0 {
            text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
            text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
        }
        return (number > 0 ? "+" : number < 0 ? "-" : "") + text
    }
}
