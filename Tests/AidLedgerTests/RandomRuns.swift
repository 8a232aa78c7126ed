import AidModel
import TestSupport

/// Runs and vintages that nobody would think of.
struct RandomRuns {
    var random: SeededRandom

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func text() -> String {
        let parts = [
            "", "未填", "浦东新区", "e\u{301}", "é", "\u{0}", "'", "\"", ";--", "%_", "\n", "👩‍👩‍👧", "A", "\u{FEFF}", "\u{FFFD}",
        ]
        return (0..<Int.random(in: 0...3, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
    }

    mutating func sha256() -> String {
        String((0..<64).map { _ in Array("0123456789abcdef").randomElement(using: &random)! })
    }

    mutating func quarter() -> Quarter {
        chance(80)
            ? Quarter(year: Int.random(in: 2012...2013, using: &random), number: Int.random(in: 1...4, using: &random))
            : [Quarter(year: 1, number: 1), Quarter(year: 9999, number: 4)].randomElement(using: &random)!
    }

    mutating func day() -> CalendarDay {
        CalendarDay(
            year: [1, 999, 2012, 2023, 9999].randomElement(using: &random)!,
            month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))!
    }

    /// Any 64 bits, the ends more often than by chance.
    mutating func figure() -> Int64 {
        chance(20)
            ? [Int64.min, -1, 0, 1, Int64.max].randomElement(using: &random)! : Int64(bitPattern: random.next()) >> 20
    }

    /// Also beyond 64 bits, close to and far from their ends.
    mutating func anyFigure() -> Int128 {
        let beyond = [
            Int128(Int64.max) + 1, Int128(Int64.min) - 1, Int128.max, Int128.min, Int128(Int64.max) * 4,
        ]
        return chance(15) ? beyond.randomElement(using: &random)! : Int128(figure())
    }

    mutating func range() -> FigureRange? {
        if chance(20) { return nil }
        let one = anyFigure()
        let other = chance(60) ? one : anyFigure()
        return FigureRange(lowest: min(one, other), highest: max(one, other))
    }

    mutating func cells() -> [PublishedCell] {
        var places: Set<[UInt8]> = []
        return (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
            let cell = PublishedCell(
                period: PublishedCell.Period.allCases.randomElement(using: &random)!,
                group: chance(30) ? nil : .init(field: text(), name: chance(30) ? nil : text()),
                content: chance(20)
                    ? .suppressed(text())
                    : .figures(PublishedFigures(recipients: range(), personTimes: range(), amountMinor: range())))
            // By bytes: what Unicode calls the same text can be two groups.
            return places.insert(exact((cell.period, cell.group))).inserted ? cell : nil
        }.withoutWithheldNames()
    }

    mutating func run() -> RecordedRun {
        let quarters = Set((0..<Int.random(in: 0...5, using: &random)).map { _ in quarter() })
        var run = RecordedRun(
            quarter: quarter(), isProvisional: chance(50), folder: text(), reportSHA256: sha256(),
            pipelineSHA256: sha256(),
            rulesSHA256: sha256(), version: text(), finishedAt: "2023-07-16T08:00:00Z",
            inputs: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                RecordedRun.Input(
                    name: text(), byteCount: Int(figure().magnitude >> 1), sha256: chance(20) ? nil : sha256(),
                    recordCount: Int(figure().magnitude >> 1))
            },
            cells: cells(),
            quarters: quarters.sorted().shuffled(using: &random).map { quarter in
                QuarterTotal(
                    quarter: quarter, isProvisional: chance(50),
                    figures: chance(20)
                        ? nil
                        : Figures(
                            recipientCount: Int(figure()), personTimeCount: Int(figure()), amountMinor: Int128(figure())
                        ))
            })
        var fields: Set<[UInt8]> = []
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let field = text()
            guard fields.insert(Array(field.utf8)).inserted else { continue }
            run.protections.append(
                .init(
                    field: field, minGroup: Int.random(in: 1...20, using: &random),
                    unprotectedCount: Int.random(in: 0...3, using: &random)))
        }
        for base in Set((0..<Int.random(in: 0...2, using: &random)).map { _ in quarter() }).sorted() {
            let cells = cells()
            if !cells.isEmpty { run.bases.append(RecordedRun.Base(quarter: base, cells: cells)) }
        }
        return run
    }

    mutating func vintage(_ quarter: Quarter, number: Int, settledRuns: [Int64]) -> Vintage {
        var origin = Vintage.Origin.imported(sha256: sha256())
        if let run = settledRuns.randomElement(using: &random), chance(60) { origin = .run(run) }
        return Vintage(
            quarter: quarter, number: number, publishedOn: day(),
            reason: number == 1 ? nil : RestatementReason.allCases.randomElement(using: &random)!,
            note: chance(50) ? nil : text(), isProvisional: chance(50), origin: origin, cells: cells())
    }
}

/// Everything of a value, byte by byte; `==` calls two spellings of é the same.
func exact(_ value: some Any) -> [UInt8] {
    Array(String(reflecting: value).utf8)
}
