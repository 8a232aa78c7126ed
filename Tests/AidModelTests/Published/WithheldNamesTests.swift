import AidModel
import Testing

/// What is kept of groups that are too small to be named.
struct WithheldNamesTests {
    private static func cell(
        _ name: String?, _ period: PublishedCell.Period, _ content: PublishedCell.Content, field: String = "care"
    ) -> PublishedCell {
        PublishedCell(period: period, group: .init(field: field, name: name), content: content)
    }

    private static func figures(_ personTimes: Int) -> PublishedCell.Content {
        .figures(
            PublishedFigures(
                Figures(recipientCount: personTimes, personTimeCount: personTimes, amountMinor: Int128(personTimes))))
    }

    private static let total = PublishedCell(period: .quarter, group: nil, content: figures(100))
    private static let small = PublishedCell.Content.suppressed("small")
    private static let complement = PublishedCell.Content.suppressed("complement")

    @Test("A group that is small, or nothing, in every cell has no name, and one cell for each period is left")
    func withheld() {
        let cells = [
            Self.total,
            Self.cell("甲", .quarter, Self.small), Self.cell("甲", .cumulative, Self.small),
            Self.cell("乙", .quarter, Self.figures(9)), Self.cell("乙", .cumulative, Self.figures(20)),
            Self.cell("丙", .quarter, Self.figures(0)), Self.cell("丙", .cumulative, Self.small),
            Self.cell(nil, .quarter, Self.small),
            Self.cell("丁", .quarter, Self.small, field: "district"),
        ]
        let kept = cells.withoutWithheldNames()
        #expect(
            kept == [
                Self.total, Self.cell("乙", .quarter, Self.figures(9)), Self.cell("乙", .cumulative, Self.figures(20)),
                Self.cell(nil, .quarter, Self.small),
                PublishedCell(period: .quarter, group: .withheld(field: "care"), content: Self.small),
                PublishedCell(period: .cumulative, group: .withheld(field: "care"), content: Self.small),
                PublishedCell(period: .quarter, group: .withheld(field: "district"), content: Self.small),
            ])
        #expect(kept.withoutWithheldNames() == kept)
        #expect(kept.withholdsNames(of: "care", .quarter) && !kept.withholdsNames(of: "district", .cumulative))
    }

    @Test("A group that is large in any cell, or was hidden for others' sake, keeps its name")
    func named() {
        for other in [Self.figures(9), Self.complement] {
            let cells = [Self.cell("甲", .quarter, Self.small), Self.cell("甲", .cumulative, other)]
            #expect(cells.withoutWithheldNames() == cells)
        }
        let nothing = [Self.cell("甲", .quarter, Self.figures(0))]
        #expect(nothing.withoutWithheldNames() == nothing)
    }
}
