/// One stay in hospital of a made-up programme that pays so much a day.
struct Stay {
    let number: Int
    let person: Int
    let firstDay: Int
    let nightCount: Int
    let dailyFen: Int
    let paidOn: Int
    let cause: Int
    let hospital: Int

    static let causes = ["疾病", "意外伤害", "生育"]
    /// Of hospitals of the first to the third grade, made up like all else.
    static let dailyFen = [60_00, 80_00, 100_00]
    static let grades = ["一级", "二级", "三级"]

    /// The stays that were paid in one quarter, each a function of the draws and of its number.
    ///
    /// Its people are among those whom the reimbursements help, so some are helped by both.
    static func stays(paidIn quarter: Quarter, first: Int, count: Int, draws: Draws) -> [Stay] {
        (first..<first + count).map { number in
            // The last day is there, so the quarter is whole.
            let paidOn =
                number == first
                ? quarter.lastDay : quarter.firstDay + draws.below(quarter.dayCount, .stayDay, number)
            let nightCount = 1 + min(draws.below(30, .stayNights, number), draws.below(30, .stayNights, -number - 1))
            return Stay(
                number: number, person: draws.below(Stay.populationCount, .stayPerson, number),
                firstDay: paidOn - nightCount - 10 - draws.below(20, .stayDay, -number - 1), nightCount: nightCount,
                dailyFen: dailyFen[draws.below(dailyFen.count, .stayRate, number)], paidOn: paidOn,
                cause: min(draws.below(4, .stayCause, number), 2), hospital: draws.below(8, .hospital, number))
        }
    }

    private static let populationCount = 900

    var amountFen: Int { nightCount * dailyFen }
    var grade: String { Stay.grades[Stay.dailyFen.firstIndex(of: dailyFen) ?? 0] }
}

/// What of a stay is odd in the export.
enum StayTrouble: CaseIterable {
    /// Sent twice, word for word.
    case duplicate
    /// Sent with fewer nights, then with the right ones.
    case corrected
    /// Paid, and taken back.
    case withdrawn
    /// Not yet decided.
    case pending
    /// A number of nights in words.
    case nightsInWords
    /// An ID with a wrong check character.
    case wrongID
}
