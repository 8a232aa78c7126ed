import AidModel

/// Which quarters the exports cover, and what follows from it.
struct Coverage {
    /// How many days before its end a quarter may see its last payment and still be whole.
    private static let lastDays: Int32 = 7

    /// More empty quarters in a row than this, and what follows is taken for wrong dates.
    private static let longestGap = 8

    let firstDay: CalendarDay
    /// Of all data, without quarters that are far off.
    private let lastDay: CalendarDay
    private let daysByQuarter: [Int: ClosedRange<CalendarDay>]
    /// Quarters after a gap that no programme has: someone mistyped a year.
    private let farOff: [Quarter]
    private let forgotten: ForgottenQuarters?

    /// nil where no paid claim stands in the data.
    ///
    /// - Parameter forgotten: of which claims there are none in the data any more.
    init?(_ claims: SettledClaims, forgotten: ForgottenQuarters? = nil) {
        self.forgotten = forgotten
        daysByQuarter = claims.daysByQuarter
        let ordinals = daysByQuarter.keys.sorted()
        guard let first = ordinals.first, let days = daysByQuarter[first] else { return nil }
        firstDay = days.lowerBound
        let lastGap = ordinals.indices.dropFirst().last { ordinals[$0] - ordinals[$0 - 1] > Coverage.longestGap + 1 }
        let usual = ordinals[..<(lastGap ?? ordinals.count)]
        // Where most of the data lie behind the gap, they are what is usual.
        let isFarOff = usual.count * 2 >= ordinals.count
        farOff = isFarOff ? ordinals.dropFirst(usual.count).map { Quarter(ordinal: $0) } : []
        let lastUsual = (isFarOff ? usual.last : ordinals.last) ?? first
        lastDay = daysByQuarter[lastUsual]?.upperBound ?? days.upperBound
    }

    /// The first quarter with figures.
    var first: Quarter {
        forgotten?.quarters.first?.quarter ?? firstDay.quarter
    }
    var last: Quarter { farOff.last ?? lastDay.quarter }

    /// From the first to the last with claims, those without in between included. Quarters
    /// in gaps of more than ten years are left out: there a date is wrong, not a quarter empty.
    var quarters: [Quarter] {
        var quarters: [Quarter] = []
        let known = forgotten?.figuresByQuarter.keys.map(\.ordinal) ?? []
        for ordinal in Set(known).union(daysByQuarter.keys).sorted() {
            if let before = quarters.last, ordinal - before.ordinal <= 40 {
                for gap in before.ordinal + 1..<ordinal { quarters.append(Quarter(ordinal: gap)) }
            }
            quarters.append(Quarter(ordinal: ordinal))
        }
        return quarters
    }

    func hasClaims(in quarter: Quarter) -> Bool {
        daysByQuarter[quarter.ordinal] != nil
    }

    /// The first day of cumulative figures: that of the programme, or from which on everybody is known.
    func since(_ start: CalendarDay?) -> CalendarDay {
        guard let forgotten else { return start ?? firstDay }
        return max(start ?? forgotten.since, forgotten.exactFrom.firstDay)
    }

    /// Whether all who were aided since the programme's start can be told apart.
    func knowsEverybody(_ since: CalendarDay) -> Bool {
        forgotten?.lacksPeople != true && !beginsAfter(since)
    }

    /// Whether quarters since the programme's start are missing before the data begin.
    func beginsAfter(_ since: CalendarDay) -> Bool {
        first > since.quarter
    }

    /// Whether the exports stop before the quarter's last seven days (rule 8).
    func isProvisional(_ quarter: Quarter) -> Bool {
        lastDay.daysSinceEpoch <= quarter.lastDay.daysSinceEpoch - Coverage.lastDays
    }

    /// Whether a quarter that the exports reach past lacks days all the same.
    func isIncomplete(_ quarter: Quarter) -> Bool {
        daysByQuarter[quarter.ordinal].map { isCut($0, in: quarter) } == true && !isProvisional(quarter)
    }

