import AidModel
import AidText
import Testing

@testable import AidCheck
@testable import AidNews

/// The figures of a programme for tests of drafts: those of the two published reports and of the quarters
/// around them.
struct DraftStory {
    /// What is counted in one quarter, the year to date and since the start.
    struct Quarterly {
        var quarter: Figures
        var yearToDate: Figures
        var cumulative: Figures
    }

    static let programme = Programme(
        name: "second-reimbursement", title: BilingualText(zh: "暖·互助“二次报销”", en: "Second reimbursement"),
        since: CalendarDay(year: 2012, month: 5, day: 1)!, currency: .cny)
    static let second2023 = Quarter(year: 2023, number: 2)
    static let third2020 = Quarter(year: 2020, number: 3)

    let quarters: [Quarter: Quarterly]

    /// - Parameter isOdd: whether figures have digits below those that are printed.
    init(isOdd: Bool) {
        let odd: Int128 = isOdd ? 1 : 0
        func figures(_ people: Int, _ times: Int, _ fen: Int128) -> Figures {
            Figures(recipientCount: people, personTimeCount: times, amountMinor: fen)
        }
        var quarters: [Quarter: Quarterly] = [:]
        // Levels of every quarter from 2019 on; the published ones among them.
        var published: [Quarter: Figures] = [
            Quarter(year: 2020, number: 3): figures(
                727_000 + Int(odd) * 213, 772_000 - Int(odd) * 341, 9_800_000_000 + odd * 3_214_567),
            Quarter(year: 2022, number: 2): figures(
                833_600 + Int(odd) * 7, 890_100 - Int(odd) * 12, 10_900_000_000 + odd * 1_234_567),
            Quarter(year: 2023, number: 2): figures(
                985_800 + Int(odd) * 12, 1_055_400 - Int(odd) * 31, 13_500_000_000 + odd * 4_987_611),
        ]
        var (people, times, fen) = (611_274, 655_903, Int128(8_312_445_019))
        for ordinal in Quarter(year: 2019, number: 1).ordinal...Quarter(year: 2023, number: 4).ordinal {
            let quarter = Quarter(ordinal: ordinal)
            people = people * 1043 / 1000 + (ordinal % 3) * 4127
            times = people * 1069 / 1000 + (ordinal % 5) * 391
            fen = Int128(times) * 12_433 + Int128(ordinal % 7) * 31_456_789
            if published[quarter] == nil { published[quarter] = figures(people, times, fen) }
        }
        let totals: [Quarter: Figures] = [
            Quarter(year: 2020, number: 3): figures(
                2_438_000 - Int(odd) * 410, 19_247_000 + Int(odd) * 388, 240_500_000_000 - odd * 11_345_678),
            Quarter(year: 2023, number: 2): figures(
                3_173_500 + Int(odd) * 31, 30_351_500 - Int(odd) * 28, 369_200_000_000 + odd * 21_345_678),
        ]
        var toDate = Figures.zero
        for quarter in published.keys.sorted() {
            let own = published[quarter]!
            if quarter.number == 1 { toDate = .zero }
            toDate = figures(
                toDate.recipientCount * 83 / 100 + own.recipientCount, toDate.personTimeCount + own.personTimeCount,
                toDate.amountMinor + own.amountMinor)
            let known = totals[quarter]
            let since = quarter.ordinal - Quarter(year: 2012, number: 2).ordinal
            let cumulative =
                known
                ?? figures(
                    1_000_417 + since * 49_003, 2_000_311 + since * 641_777,
                    20_000_451_777 + Int128(since) * 7_913_332_221)
            quarters[quarter] = Quarterly(quarter: own, yearToDate: toDate, cumulative: cumulative)
        }
        self.quarters = quarters
    }

    /// As facts of every quarter, exact.
    var exact: KnownFigures { KnownFigures(sets, vintages: [], programme: DraftStory.programme) }

    var sets: [FactSet] {
        quarters.keys.sorted().map { quarter in
            let own = quarters[quarter]!
            let facts = Measure.allCases.flatMap { measure in
                [
                    DraftStory.fact(.quarter(quarter), measure, own.quarter[measure]),
                    DraftStory.fact(.yearToDate(through: quarter), measure, own.yearToDate[measure]),
                    DraftStory.fact(
                        .cumulative(since: DraftStory.programme.since!, through: quarter), measure,
                        own.cumulative[measure]),
                ]
            }
            return FactSet(
                programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp,
                definitions: [], sources: [], facts: facts)
        }
    }

