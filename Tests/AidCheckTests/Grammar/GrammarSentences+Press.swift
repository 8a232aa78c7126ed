import AidModel
import TestSupport

@testable import AidNews

/// More ways of the press to say what was counted.
extension GrammarSentences {
    static let pressForms: [Form] = [
        Form { $0.baseThenChange() },
        Form { $0.growthAsNoun() },
        Form { $0.changeAndPercent() },
        Form { $0.moreSpent() },
        Form { $0.amountOfWhich() },
        Form { $0.sharePoints() },
        Form { $0.perHundred() },
        Form(text: { $0.twoYears() }, namesTime: true),
        Form(text: { $0.lastFour() }, namesTime: true),
        Form(text: { $0.lastYear() }, namesTime: true),
        Form { $0.quote() },
        Form { $0.districtList() },
        Form { $0.districtSum() },
        Form { $0.districtMore() },
        Form { $0.averageFromTo() },
        Form { $0.averageChange() },
        Form { $0.timesPerPerson() },
        Form { $0.daily() },
        Form { $0.gapOfGrowth() },
        Form(text: { $0.shareOfHalf() }, namesTime: true),
        Form { $0.againstQuarter() },
        Form { $0.ofOnePerson() },
        Form { $0.careInBrackets() },
        Form { $0.careByCare() },
        Form(text: { $0.nameLast() }, namesTime: true),
        Form { $0.changesOfThree() },
        Form { $0.changesOfCare() },
        Form { $0.timesOfYearEarlier() },
        Form(text: { $0.byMonths() }, namesTime: true),
        Form { $0.shareInTenths() },
        Form { $0.moreThanHalf() },
        Form { $0.largestDistrict() },
        Form { $0.districtsInTurn() },
        Form { $0.wholeAndShares() },
        Form(text: { $0.toDateWithPercent() }, namesTime: true),
        Form { $0.quarterOfWhole() },
        Form(text: { $0.quarterToQuarter() }, namesTime: true),
        Form { $0.byKind() },
        Form { $0.eachPayment() },
        Form { $0.whoBenefited() },
        Form { $0.reachedMore() },
        Form { $0.bothComparisons() },
        Form { $0.averageOfCare() },
        Form { $0.amountFirst() },
    ]

    private var yearEarlier: Quarter { quarter.yearEarlier }
    private mutating func anyMeasure() -> Measure { figures.pick(Measure.allCases) }
    private mutating func addedMeasure() -> Measure { figures.pick([.personTimes, .amount]) }
    private func name(_ group: Int) -> String { GrammarWorld.groups[group].name! }
    private mutating func anyCare() -> Int { figures.pick([0, 1]) }
    private mutating func districts() -> [Int] { [2, 3, 4].shuffled(using: &figures.random) }
    private mutating func lastYear() -> String { pick(["去年同期", "上年同期"]) }

    private mutating func level(_ measure: Measure, of group: Int) -> String { level(measure, nil, group) }
    private mutating func change(_ measure: Measure, _ base: Quarter, _ group: Int? = nil) -> String {
        figures.print(world.change(measure, base, group).size, Self.units[measure]!)
    }
    private mutating func yuan(_ value: GrammarWorld.Exact) -> String { figures.digits(value, decimals: 2) + "元" }
    private func isChanged(_ measure: Measure, _ base: Quarter, _ group: Int? = nil) -> Bool {
        world.change(measure, base, group).numerator != 0 && isPrintable(world.percent(measure, base, group))
    }

    // MARK: Changes

    fileprivate mutating func baseThenChange() -> String? {
        let measure = anyMeasure()
        guard isChanged(measure, yearEarlier) else { return nil }
        return "\(noun(measure))\(level(measure))，\(pick(["比", "较"]))\(lastYear())的\(level(measure, yearEarlier))"
            + rise(world.change(measure, yearEarlier)) + change(measure, yearEarlier)
    }

    fileprivate mutating func growthAsNoun() -> String? {
        let measure = anyMeasure()
        let value = world.percent(measure, yearEarlier)
        guard isPrintable(value) else { return nil }
        let noun = value.isPositive ? pick(["增幅为", "增幅达", "增长率为", "增速为"]) : pick(["降幅为", "降幅达"])
        return "\(self.noun(measure))同比\(noun)\(figures.print(value.size, .percent))"
    }

    fileprivate mutating func changeAndPercent() -> String? {
        let measure = anyMeasure()
        guard isChanged(measure, yearEarlier) else { return nil }
        let value = world.change(measure, yearEarlier)
        let word = value.isPositive ? pick(["净增", "增加"]) : "减少"
        return "\(noun(measure))\(level(measure))，同比\(word)\(change(measure, yearEarlier))\(pick(["、", "，"]))"
            + percent(measure, false)
    }

