import AidModel
import AidStatistics

extension ComparisonReport {
    /// The lines that the text shows, and how many groups of each breakdown it leaves out.
    ///
    /// Of many groups those with the most person-times in the quarter that is compared, then in the one that it is
    /// compared with, whatever is withheld counting as none; 未填 always.
    var shown: (lines: [Line], leftOut: [(field: String, count: Int)]) {
        guard !showsAllGroups else { return (lines, []) }
        var fields: [String] = []
        var groups: [String: [PublishedCell.Group]] = [:]
        var sizes: [PublishedCell.Group: (Int128, Int128)] = [:]
        for line in lines {
            guard let group = line.group, group.name != nil else { continue }
            if groups[group.field] == nil { fields.append(group.field) }
            if sizes[group] == nil {
                groups[group.field, default: []].append(group)
                sizes[group] = (0, 0)
            }
            if line.period == .quarter { sizes[group] = (size(line.now), size(line.base)) }
        }
        let cut = fields.filter { GroupPair.fields($0).count == 1 && limit($0).leavesRest(of: groups[$0]?.count ?? 0) }
        var hidden: Set<PublishedCell.Group> = []
        var leftOut: [(field: String, count: Int)] = []
        for field in fields {
            let parts = GroupPair.fields(field)
            // A pair is as long as the tables of its fields.
            let isPair = parts.count > 1
            guard isPair ? parts.contains(where: cut.contains) : cut.contains(field),
                case .largest(let most) = isPair ? .usual : limit(field), let all = groups[field]
            else { continue }
            let sorted = all.enumerated().sorted { one, other in
                let (left, right) = (sizes[one.element] ?? (0, 0), sizes[other.element] ?? (0, 0))
                return left == right ? one.offset < other.offset : left > right
            }
            let rest = sorted.dropFirst(most).map(\.element)
            guard rest.count > 1 else { continue }
            hidden.formUnion(rest)
            leftOut.append((field, rest.count))
        }
        return (lines.filter { $0.group.map { !hidden.contains($0) } ?? true }, leftOut)
    }

    private func limit(_ field: String) -> ShownGroupLimit { limits[field] ?? .usual }

    private func size(_ content: PublishedCell.Content?) -> Int128 { content?.figures?.personTimes?.lowest ?? 0 }
}
