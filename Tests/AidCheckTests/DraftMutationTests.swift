import AidModel
import AidText
import TestSupport
import Testing

@testable import AidNews
import AidCheck

/// The rates by which the checker is judged: what is untrue is flagged, what is true is not.
struct DraftMutationTests {
    /// What a mutation changed.
    enum Mutation: String, CaseIterable {
        case digit, magnitude, unit, direction, comparison, quarter, year, otherFigure, droppedPoint
    }

    @Test("Untrue mutations of the published paragraphs are flagged, figure by figure")
    func mutations() throws {
        var (untrue, flagged, falseAlarms) = (0, 0, 0)
        var remaining: [String] = []
        var byKind: [Mutation: Int] = [:]
        for isOdd in [false, true] {
            let story = DraftStory(isOdd: isOdd)
            let known = story.exact
            for seed in SeededRandom.seeds(800) {
                var writer = DraftDocWriter(story: story, random: SeededRandom(seed &* 2 &+ (isOdd ? 1 : 0)))
                // Two of three mutations are of the paragraphs as they were published.
                let doc = writer.doc(isPlain: seed % 3 != 0)
                guard let (mutated, mutation) = mutate(doc, story, &writer.random) else { continue }
                let truths = mutated.figures.map { mutated.isTrue($0, story) }
                guard truths.contains(false), !truths.contains(where: { $0 == nil }) else { continue }
                untrue += 1
                byKind[mutation, default: 0] += 1
                let check = try DraftStory.check(
                    mutated.text, known, date: CalendarDay(year: doc.thisYear, month: 12, day: 31))
                let isFlagged = zip(check.figures, truths).map { figure, _ in
                    figure.verdict == .wrong || figure.verdict == .contradicted
                }
                let isRight =
                    check.figures.count == truths.count && zip(isFlagged, truths).allSatisfy { $0 == ($1 == false) }
                if check.figures.count == truths.count, zip(isFlagged, truths).allSatisfy({ $0 || $1 != false }) {
                    flagged += 1
                }
                if check.figures.count == truths.count, zip(isFlagged, truths).contains(where: { $0 && $1 == true }) {
                    falseAlarms += 1
                }
                if !isRight, remaining.count < 12 {
                    remaining.append(
                        "seed \(seed) \(isOdd) \(mutation)\n\(mutated.text)\n\(truths)\n\(check.text(.zh))")
                }
            }
        }
        let kinds = Mutation.allCases.map { "\($0.rawValue) \(byKind[$0] ?? 0)" }.joined(separator: ", ")
        print(
            "untrue mutations: \(flagged) of \(untrue) flagged in every untrue figure (\(kinds)); "
                + "\(falseAlarms) with a true figure flagged")
        for case_ in remaining { print(case_) }
        try ReadmeFigures.expect("\(NumberStyle.exact(Int128(untrue))) seeded mutations", seeds: 800)
        #expect(untrue >= 1000)
        #expect(flagged == untrue)
        #expect(falseAlarms == 0)
        #expect(byKind.count == Mutation.allCases.count)
    }

    @Test("True rewordings of the published paragraphs are not flagged")
    func rewordings() throws {
        var (count, alarmed, unknown, figures) = (0, 0, 0, 0)
        var remaining: [String] = []
        for isOdd in [false, true] {
            let story = DraftStory(isOdd: isOdd)
            let known = story.exact
            for seed in SeededRandom.seeds(250) {
                var writer = DraftDocWriter(story: story, random: SeededRandom(seed &* 2 &+ (isOdd ? 1 : 0)))
                let doc = writer.doc(isPlain: false)
                let truths = doc.figures.map { doc.isTrue($0, story) }
                #expect(truths.allSatisfy { $0 == true }, "the writer wrote what is not so: \(doc.text)")
                count += 1
                figures += truths.count
                let check = try DraftStory.check(
                    doc.text, known, date: CalendarDay(year: doc.thisYear, month: 12, day: 31))
                let isQuiet = !check.isWrong && check.figures.count == truths.count
                if !isQuiet { alarmed += 1 }
                unknown += check.count(.unknown)
                if !isQuiet || check.count(.unknown) > 0, remaining.count < 12 {
                    remaining.append("seed \(seed) \(isOdd)\n\(doc.text)\n\(truths.count) figures\n\(check.text(.zh))")
                }
            }
        }
        try ReadmeFigures.expect(
            "\(count) true rewordings with \(NumberStyle.exact(Int128(figures))) figures", seeds: 250)
        print("true rewordings: \(alarmed) of \(count) flagged, \(unknown) of \(figures) figures not known")
        for case_ in remaining { print(case_) }
        #expect(count >= 300)
        #expect(alarmed == 0)
        #expect(unknown == 0)
    }