    fileprivate mutating func moreSpent() -> String? {
        let value = world.change(.amount, yearEarlier)
        guard value.numerator != 0 else { return nil }
        let word = value.isPositive ? pick(["多支出", "多发放", "增支"]) : pick(["少支出", "少发放"])
        return "比\(time(yearEarlier))\(word)互助金\(change(.amount, yearEarlier))"
    }

    fileprivate mutating func againstQuarter() -> String? {
        let measure = anyMeasure()
        let base = quarter.quarterEarlier
        guard isChanged(measure, base) else { return nil }
        return "与\(base.year == quarter.year ? number(base) + "季度" : "上季度")相比，\(noun(measure))"
            + rise(world.change(measure, base)) + change(measure, base) + "，" + percent(measure, true)
    }

    fileprivate mutating func changesOfThree() -> String? {
        guard Measure.allCases.allSatisfy({ world.change($0, yearEarlier).isPositive }) else { return nil }
        let changes = Measure.allCases.map { change($0, yearEarlier) }
        return levels() + "，同比\(pick(["分别", ""]))增加\(changes[0])、\(changes[1])、\(changes[2])"
    }

    fileprivate mutating func changesOfCare() -> String? {
        let measure = addedMeasure()
        guard [0, 1].allSatisfy({ isChanged(measure, yearEarlier, $0) }) else { return nil }
        let noun = measure == .amount ? "互助金" : "受助人次"
        return [0, 1].map { group in
            "\(name(group))\(noun)同比\(rise(world.change(measure, yearEarlier, group)))"
                + change(measure, yearEarlier, group)
        }.joined(separator: "，")
    }

    fileprivate mutating func timesOfYearEarlier() -> String? {
        let measure = anyMeasure()
        let times = world.value(measure, quarter).over(world.value(measure, yearEarlier))
        return "\(noun(measure))是\(lastYear())的\(figures.print(times, .fold))"
    }

    fileprivate mutating func reachedMore() -> String? {
        let value = world.change(.recipients, yearEarlier)
        guard value.isPositive else { return nil }
        return "同比多\(pick(["惠及", "救助", "帮助"]))职工\(change(.recipients, yearEarlier))"
    }

    fileprivate mutating func bothComparisons() -> String? {
        let measure = anyMeasure()
        guard isChanged(measure, yearEarlier), isChanged(measure, quarter.quarterEarlier) else { return nil }
        return "\(noun(measure))\(level(measure))，同比\(percent(measure, false))，环比\(percent(measure, true))"
    }

    fileprivate mutating func gapOfGrowth() -> String? {
        let (one, other) = (world.percent(.amount, yearEarlier), world.percent(.personTimes, yearEarlier))
        let gap = one.minus(other)
        guard one.isPositive, other.isPositive, isPrintable(one), isPrintable(other), isPrintable(gap) else {
            return nil
        }
        return "互助金同比增长\(figures.print(one, .percent))，受助人次同比增长\(figures.print(other, .percent))，"
            + "前者增速比后者\(gap.isPositive ? "高" : "低")\(figures.print(gap.size, .points))"
    }

    fileprivate mutating func quarterToQuarter() -> String? {
        let base = quarter.quarterEarlier
        let measure = anyMeasure()
        guard base.year == quarter.year, isChanged(measure, base) else { return nil }
        let isUp = world.change(measure, base).isPositive
        return "\(noun(measure))从\(number(base))季度的\(level(measure, base))\(isUp ? "增加" : "减少")到"
            + "\(number(quarter))季度的\(level(measure))"
    }

    // MARK: Parts

    fileprivate mutating func amountOfWhich() -> String? {
        "发放互助金\(level(.amount))，其中"
            + [1, 0].map { "\(name($0))\(level(.amount, of: $0))，占\(share(.amount, $0))" }.joined(separator: "；")
    }

    fileprivate mutating func sharePoints() -> String? {
        let group = anyCare()
        let points = world.sharePoints(.amount, group, yearEarlier)
        guard isPrintable(points) else { return nil }
        let word = points.isPositive ? pick(["提高", "上升"]) : pick(["下降", "降低"])
        return "\(name(group))互助金占比\(pick(["", "为"]))\(share(.amount, group))，比\(lastYear())\(word)"
            + figures.print(points.size, .points)
    }

    fileprivate mutating func perHundred() -> String? {
        let group = anyCare()
        let yuan = yuan(world.share(.amount, quarter, group))
        return pick(["每百元互助金中，有\(yuan)用于\(name(group))", "每百元互助金里，\(name(group))占\(yuan)"])
    }

