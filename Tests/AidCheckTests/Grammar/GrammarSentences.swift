import AidModel
import TestSupport

@testable import AidNews

/// Sentences of the Chinese press about one quarter of a world, all of them true.
struct GrammarSentences {
    let world: GrammarWorld
    var figures: GrammarFigures

    var quarter: Quarter { world.quarter }
    var isRelative: Bool { quarter.number < 4 }

    init(_ world: GrammarWorld, _ random: SeededRandom) {
        self.world = world
        figures = GrammarFigures(random: random)
    }

    mutating func pick(_ texts: [String]) -> String { figures.pick(texts) }
    mutating func chance(_ one: Int) -> Bool { figures.chance(one) }

    // MARK: Names

    func number(_ quarter: Quarter) -> String { ["一", "二", "三", "四"][quarter.number - 1] }

    /// The quarter by name.
    mutating func time(_ quarter: Quarter) -> String {
        let name = number(quarter) + "季度"
        var names = ["\(quarter.year)年第\(name)", "\(quarter.year)年\(name)"]
        if isRelative, quarter.year == self.quarter.year { names += ["今年\(name)", "今年第\(name)"] }
        if isRelative, quarter.year == self.quarter.year - 1 { names += ["去年\(name)"] }
        return pick(names)
    }

    mutating func subject() -> String { pick(["“暖·互助”二次报销", "该项目", "全市", "“暖·互助”"]) }

    static let units: [Measure: GrammarFigures.Unit] = [
        .recipients: .people, .personTimes: .personTimes, .amount: .yuan,
    ]

    mutating func level(_ measure: Measure, _ quarter: Quarter? = nil, _ group: Int? = nil) -> String {
        figures.print(world.value(measure, quarter ?? self.quarter, group), Self.units[measure]!)
    }

    mutating func noun(_ measure: Measure) -> String {
        switch measure {
        case .recipients: pick(["受助职工", "受助人数", "受助职工"])
        case .personTimes: pick(["受助人次", "受助人次"])
        case .amount: pick(["互助金", "受助金额", "互助金额", "发放互助金"])
        }
    }

    /// What is compared with, as a word before 增长.
    mutating func base(_ isQuarterEarlier: Bool) -> String {
        isQuarterEarlier ? pick(["环比", "较上季度", "比上季度"]) : pick(["同比", "较去年同期", "比去年同期", "较上年同期"])
    }

    func earlier(_ isQuarterEarlier: Bool) -> Quarter {
        isQuarterEarlier ? quarter.quarterEarlier : quarter.yearEarlier
    }

    mutating func rise(_ value: GrammarWorld.Exact) -> String {
        value.numerator >= 0 ? pick(["增长", "上升", "增加"]) : pick(["下降", "减少"])
    }

    // MARK: Clauses

    mutating func levels(_ group: Int? = nil) -> String {
        let own = group.map { GrammarWorld.groups[$0].name! } ?? ""
        let people = pick([
            "\(own)受助职工\(level(.recipients, nil, group))、\(level(.personTimes, nil, group))",
            "\(own)受助职工\(level(.recipients, nil, group))，受助人次\(level(.personTimes, nil, group))",
        ])
        let money = "\(pick(["发放互助金", "互助金", "支付互助金共计"]))\(level(.amount, nil, group))"
        if group == nil, chance(3) { return money + "，" + people }
        return people + "，" + money
    }

    mutating func percent(_ measure: Measure, _ isQuarterEarlier: Bool, _ group: Int? = nil) -> String {
        let value = world.percent(measure, earlier(isQuarterEarlier), group)
        return rise(value) + figures.print(value.size, .percent)
    }

    func isPrintable(_ value: GrammarWorld.Exact) -> Bool { value.size.numerator * 20 > value.denominator }

    // MARK: Sentences

    /// A way to say something; its text is nil where it says nothing of these figures.
    struct Form: Sendable {
        var text: @Sendable (inout GrammarSentences) -> String?
        /// Whether it names its own time, so that none stands before it.
        var namesTime = false
    }