    @Test("Where figures are known only as they were printed, nothing true is flagged, and much that is not true")
    func imported() throws {
        var (alarmed, untrue, flagged) = (0, 0, 0)
        let story = DraftStory(isOdd: false)
        for seed in SeededRandom.seeds(150) {
            var writer = DraftDocWriter(story: story, random: SeededRandom(seed))
            let doc = writer.doc(isPlain: seed % 2 == 0)
            let date = CalendarDay(year: doc.thisYear, month: 12, day: 31)
            if try DraftStory.check(doc.text, DraftStory.imported, date: date).isWrong { alarmed += 1 }
            guard let (mutated, _) = mutate(doc, story, &writer.random) else { continue }
            let truths = mutated.figures.map { mutated.isTrue($0, story) }
            let check = try DraftStory.check(mutated.text, DraftStory.imported, date: date)
            // What is true of the exact figures is true of the ranges in which they lie.
            for (figure, truth) in zip(check.figures, truths) where truth == true && figure.verdict == .wrong {
                alarmed += 1
            }
            guard truths.contains(false) else { continue }
            untrue += 1
            if check.isWrong { flagged += 1 }
        }
        print("imported figures: \(flagged) of \(untrue) untrue mutations flagged, \(alarmed) true figures")
        #expect(alarmed == 0)
        #expect(flagged * 2 > untrue)
    }

    // MARK: Mutations

    private func mutate(
        _ doc: DraftDoc, _ story: DraftStory, _ random: inout SeededRandom
    ) -> (DraftDoc, Mutation)? {
        var doc = doc
        let places = doc.parts.indices.filter { if case .figure = doc.parts[$0] { true } else { false } }
        let place = places.randomElement(using: &random)!
        guard case .figure(var figure) = doc.parts[place] else { return nil }
        let mutation = Mutation.allCases.randomElement(using: &random)!
        switch mutation {
        case .digit:
            var digits = Array(figure.digits)
            let at = digits.indices.filter { digits[$0] != "." }.randomElement(using: &random)!
            let new = Character(String(Int.random(in: 0..<10, using: &random)))
            if at == 0, new == "0" { return nil }
            digits[at] = new
            figure.digits = String(digits)
        case .magnitude:
            guard figure.magnitude != .one else { return nil }
            figure.magnitude = figure.magnitude == .wan ? .yi : .wan
        case .unit:
            guard figure.measure != .amount, figure.kind != .percent, !figure.isNamed else { return nil }
            figure.measure = figure.measure == .recipients ? .personTimes : .recipients
        case .direction:
            guard !doc.directions.isEmpty else { return nil }
            doc.directions[Int.random(in: doc.directions.indices, using: &random)].rises.toggle()
            return (doc, mutation)
        case .comparison:
            guard !doc.comparisons.isEmpty else { return nil }
            doc.comparisons[Int.random(in: doc.comparisons.indices, using: &random)].isQuarterEarlier.toggle()
            return (doc, mutation)
        case .quarter:
            let quarter = doc.periods[0].quarter
            doc.periods[0].quarter = Quarter(year: quarter.year, number: Int.random(in: 1...4, using: &random))
            return (doc, mutation)
        case .year:
            doc.periods[0].quarter = Quarter(
                year: Int.random(in: 2020...2023, using: &random), number: doc.periods[0].quarter.number)
            if doc.periods[0].style == 1 { doc.periods[0].style = 0 }
            return (doc, mutation)
        case .otherFigure:
            let other = places.randomElement(using: &random)!
            guard case .figure(let source) = doc.parts[other], (source.kind == .percent) == (figure.kind == .percent)
            else { return nil }
            figure.digits = source.digits
            figure.magnitude = source.magnitude
            figure.word = source.word
            figure.hasCommas = source.hasCommas
            if figure.writing == .chinese { figure.writing = .plain }
        case .droppedPoint:
            guard figure.digits.contains("."), !figure.digits.hasPrefix("0"), figure.writing != .chinese else {
                return nil
            }
            figure.digits = figure.digits.filter { $0 != "." }
        }
        doc.parts[place] = .figure(figure)
        return (doc, mutation)
    }
}

/// Counts that README.md states of these tests, where as many seeds are tried as when it was written.
private enum ReadmeFigures {
    static func expect(_ text: String, seeds count: UInt64) throws {
        guard SeededRandom.seeds(count).upperBound == count else { return }
        #expect(try Readme.english.text.contains(text), "README.md does not say: \(text)")
    }
}
