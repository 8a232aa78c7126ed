import AidModel

/// Decides which groups of a breakdown are withheld in one period, to protect people.
///
/// A group with fewer recipients than `minGroup` is `small`. Since the total is always
/// shown, what is hidden could be had by subtracting what is shown; so further groups,
/// the smallest first, are hidden as a `complement` until no hidden figure is certain.
/// Someone who subtracts knows the sum over the hidden groups, that each holds at least
/// one person-time, and from the label whether it has fewer recipients than `minGroup`.
///
/// A group without any claim in the period tells nothing of anyone, and is shown.
///
/// The name of a group may itself tell who is in it (a rare illness, a village, a person's name that came into the
/// wrong column). So a group has a name in a report only if it is no small one in at least one of its periods.
enum SmallGroups {
    /// Whether a group has too few recipients in every period of a report to be named in it.
    static func isNameWithheld(_ figures: PeriodFigures, minGroup: Int) -> Bool {
        ReportPeriod.allCases.allSatisfy { figures[$0].recipientCount < minGroup }
    }

    /// - Parameters:
    ///   - groups: the figures of every group of the breakdown in one period.
    ///   - alsoHidden: the places of groups to be withheld because of what other periods hide.
    /// - Returns: for each group why it is withheld, or nil.
    static func suppressions(
        of groups: [Figures], minGroup: Int, alsoHidden: Set<Int> = []
    ) -> [Suppression?] {
        var result: [Suppression?] = groups.indices.map { index in
            if groups[index].personTimeCount > 0, groups[index].recipientCount < minGroup { return .small }
            return alsoHidden.contains(index) ? .complement : nil
        }
        guard result.contains(where: { $0 != nil }) else { return result }
        // Smallest first; of equals the one that comes first.
        let candidates = groups.indices.filter { result[$0] == nil && groups[$0].personTimeCount > 0 }
            .sorted {
                let (lhs, rhs) = (groups[$0], groups[$1])
                return lhs.recipientCount != rhs.recipientCount
                    ? lhs.recipientCount < rhs.recipientCount
                    : lhs.personTimeCount != rhs.personTimeCount ? lhs.personTimeCount < rhs.personTimeCount : $0 < $1
            }
        for candidate in candidates {
            if !isAnyCertain(groups, result, minGroup: minGroup, alsoHidden) { break }
            result[candidate] = .complement
        }
        return result
    }

    /// Whether some hidden figure has one value only that agrees with all that is known.
    private static func isAnyCertain(
        _ groups: [Figures], _ suppressions: [Suppression?], minGroup: Int, _ alsoHidden: Set<Int>
    ) -> Bool {
        let hidden = groups.indices.filter { suppressions[$0] != nil }
        if hidden.count < 2 { return true }
        // The smallest groups become complements, as everyone may know: none has more
        // recipients than the smallest that is shown.
        let smallestShown =
            groups.indices.filter { suppressions[$0] == nil && groups[$0].personTimeCount > 0 }
            .map { groups[$0].recipientCount }.min() ?? .max
        let recipients = hidden.map { index in
            // People may be in several groups, so their sum is not known for certain; to be
            // safe it is taken as known. An unidentified person-time has no recipient.
            Bounded(
                value: groups[index].recipientCount,
                lowest: suppressions[index] == .small ? min(1, groups[index].recipientCount) : minGroup,
                highest: suppressions[index] == .small
                    ? minGroup - 1 : alsoHidden.contains(index) ? .max : smallestShown)
        }
        let personTimes = hidden.map { index in
            Bounded(
                value: groups[index].personTimeCount,
                lowest: suppressions[index] == .small ? 1 : minGroup,
                highest: .max)
        }
        return Bounded.isAnyCertain(recipients) || Bounded.isAnyCertain(personTimes)
    }
}

/// A hidden number of which an outsider knows the bounds and, with others, the sum.
private struct Bounded {
    var value: Int
    var lowest: Int
    var highest: Int

    static func isAnyCertain(_ numbers: [Bounded]) -> Bool {
        let sum = numbers.reduce(0) { $0 + $1.value }
        let lowestSum = numbers.reduce(0) { $0 + $1.lowest }
        let bounded = numbers.filter { $0.highest != .max }
        let highestSum = bounded.reduce(0) { $0 + $1.highest }
        return numbers.contains { number in
            // What the label alone tells, no further hidden group can take back.
            if number.lowest == number.highest { return false }
            let isBounded = number.highest != .max
            let most = min(number.highest, sum - (lowestSum - number.lowest))
            // The others can take up anything if one of them knows no bound.
            let othersAreBounded = bounded.count == numbers.count - (isBounded ? 0 : 1)
            let highestOthers = highestSum - (isBounded ? number.highest : 0)
            let least = othersAreBounded ? max(number.lowest, sum - highestOthers) : number.lowest
            return most <= least
        }
    }
}
