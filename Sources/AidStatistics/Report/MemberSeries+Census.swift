package import AidModel

extension MemberSeries {
    /// What was counted in a table of memberships, of the whole and of every breakdown whose fields it knows.
    ///
    /// Members are no recipients, but a group of few of them points to people as well: fewer than `minGroup` are not
    /// told, nor those of the smallest group besides, without which they would be what the others leave of the whole.
    ///
    /// - Parameter minGroup: 0 tells all.
    package init(_ census: MemberCensus, source: MemberSource, breakdowns: [ReportBreakdown], minGroup: Int) {
        var wholes: [Quarter: Int] = [:]
        var retained: [Quarter: Int] = [:]
        for line in census.lines {
            wholes[line.quarter, default: 0] += line.count
            if line.isRetained { retained[line.quarter, default: 0] += line.count }
        }
        var counts: [Place: Int] = [:]
        for (quarter, count) in wholes where count >= max(1, minGroup) { counts[Place(quarter)] = count }
        for breakdown in breakdowns where breakdown.columns.allSatisfy({ census.places.contains($0.place) }) {
            var groups: [Quarter: [[[UInt8]]: Int]] = [:]
            for line in census.lines {
                let names = breakdown.columns.map { GroupSlots.name(line.values[$0.place]) }
                groups[line.quarter, default: [:]][names, default: 0] += line.count
            }
            for (quarter, counted) in groups where counts[Place(quarter)] != nil {
                for (name, count) in MemberSeries.told(counted, minGroup: minGroup) {
                    counts[Place(quarter, group: PublishedCell.Group(field: breakdown.field, name: name))] = count
                }
            }
        }
        func isTold(_ count: Int, of whole: Int) -> Bool {
            let rest = whole - count
            return count >= max(1, minGroup) && (rest == 0 || rest >= minGroup)
        }
        self.init(
            source: source, counts: counts,
            retainedCounts: retained.filter { quarter, count in
                counts[Place(quarter)].map { isTold(count, of: $0) } ?? false
            })
    }

    /// The groups that may be told, by their names.
    ///
    /// - Parameter groups: the members of each, by the bytes of the values of its fields; none for 未填.
    private static func told(_ groups: [[[UInt8]]: Int], minGroup: Int) -> [(name: String?, count: Int)] {
        let sorted = groups.sorted { one, other in
            if one.value != other.value { return one.value < other.value }
            for (left, right) in zip(one.key, other.key) where left != right {
                return left.lexicographicallyPrecedes(right)
            }
            return false
        }
        let smallCount = sorted.prefix { $0.value < minGroup }.count
        let shown = sorted.dropFirst(smallCount == 0 ? 0 : smallCount + 1)
        var told: [String: (name: String?, count: Int)] = [:]
        var doubtful: Set<String> = []
        for (names, count) in shown {
            let texts = names.map { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
            let name = texts.count == 1 ? texts[0] : GroupPair.name(texts)
            let key = name ?? ""
            // Texts that Swift takes for equal may be different groups: of those nothing is told.
            if told[key] != nil { doubtful.insert(key) }
            told[key] = (name, count)
        }
        return told.filter { !doubtful.contains($0.key) }.map(\.value)
    }
}
