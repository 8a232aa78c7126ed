/// What is true of the stays that were paid in one quarter, counted the plain way.
struct StayTruth {
    let quarter: Quarter
    private let stays: [Stay]
    private let memberships: [[Membership]]

    /// - Parameters:
    ///   - stays: those that count.
    ///   - memberships: of each person, by number.
    init(of quarter: Quarter, _ stays: [Stay], _ memberships: [[Membership]]) {
        self.quarter = quarter
        self.stays = stays
        self.memberships = memberships
    }

    /// Lines of the quarter, what is counted, and its figures: recipients, person-times and fen; of members how many.
    var lines: [String] {
        let members = memberships.filter { $0.contains { $0.holds(on: quarter.lastDay) } }
        let streets = Dictionary(uniqueKeysWithValues: Places.unions)
        let districts = Dictionary(uniqueKeysWithValues: Places.streets)
        func district(_ union: String?) -> String? { union.flatMap { streets[$0] }.flatMap { districts[$0] } }
        return [line("all", stays), "\(quarter.name) members \(members.count)"]
            + lines("union") { union(of: $0) } + lines("street") { union(of: $0).flatMap { streets[$0] } }
            + lines("district") { district(union(of: $0)) } + lines("membership") { state(of: $0) }
    }

    /// The membership on the day that the stay began.
    private func membership(of stay: Stay) -> Membership? {
        memberships[stay.person].last { $0.holds(on: stay.firstDay) }
    }

    private func union(of stay: Stay) -> String? { membership(of: stay).map { Places.unions[$0.union].0 } }

    private func state(of stay: Stay) -> String? { membership(of: stay).map { $0.isRetained ? "会籍保留" : "在籍" } }

    private func lines(_ field: String, _ group: (Stay) -> String?) -> [String] {
        Dictionary(grouping: stays) { group($0) ?? "无会籍" }.sorted { $0.key < $1.key }
            .map { line("\(field)=\($0.key)", $0.value) }
    }

    private func line(_ name: String, _ stays: [Stay]) -> String {
        let amount = stays.reduce(0) { $0 + $1.amountFen }
        return "\(quarter.name) \(name) \(Set(stays.map(\.person)).count) \(stays.count) \(amount)"
    }
}