    /// The first sentence of a report says what was counted.
    private static let openings: [Form] = [
        Form { $0.levels() }, Form { $0.levels() }, Form { $0.levelWithChange() }, Form { $0.threePercents() },
    ]

    private static let plainForms: [Form] = [
        Form { $0.levels() },
        Form { $0.levelWithChange() },
        Form { $0.threePercents() },
        Form { $0.care() },
        Form { $0.shares() },
        Form { $0.shareOfOne() },
        Form { $0.ratioOfGroups() },
        Form { $0.fromTo() },
        Form { $0.moreThan() },
        Form { $0.changeOfAll() },
        Form { $0.averages() },
        Form { $0.rate() },
        Form(text: { $0.sinceStart() }, namesTime: true),
        Form { $0.shareFromTo() },
        Form { $0.inBrackets() },
        Form { $0.district() },
        Form(text: { $0.toDate() }, namesTime: true),
        Form { $0.thanQuarter() },
        Form { $0.groupChanges() },
        Form(text: { $0.twoQuarters() }, namesTime: true),
    ]

    static let forms = plainForms + pressForms

    /// A sentence; nil: this form says nothing of these figures.
    ///
    /// - Parameter isFirst: whether it names its time.
    mutating func sentence(isFirst: Bool) -> String? {
        let start = isFirst || chance(3) ? time(quarter) + "，" : ""
        let form = figures.pick(isFirst ? Self.openings : Self.forms)
        guard let text = form.text(&self) else { return nil }
        return (form.namesTime ? "" : start) + (isFirst ? subject() : "") + text
    }

    private mutating func levelWithChange() -> String? {
        let isQuarterEarlier = chance(3)
        let measures = Measure.allCases.shuffled(using: &figures.random).prefix(figures.pick([1, 2, 3]))
        guard measures.allSatisfy({ isPrintable(world.percent($0, earlier(isQuarterEarlier))) }) else { return nil }
        return measures.map { "\(noun($0))\(level($0))，\(base(isQuarterEarlier))\(percent($0, isQuarterEarlier))" }
            .joined(separator: pick(["，", "；"]))
    }

    private mutating func threePercents() -> String? {
        let isQuarterEarlier = chance(4)
        let values = Measure.allCases.map { world.percent($0, earlier(isQuarterEarlier)) }
        guard values.allSatisfy(isPrintable), Set(values.map(\.isPositive)).count == 1 else { return nil }
        let levels = Measure.allCases.map {
            "\($0 == .recipients ? "受助职工" : $0 == .personTimes ? "受助人次" : "互助金")\(level($0))"
        }
        let percents = values.map { figures.print($0.size, .percent) }
        let word = values[0].isPositive ? pick(["增长", "上升"]) : "下降"
        return levels.joined(separator: "，")
            + "，\(isQuarterEarlier ? "环比" : "同比")\(pick(["", "分别"]))\(word)\(percents[0])、\(percents[1])和\(percents[2])"
    }

    private mutating func care() -> String? {
        let measure = figures.pick(Measure.allCases)
        let parts = [0, 1].map { place in "\(GrammarWorld.care[place])\(pick(["", "受助"]))\(level(measure, nil, place))"
        }
        guard measure == .amount else { return "其中，" + parts.joined(separator: pick(["，", "、"])) }
        return "其中，"
            + [0, 1].map { "\(GrammarWorld.care[$0])\(pick(["互助金", "发放互助金"]))\(level(.amount, nil, $0))" }.joined(
                separator: "，")
    }

    private mutating func shares() -> String? {
        let measure = figures.pick([Measure.amount, .personTimes])
        let noun = measure == .amount ? "互助金" : "受助人次"
        return "门诊、住院\(noun)分别为\(level(measure, nil, 0))、\(level(measure, nil, 1))，占比分别为"
            + "\(share(measure, 0))\(pick(["、", "和"]))\(share(measure, 1))"
    }

