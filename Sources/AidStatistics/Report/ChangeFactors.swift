package import AidModel

/// What a change of person-times or money may come from (因素).
package enum ChangeFactor: String, Sendable, Hashable, CaseIterable {
    /// More or fewer people.
    case recipients
    /// More or fewer claims a person.
    case personTimesPerRecipient
    /// More or less money a claim.
    case amountPerPersonTime

    /// Those of a measure; of people themselves there are none.
    package static func all(of measure: Measure) -> [ChangeFactor] {
        switch measure {
        case .recipients: []
        case .personTimes: [.recipients, .personTimesPerRecipient]
        case .amount: allCases
        }
    }
}

/// A change of person-times or money, divided among what it comes from.
///
/// Money is people × claims a person × money a claim. Each factor is moved from then to now while the others stand
/// where they were or have been moved already; the mean over all orders is its part (Shapley's value). The parts add up
/// to the change by construction, no order is preferred, and a factor that stayed the same has none. They are computed
/// exactly and rounded together: down, and what is missing then is added one by one where most was cut off, of equals
/// to the first. Where one side has nobody, its averages are taken to be those of the other, so all comes from people.
///
/// - Units: those of the measure, with a sign.
/// - Shape: the three add up to the change.
package struct ChangeFactors: Sendable, Hashable {
    package let recipients: Int128
    package let personTimesPerRecipient: Int128
    /// 0 for person-times.
    package let amountPerPersonTime: Int128

    /// nil where people cannot be told from person-times on one side: one is 0 and the other is not.
    ///
    /// - Parameter measure: person-times or money.
    package init?(of measure: Measure, from base: Figures, to now: Figures) {
        let sides = [base, now].compactMap { Side($0, measure) }
        guard measure != .recipients, sides.count == 2 else { return nil }
        let (then, now) = (sides[0], sides[1])
        guard then.recipients > 0, now.recipients > 0 else {
            (recipients, personTimesPerRecipient, amountPerPersonTime) = (now.money - then.money, 0, 0)
            return
        }
        guard let parts = then.parts(to: now) else { return nil }
        (recipients, personTimesPerRecipient, amountPerPersonTime) = (parts[0], parts[1], parts[2])
    }

    package subscript(factor: ChangeFactor) -> Int128 {
        switch factor {
        case .recipients: recipients
        case .personTimesPerRecipient: personTimesPerRecipient
        case .amountPerPersonTime: amountPerPersonTime
        }
    }
}

extension Comparison {
    /// What the change of a measure comes from; nil: it is not shown, or people are not told from person-times.
    package func factors(_ measure: Measure) -> ChangeFactors? {
        guard tellsFactors, let base = base.value, let change = change.value else { return nil }
        let now = Figures(
            recipientCount: base.recipientCount + change.recipients,
            personTimeCount: base.personTimeCount + change.personTimes,
            amountMinor: base.amountMinor + change.amountMinor)
        return ChangeFactors(of: measure, from: base, to: now)
    }

    /// What a group adds to the growth of the whole: its change in percent of what the whole was, in percentage points;
    /// nil: one of the two is not shown, or the whole was nothing. Of people there is none, for they do not add up.
    package func contribution(_ measure: Measure, to whole: Comparison) -> Percent? {
        guard measure != .recipients, let change = change.value, let base = whole.base.value, base[measure] > 0 else {
            return nil
        }
        return Percent(change: change[measure], base: base[measure])
    }
}

extension QuarterReport {
    /// Whether a change against a year earlier is told by what it comes from.
    package var tellsFactors: Bool {
        yearEarlier.factors(.amount) != nil || yearToDate.yearEarlier.factors(.amount) != nil
    }

    /// Whether a group is shown to add something to the growth of the whole.
    package var tellsContributions: Bool {
        breakdowns.contains { breakdown in
            breakdown.groups.contains { group in
                group.yearEarlier.contribution(.personTimes, to: yearEarlier) != nil
                    || group.yearToDate.yearEarlier.contribution(.personTimes, to: yearToDate.yearEarlier) != nil
            }
        }
    }

    /// Where some person-times name no recipient, claims a person are not known of every period and group.
    package mutating func withoutFactors() {
        yearEarlier.tellsFactors = false
        quarterEarlier.tellsFactors = false
        yearToDate.yearEarlier.tellsFactors = false
        for breakdown in breakdowns.indices {
            for group in breakdowns[breakdown].groups.indices { breakdowns[breakdown].groups[group].withoutFactors() }
            breakdowns[breakdown].bound?.rest.withoutFactors()
        }
    }
}

extension GroupReport {
    fileprivate mutating func withoutFactors() {
        yearEarlier.tellsFactors = false
        quarterEarlier.tellsFactors = false
        yearToDate.yearEarlier.tellsFactors = false
    }
}

/// One of the two times, as a product.
private struct Side {
    let recipients: UInt64
    let personTimes: UInt64
    /// What is divided: money, or person-times once more, which are one a claim.
    let money: Int128

    init?(_ figures: Figures, _ measure: Measure) {
        guard let recipients = UInt64(exactly: figures.recipientCount),
            let personTimes = UInt64(exactly: figures.personTimeCount), (recipients == 0) == (personTimes == 0)
        else { return nil }
        (self.recipients, self.personTimes, money) = (recipients, personTimes, figures[measure])
    }

    /// The parts of the three factors in whole units; nil: beyond what fits.
    ///
    /// With P, T and A for people, person-times and money, x = P, y = T/P and z = A/T, the mean over the six orders is
    ///
    ///     Δx · [2·y₀z₀ + 2·y₁z₁ + y₀z₁ + y₁z₀] / 6
    ///
    /// for people, and likewise for the others. Below, each is multiplied by 6·P₀P₁T₀T₁, which makes it whole.
    func parts(to now: Side) -> [Int128]? {
        let (p0, t0, a0) = (recipients, personTimes, money)
        let (p1, t1, a1) = (now.recipients, now.personTimes, now.money)
        var people = WideSum()
        for (p, sign) in [(p1, 1), (p0, -1)] as [(UInt64, Int128)] {
            people.add(sign * a0, [2, p, p1, t0, t1])
            people.add(sign * a1, [2, p, p0, t0, t1])
            people.add(sign * a1, [p, p1, t0, t0])
            people.add(sign * a0, [p, p0, t1, t1])
        }
        var claims = WideSum()
        for (t, p, sign) in [(t1, p0, 1), (t0, p1, -1)] as [(UInt64, UInt64, Int128)] {
            claims.add(sign * a0, [2, t, p, p0, t1])
            claims.add(sign * a1, [2, t, p, p1, t0])
            claims.add(sign * a1, [t, p, p0, t0])
            claims.add(sign * a0, [t, p, p1, t1])
        }
        var money = WideSum()
        for (a, t) in [(a1, t0), (-a0, t1)] {
            money.add(a, [2, t, t0, p0, p1])
            money.add(a, [2, t, t1, p0, p1])
            money.add(a, [t, t1, p0, p0])
            money.add(a, [t, t0, p1, p1])
        }
        let divided = [people, claims, money].compactMap { $0.divided(by: [6, p0, p1, t0, t1]) }
        guard divided.count == 3 else { return nil }
        var parts = divided.map(\.quotient)
        // At most two are missing, and no part that was whole before is touched.
        let missing = Int(a1 - a0 - parts.reduce(0, +))
        let mostCutOff = divided.indices.sorted {
            let (one, other) = (divided[$0].rest, divided[$1].rest)
            return one == other ? $0 < $1 : other < one
        }
        for place in mostCutOff.prefix(missing) { parts[place] += 1 }
        return parts
    }
}
