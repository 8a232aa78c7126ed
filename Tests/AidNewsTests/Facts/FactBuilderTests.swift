import AidModel
import AidStatistics
import AidText
import ReportSupport
import Testing

@testable import AidNews

/// Which statements a report allows.
@Suite struct FactBuilderTests {
    private func ids(_ report: QuarterReport, containing part: String) -> [String] {
        SampleFacts.of(report).facts.map(\.id).filter { $0.contains(part) }
    }

    /// Eight quarters that rise by a hundred each.
    private static let rising: QuarterReport = {
        var report = SampleReport.fullSize
        report.breakdowns = []
        report.quarters = (0..<8).map { place in
            let count = 1_000 + 100 * place
            return QuarterTotal(
                quarter: Quarter(ordinal: report.quarter.ordinal - 7 + place), isProvisional: false,
                figures: SampleReport.figures(count, count, Int128(count)))
        }
        report.figures = report.quarters[7].figures!
        report.cumulative.since = report.quarters[0].quarter.firstDay
        return report
    }()

    @Test func aYearThatLacksAQuarterIsNotTold() {
        var report = SampleReport.fullSize
        #expect(!ids(report, containing: "/ytd/").isEmpty)
        report.quarters[report.quarters.count - 2].figures = nil
        #expect(ids(report, containing: "/ytd/").isEmpty)
        // Before the programme there was nothing to lack.
        report.cumulative.since = report.quarter.firstDay
        #expect(!ids(report, containing: "/ytd/").isEmpty)
    }

    @Test func dataThatBeginLateAreNotCumulative() {
        var report = SampleReport.fullSize
        #expect(!ids(report, containing: "/cumulative/").isEmpty)
        report.quarters.removeFirst()
        #expect(ids(report, containing: "/cumulative/").isEmpty)
    }

    @Test func recordsAndRunsNeedWholeQuarters() {
        var report = Self.rising
        #expect(ids(report, containing: "/highest").count == 3)
        #expect(SampleFacts.of(report)["2023Q2/qoq/amount/rises"]?.value == .exactly(7))
        #expect(SampleFacts.of(report)["2023Q2/yoy/amount/rises"]?.value == .exactly(4))
        #expect(SampleFacts.of(report)["2023Q2/qoq/amount/rises"]?.base?.period == .quarter(report.quarters[0].quarter))
        // The first quarter had a month alone.
        report.cumulative.since = SampleReport.day(2021, 8, 1)
        #expect(SampleFacts.of(report)["2023Q2/qoq/amount/rises"]?.value == .exactly(6))
        report.isProvisional = true
        #expect(ids(report, containing: "/highest").isEmpty && ids(report, containing: "/rises").isEmpty)
    }

    /// A run that goes back to where the data begin may be longer, unless the programme began there.
    @Test func runsAsLongAsTheDataAreAtLeastThat() throws {
        func runs(_ change: (inout QuarterReport) -> Void) -> (quarterly: Fact?, yearly: Fact?) {
            var report = Self.rising
            change(&report)
            let facts = SampleFacts.of(report)
            return (facts["2023Q2/qoq/amount/rises"], facts["2023Q2/yoy/amount/rises"])
        }
        // The programme of the sample began years before these quarters.
        let sinceBefore = runs { $0.cumulative.since = SampleReport.day(2012, 5, 1) }
        #expect(sinceBefore.quarterly?.printed.zh == "至少连续7个季度增长")
        #expect(sinceBefore.quarterly?.printed.en == "up for at least 7 quarters in a row")
        #expect(sinceBefore.yearly?.base?.isAtLeast == true)
        var report = Self.rising
        report.cumulative.since = SampleReport.day(2012, 5, 1)
        let facts = SampleFacts.of(report)
        #expect(facts.facts.contains { $0.base?.isAtLeast == true })
        #expect(try FactDocument.read(FactDocument.bytes(facts)) == facts)

        let sinceThen = runs { _ in }
        #expect(sinceThen.quarterly?.printed.zh == "连续7个季度增长")
        #expect(sinceThen.yearly?.base?.isAtLeast == false)
        // One that another direction ends is as long as it is.
        let ended = runs {
            $0.cumulative.since = SampleReport.day(2012, 5, 1)
            $0.quarters[1].figures = SampleReport.figures(10, 10, 10)
        }
        #expect(ended.quarterly?.printed.zh == "连续6个季度增长" && ended.yearly?.base?.isAtLeast == true)
        // Nobody told when the programme began: the data may begin later.
        let untold = runs {
            $0.programme = Programme(name: "x", title: $0.programme.title, since: nil, currency: .cny)
        }
        #expect(untold.quarterly?.base?.isAtLeast == true)
    }