    fileprivate mutating func careInBrackets() -> String? {
        let measure = addedMeasure()
        return "\(measure == .amount ? "发放互助金" : "受助")\(level(measure))（其中\(name(0))\(level(measure, of: 0))、"
            + "\(name(1))\(level(measure, of: 1))）"
    }

    fileprivate mutating func careByCare() -> String? {
        [0, 1].map { "\(name($0))方面，受助\(level(.personTimes, of: $0))，发放互助金\(level(.amount, of: $0))" }
            .joined(separator: "；")
    }

    fileprivate mutating func shareInTenths() -> String? {
        let group = anyCare()
        let share = world.share(.amount, quarter, group)
        let tenths = Int(share.numerator / share.denominator / 10)
        guard (1...9).contains(tenths), share.numerator > share.denominator * Int128(tenths) * 10 else { return nil }
        let word = ["一", "二", "三", "四", "五", "六", "七", "八", "九"][tenths - 1]
        return pick(["\(name(group))互助金占比超\(word)成", "超\(word)成的互助金用于\(name(group))"])
    }

    fileprivate mutating func moreThanHalf() -> String? {
        guard
            let group = [0, 1].first(where: {
                world.share(.amount, quarter, $0).numerator > world.share(.amount, quarter, $0).denominator * 50
            })
        else { return nil }
        return pick(["\(name(group))互助金占比过半", "一半以上的互助金用于\(name(group))", "\(name(group))互助金占比超过50%"])
    }

    fileprivate mutating func wholeAndShares() -> String? {
        "受助人次\(level(.personTimes))，\(name(0))、\(name(1))分别占\(share(.personTimes, 0))、\(share(.personTimes, 1))"
    }

    fileprivate mutating func byKind() -> String? {
        "从就诊类型看，"
            + [0, 1].map { "\(name($0))受助\(level(.personTimes, of: $0))，占\(share(.personTimes, $0))" }
            .joined(separator: pick(["；", "，"]))
    }

    // MARK: Districts

    fileprivate mutating func districtList() -> String? {
        let measure = anyMeasure()
        let places = districts()
        let noun = measure == .amount ? "互助金" : measure == .recipients ? "受助职工" : "受助人次"
        return places.map(name).joined(separator: "、") + noun + "分别为"
            + places.map { level(measure, of: $0) }.joined(separator: "、")
    }

    fileprivate mutating func districtSum() -> String? {
        let measure = addedMeasure()
        let places = districts()
        let sum = figures.print(world.sum(measure, of: places), Self.units[measure]!)
        return places.map { String(name($0).dropLast()) }.joined(separator: "、")
            + "三区合计\(measure == .amount ? "发放互助金" : "受助")\(sum)"
    }

    fileprivate mutating func districtMore() -> String? {
        let places = districts()
        let more = world.value(.personTimes, quarter, places[0]).minus(world.value(.personTimes, quarter, places[1]))
        guard more.numerator != 0 else { return nil }
        return "\(name(places[0]))受助人次比\(name(places[1]))\(more.isPositive ? "多" : "少")"
            + figures.print(more.size, .personTimes)
    }

    fileprivate mutating func largestDistrict() -> String? {
        func count(_ group: Int) -> Int128 { world.value(.personTimes, quarter, group).numerator }
        let largest = [3, 4].reduce(2) { count($1) > count($0) ? $1 : $0 }
        return "\(name(largest))受助人次最多，\(pick(["为", "达"]))\(level(.personTimes, of: largest))"
    }

    fileprivate mutating func districtsInTurn() -> String? {
        districts().map { "\(name($0))\(level(.personTimes, of: $0))、\(level(.amount, of: $0))" }
            .joined(separator: "；")
    }

    // MARK: Averages

    fileprivate mutating func averageFromTo() -> String? {
        let (before, now) = (world.average(.amount, .recipients, yearEarlier), world.average(.amount, .recipients))
        guard isPrintable(now.percent(over: before)) else { return nil }
        let to = now.minus(before).isPositive ? pick(["提高到", "增至"]) : pick(["下降到", "降至"])
        return "人均受助金额由\(lastYear())的\(yuan(before))\(to)\(yuan(now))"
    }

    fileprivate mutating func averageChange() -> String? {
        let (before, now) = (world.average(.amount, .recipients, yearEarlier), world.average(.amount, .recipients))
        let value = now.percent(over: before)
        guard isPrintable(value) else { return nil }
        return "人均受助\(yuan(now))，同比\(rise(value))\(figures.print(value.size, .percent))"
    }

    fileprivate mutating func averageOfCare() -> String? {
        let two = [0, 1].map { world.average(.amount, .personTimes, nil, $0) }
        return "\(name(0))次均\(yuan(two[0]))，\(name(1))次均\(yuan(two[1]))"
    }

