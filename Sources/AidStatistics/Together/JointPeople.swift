import AidModel

/// The people of several programmes, told apart over all of them: how many each set of programmes has helped.
///
/// - Shape: for each period and set of programmes, a bit each, those whom these and no others have helped.
package struct JointPeople: Sendable, Hashable {
    /// Of more programmes there are more sets than anybody reads.
    package static let programmeLimit = 4

    private var exclusive: [[Int]]

    init(programmeCount: Int) {
        precondition((1...JointPeople.programmeLimit).contains(programmeCount), "too many programmes")
        exclusive = ReportPeriod.allCases.map { _ in Array(repeating: 0, count: 1 << programmeCount) }
    }

    /// Those whom any has helped, each once.
    package func helpedByAny(_ period: ReportPeriod) -> Int { exclusive[period.rawValue].reduce(0, +) }

    /// Those whom all programmes of a set have helped, whoever else has.
    ///
    /// - Parameter set: a bit each.
    package func helped(byAll set: Int, _ period: ReportPeriod) -> Int {
        exclusive[period.rawValue].enumerated().reduce(0) { $1.offset & set == set ? $0 + $1.element : $0 }
    }

    /// Those whom at least two have helped.
    package func helpedBySeveral(_ period: ReportPeriod) -> Int {
        exclusive[period.rawValue].enumerated().reduce(0) { $1.offset.nonzeroBitCount > 1 ? $0 + $1.element : $0 }
    }

    /// Whether some set of programmes has helped somebody, but fewer than `minGroup`.
    func hasSmall(_ period: ReportPeriod, minGroup: Int) -> Bool {
        exclusive[period.rawValue].contains { 0 < $0 && $0 < minGroup }
    }

    fileprivate mutating func add(_ person: PeriodsOfPerson) {
        for period in ReportPeriod.allCases {
            let set = person.set(in: period)
            if set != 0 { exclusive[period.rawValue][set] += 1 }
        }
    }

    fileprivate static func += (lhs: inout JointPeople, rhs: JointPeople) {
        for period in lhs.exclusive.indices {
            for set in lhs.exclusive[period].indices { lhs.exclusive[period][set] += rhs.exclusive[period][set] }
        }
    }

    /// Counts the people of several programmes, who have equal keys exactly if they are the same; the claims keep them.
    ///
    /// - Parameter plans: of each programme.
    static func count(_ claims: [SettledClaims], _ plans: [CountPlan], jobs: Int) async throws -> JointPeople {
        let partitions = SharedIndices(Exchange<PersonTime>.partitionCount)
        let people = claims.map(\.people)
        let shares = try await concurrently(jobs, jobs: jobs) { _ in
            var share = JointPeople(programmeCount: plans.count)
            var rows = RowBuffer<PersonTime>()
            while let index = partitions.next() {
                var persons: [PersonKey: PeriodsOfPerson] = [:]
                for (programme, people) in people.enumerated() {
                    if people.isSwollen(index) {
                        _ = try people.takeDistinct(index, into: &rows, keeps: true)
                    } else {
                        try people.take(index, into: &rows, keeps: true)
                    }
                    for row in rows.rows {
                        let periods = plans[programme].periods[Int(row.cellKey >> 32)]
                        persons[row.person, default: PeriodsOfPerson()].add(periods, of: programme)
                    }
                }
                for person in persons.values { share.add(person) }
            }
            return share
        }
        var all = JointPeople(programmeCount: plans.count)
        for share in shares { all += share }
        return all
    }
}

/// In which periods which programmes have helped somebody: a byte of periods for each programme.
private struct PeriodsOfPerson {
    private var bits: UInt32 = 0

    mutating func add(_ periods: UInt64, of programme: Int) {
        bits |= UInt32(truncatingIfNeeded: periods & 0xFF) << (8 * programme)
    }

    /// The programmes, a bit each.
    func set(in period: ReportPeriod) -> Int {
        (0..<JointPeople.programmeLimit).reduce(0) { set, programme in
            set | Int(bits >> (8 * programme + period.rawValue) & 1) << programme
        }
    }
}