    /// A quarter whose claims leave out a fortnight is told as provisional, and so is what is held against it.
    @Test(arguments: Language.allCases)
    func quartersThatLackDaysAreProvisional(language: Language) throws {
        let mark = language == .zh ? "（初步）" : " (provisional)"
        func news(_ ordinalsBack: Int?) throws -> (FactSet, News) {
            var report = SampleReport.fullSize
            for index in report.quarters.indices {
                report.quarters[index].isIncomplete =
                    report.quarter.ordinal - report.quarters[index].quarter.ordinal == ordinalsBack
            }
            let facts = SampleFacts.of(report)
            return (facts, try News(facts, NewsTemplates(language)))
        }
        let (whole, plain) = try news(nil)
        #expect(!whole.isProvisional && !plain.texts.contains { $0.plain.contains(mark) })
        #expect(whole["2023Q2/amount/highest"] != nil)

        let (cut, cutNews) = try news(0)
        #expect(cut.isProvisional && cut["2023Q2/amount/highest"] == nil)
        for id in ["2023Q2/amount", "2023Q2/ytd/amount", "2023Q2/cumulative/amount", "2023Q2/care=门诊/amount/share"] {
            #expect(cut[id]?.isProvisional == true, "\(id)")
        }
        #expect(cutNews.headline.plain.hasSuffix(mark))
        #expect(cutNews.deck.plain.hasPrefix(language == .zh ? "初步统计，" : "Provisional figures: "))
        // In the name of the quarter, and in the comparison.
        #expect(cutNews.lead.plain.components(of: mark) == 2)
        #expect(cutNews.body[0].plain.components(of: mark) == (language == .zh ? 2 : 1))
        #expect(cutNews.body.last?.plain.contains(language == .zh ? "以上为初步数字" : "are provisional") == true)

        let (base, baseNews) = try news(4)
        #expect(!base.isProvisional && base["2023Q2/amount"]?.isProvisional == false)
        #expect(
            base["2023Q2/yoy/amount/percent"]?.isProvisional == true && base["2022Q2/amount"]?.isProvisional == true)
        #expect(base["2023Q2/qoq/amount/percent"]?.isProvisional == false)
        #expect(base["2023Q2/ytd/yoy/amount/percent"]?.isProvisional == true)
        #expect(!baseNews.headline.plain.contains(mark) && baseNews.lead.plain.components(of: mark) == 1)
        #expect(baseNews.body.last?.plain.contains(language == .zh ? "去年同期的导出" : "of the year earlier may") == true)

