import AidModel
import AidText
import AidNews

/// Says in words what a statement is about and what its figure should be.
struct StatementWording {
    let known: KnownFigures

    // MARK: What it is about

    /// `2023年第二季度门诊受助职工同比变化`
    func subject(_ statement: DraftStatement) -> BilingualText {
        let (about, relation) = (quantity(statement.now), relation(statement))
        switch statement.kind {
        case .level:
            return about
        case .change:
            return BilingualText(
                zh: about.zh + relation.zh + "变化", en: "the change of " + about.en + " " + relation.en)
        case .percent:
            return BilingualText(
                zh: about.zh + relation.zh + "增减幅度", en: "the change in percent of " + about.en + " " + relation.en)
        case .ratio:
            return BilingualText(zh: about.zh + relation.zh + "之比", en: about.en + " in percent of that " + relation.en)
        case .share:
            guard let whole = statement.base, whole.span != statement.span || !whole.groups.isEmpty else {
                return BilingualText(zh: about.zh + "占全部的比重", en: "the share of " + about.en + " in the whole")
            }
            let all = quantity(whole)
            return BilingualText(
                zh: about.zh + "占\(all.zh)的比重", en: "the share of " + about.en + " in " + all.en)
        case .shareChange:
            return BilingualText(
                zh: about.zh + "占全部的比重" + relation.zh + "变化",
                en: "the change of the share of " + about.en + " in the whole " + relation.en)
        case .factor(let kind):
            let cause = Self.cause(kind)
            return BilingualText(
                zh: about.zh + relation.zh + "变化中" + cause.zh + "的部分",
                en: "the part of the change of " + about.en + " " + relation.en + " that comes from " + cause.en)
        case .contribution:
            return BilingualText(
                zh: about.zh + relation.zh + "对全部增减幅度的拉动",
                en: "what " + about.en + " adds to the growth of the whole " + relation.en)
        case .percentGap:
            let other = statement.other.map(quantity) ?? about
            return BilingualText(
                zh: about.zh + "的增幅与\(other.zh)的增幅之差",
                en: "how much more " + about.en + " grew than " + other.en)
        case .place:
            return BilingualText(zh: about.zh + "在各组中的位次", en: "the place of " + about.en + " among all")
        case .count:
            return BilingualText(
                zh: about.zh + "在此限内的区县数", en: "how many districts are within the limit by " + about.en)
        case .run:
            return BilingualText(
                zh: about.zh + relation.zh + (statement.rises == false ? "连续下降" : "连续增长") + "的季度数",
                en: "for how many quarters in a row " + about.en + (statement.rises == false ? " fell " : " rose ")
                    + relation.en)
        }
    }

    func key(_ key: KnownFigures.Key) -> BilingualText {
        quantity(DraftQuantity(measure: key.measure, span: key.span, groups: key.group.map { [$0] } ?? []))
    }

    /// `2023年第二季度“门诊”受助职工`
    func quantity(_ quantity: DraftQuantity) -> BilingualText {
        let (time, measure) = (span(quantity.span), Self.measure(quantity.measure))
        let names = quantity.groups.map(name)
        let (zh, en) = (
            names.map { "“\($0.zh)”" }.joined(separator: "、"), names.map { "“\($0.en)”" }.joined(separator: ", ")
        )
        let rate = quantity.rate.map(Self.rate)
        return BilingualText(
            zh: time.zh + zh + (rate?.zh ?? "") + measure.zh,
            en: measure.en + (rate?.en ?? "") + (names.isEmpty ? "" : " of " + en) + " " + time.en)
    }

    private static func rate(_ rate: DraftQuantity.Rate) -> BilingualText {
        switch rate {
        case .day: BilingualText(zh: "日均", en: " a day")
        case .month: BilingualText(zh: "月均", en: " a month")
        case .quarter: BilingualText(zh: "季均", en: " a quarter")
        }
    }

    private func name(_ place: Int) -> BilingualText {
        let name = known.groups[place].name.map(TextTable.shown)
        return BilingualText(zh: EmptyGroup.name(of: name), en: name ?? "not stated")
    }

    func span(_ span: DraftSpan) -> BilingualText {
        let (zh, en) = (SpokenWords(.zh), SpokenWords(.en))
        guard span.quarter.year >= DraftSetting.firstYear - 10 else { return yearless(span) }
        let quarter = span.quarter
        if span.isCumulative {
            return BilingualText(
                zh: "截至\(zh.day(quarter.lastDay))累计", en: "from the start to \(en.day(quarter.lastDay))")
        }
        if span.isQuarter { return BilingualText(zh: zh.quarter(quarter), en: "in " + en.spoken(quarter)) }
        if span.isYearToDate {
            return BilingualText(zh: zh.span(through: quarter), en: "in " + en.spokenSpan(through: quarter))
        }
        if span == .secondHalf(quarter.year) {
            return BilingualText(zh: "\(quarter.year)年下半年", en: "in the second half of \(quarter.year)")
        }
        let first = Quarter(ordinal: span.first ?? span.last)
        return BilingualText(
            zh: zh.quarter(first) + "至" + zh.quarter(quarter), en: "from \(en.spoken(first)) to \(en.spoken(quarter))")
    }

