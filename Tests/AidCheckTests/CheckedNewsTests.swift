import AidModel
import Foundation
import ReportSupport
import AidStatistics
import TestSupport
import Testing

@testable import AidCheck
@testable import AidNews

/// What the newsroom's own sentences say is what the checker reads out of them.
@Suite struct CheckedNewsTests {
    /// The news of a sample report as it was recorded, with the facts behind it.
    private func news(_ name: String, _ language: String) throws -> (text: String, set: FactSet) {
        let target = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../AidNewsTests")
            .standardized
        let file = target.appending(path: "cases/\(name)/news.\(language).txt")
        return (String(decoding: try Data(contentsOf: file), as: UTF8.self), SampleFacts.named(name))
    }

    @Test(arguments: ["full-size", "restated"], Language.allCases)
    func newsWithItsSourcesIsRight(name: String, language: Language) throws {
        let set = SampleFacts.named(name)
        let text = NewsMarkdown.text(try News(set, NewsTemplates(language)))
        let known = KnownFigures([set], vintages: [], programme: set.programme)
        let check = try DraftStory.check(text, known, quarter: set.quarter, format: .markdown)
        #expect(check.figures.count >= 30)
        let isRight = check.count(.right) + check.count(.rounded) == check.figures.count
        #expect(isRight, "\(check.text(.en))")
    }

    private func check(_ text: String, _ set: FactSet) throws -> DraftCheck {
        try DraftStory.check(
            text, KnownFigures([set], vintages: [], programme: set.programme), quarter: set.quarter)
    }

    @Test(arguments: SampleReport.all.map(\.name), ["zh", "en"])
    func newsIsRight(name: String, language: String) throws {
        let (text, set) = try news(name, language)
        let check = try check(text, set)
        // Over the gap among its quarters nothing is told of who is new, nor of the time since the start.
        #expect(check.figures.count >= (name == "first-year" ? 6 : 8))
        let isRight = check.count(.right) + check.count(.rounded) == check.figures.count
        #expect(isRight, "\(check.text(.en)) \(check.figures.filter { !$0.isOurs }.map(\.text))")
    }

    /// Whatever rose or fell, by whatever it came about.
    @Test(arguments: SeededRandom.seeds(60), Language.allCases)
    func newsOfAnyChangeIsRight(seed: UInt64, language: Language) throws {
        var random = SeededRandom(seed)
        func earlier(_ now: Figures) -> Figures {
            let people = now.recipientCount * Int.random(in: 60...160, using: &random) / 100
            let personTimes = people + people * Int.random(in: 0...15, using: &random) / 100
            let fenPerPersonTime = Int.random(in: 8_000...18_000, using: &random)
            return Figures(
                recipientCount: people, personTimeCount: personTimes,
                amountMinor: Int128(personTimes) * Int128(fenPerPersonTime))
        }
        var report = SampleReport.fullSize
        let base = report.yearEarlier.quarter
        let whole = earlier(report.figures)
        report.yearEarlier = Comparison(quarter: base, now: .known(report.figures), base: .known(whole))
        for place in report.quarters.indices where report.quarters[place].quarter == base {
            report.quarters[place].figures = whole
        }
        for breakdown in report.breakdowns.indices {
            for group in report.breakdowns[breakdown].groups.indices {
                let now = report.breakdowns[breakdown].groups[group].figures
                guard let figures = now.value else { continue }
                report.breakdowns[breakdown].groups[group].yearEarlier = Comparison(
                    quarter: base, now: now, base: .known(earlier(figures)))
            }
        }
        // Of every second one members are known, more or fewer than the year before.
        let hasMembers = seed.isMultiple(of: 2)
        if hasMembers {
            report = SampleReport.covered(report, members: Int.random(in: 1_000_000...9_000_000, using: &random))
        }
        let set = SampleFacts.of(report)
        let news = try News(set, NewsTemplates(language))
        let check = try check(news.texts.map(\.plain).joined(separator: "\n\n"), set)
        let isRight = check.count(.right) + check.count(.rounded) == check.figures.count
        #expect(isRight && !check.isWrong, "seed \(seed)\n\(check.text(.en))")
        // What the change comes from is read as that, and as nothing that happens to be as much.
        let stated = news.statedFacts.filter {
            $0.kind.isOfFactor || $0.kind == .contribution || $0.measure.perThousand != nil || $0.measure == .members
        }.map(\.id)
        #expect(stated.contains("\(set.quarter)/recipientsPerThousand") == hasMembers)
        let read = Set(check.figures.flatMap(\.factIDs))
        #expect(!stated.isEmpty && stated.allSatisfy(read.contains), "seed \(seed) \(stated)\n\(check.text(.en))")
    }

    /// Every figure of the news, its first digit changed, is flagged where it stands.
    @Test(arguments: ["full-size", "suppressed", "dollars", "covered"], ["zh", "en"])
    func newsWithAnotherDigitIsWrong(name: String, language: String) throws {
        let (text, set) = try news(name, language)
        let right = try check(text, set)
        let scalars = Array(text.unicodeScalars)
        var missed: [String] = []
        for (place, figure) in right.figures.enumerated() {
            // Others have members, too: a number of them that is another is not called wrong.
            if figure.factIDs.contains(where: { $0.hasSuffix("/members") }) { continue }
            guard let digit = figure.range.first(where: { ("1"..."9").contains(scalars[$0]) }) else { continue }
            var changed = scalars
            changed[digit] = Unicode.Scalar((scalars[digit].value - 0x30) % 9 + 0x31)!
            var view = String.UnicodeScalarView()
            view.append(contentsOf: changed)
            let mutated = try check(String(view), set)
            let isFlagged = mutated.figures.count == right.figures.count && mutated.figures[place].verdict == .wrong
            // More than 180,000 is true of 985,800: a remark.
            let hedge = mutated.understood[place].numeral.hedge
            let isRemark = mutated.figures[place].verdict == .rounded && (hedge == .above || hedge == .atLeast)
            if !isFlagged, !isRemark {
                missed.append(
                    "\(figure.lineNumber):\(figure.columnNumber) \(figure.text) \(mutated.figures[place].text) \(mutated.figures[place].verdict) \(mutated.figures[place].reason.en)"
                )
            }
        }
        print(
            "\(name).\(language): \(right.figures.count - missed.count) of \(right.figures.count) changed figures flagged"
        )
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
    }
}
