import AidModel
import AidStatistics

/// What the twin makes of the claims that stand, as texts to be compared.
extension RuleTwin {
    /// Every outcome with anybody in it, the claims below the deductible, the bands, and the largest differences.
    func audit() -> [String] {
        let claims = standing
        let quarter = RuleTwin.quarter
        var people: [String: Set<Int>] = [:]
        var sums: [String: [Int64]] = [:]
        var differences: [(claim: String, paid: Int64, due: Int64, cause: String, place: Int)] = []
        func add(_ line: String, _ claim: Standing, due: Int64) {
            if let person = claim.record.person { people[line, default: []].insert(person) }
            let before = sums[line] ?? [0, 0, 0]
            sums[line] = [before[0] + 1, before[1] + claim.left, before[2] + due]
        }
        for (index, claim) in claims.enumerated() {
            let record = claim.record
            guard CalendarDay(daysSinceEpoch: record.day).quarter == quarter else { continue }
            guard record.person != nil else {
                add("unjudged no-person", claim, due: 0)
                continue
            }
            guard let basis = record.basis else {
                add("unjudged no-basis", claim, due: 0)
                continue
            }
            guard let kind = RuleTwin.kind(rules, record.care), let terms = RuleTwin.terms(rules, kind, record.day)
            else {
                add("unjudged no-terms", claim, due: 0)
                continue
            }
            let earlier = RuleTwin.earlier(rules, claims, before: index)
            let (taken, due) = RuleTwin.due(rules, terms, kind: kind, basis: basis, day: record.day, earlier: earlier)
            if terms.deductible != nil, taken == basis { add("below", claim, due: due) }
            if claim.left == due {
                add("agreeing", claim, due: due)
                continue
            }
            func would(_ ignoring: Set<String>) -> Int64 {
                RuleTwin.due(
                    rules, terms, kind: kind, basis: basis, day: record.day, earlier: earlier, ignoring: ignoring
                ).due
            }
            let isOver = claim.left > due
            var cause = "other"
            if claim.left != record.fen {
                cause = "reversed-in-part"
            } else if abs(claim.left - due) <= terms.roundingUnitMinor {
                cause = "rounding"
            } else if isOver, claim.left <= would(["year"]) {
                cause = "year-cap"
            } else if isOver, claim.left <= would(["claim"]) {
                cause = "claim-cap"
            } else if isOver, claim.left == would(["deductible"]) {
                cause = "deductible"
            } else {
                for other in rules.kinds.indices {
                    for terms in rules.kinds[other].terms
                    where RuleTwin.due(
                        rules, terms, kind: other, basis: basis, day: record.day, earlier: earlier
                    ).due == claim.left {
                        cause = "other-terms"
                    }
                }
            }
            add("\(isOver ? "over" : "under") \(cause)", claim, due: due)
            differences.append((record.claim, claim.left, due, cause, claim.place))
        }
        var lines = sums.map { "\($0.key): \(people[$0.key]?.count ?? 0) \($0.value)" }.sorted()
        differences.sort { (abs($1.paid - $1.due), $0.place) < (abs($0.paid - $0.due), $1.place) }
        lines += differences.map { "\($0.claim) \($0.paid) \($0.due) \($0.cause)" }
        return lines + bands(claims)
    }

    private func bands(_ claims: [Standing]) -> [String] {
        var cap: Int64?
        for item in rules.yearCaps where item.from <= RuleTwin.quarter.lastDay { cap = item.amountMinor }
        guard let cap else { return [] }
        var paid: [Int: Int64] = [:]
        for claim in claims {
            let day = CalendarDay(daysSinceEpoch: claim.record.day)
            guard let person = claim.record.person, day >= CalendarDay(iso: "2023-01-01")!,
                day <= RuleTwin.quarter.lastDay
            else { continue }
            paid[person, default: 0] += claim.left
        }
        var counts = [0, 0, 0, 0, 0, 0]
        for amount in paid.values {
            let percent = amount * 100
            if amount > cap {
                counts[5] += 1
            } else if amount == cap {
                counts[4] += 1
            } else if percent < 50 * cap {
                counts[0] += 1
            } else if percent < 75 * cap {
                counts[1] += 1
            } else if percent < 90 * cap {
                counts[2] += 1
            } else {
                counts[3] += 1
            }
        }
        return ["bands \(counts)"]
    }

    /// What other rules cost, of all and by kind of care.
    func whatIf(_ other: ProgrammeRules, days: ClosedRange<CalendarDay>) -> [String] {
        let claims = standing
        /// By group and person: claims, paid, and what both rules say.
        var sums: [String: [Int: [Int64]]] = [:]
        for (index, claim) in claims.enumerated() {
            guard days.contains(CalendarDay(daysSinceEpoch: claim.record.day)), let person = claim.record.person,
                let basis = claim.record.basis
            else { continue }
            let dues = [rules, other].map { rules -> Int64 in
                guard let kind = RuleTwin.kind(rules, claim.record.care),
                    let terms = RuleTwin.terms(rules, kind, claim.record.day)
                else { return 0 }
                return RuleTwin.due(
                    rules, terms, kind: kind, basis: basis, day: claim.record.day,
                    earlier: RuleTwin.earlier(rules, claims, before: index)
                ).due
            }
            for group in ["all", "care " + claim.record.care] {
                let before = sums[group]?[person] ?? [0, 0, 0, 0]
                sums[group, default: [:]][person] = [
                    before[0] + 1, before[1] + claim.left, before[2] + dues[0], before[3] + dues[1],
                ]
            }
        }
        return sums.map { group, people in
            let values = people.values
            let money = (0..<4).map { place in values.map { $0[place] }.reduce(0, +) }
            let split = [
                values.count { $0[3] > $0[2] }, values.count { $0[3] < $0[2] }, values.count { $0[3] == $0[2] },
                values.count { $0[2] == 0 && $0[3] > 0 }, values.count { $0[2] > 0 && $0[3] == 0 },
            ]
            return "\(group): \(people.count) \(money) \(split)"
        }.sorted()
    }
}