    /// A draft checked against itself may name no year.
    private func yearless(_ span: DraftSpan) -> BilingualText {
        let number = span.quarter.number
        let earlier =
            span.quarter.year < DraftSetting.unknownYear ? BilingualText(zh: "上年", en: " of the year before") : nil
        let text: BilingualText =
            if span.isCumulative {
                BilingualText(zh: "累计", en: "since the start")
            } else if span.isQuarter {
                BilingualText(zh: "第\(["一", "二", "三", "四"][number - 1])季度", en: "in quarter \(number)")
            } else if span.isYearToDate {
                BilingualText(zh: ["一季度", "上半年", "前三季度", "全年"][number - 1], en: "up to quarter \(number)")
            } else {
                BilingualText(zh: "下半年", en: "in the second half")
            }
        return BilingualText(zh: (earlier?.zh ?? "") + text.zh, en: text.en + (earlier?.en ?? ""))
    }

    private static func cause(_ kind: FactKind) -> BilingualText {
        switch kind {
        case .fromPersonTimesPerRecipient: BilingualText(zh: "来自人均受助人次", en: "person-times a recipient")
        case .fromAmountPerPersonTime: BilingualText(zh: "来自次均受助金额", en: "money a person-time")
        default: BilingualText(zh: "来自受助职工人数", en: "recipients")
        }
    }

    static func measure(_ measure: FactMeasure) -> BilingualText {
        switch measure {
        case .recipients: BilingualText(zh: "受助职工", en: "recipients")
        case .personTimes: BilingualText(zh: "受助人次", en: "person-times")
        case .amount: BilingualText(zh: "受助金额", en: "amount")
        case .firstTime: BilingualText(zh: "首次受助职工", en: "first-time recipients")
        case .returning: BilingualText(zh: "再次受助职工", en: "returning recipients")
        case .personTimesPerRecipient: BilingualText(zh: "人均受助人次", en: "person-times per recipient")
        case .amountPerRecipient: BilingualText(zh: "人均受助金额", en: "amount per recipient")
        case .amountPerPersonTime: BilingualText(zh: "次均受助金额", en: "amount per person-time")
        case .members: BilingualText(zh: "季末会员", en: "members at the quarter's end")
        case .recipientsPerThousand: BilingualText(zh: "每千名会员受助职工", en: "recipients per thousand members")
        case .personTimesPerThousand: BilingualText(zh: "每千名会员受助人次", en: "person-times per thousand members")
        case .amountPerThousand: BilingualText(zh: "每千名会员受助金额", en: "amount per thousand members")
        }
    }

    /// 同比, 环比, or against what.
    func relation(_ statement: DraftStatement) -> BilingualText {
        guard let base = statement.base, statement.kind != .share else { return BilingualText(zh: "", en: "") }
        if statement.isBasePublished {
            let time = span(base.span)
            return BilingualText(zh: "与公布的\(time.zh)数字相比", en: "against what was published \(time.en)")
        }
        if base.groups != statement.now.groups {
            let other = quantity(base)
            return BilingualText(zh: "与\(other.zh)相比", en: "against \(other.en)")
        }
        if base.span == statement.span.moved(years: -1) { return BilingualText(zh: "同比", en: "year on year") }
        if statement.span.isQuarter, base.span == statement.span.before {
            return BilingualText(zh: "环比", en: "quarter on quarter")
        }
        let time = span(base.span)
        return BilingualText(zh: "与\(time.zh)相比", en: "against \(time.en)")
    }

    // MARK: What it should be

