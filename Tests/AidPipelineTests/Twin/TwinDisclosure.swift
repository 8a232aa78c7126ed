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
        // What follows whatever is hidden cannot be helped.
        let all = figures.indices.map { labels[$0] ?? (figures[$0].personTimes > 0 ? "complement" : nil) }
        for number in labels.indices
        where labels[number] == "small" && canTell(number, labels) && !canTell(number, all) {
            faults.append("more follows of group \(number) by subtraction than that it is small")
        }
        return faults
    }

    /// Whether a reader of the total and of the shown groups can tell more of a small group than its label does:
    /// that it has from one to `minGroup` - 1 recipients.
    ///
    /// Recipients of several groups need not add up, but might: they do where each has one claim in one group.
    private func canTell(_ number: Int, _ labels: [String?]) -> Bool {
        let most = max(minGroup - 1, 2)
        let others = labels.indices.filter { labels[$0] != nil && $0 != number }
        let own = figures[number].recipients
        // How many the others can take from it, and give to it.
        let canTakeAll = others.contains { labels[$0] == "complement" }
        let canTake = others.reduce(0) { $0 + most - figures[$1].recipients }
        let canGive = others.reduce(0) { sum, other in
            let recipients = figures[other].recipients
            return sum + recipients - (labels[other] == "small" ? min(1, recipients) : minGroup)
        }
        return others.isEmpty || !canTakeAll && canTake < own - min(1, own) || canGive < most - own
    }
}
