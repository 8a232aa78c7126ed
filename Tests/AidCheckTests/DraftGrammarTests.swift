import AidModel
import TestSupport
import Testing

@testable import AidCheck

/// Pages put together at random, of which all is true: the checker never says that something on them is wrong.
///
/// `AIDSTATS_SEEDS` says how many pages.
struct DraftGrammarTests {
    @Test("On a true page nothing is wrong")
    func truePages() throws {
        var (count, ours, right, pages) = (0, 0, 0, 0)
        var failing: [UInt64] = []
        for seed in SeededRandom.seeds(2000) {
            var random = SeededRandom(seed)
            let world = GrammarWorld(&random)
            let page = GrammarPage(world, random.next())
            let check = try DraftStory.check(page.text, world.known, date: page.date)
            pages += 1
            count += check.figures.count
            ours += check.figures.count { $0.isOurs }
            right += check.count(.right) + check.count(.rounded)
            guard check.isWrong else { continue }
            failing.append(seed)
            if failing.count <= 20 { print("seed \(seed)\n\(page.text)\(check.text(.zh))") }
        }
        print("\(pages) true pages: \(failing.count) flagged; \(count) figures, \(ours) ours, \(right) right")
        #expect(failing.isEmpty, "seeds \(failing.prefix(100))")
    }
}