    static func fact(_ period: FactPeriod, _ measure: Measure, _ value: Int128, group: FactGroup? = nil) -> Fact {
        let unit: FactUnit =
            switch measure {
            case .recipients: .persons
            case .personTimes: .personTimes
            case .amount: .minor
            }
        return Fact(
            id: FactID(period, group: group, FactMeasure(measure), .level).text, kind: .level, period: period,
            group: group,
            measure: FactMeasure(measure), base: nil, value: .exactly(value), unit: unit,
            printed: BilingualText(zh: "", en: ""), precision: FactPrecision(zh: 1, en: 1), definitions: [],
            isProvisional: false, isRestated: false, note: nil, sources: [])
    }

    /// What was printed of some quarters, as it is imported.
    static let imported: KnownFigures = {
        func printed(_ text: String, _ measure: Measure) -> FigureRange {
            let figure = try? PrintedFigure(text, measure: measure, currency: .cny)
            return figure?.range ?? FigureRange(exactly: -1)
        }
        func cell(_ period: PublishedCell.Period, _ people: String, _ times: String, _ money: String) -> PublishedCell {
            PublishedCell(
                period: period, group: nil,
                content: .figures(
                    PublishedFigures(
                        recipients: printed(people, .recipients), personTimes: printed(times, .personTimes),
                        amountMinor: printed(money, .amount))))
        }
        func vintage(_ quarter: Quarter, _ cells: [PublishedCell]) -> Vintage {
            Vintage(
                quarter: quarter, number: 1,
                publishedOn: CalendarDay(daysSinceEpoch: quarter.lastDay.daysSinceEpoch + 15),
                reason: nil, note: nil, isProvisional: false,
                origin: .imported(sha256: String(repeating: "0", count: 64)),
                cells: cells)
        }
        return KnownFigures(
            [],
            vintages: [
                vintage(
                    third2020,
                    [
                        cell(.quarter, "72.7万", "77.2万", "9800万元"),
                        cell(.cumulative, "243.8万", "1924.7万", "24.05亿元"),
                    ]),
                vintage(second2023.yearEarlier, [cell(.quarter, "83.36万", "89.01万", "1.09亿元")]),
                vintage(
                    second2023,
                    [
                        cell(.quarter, "98.58万", "105.54万", "1.35亿元"),
                        cell(.cumulative, "317.35万", "3035.15万", "36.92亿元"),
                    ]),
            ], programme: programme)
    }()

    // MARK: The published paragraphs

    static let paragraph2020 = """
        2020年第三季度，“暖·互助”二次报销共有受助职工72.7万人、77.2万人次，受助金额9800万元。自2012年5月启动以来，累计受助职工\
        243.8万人、1924.7万人次，受助金额24.05亿元。
        """
    static let paragraph2023 = """
        2023年第二季度，“暖·互助”二次报销受助职工98.58万人、105.54万人次，发放互助金共计1.35亿元。相比去年同期，受助职工增加15.22万人、\
        16.53万人次，受助金额增加2600万元。自2012年5月以来，累计受助职工317.35万人、3035.15万人次，发放互助金36.92亿元。
        """

    /// A letter a figure: r is right or rounded, w wrong, c contradicted, u not known, o not ours.
    static func verdicts(_ check: DraftCheck) -> String {
        check.figures.map { figure in
            switch figure.verdict {
            case .right, .rounded: "r"
            case .unknown: figure.isOurs ? "u" : "o"
            default: String(figure.verdict.rawValue.prefix(1))
            }
        }.joined()
    }

    static func expect(_ verdicts: String, of text: String, _ known: KnownFigures) throws {
        let check = try check(text, known, date: CalendarDay(year: 2023, month: 7, day: 16))
        #expect(self.verdicts(check) == verdicts, "\(text)\n\(check.text(.zh))")
    }

    static func check(
        _ text: String, _ known: KnownFigures, quarter: Quarter? = nil, date: CalendarDay? = nil,
        format: DraftFormat = .text
    ) throws -> DraftCheck {
        try DraftCheck(
            DraftText(Array(text.utf8), name: "draft", format: format), against: known, quarter: quarter, date: date)
    }
}