        let (before, _) = try news(1)
        #expect(before["2023Q2/ytd/amount"]?.isProvisional == true && before["2023Q2/amount"]?.isProvisional == false)
    }

    /// The base of a record is the quarter that comes nearest to it, wherever it stands.
    @Test func recordsNameTheRunnerUp() {
        var report = Self.rising
        report.quarters[3].figures = SampleReport.figures(1_650, 1_650, 1_650)
        let highest = SampleFacts.of(report)["2023Q2/amount/highest"]?.base
        #expect(highest?.period == .quarter(Quarter(year: 2022, number: 2)) && highest?.value == .exactly(1_650))
        #expect(highest?.others == FactBase.Others(since: Quarter(year: 2021, number: 3), count: 7))
        #expect(highest?.count == nil)
        report.figures = SampleReport.figures(10, 10, 10)
        report.quarters[7].figures = report.figures
        // The first quarter had a month alone; of the others two are equal.
        report.cumulative.since = SampleReport.day(2021, 8, 1)
        report.quarters[5].figures = report.quarters[1].figures
        let lowest = SampleFacts.of(report)["2023Q2/recipients/lowest"]?.base
        #expect(lowest?.period == .quarter(Quarter(year: 2022, number: 4)) && lowest?.value == .exactly(1_100))
        #expect(lowest?.others == FactBase.Others(since: Quarter(year: 2021, number: 4), count: 6))
    }

    @Test func fewQuartersMakeNoRecord() {
        var report = Self.rising
        report.quarters = report.quarters.suffix(4)
        #expect(ids(report, containing: "/highest").isEmpty)
        report.quarters = Self.rising.quarters.suffix(5)
        #expect(ids(report, containing: "/highest").count == 3)
        // Equal is not higher.
        report.quarters[0].figures = report.figures
        #expect(ids(report, containing: "/highest").isEmpty)
    }

    @Test func theLowestKnowsOfGaps() {
        var report = Self.rising
        report.figures = SampleReport.figures(10, 10, 10)
        report.quarters[7].figures = report.figures
        #expect(ids(report, containing: "/lowest").count == 3)
        #expect(SampleFacts.of(report)["2023Q2/qoq/amount/falls"] == nil)
        // Half a quarter could only be the lowest by itself.
        report.quarters[0].figures = SampleReport.figures(1, 1, 1)
        #expect(ids(report, containing: "/lowest").isEmpty)
        report.cumulative.since = SampleReport.day(2021, 8, 1)
        #expect(ids(report, containing: "/lowest").count == 3)
        report.quarters[3].figures = nil
        #expect(ids(report, containing: "/lowest").isEmpty)
    }

    @Test func comparisonsSayWhyThereIsNoPercent() {
        var report = SampleReport.fullSize
        report.yearEarlier = SampleReport.compare(.known(report.figures), .absent, at: report.quarter.yearEarlier)
        report.quarterEarlier = SampleReport.compare(
            .known(report.figures), .known(.zero), at: report.quarter.quarterEarlier)
        let facts = SampleFacts.of(report)
        #expect(facts["2023Q2/yoy/amount/percent"]?.value == FactValue.none(.absent))
        #expect(facts["2023Q2/yoy/amount/change"] == nil)
        #expect(facts["2023Q2/qoq/amount/percent"]?.value == FactValue.none(.zero))
        #expect(facts["2023Q2/qoq/amount/change"]?.value == .exactly(report.figures.amountMinor))
        #expect(facts["2023Q2/qoq/amount/percent"]?.printed.zh == "基数为0，不能计算")
        let suppressed = SampleFacts.named("suppressed")
        #expect(suppressed["2023Q2/district=东城区/yoy/amount/percent"] != nil)
        let printed = SampleFacts.named("printed")
        #expect(printed["2023Q2/yoy-published/recipients/percent"]?.value == FactValue.none(.rounded))
    }

    @Test func bothBasesOfARestatedYearAreTold() {
        let facts = SampleFacts.named("restated")
        #expect(facts["2023Q2/yoy/recipients/change"]?.value == .exactly(152_200))
        #expect(facts["2023Q2/yoy-published/recipients/change"]?.value == .exactly(152_800))
        #expect(facts["2023Q2/yoy/recipients/change"]?.isRestated == true)
        #expect(facts["2022Q2/recipients"]?.isRestated == true)
        #expect(facts["2022Q2@2/recipients"]?.value == .exactly(833_000))
        #expect(SampleFacts.named("full-size")["2023Q2/yoy/recipients/change"]?.isRestated == false)
    }

    @Test func ranksAreSharedAndLeaveOutEmptyFields() {
        var report = SampleReport.fullSize
        report.breakdowns[0].groups[1].figures = report.breakdowns[0].groups[0].figures
        let facts = SampleFacts.of(report)
        #expect(facts["2023Q2/care=住院/amount/rank"]?.value == .exactly(1))
        #expect(facts["2023Q2/care=门诊/amount/rank"]?.value == .exactly(1))
        #expect(facts["2023Q2/care=门诊/amount/rank"]?.base?.count == 2)
        #expect(facts["2023Q2/care=/amount/rank"] == nil)
        #expect(facts["2023Q2/care=/amount/share"] != nil)
    }

    /// Of many groups the rest has facts as a group has, from figures that the report has counted; but no rank.
    @Test func theRestHasFactsOfItsOwn() throws {
        let report = SampleReport.manyGroups
        let facts = SampleFacts.of(report)
        let bound = try #require(report.breakdowns[0].bound)
        let rest = facts.facts.filter { $0.group?.restCount != nil }
        #expect(rest.allSatisfy { $0.id.contains("/union/rest/") && $0.group?.restCount == bound.restCount })
        for measure in Measure.allCases {
            let figures = try #require(bound.rest.figures.value)
            let level = try #require(facts["2023Q2/union/rest/\(measure.rawValue)"])
            #expect(level.value == .exactly(figures[measure]))
            let change = try #require(bound.rest.yearEarlier.change.value)
            #expect(facts["2023Q2/union/rest/yoy/\(measure.rawValue)/change"]?.value == .exactly(change[measure]))
            let share = try #require(facts["2023Q2/union/rest/\(measure.rawValue)/share"])
            #expect(share.value == ExactRatio(figures[measure], over: report.figures[measure]).map { .ratio($0) })
        }
        #expect(
            !rest.contains {
                $0.kind == .rank || $0.period == .cumulative(since: report.cumulative.since, through: report.quarter)
            })
        // The group of empty fields is another one.
        #expect(facts["2023Q2/union=/recipients"]?.group?.restCount == nil)
        // Groups by themselves, beyond those that are listed, are told when they are asked for; the rest is not told twice.
        let others = FactBuilder.factsOfOtherGroups(report, rounding: .halfUp)
        #expect(!others.isEmpty && others.allSatisfy { $0.group?.restCount == nil })
    }

    @Test func averagesNeedEveryoneIdentified() {
        var report = SampleReport.fullSize
        #expect(!ids(report, containing: "care=住院/amountPerRecipient").isEmpty)
        report.unidentified = Tally(recordCount: 400, amountMinor: 500_000)
        report.balance.unidentified = Tally(recordCount: 900, amountMinor: 1_000_000)
        #expect(
            ids(report, containing: "PerRecipient") == ["2023Q2/personTimesPerRecipient", "2023Q2/amountPerRecipient"])
        #expect(
            SampleFacts.of(report)["2023Q2/personTimesPerRecipient"]?.value
                == .ratio(ExactRatio(1_055_000, over: 985_800)!))
    }

    @Test func partsThatDoNotAddUpSaySo() {
        let facts = SampleFacts.named("full-size")
        #expect(facts["2023Q2/yoy/recipients/change"]?.note == nil)
        // 105.54 − 89.01 = 16.53, but 1.06 million − 890,100 is not 165,300.
        #expect(facts["2023Q2/yoy/personTimes/change"]?.note?.zh == "")
        #expect(facts["2023Q2/yoy/personTimes/change"]?.note?.en.isEmpty == false)
        // 65.96 + 26.39 + 13.19 = 105.54, and 2.63 − 2.31 is not 0.316.
        #expect(facts["2023Q2/ytd/yoy/amount/change"]?.note?.zh.contains("由于数值修约误差") == true)
        #expect(facts["2023Q2/district=东城区/amount/share"]?.note == nil)
    }

    @Test func factsOfThirdsAddUpToLess() {
        var report = SampleReport.fullSize
        report.figures.amountMinor = 30_000_000_000
        report.breakdowns[1].groups = ["甲", "乙", "丙"].map { SampleReport.share(1, of: 3, $0, report) }
        let note = SampleFacts.of(report)["2023Q2/district=甲/amount/share"]?.note
        #expect(note?.zh.contains("不等于100%") == true)
    }

    /// 1 ÷ 800 is 0.125 %, just between two printed ones.
    @Test func percentsFollowTheSettingToo() {
        var report = SampleReport.fullSize
        report.figures = SampleReport.figures(801, 1_000, 1)
        report.yearEarlier = SampleReport.compare(
            .known(report.figures), .known(SampleReport.figures(800, 1_000, 1)), at: report.quarter.yearEarlier)
        func printed(_ rounding: Rounding) -> String? {
            SampleFacts.of(report, rounding: rounding)["2023Q2/yoy/recipients/percent"]?.printed.zh
        }
        #expect(printed(.halfUp) == "增长0.13%")
        #expect(printed(.halfEven) == "增长0.12%")
    }

    /// What was before a hole nobody knows: no facts since the start, and no record from before it.
    @Test func aHoleIsNoFact() throws {
        var report = SampleReport.fullSize
        let whole = SampleFacts.of(report)
        #expect(whole.facts.contains { $0.id.contains("/cumulative/") })
        #expect(whole.facts.contains { $0.measure == .firstTime })
        let hole = report.quarters.count - 10
        report.quarters[hole].figures = nil
        // As a report has it then.
        report.firstTimeCount = nil
        for _ in 0..<2 {
            let facts = SampleFacts.of(report)
            #expect(!facts.facts.contains { $0.id.contains("/cumulative/") || $0.kind == .milestone })
            #expect(!facts.facts.contains { $0.measure == .firstTime || $0.measure == .returning })
            for fact in facts.facts where fact.kind == .highest || fact.kind == .lowest {
                #expect((fact.base?.others?.since.ordinal ?? 0) >= report.quarter.ordinal - 8)
            }
            for language in Language.allCases {
                let news = try News(facts, NewsTemplates(language))
                #expect(!news.body.contains { $0.plain.contains("累计") || $0.plain.contains("首次受助") })
                #expect(!news.body.contains { $0.plain.contains("for the first time") })
            }
            // A quarter that is not listed is missing as well.
            report.quarters.remove(at: hole)
            if report.quarters.count < 40 { break }
        }
    }

    /// A quarter that is not the last one known is none of this year's.
    @Test func thisYearIsSaidOfTheLastQuarterAlone() throws {
        var report = SampleReport.fullSize
        let last = try News(SampleFacts.of(report), NewsTemplates(.zh))
        #expect(last.headline.plain.hasPrefix("今年"))
        let later = QuarterTotal(
            quarter: Quarter(ordinal: report.quarter.ordinal + 1), isProvisional: false, figures: report.figures)
        report.laterQuarters = [later]
        let facts = SampleFacts.of(report)
        #expect(facts.hasLaterQuarters && !facts.facts.contains { $0.period.quarter > report.quarter })
        #expect(try FactDocument.read(FactDocument.bytes(facts)) == facts)
        #expect(try !News(facts, NewsTemplates(.zh)).headline.plain.hasPrefix("今年"))
    }

    /// Where a register has forgotten people, what is told since the start is what adds up.
    @Test func forgottenPeopleAreNotTold() throws {
        var report = SampleReport.fullSize
        report.firstTimeCount = nil
        report.cumulative.sinceStart = Cumulative.SinceStart(
            since: report.cumulative.since, personTimeCount: 30_351_500, amountMinor: 369_200_000_000)
        report.cumulative.since = SampleReport.day(2020, 1, 1)
        report.cumulative.figures = SampleReport.figures(1_000_000, 2_000_000, 3_000_000)
        let facts = SampleFacts.of(report)
        #expect(
            facts.facts.map(\.id).filter { $0.contains("/cumulative/") } == [
                "2023Q2/cumulative/personTimes", "2023Q2/cumulative/amount", "2023Q2/cumulative/personTimes/milestone",
            ])
        #expect(facts["2023Q2/cumulative/personTimes"]?.period.firstDay == SampleReport.day(2012, 5, 1))
        let news = try News(facts, NewsTemplates(.zh))
        #expect(news.body.contains { $0.plain.hasPrefix("自2012年5月1日至2023年6月30日，累计受助3035.15万人次，发放互助金共计36.92亿元。") })
    }
}

extension String {
    /// How often a part occurs.
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
