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
enum SmallGroups {
    /// - Parameter groups: the figures of every group of the breakdown in one period.
    /// - Returns: for each group why it is withheld, or nil.
    static func suppressions(of groups: [Figures], minGroup: Int) -> [Suppression?] {
        var result: [Suppression?] = groups.map {
            $0.personTimeCount > 0 && $0.recipientCount < minGroup ? .small : nil
        }
        guard result.contains(.small) else { return result }
        // Smallest first; of equals the one that comes first.
        let candidates = groups.indices.filter { result[$0] == nil && groups[$0].personTimeCount > 0 }
            .sorted {
                let (lhs, rhs) = (groups[$0], groups[$1])
                return lhs.recipientCount != rhs.recipientCount
                    ? lhs.recipientCount < rhs.recipientCount
                    : lhs.personTimeCount != rhs.personTimeCount ? lhs.personTimeCount < rhs.personTimeCount : $0 < $1
            }
        for candidate in candidates {
            if !isAnyCertain(groups, result, minGroup: minGroup) { break }
            result[candidate] = .complement
        }
        return result
    }

    /// Whether some hidden figure has one value only that agrees with all that is known.
    private static func isAnyCertain(_ groups: [Figures], _ suppressions: [Suppression?], minGroup: Int) -> Bool {
        let hidden = groups.indices.filter { suppressions[$0] != nil }
        if hidden.count < 2 { return true }
        let recipients = hidden.map { index in
            // People may be in several groups, so their sum is not known for certain; to be
            // safe it is taken as known. An unidentified person-time has no recipient.
            Bounded(
                value: groups[index].recipientCount,
                lowest: suppressions[index] == .small ? min(1, groups[index].recipientCount) : minGroup,
                highest: suppressions[index] == .small ? minGroup - 1 : .max)
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
        return numbers.indices.contains { index in
            let others = numbers.indices.filter { $0 != index }
            let lowestOthers = others.reduce(0) { $0 + numbers[$1].lowest }
            let highestOthers = others.reduce(0) { partial, other in
                partial == .max || numbers[other].highest == .max ? .max : partial + numbers[other].highest
            }
            // What the label alone tells, no further hidden group can take back.
            if numbers[index].lowest == numbers[index].highest { return false }
            let most = min(numbers[index].highest, sum - lowestOthers)
            let least = max(numbers[index].lowest, highestOthers == .max ? .min : sum - highestOthers)
            return most <= least
        }
    }
}
