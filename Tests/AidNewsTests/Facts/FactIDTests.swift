import AidModel
import Testing

@testable import AidNews

@Suite struct FactIDTests {
    private let quarter = FactPeriod.quarter(Quarter(year: 2023, number: 2))

    @Test func idsAreReadable() {
        let care = FactGroup(field: "care", title: BilingualText(zh: "就诊类型", en: "care"), name: "门诊")
        let since = CalendarDay(year: 2012, month: 5, day: 1)!
        let cumulative = FactPeriod.cumulative(since: since, through: quarter.quarter)
        #expect(FactID(quarter, .recipients, .level).text == "2023Q2/recipients")
        #expect(FactID(quarter, comparison: .yearEarlier, .amount, .percent).text == "2023Q2/yoy/amount/percent")
        #expect(FactID(cumulative, .recipients, .level).text == "2023Q2/cumulative/recipients")
        #expect(FactID(quarter, group: care, .amount, .share).text == "2023Q2/care=门诊/amount/share")
        #expect(FactID(quarter, .amountPerRecipient, .average).text == "2023Q2/amountPerRecipient")
        #expect(FactID(quarter, vintage: 1, .amount, .level).text == "2023Q2@1/amount")
    }

    /// A group's name can neither end its part of the id nor hide.
    @Test func namesStayInTheirPart() {
        func id(_ name: String?) -> String {
            FactID(
                quarter, group: FactGroup(field: "care", title: BilingualText(zh: "", en: ""), name: name), .amount,
                .level
            ).text
        }
        #expect(id("a/b=c%d\u{202E}\n ") == "2023Q2/care=a%2Fb%3Dc%25d%E2%80%AE%0A%20/amount")
        #expect(id(nil) == "2023Q2/care=/amount")
        #expect(id("未填") != id(nil))
    }

    /// The rest of many groups is no group, whatever one is called.
    @Test func theRestIsNoGroup() {
        let title = BilingualText(zh: "医院", en: "hospital")
        let rest = FactGroup(field: "hospital", title: title, name: nil, restCount: 1980)
        #expect(FactID(quarter, group: rest, .amount, .share).text == "2023Q2/hospital/rest/amount/share")
        for name in ["rest", "其余", "/rest", nil] {
            let group = FactGroup(field: "hospital", title: title, name: name)
            #expect(FactID(quarter, group: group, .amount, .share) != FactID(quarter, group: rest, .amount, .share))
        }
    }
}
