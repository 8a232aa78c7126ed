extension PublishedCell.Group {
    /// In place of the names of groups that are withheld: no value of an export is empty text.
    private static let withheldName = ""

    /// All groups of a breakdown whose names are withheld.
    package static func withheld(field: String) -> PublishedCell.Group {
        PublishedCell.Group(field: field, name: withheldName)
    }

    package var isWithheld: Bool { name == PublishedCell.Group.withheldName }
}

/// Numbers for the groups of cells: strings that are equal in Swift may be different texts, and then are different
/// groups.
private struct CellGroups: ~Copyable {
    private var groups = InternTable()
    private var fields = InternTable()
    private var bytes: [UInt8] = []

    mutating func number(of group: PublishedCell.Group) -> Int {
        bytes.removeAll(keepingCapacity: true)
        bytes += group.field.utf8
        if let name = group.name {
            // No UTF-8 has such a byte.
            bytes.append(0xFF)
            bytes += name.utf8
        }
        return bytes.withUnsafeBufferPointer { groups.number(of: $0) }
    }

    mutating func number(ofField field: String) -> Int {
        bytes.removeAll(keepingCapacity: true)
        bytes += field.utf8
        return bytes.withUnsafeBufferPointer { fields.number(of: $0) }
    }
}

extension Sequence where Element == PublishedCell {
    /// The cells without the names of groups that have too few people in every one of them.
    ///
    /// Of these one cell is left for each period and breakdown, behind all others; so nothing tells of such a group
    /// by name, whoever wrote the cells, and cells that were written with these names are equal to those without.
    package func withoutWithheldNames() -> [PublishedCell] {
        var known = CellGroups()
        // Of each group whether it has a small cell, and whether it has another one.
        var isSmall: [Bool] = []
        var isLarge: [Bool] = []
        // Of each cell its group; none where it has no name.
        var groups: [Int?] = []
        for cell in self {
            guard let group = cell.group, group.name != nil, !group.isWithheld else {
                groups.append(nil)
                continue
            }
            let number = known.number(of: group)
            groups.append(number)
            if number == isSmall.count {
                isSmall.append(false)
                isLarge.append(false)
            }
            switch cell.content {
            case .suppressed("small"): isSmall[number] = true
            case .suppressed: isLarge[number] = true
            case .figures(let figures):
                if figures.personTimes.map({ $0.highest > 0 }) ?? true { isLarge[number] = true }
            }
        }
        var cells: [PublishedCell] = []
        var withheld: [PublishedCell] = []
        var places: [Int: Int] = [:]
        for (cell, number) in zip(self, groups) {
            guard let group = cell.group,
                group.isWithheld || number.map({ isSmall[$0] && !isLarge[$0] }) ?? false
            else {
                cells.append(cell)
                continue
            }
            guard case .suppressed(let why) = cell.content else { continue }
            let key = known.number(ofField: group.field) * PublishedCell.Period.allCases.count + cell.period.place
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
