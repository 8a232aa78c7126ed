/// The people, person-times and money of one group.
struct Figures: Equatable {
    var recipientCount = 0
    var personTimeCount = 0
    var amountFen = 0
}

/// Where every record went, as rule 6 of counting has it.
struct SampleBalance: Equatable {
    var records = 0
    var paid = 0
    var fullyReversed = 0
    var unpaid = 0
    var reversals = 0
    var duplicates = 0
    var superseded = 0
    /// By the reason's place among all.
    var rejected = [Int](repeating: 0, count: RejectReason.allCases.count)

    mutating func count(_ outcome: Outcome) {
        records += 1
        switch outcome {
        case .paid: paid += 1
        case .unpaid: unpaid += 1
        case .reversal: reversals += 1
        case .duplicate: duplicates += 1
        case .superseded: superseded += 1
        case .rejected(let reason): rejected[RejectReason.allCases.firstIndex(of: reason) ?? 0] += 1
        }
    }
}

/// Counts the claims that count, while they are written.
///
/// It knows people by number and needs no hash: one bit a person and quarter, and
/// for the groups one bit a person while the quarter is open.
struct Tally {
    let quarters: [Quarter]
    private(set) var figures: [Figures]
    /// By quarter, then group.
    private(set) var careFigures: [[Figures]]
    private(set) var districtFigures: [[Figures]]

    private let windows: [Range<Int>]
    /// Of each person a bit for each quarter, from the lowest on.
    private var quartersOfPerson: [UInt64]
    /// By quarter: of each group a bit for each number of the window; empty where closed.
    private var groupBits: [[UInt64]]

    private static let groupCount = Places.careKinds.count + Places.districts.count

    /// - Parameter windows: of each quarter the numbers of the people who may have claims.
    init(quarters: [Quarter], windows: [Range<Int>]) {
        precondition(quarters.count <= UInt64.bitWidth && quarters.count == windows.count)
        self.quarters = quarters
        self.windows = windows
        figures = [Figures](repeating: Figures(), count: quarters.count)
        careFigures = quarters.map { _ in [Figures](repeating: Figures(), count: Places.careKinds.count) }
        districtFigures = quarters.map { _ in [Figures](repeating: Figures(), count: Places.districts.count) }
        groupBits = quarters.map { _ in [] }
        quartersOfPerson = [UInt64](repeating: 0, count: windows.map(\.upperBound).max() ?? 0)
    }

    mutating func count(_ claim: TrueClaim) {
        let quarter = claim.quarterIndex
        if groupBits[quarter].isEmpty {
            groupBits[quarter] = [UInt64](repeating: 0, count: wordCount(quarter) * Tally.groupCount)
        }
        let isNew = quartersOfPerson[claim.person] & (1 << UInt64(quarter)) == 0
        quartersOfPerson[claim.person] |= 1 << UInt64(quarter)
        figures[quarter].add(claim.amountFen, isNewRecipient: isNew)
        let isNewInCare = mark(claim, group: claim.care)
        careFigures[quarter][claim.care].add(claim.amountFen, isNewRecipient: isNewInCare)
        let isNewInDistrict = mark(claim, group: Places.careKinds.count + claim.district)
        districtFigures[quarter][claim.district].add(claim.amountFen, isNewRecipient: isNewInDistrict)
    }

    /// Forgets who had claims in which group: no claim of the quarter comes any more.
    mutating func close(quarterIndex: Int) {
        groupBits[quarterIndex] = []
    }

    /// Distinct people with claims in a range of quarters, counted anew.
    func recipientCount(in indices: ClosedRange<Int>) -> Int {
        var mask: UInt64 = 0
        for index in indices { mask |= 1 << UInt64(index) }
        return quartersOfPerson.reduce(0) { $0 + ($1 & mask == 0 ? 0 : 1) }
    }

    /// The figures of a range of quarters.
    func figures(in indices: ClosedRange<Int>) -> Figures {
        Figures(
            recipientCount: recipientCount(in: indices),
            personTimeCount: figures[indices].reduce(0) { $0 + $1.personTimeCount },
            amountFen: figures[indices].reduce(0) { $0 + $1.amountFen }
        )
    }

    private func wordCount(_ quarter: Int) -> Int {
        windows[quarter].count / UInt64.bitWidth + 1
    }

    /// Notes the claim's person in a group, and says whether that is news.
    private mutating func mark(_ claim: TrueClaim, group: Int) -> Bool {
        let number = claim.person - windows[claim.quarterIndex].lowerBound
        let word = group * wordCount(claim.quarterIndex) + number / UInt64.bitWidth
        let bit: UInt64 = 1 << UInt64(number % UInt64.bitWidth)
        defer { groupBits[claim.quarterIndex][word] |= bit }
        return groupBits[claim.quarterIndex][word] & bit == 0
    }
}

extension Figures {
    fileprivate mutating func add(_ fen: Int, isNewRecipient: Bool) {
        recipientCount += isNewRecipient ? 1 : 0
        personTimeCount += 1
        amountFen += fen
    }
}