    mutating func share(_ measure: Measure, _ group: Int, _ quarter: Quarter? = nil) -> String {
        figures.print(world.share(measure, quarter ?? self.quarter, group), .percent)
    }

    private mutating func shareOfOne() -> String? {
        let measure = figures.pick([Measure.amount, .personTimes])
        let group = Int.random(in: 0..<GrammarWorld.groups.count, using: &figures.random)
        let name = GrammarWorld.groups[group].name!
        return measure == .amount
            ? "\(name)互助金\(level(.amount, nil, group))，占\(pick(["互助金总额", "全部互助金", "全市"]))的\(share(.amount, group))"
            : "\(name)受助\(level(.personTimes, nil, group))，占\(pick(["总人次", "受助人次", "全部受助人次"]))的\(share(.personTimes, group))"
    }

    private mutating func ratioOfGroups() -> String? {
        let measure = figures.pick([Measure.amount, .personTimes])
        let noun = measure == .amount ? "互助金" : "受助人次"
        let (one, other) = world.ratio(measure, 1, 0).numerator > world.ratio(measure, 0, 1).numerator ? (1, 0) : (0, 1)
        let text = figures.print(world.ratio(measure, one, other), .fold)
        return "\(GrammarWorld.care[one])\(noun)是\(GrammarWorld.care[other])的\(text)"
    }

    private mutating func fromTo() -> String? {
        let measure = figures.pick(Measure.allCases)
        let value = world.percent(measure, quarter.yearEarlier)
        guard isPrintable(value) else { return nil }
        let to = value.isPositive ? pick(["增加到", "增至", "上升至"]) : pick(["减少到", "降至", "下降到"])
        return
            "\(noun(measure))由\(pick(["去年同期", "上年同期"]))的\(level(measure, quarter.yearEarlier))\(to)\(level(measure))，"
            + rise(value) + figures.print(value.size, .percent)
    }

    private mutating func moreThan() -> String? {
        let measure = figures.pick(Measure.allCases)
        let value = world.change(measure, quarter.yearEarlier)
        guard value.isPositive else { return nil }
        let text = figures.print(value, Self.units[measure]!)
        switch measure {
        case .recipients: return "比去年同期多\(pick(["帮了", "帮助", "救助"]))\(text)"
        case .personTimes: return "受助人次比去年同期多\(pick(["", "出"]))\(text)"
        case .amount: return "互助金比去年同期多\(pick(["", "发放", "支付"]))\(text)"
        }
    }

    private mutating func changeOfAll() -> String? {
        let isQuarterEarlier = chance(3)
        let values = Measure.allCases.map { world.change($0, earlier(isQuarterEarlier)) }
        guard values.allSatisfy(\.isPositive) else { return nil }
        let texts = zip(Measure.allCases, values).map { figures.print($1, Self.units[$0]!) }
        let base = isQuarterEarlier ? "上季度" : "去年同期"
        return "\(pick(["相比\(base)", "与\(base)相比"]))，受助职工增加\(texts[0])、\(texts[1])，受助金额增加\(texts[2])"
    }

    private mutating func averages() -> String? {
        let perPerson = figures.print(world.average(.amount, .recipients), .yuan)
        let perTime = figures.print(world.average(.amount, .personTimes), .yuan)
        return pick([
            "人均受助\(perPerson)", "人均\(perPerson)，次均\(perTime)", "平均每人\(perPerson)", "每位受助职工平均获得\(perPerson)",
            "平均每人次\(perTime)",
        ])
    }

    private mutating func rate() -> String? {
        let measure = figures.pick([Measure.amount, .personTimes])
        let days = quarter.lastDay.daysSinceEpoch - quarter.firstDay.daysSinceEpoch + 1
        let isDaily = chance(2)
        var value = world.value(measure, quarter)
        value.denominator *= isDaily ? Int128(days) : 3
        let text = figures.print(value, Self.units[measure]!)
        return "\(isDaily ? "日均" : "月均")\(measure == .amount ? "发放互助金" : "受助")\(text)"
    }

