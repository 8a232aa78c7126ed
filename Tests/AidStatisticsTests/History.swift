import TestSupport
import AidModel
import AidStatistics

/// A small history of claims, record by record, as readers would deal it out.
struct History {
    private enum Record {
        case claim(Claim)
        case reversal(Reversal)
    }

    private var records: [Record] = []
    private var tallies: [Tally] = [.zero]
    private var file = 0
    private let keys = KeyTable()
    private let groupTable = GroupTable()
    var breakdowns: [String] = []
    /// Of each breakdown.
    var limit = ShownGroupLimit.all
    var measures: [ClaimMeasure] = []
    /// nil: there is no such rule.
    var pPercent: PPercentRule?

    /// What comes next stands in another file.
    mutating func nextFile() {
        file += 1
        tallies.append(.zero)
    }

    mutating func paid(_ claim: String, _ person: Int?, _ day: String, _ fen: Int64, groups: [String] = []) {
        add(.claim(make(claim, person, day, fen, .paid, groups)))
    }

    /// - Parameter treated: the day of the treatment; nil: not known.
    mutating func paid(_ claim: String, _ person: Int?, _ day: String, _ fen: Int64, treated: CalendarDay?) {
        let record = make(claim, person, day, fen, .paid, [])
        let days = DaysToPayment(treatedOn: treated?.daysSinceEpoch ?? Claim.noDay, paidOn: record.dayNumber)
        add(
            .claim(
                Claim(
                    key: record.key, person: record.person, position: record.position, amountMinor: fen,
                    dayNumber: record.dayNumber, groupsCode: record.groupsCode, claimClass: .paid, hasAmount: true,
                    daysToPayment: days)))
    }

    mutating func unpaid(_ claim: String, _ person: Int?, _ day: String, _ fen: Int64, groups: [String] = []) {
        add(.claim(make(claim, person, day, fen, .unpaid, groups)))
    }

    /// An unpaid record of which nothing more is known.
    mutating func unpaid(_ claim: String) {
        let record = make(claim, nil, "2023-01-01", 0, .unpaid, [])
        add(
            .claim(
                Claim(
                    key: record.key, person: .none, position: record.position, amountMinor: 0,
                    dayNumber: Claim.noDay, groupsCode: record.groupsCode, claimClass: .unpaid, hasAmount: false)))
    }

    /// A paid record where no claim field is mapped.
    mutating func paidWithoutNumber(_ person: Int, _ day: String, _ fen: Int64) {
        var record = make("", person, day, fen, .paid, [])
        record.key = ExactKey(record.position)
        add(.claim(record))
    }

    /// - Parameter own: the reversal's own claim number, if it names another.
    mutating func reversal(
        of claim: String, own: String? = nil, _ fen: Int64, person: Int = 1, day: String = "2023-12-31",
        groups: [String] = []
    ) {
        let record = make(claim, person, day, fen, .reversed, groups)
        let place = RecordPlace(recordNumber: records.count + 1, lineNumber: nil, byteOffset: 0)
        add(.reversal(Reversal(claim: record, ownKey: key(own ?? claim), place: place, maskedTarget: "H*1")))
    }

    private func make(
        _ claim: String, _ person: Int?, _ day: String, _ fen: Int64, _ claimClass: ClaimClass, _ groups: [String]
    ) -> Claim {
        let text = groups.flatMap { Array($0.utf8) + [GroupTable.separator] }
        return Claim(
            key: key(claim), person: person.map { PersonKey(ResidentID(number: UInt64($0) + 1)) } ?? .none,
            position: SourcePosition(fileIndex: file, textOffset: records.count * 10), amountMinor: fen,
            dayNumber: History.day(day).daysSinceEpoch,
            groupsCode: text.withUnsafeBufferPointer { groupTable.code(of: $0) }, claimClass: claimClass,
            hasAmount: true)
    }

    private func key(_ text: String) -> ExactKey {
        Array(text.utf8).withUnsafeBufferPointer { keys.key(of: $0) }
    }

    private mutating func add(_ record: Record) {
        records.append(record)
        switch record {
        case .claim(let claim): tallies[file].add(claim.amountMinor)
        case .reversal(let reversal): tallies[file].add(reversal.claim.amountMinor)
        }
    }

    /// A quarter and the late ones among the files so far.
    func watch(_ quarter: String, late: Set<Int>) -> RestatementWatch {
        RestatementWatch(quarter: Quarter(quarter)!, isLate: tallies.indices.map { late.contains($0) })
    }

    static func day(_ text: String) -> CalendarDay {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return CalendarDay(year: parts[0], month: parts[1], day: parts[2])!
    }

    /// Settles it all.
    ///
    /// - Parameters:
    ///   - order: the seed of an order in which the records are dealt one by one; nil: as they
    ///     stand, at once.
    ///   - pool: where the rows lie.
    ///   - watches: quarters in which late files are to be told.
    ///   - files: what they are called.
    func settle(
        order: UInt64? = nil, jobs: Int = 1, since: String? = nil, pool: BlockPool = BlockPool(),
        hasClaimNumbers: Bool = true, watches: [RestatementWatch] = [], files: FileOrder? = nil
    ) async throws -> SettledClaims {
        let settlement = ClaimSettlement(
            fileCount: tallies.count, hasClaimNumbers: hasClaimNumbers, since: since.map(History.day),
            pool: pool, isMeasured: !measures.isEmpty, tellsAmounts: pPercent != nil, order: files)
        // As many dealers as threads would have, taking turns.
        let dealers = (0..<max(jobs, 1)).map { _ in ClaimDealer(settlement) }
        func deal(_ records: [Record], _ dealer: ClaimDealer) {
            var claims: [Claim] = []
            var reversals: [Reversal] = []
            for record in records {
                switch record {
                case .claim(let claim): claims.append(claim)
                case .reversal(let reversal): reversals.append(reversal)
                }
            }
            claims.withUnsafeBufferPointer { dealer.deal(ClaimBatch(claims: $0, reversals: reversals)) }
        }
        if let order {
            var random = SeededRandom(order)
            for (index, record) in records.shuffled(using: &random).enumerated() {
                deal([record], dealers[index % dealers.count])
            }
        } else {
            deal(records, dealers[0])
        }
        for dealer in dealers { dealer.finish() }
        return try await settlement.settle(jobs: jobs, watches: watches)
    }

