extension PublishedCell.Group {
    /// In place of the names of groups that are withheld: no value of an export is empty text.
    private static let withheldName = ""

    /// All groups of a breakdown whose names are withheld.
    package static func withheld(field: String) -> PublishedCell.Group {
        PublishedCell.Group(field: field, name: withheldName)
    }

    package var isWithheld: Bool { name == PublishedCell.Group.withheldName }

    /// Strings that are equal in Swift may be different texts, and then are different groups.
    fileprivate var bytes: [UInt8] {
        var bytes = Array(field.utf8)
        // No UTF-8 has such a byte.
        if let name {
            bytes.append(0xFF)
            bytes += name.utf8
        }
        return bytes
    }
}

extension Sequence where Element == PublishedCell {
    /// The cells without the names of groups that have too few people in every one of them.
    ///
    /// Of these one cell is left for each period and breakdown, behind all others; so nothing tells of such a group
    /// by name, whoever wrote the cells, and cells that were written with these names are equal to those without.
    package func withoutWithheldNames() -> [PublishedCell] {
        var small: Set<[UInt8]> = []
        var large: Set<[UInt8]> = []
        for cell in self {
            guard let group = cell.group, group.name != nil, !group.isWithheld else { continue }
            switch cell.content {
            case .suppressed("small"): small.insert(group.bytes)
            case .suppressed: large.insert(group.bytes)
            case .figures(let figures):
                if figures.personTimes.map({ $0.highest > 0 }) ?? true { large.insert(group.bytes) }
            }
        }
        var cells: [PublishedCell] = []
        var withheld: [PublishedCell] = []
        var places: [[[UInt8]]: Int] = [:]
        for cell in self {
            guard let group = cell.group,
                group.isWithheld || small.contains(group.bytes) && !large.contains(group.bytes)
            else {
                cells.append(cell)
                continue
            }
            guard case .suppressed(let why) = cell.content else { continue }
            let key = [Array(group.field.utf8), Array(cell.period.rawValue.utf8)]
            if let place = places[key] {
                // One that is small is enough.
                if why == "small" { withheld[place].content = cell.content }
            } else {
                places[key] = withheld.count
                withheld.append(
                    PublishedCell(period: cell.period, group: .withheld(field: group.field), content: cell.content))
            }
        }
        // In an order that tells nothing of which of their cells came first.
        withheld.sort { one, other in
            let (first, second) = (Array((one.group?.field ?? "").utf8), Array((other.group?.field ?? "").utf8))
            return first == second
                ? one.period.place < other.period.place : first.lexicographicallyPrecedes(second)
        }
        return cells + withheld
    }

    /// Whether groups of a breakdown are withheld by name in a period.
    package func withholdsNames(of field: String, _ period: PublishedCell.Period) -> Bool {
        contains { $0.period == period && $0.group == .withheld(field: field) }
    }
}

extension PublishedCell.Period {
    fileprivate var place: Int { PublishedCell.Period.allCases.firstIndex(of: self) ?? 0 }
}
