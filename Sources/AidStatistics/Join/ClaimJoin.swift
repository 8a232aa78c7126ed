package import AidModel

/// Gives every claim that stands the values that reference tables had for it on its day.
///
///     claims that stand, by person ──┐
///                                    ├─▶ one partition at a time ─▶ person-times, sums
///     spells of each table, by key ──┘
///
/// A person's claims and spells lie in partitions of one number, so no more than that of the spells is in memory. Each
/// table makes another groups code of the one before: what counts behind it knows nothing of tables.
package struct ClaimJoin: Sendable {
    /// So many rows a table by code may have, which each thread holds whole.
    package static let codeRowLimit = 1 << 18

    /// One table, and what it makes of groups codes.
    struct Step: Sendable {
        let table: ReferenceTable
        let spells: SpellTable
        let values: SpellValues
        /// The groups before it and behind it.
        let input: GroupTable
        let output: GroupTable
        /// What those are called whom the table that gives the key does not have.
        let absentKey: String?
    }

    let steps: [Step]
    let keys: KeyTable
    private let pool: BlockPool

    /// - Parameters:
    ///   - tables: each behind those that give its key.
    ///   - groups: those of the claims, in which the places of the tables' values are empty.
    ///   - keys: that claims and tables were read with.
    package init(_ tables: [(ReferenceTable, SpellTable)], groups: GroupTable, keys: KeyTable, pool: BlockPool) {
        var input = groups
        var absentNames: [Int: String] = [:]
        var steps: [Step] = []
        for (table, spells) in tables {
            var absentKey: String?
            if case .field(let place) = table.key { absentKey = absentNames[place] }
            for column in table.columns { absentNames[column.place] = absentKey ?? table.absent }
            let output = GroupTable(codeLimit: groups.codeLimit)
            steps.append(
                Step(
                    table: table, spells: spells,
                    values: SpellValues(spells.groups.values(), retained: table.retained), input: input,
                    output: output, absentKey: absentKey))
            input = output
        }
        self.steps = steps
        self.keys = keys
        self.pool = pool
    }

    /// The groups of all claims behind the last table.
    package var groups: GroupTable {
        precondition(!steps.isEmpty, "no table to join")
        return steps[steps.count - 1].output
    }

    /// Joins all claims that stand.
    ///
    /// - Parameters:
    ///   - settled: with `isDated`.
    ///   - membersOf: the place of the table whose people are to be counted at the ends of quarters; nil: of none. It is
    ///     one by person.
    /// - Returns: the same claims with the groups of `groups`, what was found in each table, and the people.
    package func join(
        _ settled: SettledClaims, jobs: Int, membersOf table: Int? = nil
    ) async throws -> (claims: SettledClaims, counts: [ReferenceCounts], census: MemberCensus?) {
        let plan = table.map { CensusPlan(step: $0, settled) }
        let people = Exchange<PersonTime>(pool)
        let amounts = Exchange<PersonMoney>(pool)
        let sought = Dictionary(grouping: settled.sought) { Exchange<DatedPersonTime>.partition($0.dated.person.mixed) }
        let partitions = SharedIndices(Exchange<DatedPersonTime>.partitionCount)
        let shares = try await concurrently(jobs, jobs: jobs) { index in
            var joiner = PartitionJoin(
                self.steps, keys: self.keys, people: people, amounts: amounts, tellsAmounts: settled.tellsAmounts,
                census: plan)
            try joiner.begin(countsSmallTables: index == 0)
            while let index = partitions.next() {
                try joiner.join(index, of: settled.dated)
                joiner.join(sought[index, default: []])
            }
            return joiner.finish()
        }
        try pool.check()
        var counts = steps.map { _ in ReferenceCounts() }
        for share in shares {
            for index in counts.indices { counts[index] += share.counts[index] }
        }
        return (
            settled.joined(
                people: people, amounts: amounts, sums: shares.flatMap(\.sums),
                unidentified: shares.flatMap(\.unidentified), sought: shares.flatMap(\.sought)),
            counts, try plan.map { try census($0, shares.map(\.members)) }
        )
    }
}

/// What one thread of a join comes to.
struct JoinedShare: Sendable {
    var sums: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)]
    var unidentified: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)]
    /// Those that were to be kept one by one.
    var sought: [StandingClaim]
    var counts: [ReferenceCounts]
    /// As `CensusPlan.differences`; empty where nobody asks.
    var members: [Int]
}
