import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// What is decided in the fast way, held against the plain one.
struct MovesTests {
    /// Groups of some quarters, of which earlier reports have shown and hidden this and that.
    private static func concealment(_ random: inout SeededRandom) -> Concealment {
        let atomCount = Int.random(in: 1...9, using: &random)
        let quarter = Quarter(year: 2023, number: Int.random(in: 1...4, using: &random))
        let atoms = AtomsOfTime(
            (0..<atomCount).map {
                TimeCells.Cell(quarter: Quarter(ordinal: quarter.ordinal - atomCount + 1 + $0), isBeforeStart: false)
            }, quarter: quarter)
        let spans = ReportPeriod.allCases.map { atoms.span($0) }
        let most = [3, 6, 12].randomElement(using: &random)!
        let count = Int.random(in: 2...7, using: &random)
        let series = (0..<count).map { _ in
            // Some groups have hardly any claims.
            let least = [0, 0, -2 * most].randomElement(using: &random)!
            let cells = (0..<atomCount).map { _ in
                let times = max(0, Int.random(in: least...most, using: &random))
                return (
                    times: times,
                    money: (0..<times).reduce(Int128(0)) { sum, _ in
                        sum + Int128(Int.random(in: 1...500, using: &random))
                    }
                )
            }
            var series = GroupSeries(figures: PeriodFigures(), atoms: cells)
            for (period, span) in zip(ReportPeriod.allCases, spans) {
                guard let span else { continue }
                let times = series.times(in: span)
                series.figures[period] = Figures(
                    times == 0 ? 0 : Int.random(in: (times + 1) / 2...times, using: &random), times,
                    series.money(in: span))
            }
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let start = Int.random(in: 0..<atomCount, using: &random)
                let span = start..<Int.random(in: start + 1...atomCount, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: series.known.insert(span)
                case 1: series.kept.insert(span)
                default:
                    series.kept.insert(span)
                    series.remembered.insert(span)
                }
            }
            return series
        }
        let isLinked = Int.random(in: 0..<3, using: &random) == 0
        return Concealment(
            series, spans: spans, minGroup: Int.random(in: 2...5, using: &random),
            partAtoms: Int.random(in: 0..<4, using: &random) == 0 ? [0] : [],
            isPrinted: series.indices.map { $0 == 0 || !isLinked || Int.random(in: 0..<4, using: &random) > 0 },
            outer: series.indices.map { $0 > 1 && isLinked ? [0, 1] : [] })
    }

    /// Two and two, and some of four.
    private static func moves(_ place: Int, _ count: Int, _ random: inout SeededRandom) -> [[Concealment.Part]] {
        let others = (0..<count).filter { $0 != place }.shuffled(using: &random)
        let pairs = others.map { [(place: place, sign: 1), (place: $0, sign: -1)] }
        guard others.count > 2 else { return pairs }
        return pairs
            + (0..<3).map { _ in
                let three = others.shuffled(using: &random)
                return [(place, 1), (three[0], -1), (three[1], 1), (three[2], -1)]
            }
    }

    @Test("The best move, what it hides and what it changes are those of the plain way")
    func twin() {
        var (chosen, several, open) = (0, 0, 0)
        for seed in SeededRandom.seeds(120) {
            var random = SeededRandom(seed)
            var concealment = MovesTests.concealment(&random)
            let count = concealment.series.count
            for place in 0..<count {
                let twin = MovesTwin(concealment: concealment)
                var wanted = concealment.wanted(of: place)
                guard !wanted.isEmpty else { continue }
                open += 1
                let own = [(place: place, sign: 1)]
                expectSame(
                    concealment.taken(own, wanted, .all), twin.taken(own, wanted, .all), "seed \(seed), \(place)")
                let moves = MovesTests.moves(place, count, &random)
                for turn in 0..<3 where !wanted.isEmpty {
                    let best = concealment.best(moves, wanted)
                    let expected = twin.best(moves, wanted)
                    #expect(
                        MovesTests.text(best) == MovesTests.text(expected), "seed \(seed), group \(place), \(turn)")
                    guard let best else { break }
                    let after = concealment.taken(best.move, wanted, best.hiding)
                    expectSame(
                        after, twin.taken(best.move, wanted, best.hiding), "seed \(seed), group \(place), \(turn)")
                    wanted = after.filter { !concealment.isSafe($0) }
                    chosen += 1
                    several += turn > 0 ? 1 : 0
                }
                var open = concealment.open(place, concealment.wanted(of: place))
                _ = concealment.hide(&open, behind: moves)
                _ = concealment.close(open, likely: moves)
            }
        }
        #expect(chosen > 100 && several > 10 && open > 100)
    }

    private func expectSame(_ one: [Concealment.Wanted], _ other: [Concealment.Wanted], _ what: Comment) {
        #expect(one.map(MovesTests.text) == other.map(MovesTests.text), what)
    }

    private static func text(_ wanted: Concealment.Wanted) -> String {
        "\(wanted.span) \(wanted.up) \(wanted.down) \(wanted.moneyUp) \(wanted.moneyDown)"
    }

    private static func text(_ choice: Concealment.Choice?) -> String {
        choice.map {
            "\($0.move.map { "\($0.place):\($0.sign)" }) hides \($0.hiding.rawValue), \($0.outcome), \($0.cost)"
        } ?? "none"
    }
}
