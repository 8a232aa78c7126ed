import AidModel
import AidStatistics
import AidText
import ReportSupport
import Testing

@testable import AidNews

/// English paragraphs have one unit for people and payments, and one for money.
@Suite struct FigureFormsTests {
    /// A paragraph of figures, each given its recipients, person-times and money in yuan.
    private func text(_ recipients: Int, _ personTimes: Int, yuan: Int128, _ body: String) throws -> String {
        var report = SampleReport.fullSize
        report.figures = SampleReport.figures(recipients, personTimes, yuan * 100)
        report.yearEarlier = SampleReport.compare(
            .known(report.figures),
            .known(SampleReport.figures(recipients - 10, personTimes - 10, yuan * 100 - 50_000_000)),
            at: report.quarter.yearEarlier)
        var templates = NewsTemplates(.en)
        templates[.body] = body
        return try News(SampleFacts.of(report), templates).body.map(\.plain).joined(separator: "\n")
    }

    @Test(
        arguments: [
            (985_800, 1_055_400, "985,800 people, 1,055,400 payments"),
            (1_985_800, 2_055_400, "1.99 million people, 2.06 million payments"),
            (9_858, 10_554, "9,858 people, 10,554 payments"),
            (985_800_000, 1_055_400_000, "985.8 million people, 1,055.4 million payments"),
        ] as [(Int, Int, String)])
    func peopleAndPaymentsAgree(recipients: Int, personTimes: Int, text: String) throws {
        #expect(try self.text(recipients, personTimes, yuan: 1_000_000, "{{recipients}}, {{personTimes}}") == text)
    }

    /// Half a million yuan more than before, beside sums of other sizes.
    @Test(
        arguments: [
            (135_000_000, "135 million yuan, up 0.5 million yuan"), (987_654, "987,654 yuan, up 500,000 yuan"),
            (2_500_000_000, "2,500 million yuan, up 0.5 million yuan"),
        ] as [(Int128, String)])
    func sumsAgree(yuan: Int128, text: String) throws {
        let body = "{{amount}}, {{#yoy.amount.change.isRise}}up {{yoy.changes}}{{/yoy.amount.change.isRise}}"
        let printed = try self.text(100_000, 100_000, yuan: yuan, body)
        let expected = text.replacing(
            ", up ", with: ", up recipients rose by 10, payments rose by 10 and the amount rose by ")
        #expect(printed == expected)
    }

    /// Each paragraph has its own, and a figure alone the unit that suits it.
    @Test func paragraphsAreTakenOneByOne() throws {
        let printed = try text(
            985_800, 1_055_400, yuan: 1_000_000,
            "{{personTimes}}\n\n{{recipients}}\n{{personTimes}}\n\n{{personTimes.number}}")
        #expect(printed == "1.06 million payments\n985,800 people 1,055,400 payments\n1.06 million")
    }

    /// Money from a thousand on has no cents, and less has what it has.
    @Test(
        arguments: [
            (99_999, "999.99 yuan"), (100_000, "1,000 yuan"), (10_465_505, "104,655 yuan"),
            (99_999_950, "1 million yuan"),
        ]
            as [(Int128, String)])
    func centsAreForSmallSums(fen: Int128, text: String) {
        let printing = FactPrinting(.en, currency: .cny, rounding: .halfUp)
        #expect(printing.printed(.level, .amount, .exactly(fen)).text == text)
        #expect(
            FactPrinting(.zh, currency: .cny, rounding: .halfUp).printed(.level, .amount, .exactly(10_465_505)).text
                == "10.47万元")
    }
}