    fileprivate mutating func timesPerPerson() -> String? {
        "人均受助\(figures.digits(world.average(.personTimes, .recipients), decimals: 2))次"
    }

    fileprivate mutating func daily() -> String? {
        let days = Int128(quarter.lastDay.daysSinceEpoch - quarter.firstDay.daysSinceEpoch + 1)
        func perDay(_ measure: Measure) -> GrammarWorld.Exact {
            var value = world.value(measure, quarter)
            value.denominator *= days
            return value
        }
        return "平均每天有\(figures.print(perDay(.personTimes), .personTimes))获得互助金\(figures.print(perDay(.amount), .yuan))"
    }

    fileprivate mutating func eachPayment() -> String? {
        "\(pick(["每笔互助金平均", "平均每笔", "每人次平均领取"]))\(yuan(world.average(.amount, .personTimes)))"
    }

    // MARK: Times

    fileprivate mutating func twoYears() -> String? {
        let measure = anyMeasure()
        return
            "\(time(yearEarlier))、\(time(quarter))，\(noun(measure))分别为\(level(measure, yearEarlier))、\(level(measure))"
    }

    fileprivate mutating func lastFour() -> String? {
        let measure = addedMeasure()
        let first = Quarter(ordinal: quarter.ordinal - 3)
        let sum = figures.print(world.sum(measure, first, quarter), Self.units[measure]!)
        return "\(pick(["近四个季度", "最近四个季度", "过去四个季度"]))\(pick(["共", "累计"]))"
            + "\(measure == .amount ? "发放互助金" : "受助")\(sum)"
    }

    fileprivate mutating func lastYear() -> String? {
        let last = Quarter(year: quarter.year - 1, number: 4)
        let year = isRelative ? pick(["去年", "\(last.year)年"]) : "\(last.year)年"
        return "\(year)全年，受助职工\(figures.print(world.yearToDate(.recipients, last), .people))，"
            + "发放互助金\(figures.print(world.yearToDate(.amount, last), .yuan))"
    }

    private var toDateName: String { ["", "上半年", "前三季度", "全年"][quarter.number - 1] }

    fileprivate mutating func shareOfHalf() -> String? {
        guard quarter.number > 1 else { return nil }
        let share = world.value(.amount, quarter).over(world.yearToDate(.amount, quarter)).times(100)
        return "\(time(quarter))发放互助金\(level(.amount))，占\(toDateName)的\(figures.print(share, .percent))"
    }

    fileprivate mutating func toDateWithPercent() -> String? {
        guard quarter.number > 1 else { return nil }
        let measure = anyMeasure()
        let (now, before) = (world.yearToDate(measure, quarter), world.yearToDate(measure, yearEarlier))
        let value = now.percent(over: before)
        guard isPrintable(value) else { return nil }
        return "\(quarter.year)年\(toDateName)，\(noun(measure))\(figures.print(now, Self.units[measure]!))，"
            + "同比\(rise(value))\(figures.print(value.size, .percent))"
    }

    fileprivate mutating func byMonths() -> String? {
        let (first, last) = (quarter.number * 3 - 2, quarter.number * 3)
        let time = pick(["\(first)月至\(last)月", "\(first)—\(last)月", "\(first)至\(last)月"])
        return "\(quarter.year)年\(time)，\(levels())"
    }

    fileprivate mutating func quarterOfWhole() -> String? {
        "累计受助职工\(figures.print(world.cumulative(.recipients), .people))，其中\(time(quarter))受助\(level(.recipients))"
    }

    // MARK: Other orders

    fileprivate mutating func quote() -> String? {
        "“\(time(quarter))，受助职工\(level(.recipients))，发放互助金\(level(.amount))。”"
            + "\(pick(["市总工会权益保障部负责人", "市总工会有关负责人"]))\(pick(["介绍", "说"]))"
    }

    fileprivate mutating func nameLast() -> String? {
        "\(level(.recipients))、\(level(.personTimes))、\(level(.amount))——这是“暖·互助”二次报销\(time(quarter))交出的成绩单"
    }

    fileprivate mutating func ofOnePerson() -> String? {
        let who = pick(["王女士", "李师傅", "张先生"])
        return "职工\(who)因病住院，自付医疗费2.3万元，领到互助金3200元。\(time(quarter))，住院受助\(level(.personTimes, of: 1))"
    }

    fileprivate mutating func whoBenefited() -> String? {
        "共有\(level(.recipients))从“暖·互助”二次报销中受益，拿到互助金\(level(.amount))"
    }

    fileprivate mutating func amountFirst() -> String? {
        "\(level(.amount))互助金\(pick(["发放到", "送到"]))\(level(.recipients))受助职工手中"
    }
}
