package import AidModel
package import AidStatistics

extension Finding {
    /// What the figures' reader must know of the data, in words.
    package init(_ observation: ReportObservation) {
        let text = observation.text
        self.init(
            level: observation.level, code: observation.code, message: BilingualText(zh: text.zh, en: text.en))
    }
}

extension ReportObservation {
    fileprivate var level: Finding.Level {
        switch self {
        case .quartersForgotten, .laterQuarters: .note
        default: .warning
        }
    }

    fileprivate var text: (zh: String, en: String) {
        switch self {
        case .provisional(let quarter, let lastDay):
            (
                "导出数据止于 \(lastDay)，\(quarter) 尚不完整，本季度数字为初步数",
                "the exports stop on \(lastDay), before the last days of \(quarter): its figures are provisional"
            )
        case .yearToDateIncomplete(let quarters):
            (
                "今年以来的数字不含 \(quarters.map(\.description).joined(separator: "、"))：数据中没有这些季度的赔付",
                "year to date lacks \(quarters.map(\.description).joined(separator: ", ")): no claim of the data is "
                    + "dated in it"
            )
        case .quartersForgotten(let exactFrom, let lacksPeople):
            (
                "登记册已按保留期限删去 \(exactFrom) 之前的记录：那些季度的数字保持删去时的样子"
                    + (lacksPeople ? "，受助职工从 \(exactFrom) 起才能精确统计" : ""),
                "the register has forgotten all records before \(exactFrom): the figures of those quarters stay as "
                    + "they were" + (lacksPeople ? ", and people are counted exactly from \(exactFrom) on" : "")
            )
        case .cumulativeIncomplete(let since, let first):
            (
                "项目始于 \(since)，数据却始于 \(first)：累计数字只含数据中的赔付",
                "the programme began on \(since), the data begin in \(first): cumulative figures cover the data alone"
            )
        case .quartersWithoutClaims(let quarters, let areOfProgramme):
            (
                "数据中间有 \(quarters.count) 个季度没有赔付：\(listed(quarters, "、", more: "……"))"
                    + (areOfProgramme ? "；累计数字不含这些季度，首次受助和再次受助无法统计" : ""),
                "\(quarters.count) quarters within the data have no claim: \(listed(quarters, ", ", more: " …"))"
                    + (areOfProgramme
                        ? "; cumulative figures lack them, and who is aided for the first time cannot be told" : "")
            )
        case .claimsBeforeStart(let since, let firstDay):
            (
                "有赔付的日期早于项目开始日 \(since)（最早 \(firstDay)），不计入累计",
                "some claims are dated before the programme's start on \(since) (the first on \(firstDay)); "
                    + "cumulative figures leave them out"
            )
        case .quarterIncomplete(let quarter, let days, let isYearEarlier):
            (
                "\(isYearEarlier ? "上年同期" : "本季度") \(quarter) 的赔付只有 \(days.lowerBound) 至 \(days.upperBound)，导出可能不全",
                "the claims of \(isYearEarlier ? "the year earlier" : "the quarter"), \(quarter), run only from "
                    + "\(days.lowerBound) to \(days.upperBound): its exports may be incomplete"
            )
        case .farOffDates(let quarters, let count):
            (
                "\(count) 笔赔付的日期远离其余数据：\(listed(quarters, "、", more: "……"))，可能是日期写错；它们不在所列各季度中，也不计入累计",
                "\(count) claims are dated far from all others, in \(listed(quarters, ", ", more: " …")): their dates "
                    + "may be wrong. They are in no quarter shown and not in cumulative figures"
            )
        case .farOffQuarter(let quarter):
            (
                "\(quarter) 远离其余数据，其赔付的日期可能写错",
                "\(quarter) is far from all other data: the dates of its claims may be wrong"
            )
        case .laterQuarters(let quarter, let last):
            (
                "数据还含有 \(quarter) 之后的季度，至 \(last)", "the data hold quarters after \(quarter), up to \(last)"
            )
        case .paidBeforeTreatment(let quarter, let claimCount):
            (
                "\(quarter) 有 \(claimCount) 笔赔付的打款日期早于就诊日期，不计入就诊至打款天数；请核对两个日期",
                "\(claimCount) claims of \(quarter) were paid before the treatment, and are left out of the days to payment; "
                    + "check both dates"
            )
        case .noDaysToPayment(let quarter):
            (
                "\(quarter) 没有一笔赔付有可用的就诊日期，无法给出就诊至打款天数",
                "no claim of \(quarter) has a day of treatment before its payment, so there are no days to payment"
            )
        case .unprotected(let field, let figures):
            (
                "分组“\(field)”有 \(figures.figureCount) 个小组数字\(figures.place(.zh))没有足够的其他组可以遮掩"
                    + "（组太少，或相关数字此前已经公布），隐去之后仍可能被推算出来；公布前请核对。首次公布之前可以合并分组，或去掉该分组；"
                    + "公布之后再合并，前后两版相减就会说出隐去的数字",
                "\(figures.figureCount) figures of small groups of “\(field)”\(figures.place(.en)) may follow though they are "
                    + "hidden: there are too few other groups to hide them behind, or earlier reports have told too much. "
                    + "Look before you publish. Before the first publication, groups can be merged, or the breakdown left "
                    + "out; merged later, one version less the other would tell what was hidden"
            )
        case .restated(let quarter, let restatement, let currency):
            (
                "\(quarter) 的数字与最近公布的（第 \(restatement.last.number) 版，\(restatement.last.publishedOn)）不同："
                    + restatement.changes(currency, .zh).joined(separator: "，"),
                "the figures of \(quarter) differ from those last published (vintage \(restatement.last.number), "
                    + "\(restatement.last.publishedOn)): "
                    + restatement.changes(currency, .en).joined(separator: ", ")
            )
        }
    }

