/// What must hold of the groups that are hidden in one period of one breakdown.
struct TwinDisclosure {
    let minGroup: Int
    let figures: [TwinFigures]
    /// `small`, `complement`, or nil for a group that is shown.
    let labels: [String?]

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
        if Set(labels.indices.filter { labels[$0] == "complement" }) != Set(others.prefix(count)) {
            faults.append("the complements are not the smallest of the other groups")
        }
        if isCertain(labels), count < others.count { faults.append("a hidden figure follows by subtraction") }
        if count > 0, count <= others.count {
            var fewer = labels
            fewer[others[count - 1]] = nil
            if !isCertain(fewer) { faults.append("the last complement is hidden without need") }
        }
        return faults
    }

    /// Whether a reader of total and shown groups can tell a hidden number of person-times.
    ///
    /// Each hidden number is at least 1, at least `minGroup` where the label says that the
    /// group is not small, and they add up to the rest. Where two or more are hidden, a number
    /// has one value alone where the rest leaves nothing above the least of all of them.
    private func isCertain(_ labels: [String?]) -> Bool {
        let hidden = labels.indices.filter { labels[$0] != nil }
        guard hidden.count > 1 else { return hidden.count == 1 }
        let least = hidden.reduce(0) { $0 + (labels[$1] == "small" ? 1 : max(1, minGroup)) }
        return hidden.reduce(0) { $0 + figures[$1].personTimes } == least
    }
}
