import AidModel

extension Coverage {
    /// What a reader of the figures must know of the data behind them.
    func findings(quarter: Quarter, since: CalendarDay, isSinceGiven: Bool) -> [Finding] {
        var findings: [Finding] = []
        func add(_ level: Finding.Level, _ code: String, zh: String, en: String) {
            findings.append(Finding(level: level, code: code, message: BilingualText(zh: zh, en: en)))
        }
        if isProvisional(quarter) {
            add(
                .warning, "provisional",
                zh: "导出数据止于 \(lastDay)，\(quarter) 尚不完整，本季度数字为初步数",
                en: "the exports stop on \(lastDay), before the last days of \(quarter): its figures are provisional")
        }
        let year = ReportPeriod.yearToDate.quarters(of: quarter)
        let absent = (year.lowerBound.ordinal...year.upperBound.ordinal).map(Quarter.init(ordinal:))
            .filter { !hasClaims(in: $0) && $0.lastDay >= since }
        if !absent.isEmpty {
            let list = absent.map(\.description)
            add(
                .warning, "year-to-date-incomplete",
                zh: "今年以来的数字不含 \(list.joined(separator: "、"))：数据中没有这些季度的赔付",
                en: "year to date lacks \(list.joined(separator: ", ")): no claim of the data is dated in it")
        }
        if let forgotten {
            add(
                .note, "quarters-forgotten",
                zh: "登记册已按保留期限删去 \(forgotten.exactFrom) 之前的记录：那些季度的数字保持删去时的样子"
                    + (forgotten.lacksPeople ? "，受助职工从 \(forgotten.exactFrom) 起才能精确统计" : ""),
                en:
                    "the register has forgotten all records before \(forgotten.exactFrom): the figures of those quarters stay as they were"
                    + (forgotten.lacksPeople ? ", and people are counted exactly from \(forgotten.exactFrom) on" : "")
            )
        }
        let missing = missing(since: since, through: quarter)
        if forgotten == nil, isSinceGiven, missing.lateStart != nil {
            add(
                .warning, "cumulative-incomplete",
                zh: "项目始于 \(since)，数据却始于 \(first)：累计数字只含数据中的赔付",
                en:
                    "the programme began on \(since), the data begin in \(first): cumulative figures cover the data alone"
            )
        }
        let gaps = MissingQuarters(known: quarters.filter(hasFigures), since: nil, through: quarter).within
        if !gaps.isEmpty {
            let list = Coverage.listed(gaps)
            // A hole before the programme's start is of no consequence.
            let follows =
                missing.within.isEmpty
                ? BilingualText(zh: "", en: "")
                : BilingualText(
                    zh: "；累计数字不含这些季度，首次受助和再次受助无法统计",
                    en: "; cumulative figures lack them, and who is aided for the first time cannot be told")
            add(
                .warning, "quarters-without-claims",
                zh: "数据中间有 \(gaps.count) 个季度没有赔付：\(list.zh)\(follows.zh)",
                en: "\(gaps.count) quarters within the data have no claim: \(list.en)\(follows.en)")
        }
        if firstDay < since {
            add(
                .warning, "claims-before-start",
                zh: "有赔付的日期早于项目开始日 \(since)（最早 \(firstDay)），不计入累计",
                en:
                    "some claims are dated before the programme's start on \(since) (the first on \(firstDay)); cumulative figures leave them out"
            )
        }
        for (asked, zhName, enName) in [
            (quarter, "本季度", "the quarter"), (quarter.yearEarlier, "上年同期", "the year earlier"),
        ] {
            guard let days = daysByQuarter[asked.ordinal], isIncomplete(asked) else { continue }
            add(
                .warning, "quarter-incomplete",
                zh: "\(zhName) \(asked) 的赔付只有 \(days.lowerBound) 至 \(days.upperBound)，导出可能不全",
                en: "the claims of \(enName), \(asked), run only from \(days.lowerBound) to \(days.upperBound): "
                    + "its exports may be incomplete")
        }
        addFarOff(quarter, add)
        if last > quarter {
            add(
                .note, "later-quarters",
                zh: "数据还含有 \(quarter) 之后的季度，至 \(last)",
                en: "the data hold quarters after \(quarter), up to \(last)")
        }
        return findings
    }
    /// What lies so far from all other data that it is left out, and a report that is itself about such a quarter.
    private func addFarOff(
        _ quarter: Quarter, _ add: (Finding.Level, String, _ zh: String, _ en: String) -> Void
    ) {
        if !farOff.isEmpty {
            let list = Coverage.listed(farOff.map(\.quarter))
            let count = farOff.reduce(0) { $0 + $1.claimCount }
            add(
                .warning, "far-off-dates",
                "\(count) 笔赔付的日期远离其余数据：\(list.zh)，可能是日期写错；它们不在所列各季度中，也不计入累计",
                "\(count) claims are dated far from all others, in \(list.en): their dates may be wrong. They are in no "
                    + "quarter shown and not in cumulative figures")
        }
        if isAskedFarOff {
            add(
                .warning, "far-off-quarter",
                "\(quarter) 远离其余数据，其赔付的日期可能写错",
                "\(quarter) is far from all other data: the dates of its claims may be wrong")
        }
    }

    private static func listed(_ quarters: [Quarter]) -> BilingualText {
        let list = quarters.prefix(8).map(\.description)
        let isMore = quarters.count > 8
        return BilingualText(
            zh: list.joined(separator: "、") + (isMore ? "……" : ""),
            en: list.joined(separator: ", ") + (isMore ? " …" : ""))
    }
}