    private mutating func sinceStart() -> String? {
        let people = figures.print(world.cumulative(.recipients), .people)
        let times = figures.print(world.cumulative(.personTimes), .personTimes)
        let money = figures.print(world.cumulative(.amount), .yuan)
        return pick(["自2012年5月以来，", "自2012年5月启动以来，", "截至\(quarter.year)年\(quarter.number * 3)月底，"])
            + "累计受助职工\(people)、\(times)，发放互助金\(money)"
    }

    private mutating func shareFromTo() -> String? {
        let group = figures.pick([0, 1])
        let (now, before) = (world.share(.amount, quarter, group), world.share(.amount, quarter.yearEarlier, group))
        let isUp = now.numerator * before.denominator > before.numerator * now.denominator
        let to = isUp ? pick(["提高到", "上升到"]) : pick(["下降到", "降至"])
        return "\(GrammarWorld.care[group])互助金占比从\(time(quarter.yearEarlier))的\(figures.print(before, .percent))\(to)"
            + "\(time(quarter))的\(figures.print(now, .percent))"
    }

    private mutating func inBrackets() -> String? {
        let measure = figures.pick(Measure.allCases)
        guard isPrintable(world.percent(measure, quarter.yearEarlier)) else { return nil }
        return pick([
            "\(noun(measure))\(level(measure))（同比\(percent(measure, false))）",
            "\(noun(measure))\(level(measure))（去年同期\(level(measure, quarter.yearEarlier))）",
        ])
    }

    private mutating func district() -> String? {
        let places = [2, 3, 4].shuffled(using: &figures.random).prefix(figures.pick([1, 2, 3]))
        return places.map { levels($0) }.joined(separator: "；")
    }

    private mutating func toDate() -> String? {
        guard quarter.number > 1 else { return nil }
        let name = ["", "上半年", "前三季度", "全年"][quarter.number - 1]
        let people = figures.print(world.yearToDate(.recipients, quarter), .people)
        let money = figures.print(world.yearToDate(.amount, quarter), .yuan)
        let times = figures.print(world.yearToDate(.personTimes, quarter), .personTimes)
        let year = isRelative ? pick(["今年", "\(quarter.year)年"]) : "\(quarter.year)年"
        return pick([
            "\(year)\(name)，受助职工\(people)、\(times)，发放互助金\(money)", "\(year)\(name)共发放互助金\(money)",
            "\(year)\(name)，受助\(times)，发放互助金\(money)",
        ])
    }

    private mutating func thanQuarter() -> String? {
        let base = quarter.quarterEarlier
        let value = world.change(.recipients, base)
        guard value.numerator != 0, base.year == quarter.year else { return nil }
        let text = figures.print(value.size, .people)
        return "受助职工\(pick(["比", "较"]))\(number(base))季度\(rise(value))\(text)"
    }

    private mutating func groupChanges() -> String? {
        let measure = figures.pick([Measure.amount, .personTimes])
        let noun = measure == .amount ? "互助金" : "受助人次"
        guard [0, 1].allSatisfy({ isPrintable(world.percent(measure, quarter.yearEarlier, $0)) }) else { return nil }
        return [0, 1].map {
            "\(GrammarWorld.care[$0])\(noun)\(level(measure, nil, $0))，同比\(percent(measure, false, $0))"
        }
        .joined(separator: "；")
    }

    private mutating func twoQuarters() -> String? {
        let base = quarter.quarterEarlier
        guard base.year == quarter.year else { return nil }
        let measure = figures.pick([Measure.amount, .personTimes])
        let two = [level(measure, base), level(measure)]
        let noun = measure == .amount ? "互助金" : "受助人次"
        return "\(quarter.year)年\(number(base))季度、\(number(quarter))季度，\(noun)分别为\(two[0])、\(two[1])"
    }
}