    /// Whether the claims of a quarter begin after its first fortnight or end before its last.
    private func isCut(_ days: ClosedRange<CalendarDay>, in quarter: Quarter) -> Bool {
        days.lowerBound.daysSinceEpoch - quarter.firstDay.daysSinceEpoch >= 14
            || quarter.lastDay.daysSinceEpoch - days.upperBound.daysSinceEpoch >= 14
    }

    /// The last quarter that is not provisional; where there is none, the last one.
    var lastComplete: Quarter {
        let usual = daysByQuarter.keys.sorted().filter { $0 <= lastDay.quarter.ordinal }
        return usual.last { !isProvisional(Quarter(ordinal: $0)) }.map(Quarter.init(ordinal:)) ?? lastDay.quarter
    }

    /// Whether a period can be told at all. A year to date serves as a base only if its
    /// data cover the same quarters as those that are held against it.
    func covers(_ period: ReportPeriod, of quarter: Quarter) -> Bool {
        let span = period.quarters(of: quarter)
        // Whom the forgotten quarters of a year have helped is not known.
        if period != .cumulative, let forgotten, span.lowerBound < forgotten.exactFrom { return false }
        switch period {
        case .cumulative: return true
        case .yearToDateYearEarlier: return coversAlike(quarter)
        default: return !covered(span).isEmpty
        }
    }

    /// Whether the data cover the same quarters of the year to date as of that a year earlier.
    func coversAlike(_ quarter: Quarter) -> Bool {
        covered(ReportPeriod.yearToDateYearEarlier.quarters(of: quarter))
            == covered(ReportPeriod.yearToDate.quarters(of: quarter))
    }

    /// The numbers, from 1 to 4, of the quarters of a year that have claims, or had.
    private func covered(_ span: ClosedRange<Quarter>) -> [Int] {
        (span.lowerBound.ordinal...span.upperBound.ordinal).map(Quarter.init(ordinal:))
            .filter { hasClaims(in: $0) || forgotten?.figures(of: $0) != nil }.map(\.number)
    }

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
        let missing = ReportPeriod.yearToDate.quarters(of: quarter)
        let absent = (missing.lowerBound.ordinal...missing.upperBound.ordinal).map(Quarter.init(ordinal:))
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
        } else if isSinceGiven, beginsAfter(since) {
            add(
                .warning, "cumulative-incomplete",
                zh: "项目始于 \(since)，数据却始于 \(first)：累计数字只含数据中的赔付",
                en:
                    "the programme began on \(since), the data begin in \(first): cumulative figures cover the data alone"
            )
        }
        let gaps = quarters.filter { !hasClaims(in: $0) && forgotten?.figures(of: $0) == nil }
        if !gaps.isEmpty {
            let list = gaps.prefix(8).map(\.description)
            let more = gaps.count > 8
            add(
                .warning, "quarters-without-claims",
                zh: "数据中间有 \(gaps.count) 个季度没有赔付：\(list.joined(separator: "、"))\(more ? "……" : "")",
                en:
                    "\(gaps.count) quarters within the data have no claim: \(list.joined(separator: ", "))\(more ? " …" : "")"
            )
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
        if !farOff.isEmpty {
            let list = farOff.prefix(8).map(\.description)
            add(
                .warning, "far-off-dates",
                zh: "有赔付的日期远在其余数据之后：\(list.joined(separator: "、"))，可能是日期写错",
                en: "some claims are dated far behind all others, in \(list.joined(separator: ", ")): "
                    + "their dates may be wrong")
        }
        if last > quarter {
            add(
                .note, "later-quarters",
                zh: "数据还含有 \(quarter) 之后的季度，至 \(last)",
                en: "the data hold quarters after \(quarter), up to \(last)")
        }
        return findings
    }
}