    /// `98.58万人（985,800人）`, `增长18.26%`
    func value(_ statement: DraftStatement, _ range: DraftRatioRange) -> BilingualText {
        switch statement.kind {
        case .level:
            return BilingualText(zh: level(statement.now, range, .zh), en: level(statement.now, range, .en))
        case .place:
            let (first, last) = (known.minor(range.lowest, 0), known.minor(range.highest, 0))
            return first == last
                ? BilingualText(zh: "第\(first)位", en: "place \(first)")
                : BilingualText(zh: "第\(first)位或之后", en: "place \(first) or after")
        case .count:
            let (first, last) = (known.minor(range.lowest, 0), known.minor(range.highest, 0))
            return first == last
                ? BilingualText(zh: "\(first)个", en: "\(first)")
                : BilingualText(zh: "至少\(first)个", en: "at least \(first)")
        case .run:
            let count = known.minor(range.lowest, 0)
            let isAtLeast = range.exactly == nil
            return BilingualText(
                zh: (isAtLeast ? "至少" : "") + "\(count)个季度", en: (isAtLeast ? "at least " : "") + "\(count) quarters")
        case .change, .factor:
            let isFall = range.highest.numerator < 0
            let size = isFall ? range.negated : range
            if range.exactly?.numerator == 0 { return BilingualText(zh: "没有变化", en: "no change") }
            if range.lowest.numerator < 0, !isFall {
                return BilingualText(
                    zh: "变化为" + level(statement.now, range, .zh),
                    en: "a change of " + level(statement.now, range, .en))
            }
            return BilingualText(
                zh: (isFall ? "减少" : "增加") + level(statement.now, size, .zh),
                en: (isFall ? "a decrease of " : "an increase of ") + level(statement.now, size, .en))
        case .percent:
            let isFall = range.highest.numerator < 0
            if range.exactly?.numerator == 0 { return BilingualText(zh: "没有变化", en: "no change") }
            if range.lowest.numerator < 0, !isFall {
                return BilingualText(zh: percent(range, .zh), en: percent(range, .en))
            }
            let size = isFall ? range.negated : range
            return BilingualText(
                zh: (isFall ? "下降" : "增长") + percent(size, .zh), en: (isFall ? "down " : "up ") + percent(size, .en))
        case .shareChange, .percentGap, .contribution:
            let isFall = range.highest.numerator < 0
            let size = isFall ? range.negated : range
            if range.exactly?.numerator == 0 { return BilingualText(zh: "没有变化", en: "no change") }
            let (zh, en) = (points(size, .zh), points(size, .en))
            if range.lowest.numerator < 0, !isFall { return BilingualText(zh: "变化为" + zh, en: "a change of " + en) }
            return BilingualText(zh: (isFall ? "下降" : "提高") + zh, en: (isFall ? "down " : "up ") + en)
        case .ratio, .share: return BilingualText(zh: percent(range, .zh), en: percent(range, .en))
        }
    }

    private func points(_ range: DraftRatioRange, _ language: Language) -> String {
        percent(range, language).replacing("%", with: language == .zh ? "个百分点" : " percentage points")
    }

    private func level(_ quantity: DraftQuantity, _ range: DraftRatioRange, _ language: Language) -> String {
        let words = SpokenWords(language)
        let measure = quantity.measure
        let isMoney = measure.plain == .amount
        let isFraction = measure == .personTimesPerRecipient || measure.perThousand != nil || quantity.rate != nil
        let decimals = isMoney ? known.currency.minorDigits : isFraction ? 2 : 0
        let unit = unit(measure, isMoney, words)
        guard let exact = range.exactly else {
            let figure = CertainFigure(
                FigureRange(lowest: known.minor(range.lowest, decimals), highest: known.minor(range.highest, decimals)),
                decimals: decimals, language: language)
            let bounds = (figure.bounds ?? "") + unit
            guard let about = figure.statement, !figure.isCoarse else { return bounds }
            return language == .zh ? "\(about)\(unit)（\(bounds)）" : "\(about)\(unit) (\(bounds))"
        }
        let number = known.minor(exact, decimals)
        let short = words.numbers.figure(number, decimals: decimals, rounding: known.rounding).text
        let long = NumberStyle.exact(number, decimals: decimals)
        let isShort = number.magnitude >= 10_000 * (0..<decimals).reduce(UInt128(1)) { power, _ in power * 10 }
        if !isShort || short == long { return (isShort ? long : short) + unit }
        return language == .zh ? "\(short)\(unit)（\(long)\(unit)）" : "\(short)\(unit) (\(long)\(unit))"
    }

    private func unit(_ measure: FactMeasure, _ isMoney: Bool, _ words: SpokenWords) -> String {
        if isMoney { return (words.language == .zh ? "" : " ") + words.unit(of: known.currency) }
        switch (measure, words.language) {
        case (.personTimes, .zh), (.personTimesPerThousand, .zh): return "人次"
        case (.personTimes, .en), (.personTimesPerThousand, .en): return " person-times"
        case (.personTimesPerRecipient, .zh): return "次"
        case (.personTimesPerRecipient, .en): return ""
        case (_, .zh): return "人"
        case (_, .en): return " people"
        }
    }

    private func percent(_ range: DraftRatioRange, _ language: Language) -> String {
        guard let exact = range.exactly else {
            let bounds = CertainFigure(
                percent: FigureRange(lowest: known.minor(range.lowest, 2), highest: known.minor(range.highest, 2)),
                language: language)
            return (bounds.bounds ?? bounds.statement ?? "").filter { $0 != "+" }
        }
        return NumberStyle.exact(known.minor(exact, 2), decimals: 2) + "%"
    }
}
