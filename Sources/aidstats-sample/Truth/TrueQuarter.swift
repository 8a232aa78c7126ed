/// The figures that a quarter's claims have to reach.
struct Target {
    let quarter: Quarter
    let recipientCount: Int
    let personTimeCount: Int
    let amountFen: Int
}

/// One claim that counts, as it truly was.
struct TrueClaim {
    let quarterIndex: Int
    /// Its number among the quarter's claims, from 0, by day.
    let serial: Int
    /// The person's number in the population.
    let person: Int
    /// Days since 1970-01-01.
    let day: Int
    let amountFen: Int
    let care: Int
    let district: Int
}

/// The claims of one quarter, worked out from the figures that they have to reach.
///
/// Every recipient has one claim; the claims beyond that go round the first
/// recipients, some of whom so have three. Claims come in sixteens, of which the
/// first takes what the others fall short of the mean: the sum is exact, and a few
/// claims are large, as hospital bills are.
struct TrueQuarter {
    let target: Target
    let index: Int
    /// Numbers of the population from which the recipients come.
    let window: Range<Int>

    private let draws: Draws
    private let people: Shuffle
    private let order: Shuffle
    private let repeaterCount: Int
    private let meanFen: Int
    private let remainderFen: Int

    private static let groupSize = 16

    init(target: Target, index: Int, windowStart: Int, draws: Draws) {
        precondition(target.recipientCount <= target.personTimeCount && target.recipientCount > 0)
        precondition(target.amountFen >= target.personTimeCount * 10, "every claim gets at least a few fen")
        self.target = target
        self.index = index
        self.draws = draws
        let windowSize = target.recipientCount * 8 / 5
        window = windowStart..<(windowStart + windowSize)
        people = Shuffle(count: windowSize, draws: draws, index: 2 * target.quarter.ordinal)
        order = Shuffle(count: target.personTimeCount, draws: draws, index: 2 * target.quarter.ordinal + 1)
        let furtherClaims = target.personTimeCount - target.recipientCount
        repeaterCount = min(target.recipientCount, max(1, furtherClaims - furtherClaims / 5))
        meanFen = target.amountFen / target.personTimeCount
        remainderFen = target.amountFen % target.personTimeCount
    }

    func claim(at serial: Int) -> TrueClaim {
        let number = order(serial)
        let further = number - target.recipientCount
        let recipient = further < 0 ? number : further % repeaterCount
        let isLarge = number % TrueQuarter.groupSize == 0
        return TrueClaim(
            quarterIndex: index, serial: serial, person: window.lowerBound + people(recipient),
            day: target.quarter.firstDay + serial * target.quarter.dayCount / target.personTimeCount,
            amountFen: amountFen(of: number),
            care: isLarge || draws.once(in: 6, .care, drawIndex(number)) ? 1 : 0,
            district: Places.district(draws.below(10_000, .district, drawIndex(number)))
        )
    }

    private func amountFen(of number: Int) -> Int {
        var amount = meanFen + (number < remainderFen ? 1 : 0)
        let first = number - number % TrueQuarter.groupSize
        if number > first { return amount - shortfall(of: number) }
        let end = min(first + TrueQuarter.groupSize, target.personTimeCount)
        for other in (first + 1)..<max(first + 1, end) { amount += shortfall(of: other) }
        return amount
    }

    private func shortfall(of number: Int) -> Int {
        draws.below(meanFen * 9 / 10, .amount, drawIndex(number))
    }

    private func drawIndex(_ number: Int) -> Int {
        target.quarter.ordinal << 32 | number
    }
}