    private func listed(_ quarters: [Quarter], _ separator: String, more: String) -> String {
        quarters.prefix(8).map(\.description).joined(separator: separator) + (quarters.count > 8 ? more : "")
    }
}

extension Restatement {
    /// The change of each measure that was published: `recipients +3`, `受助金额 -0.50 元`.
    fileprivate func changes(_ currency: Currency, _ language: Language) -> [String] {
        Measure.allCases.compactMap { measure in
            change(measure).map { change in
                let digits = measure == .amount ? currency.minorDigits : 0
                let ends = change.exactly == nil ? [change.lowest, change.highest] : [change.lowest]
                let text = ends.map { Restatement.signed($0, digits: digits) }.joined(
                    separator: language == .zh ? " 至 " : " to ")
                return Restatement.name(measure, language) + " " + text + Restatement.unit(measure, currency, language)
            }
        }
    }

    private static func name(_ measure: Measure, _ language: Language) -> String {
        switch measure {
        case .recipients: BilingualText(zh: "受助职工", en: "recipients")(language)
        case .personTimes: BilingualText(zh: "受助人次", en: "person-times")(language)
        case .amount: BilingualText(zh: "受助金额", en: "amount")(language)
        }
    }

    private static func unit(_ measure: Measure, _ currency: Currency, _ language: Language) -> String {
        switch measure {
        case .recipients: BilingualText(zh: " 人", en: "")(language)
        case .personTimes: BilingualText(zh: " 人次", en: "")(language)
        case .amount where currency == .cny: BilingualText(zh: " 元", en: " yuan")(language)
        case .amount: " \(currency.code)"
        }
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

extension Restatement.WhyUnknown {
    /// Why the causes of a restatement cannot be told.
    var text: BilingualText {
        switch self {
        case .importedAsPrinted:
            BilingualText(
                zh: "最近公布的数字是照印出的数字录入的，没有当时的明细，无法说明变动的原因。",
                en: "The last published figures were imported as printed, without the records behind them, so the "
                    + "causes cannot be told.")
        case .notCompared:
            BilingualText(
                zh: "本次运行没有与公布时的输入文件比对，无法说明变动的原因。",
                en: "This run's inputs were not held against those of the last vintage, so the causes cannot be told.")
        case .told(let text): text
        }
    }
}

extension Unprotected {
    /// In which periods they are, and what of them may follow.
    fileprivate func place(_ language: Language) -> String {
        let names: [BilingualText] = ReportPeriod.allCases.filter { periods.contains(PeriodSet($0)) }.map {
            switch $0 {
            case .quarter: BilingualText(zh: "本季度", en: "the quarter")
            case .yearEarlier: BilingualText(zh: "上年同期", en: "the year earlier")
            case .quarterEarlier: BilingualText(zh: "上季度", en: "the quarter earlier")
            case .yearToDate: BilingualText(zh: "今年以来", en: "the year to date")
            case .yearToDateYearEarlier: BilingualText(zh: "上年今年以来", en: "the year to date a year earlier")
            case .cumulative: BilingualText(zh: "累计", en: "all since the start")
            }
        }
        var what: [BilingualText] = []
        if measures.contains(.people) { what.append(BilingualText(zh: "人数和人次", en: "recipients and person-times")) }
        if measures.contains(.money) { what.append(BilingualText(zh: "金额", en: "money")) }
        let parts = [names, what].filter { !$0.isEmpty }.map { part in
            part.map { $0(language) }.joined(separator: language == .zh ? "、" : ", ")
        }
        guard !parts.isEmpty else { return "" }
        let all = parts.joined(separator: language == .zh ? "；" : "; ")
        return language == .zh ? "（\(all)）" : " (\(all))"
    }
}
