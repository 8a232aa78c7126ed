import AidModel
import Testing

@testable import AidCheck

/// What `check --explain` tells of a figure.
@Suite struct DraftExplanationTests {
    private static func check(_ text: String) throws -> DraftCheck {
        try DraftStory.check(text, DraftStory.imported, date: CalendarDay(year: 2023, month: 7, day: 16))
    }

    @Test func everyFigureAndNoOtherIsExplained() throws {
        let check = try Self.check(DraftStory.paragraph2023)
        for number in 1...check.figures.count {
            for language in [Language.zh, .en] {
                let text = try #require(check.explanation(of: number, language))
                #expect(text.hasPrefix("[\(number)] \(check.figures[number - 1].text)  draft:"))
            }
        }
        for number in [-1, 0, check.figures.count + 1] { #expect(check.explanation(of: number, .zh) == nil) }
    }

    @Test func wordsAreToldWithWhereTheyStand() throws {
        let check = try Self.check(
            "2023年第二季度“暖·互助”二次报销\n\n“暖·互助”二次报销受助职工98.58万人。相比去年同期，受助职工增加15.22万人。")
        let first = try #require(check.explanation(of: 1, .zh))
        #expect(first.contains("“2023年第二季度”") && first.contains("承标题"), "\(first)")
        #expect(first.contains("“受助职工”") && first.contains("本分句"), "\(first)")
        #expect(first.contains("✓ 正是所说"), "\(first)")
        let change = try #require(check.explanation(of: 2, .zh))
        #expect(change.contains("“相比去年同期”") && change.contains("本句别处"), "\(change)")
    }

    @Test func aTimeThatNoWordNamesIsTold() throws {
        let text = try #require(try Self.check("“暖·互助”二次报销受助职工98.58万人。").explanation(of: 1, .zh))
        #expect(text.contains("（没有写）") && text.contains("按稿件日期取 2023Q2"), "\(text)")
    }

    /// The readings that are told are those that the verdict was found by.
    @Test func theReadingsBearTheVerdictOut() throws {
        for paragraph in [DraftStory.paragraph2020, DraftStory.paragraph2023] {
            let check = try Self.check(paragraph)
            for (figure, readings) in zip(check.figures, check.readings) {
                let least = readings.first?.cost ?? 0
                let meant = readings.filter { $0.cost <= least + DraftWeights.tie }
                #expect(meant.contains(where: \.holds) == (figure.verdict == .right || figure.verdict == .rounded))
                #expect(readings.map(\.cost) == readings.map(\.cost).sorted())
            }
            for place in check.figures.indices { #expect(check.readings(of: place) == check.readings[place]) }
        }
    }
}
