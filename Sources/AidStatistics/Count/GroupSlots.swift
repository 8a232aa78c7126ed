import AidModel

/// Places for the counts of every group of every breakdown, in one row.
struct GroupSlots: Sendable {
    /// The groups of each breakdown field: the value, or nil for 未填.
    private(set) var groups: [[String?]] = []
    /// The first slot of each breakdown.
    private(set) var firstSlot: [Int] = []
    /// For each groups code the slots of its groups, one a breakdown, side by side.
    let slotsByCode: [Int]
    let breakdownCount: Int
    let count: Int

    /// - Parameters:
    ///   - values: for each groups code the values of the breakdown fields.
    ///   - breakdownCount: how many breakdown fields there are.
    init(values: [[String]], breakdownCount: Int) {
        var slotsOfCode = [[Int]](repeating: [], count: values.count)
        var next = 0
        for breakdown in 0..<breakdownCount {
            // Strings that are equal in Swift may be different texts: `é` has two spellings.
            let names = Set(values.map { GroupSlots.name($0[breakdown]) })
            let sorted = names.sorted(by: GroupSlots.precedes)
            let slots = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, next + $0) })
            for (code, row) in values.enumerated() {
                slotsOfCode[code].append(slots[GroupSlots.name(row[breakdown])] ?? next)
            }
            groups.append(sorted.map { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) })
            firstSlot.append(next)
            next += sorted.count
        }
        slotsByCode = slotsOfCode.flatMap { $0 }
        self.breakdownCount = breakdownCount
        count = next
    }

    /// The slots of one groups code.
    func slots(of code: UInt32) -> ArraySlice<Int> {
        slotsByCode[Int(code) * breakdownCount..<(Int(code) + 1) * breakdownCount]
    }

    /// The bytes of a group's name; none for 未填.
    private static func name(_ value: String) -> [UInt8] {
        value == EmptyGroup.name ? [] : Array(value.utf8)
    }

    /// By the bytes of the names, whatever the locale; 未填 last.
    private static func precedes(_ lhs: [UInt8], _ rhs: [UInt8]) -> Bool {
        if lhs.isEmpty || rhs.isEmpty { return !lhs.isEmpty }
        return lhs.lexicographicallyPrecedes(rhs)
    }
}
