/// What must hold of the groups that are hidden in one period of one breakdown.
struct TwinDisclosure {
    let minGroup: Int
    let figures: [TwinFigures]
    /// `small`, `complement`, or nil for a group that is shown.
    let labels: [String?]
    /// Groups that are hidden in another period too, and so may be hidden here because of it.
    let isHiddenElsewhere: [Bool]

    var faults: [String] {
        var faults: [String] = []
        let isSmall = figures.map { $0.personTimes > 0 && $0.recipients < minGroup }
        for (number, label) in labels.enumerated() where (label == "small") != isSmall[number] {
            faults.append("group \(number) is \(label ?? "shown"), though small is \(isSmall[number])")
        }
        for (number, label) in labels.enumerated() where label != nil && figures[number].personTimes == 0 {
            faults.append("group \(number) has nothing to hide")
        }
        let others = figures.indices.filter { figures[$0].personTimes > 0 && !isSmall[$0] }.sorted { one, other in
            (figures[one].recipients, figures[one].personTimes, one)
                < (figures[other].recipients, figures[other].personTimes, other)
        }
        let count = labels.filter { $0 == "complement" }.count
        let last = others.lastIndex { labels[$0] == "complement" && !isHiddenElsewhere[$0] }
        if let last, others[..<last].contains(where: { labels[$0] == nil }) {
            faults.append("the complements are not the smallest of the other groups")
        }
        if isCertain(labels), count < others.count { faults.append("a hidden figure follows by subtraction") }
        let mayBeNeeded = labels.indices.contains { labels[$0] == "complement" && isHiddenElsewhere[$0] }
        if count > 0, count <= others.count, !mayBeNeeded {
            var fewer = labels
            fewer[others[count - 1]] = nil
            if !isCertain(fewer) { faults.append("the last complement is hidden without need") }
        }
        return faults
    }

    /// A number of which a reader knows the least and the most that it can be.
    private typealias Bounds = (value: Int, least: Int, most: Int)

    /// Whether a reader of the total and of the shown groups can tell a hidden number.
    ///
    /// Of each hidden group the label says whether it has fewer recipients than `minGroup`.
    /// The hidden person-times add up to what is not shown; recipients need not, but might.
    /// What the label tells without any subtraction no further hiding can take back.
    ///
    /// Which complements another period has asked for a reader can see, but this twin does not: something is
    /// certain only if it is so whichever they are.
    private func isCertain(_ labels: [String?]) -> Bool {
        let doubtful = labels.indices.filter { labels[$0] == "complement" && isHiddenElsewhere[$0] }.prefix(8)
        return (0..<1 << doubtful.count).allSatisfy { bits in
            isCertain(labels, askedFor: Set(doubtful.indices.filter { bits >> $0 & 1 == 1 }.map { doubtful[$0] }))
        }
    }

    private func isCertain(_ labels: [String?], askedFor: Set<Int>) -> Bool {
        let hidden = labels.indices.filter { labels[$0] != nil }
        if hidden.isEmpty { return false }
        let personTimes = hidden.map { index -> Bounds in
            (figures[index].personTimes, labels[index] == "small" ? 1 : max(1, minGroup), 1_000_000)
        }
        // Complements are the smallest of the others, as everyone may know.
        let smallestShown =
            labels.indices.filter { labels[$0] == nil && figures[$0].personTimes > 0 }
            .map { figures[$0].recipients }.min() ?? 1_000_000
        let recipients = hidden.map { index -> Bounds in
            let recipients = figures[index].recipients
            return labels[index] == "small"
                ? (recipients, min(1, recipients), minGroup - 1)
                : (recipients, minGroup, askedFor.contains(index) ? 1_000_000 : smallestShown)
        }
        return hidden.count == 1 || canTell(personTimes) || canTell(recipients)
    }

    /// Tries for each number whether one less or one more would agree with the sum and the bounds.
    private func canTell(_ numbers: [Bounds]) -> Bool {
        numbers.indices.contains { index in
            let number = numbers[index]
            if number.least == number.most { return false }
            let couldDiffer = [number.value - 1, number.value + 1].contains { value in
                guard value >= number.least, value <= number.most else { return false }
                // The others must make up for the difference.
                let others = numbers.indices.filter { $0 != index }
                return value < number.value
                    ? others.contains { numbers[$0].value < numbers[$0].most }
                    : others.contains { numbers[$0].value > numbers[$0].least }
            }
            return !couldDiffer
        }
    }
}