    /// Settles some files first, and then all of them with what that has taught of those.
    func settleAgain(
        known: Set<Int>, jobs: Int = 1, since: String? = nil, watches: [RestatementWatch] = []
    ) async throws -> SettledClaims {
        func settlement() -> ClaimSettlement {
            ClaimSettlement(
                fileCount: tallies.count, hasClaimNumbers: true, since: since.map(History.day), keepsSeveral: true,
                isMeasured: !measures.isEmpty)
        }
        var claims: [Bool: [Claim]] = [:]
        var reversals: [Bool: [Reversal]] = [:]
        for record in records {
            switch record {
            case .claim(let claim): claims[known.contains(claim.position.fileIndex), default: []].append(claim)
            case .reversal(let reversal):
                reversals[known.contains(reversal.claim.position.fileIndex), default: []].append(reversal)
            }
        }
        let before = settlement()
        let dealer = ClaimDealer(before)
        claims[true, default: []].withUnsafeBufferPointer {
            dealer.deal(ClaimBatch(claims: $0, reversals: reversals[true, default: []]))
        }
        dealer.finish()
        let several = try await before.settle(jobs: jobs).severalKeys ?? []
        let touched = claims[false, default: []].map(\.key) + reversals[false, default: []].map(\.claim.key)
        let filter = KeyFilter(several + touched)

        let all = settlement()
        let dealers = (0..<max(jobs, 1)).map { _ in ClaimDealer(all) }
        claims[false, default: []].withUnsafeBufferPointer {
            dealers[0].deal(
                ClaimBatch(claims: $0, reversals: reversals[false, default: []] + reversals[true, default: []]))
        }
        // As a register hands them out: of one file and one quarter at a time.
        let blocks = Dictionary(grouping: claims[true, default: []]) { claim in
            [claim.position.fileIndex, CalendarDay(daysSinceEpoch: claim.dayNumber).quarter.ordinal]
        }
        for (index, block) in blocks.values.enumerated() {
            block.withUnsafeBufferPointer { dealers[index % dealers.count].deal(settled: $0, unless: filter) }
        }
        for dealer in dealers { dealer.finish() }
        return try await all.settle(jobs: jobs, watches: watches)
    }

    func inputs(_ settled: SettledClaims) -> [InputBalance] {
        settled.balances.indices.map { index in
            var balance = settled.balances[index]
            balance.records = tallies[index]
            return InputBalance(
                name: "\(index).csv", byteCount: 0, sha256: "", format: "csv", encoding: "utf-8", balance: balance)
        }
    }

    /// The balance of all files.
    func balance(order: UInt64? = nil) async throws -> Balance {
        inputs(try await settle(order: order)).reduce(into: Balance()) { $0 += $1.balance }
    }

    func report(
        _ quarter: String? = "2023Q2", since: String? = nil, minGroup: Int = 0, order: UInt64? = nil, jobs: Int = 1,
        pool: BlockPool = BlockPool(), watches: [RestatementWatch] = [], vintages: [Vintage] = [],
        whyUnknown: Restatement.WhyUnknown? = nil
    ) async throws -> QuarterReport {
        let settled = try await settle(order: order, jobs: jobs, since: since, pool: pool, watches: watches)
        return try await report(settled, quarter, since: since, minGroup: minGroup, jobs: jobs, vintages, whyUnknown)
    }

    /// The report on what was settled.
    func report(
        _ settled: SettledClaims, _ quarter: String? = "2023Q2", since: String? = nil, minGroup: Int = 0, jobs: Int = 1,
        _ vintages: [Vintage] = [], _ whyUnknown: Restatement.WhyUnknown? = nil
    ) async throws -> QuarterReport {
        let programme = Programme(
            name: "test", title: BilingualText(zh: "试", en: "test"), since: since.map(History.day), currency: .cny)
        return try await ReportBuilder.report(
            ReportRequest(
                programme: programme, quarter: quarter.flatMap { Quarter($0) },
                breakdowns: breakdowns.enumerated().map {
                    ReportBreakdown(field: $1, title: BilingualText(zh: $1, en: $1), column: $0, limit: limit)
                },
                minGroup: minGroup, pPercent: pPercent, measures: measures, vintages: vintages, whyUnknown: whyUnknown),
            claims: settled, groups: groupTable.values(), inputs: inputs(settled), jobs: jobs)
    }
}

extension Figures {
    init(_ recipients: Int, _ personTimes: Int, _ fen: Int128) {
        self.init(recipientCount: recipients, personTimeCount: personTimes, amountMinor: fen)
    }
}

extension Tally {
    init(_ count: Int, _ fen: Int128) {
        self.init(recordCount: count, amountMinor: fen)
    }
}
