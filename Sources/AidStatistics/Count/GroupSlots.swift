import AidModel

/// Places for the counts of every group of every breakdown, in one row.
struct GroupSlots: Sendable {
    /// The groups of each breakdown: of each field the value, or nil for 未填.
    private(set) var groups: [[[String?]]] = []
    /// The first slot of each breakdown.
    private(set) var firstSlot: [Int] = []
    /// For each groups code the slots of its groups, one a breakdown, side by side.
    let slotsByCode: [Int]
    let breakdownCount: Int
    let count: Int

    /// - Parameter values: for each groups code the values of a record.
    init(values: [[String]], breakdowns: [ReportBreakdown]) {
        var slotsByCode = [Int](repeating: 0, count: values.count * breakdowns.count)
        var next = 0
        for (index, breakdown) in breakdowns.enumerated() {
            let found = NumberedGroups(values, columns: breakdown.columns.map(\.place))
            let order = GroupOrder(isNumbered: breakdown.columns.map(\.isNumbered)).order(found.names)
            var slotOfNumber = order
            for (place, number) in order.enumerated() { slotOfNumber[number] = next + place }
            for (code, number) in found.numberOfCode.enumerated() {
                slotsByCode[code * breakdowns.count + index] = slotOfNumber[number]
            }
            groups.append(
                order.map { found.names[$0].map { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) } })
            firstSlot.append(next)
            next += order.count
        }
        self.slotsByCode = slotsByCode
        breakdownCount = breakdowns.count
        count = next
    }

    /// Slots without groups of their own.
    init(slotsByCode: [Int], breakdownCount: Int, count: Int) {
        self.slotsByCode = slotsByCode
        self.breakdownCount = breakdownCount
        self.count = count
    }

    /// The slots of one breakdown.
    func slots(ofBreakdown index: Int) -> Range<Int> { firstSlot[index]..<firstSlot[index] + groups[index].count }

    var codeCount: Int { breakdownCount == 0 ? 0 : slotsByCode.count / breakdownCount }

    /// The slots of one groups code.
    func slots(of code: UInt32) -> ArraySlice<Int> {
        slotsByCode[Int(code) * breakdownCount..<(Int(code) + 1) * breakdownCount]
    }
}

extension GroupSlots {
    /// The bytes of a group's name; none for 未填.
    static func name(_ value: String) -> [UInt8] { value == EmptyGroup.name ? [] : Array(value.utf8) }
}

/// The groups of a breakdown, numbered in the order in which they turn up.
private struct NumberedGroups {
    /// Of each the name in each field as bytes, none for 未填: strings that are equal in Swift may be different texts, as
    /// `é` has two spellings.
    private(set) var names: [[[UInt8]]] = []
    private(set) var numberOfCode: [Int] = []

    /// - Parameters:
    ///   - values: for each groups code the values of a record.
    ///   - columns: the places of the fields among them.
    init(_ values: [[String]], columns: [Int]) {
        var table = InternTable()
        var text: [UInt8] = []
        numberOfCode.reserveCapacity(values.count)
        for row in values {
            text.removeAll(keepingCapacity: true)
            for column in columns {
                if row[column] != EmptyGroup.name { text += row[column].utf8 }
                text.append(GroupTable.separator)
            }
            let number = text.withUnsafeBufferPointer { table.number(of: $0) }
            if number == names.count {
                names.append(columns.map { row[$0] == EmptyGroup.name ? [] : Array(row[$0].utf8) })
            }
            numberOfCode.append(number)
        }
    }
}

/// The order of a breakdown's groups: by the bytes of their names, whatever the locale; 未填 last.
///
/// Where the names begin with numbers, these come first, in their order: `<18`, `18–29`, `≥100`; `2月`, `10月`.
struct GroupOrder {
    /// Of each field.
    let isNumbered: [Bool]

    /// - Parameter names: of each group one for each field; none is the name of 未填.
    func sorted(_ names: Set<[[UInt8]]>) -> [[[UInt8]]] {
        let names = Array(names)
        return order(names).map { names[$0] }
    }

    /// The places of groups, the first first.
    ///
    /// - Parameter names: of each group one for each field; no two are the same.
    func order(_ names: [[[UInt8]]]) -> [Int] {
        let keyed = names.map { name in
            zip(name, isNumbered).map { (name: $0, key: $1 ? GroupOrder.key(of: $0) : nil) }
        }
        return names.indices.sorted { lhs, rhs in
            for (left, right) in zip(keyed[lhs], keyed[rhs]) where left.name != right.name {
                return GroupOrder.precedes(left, right)
            }
            return false
        }
    }

    private static func precedes(_ lhs: (name: [UInt8], key: Key?), _ rhs: (name: [UInt8], key: Key?)) -> Bool {
        if lhs.name.isEmpty || rhs.name.isEmpty { return !lhs.name.isEmpty }
        switch (lhs.key, rhs.key) {
        case (let first?, let second?) where first != second: return first.precedes(second)
        case (_?, nil): return true
        case (nil, _?): return false
        default: return lhs.name.lexicographicallyPrecedes(rhs.name)
        }
    }

    private struct Key: Equatable {
        /// Whether the group is all that is below the number.
        var isBelow: Bool
        /// Without zeros before it.
        var whole: [UInt8]
        var fraction: [UInt8]

        func precedes(_ other: Key) -> Bool {
            if isBelow != other.isBelow { return isBelow }
            if whole.count != other.whole.count { return whole.count < other.whole.count }
            if whole != other.whole { return whole.lexicographicallyPrecedes(other.whole) }
            return fraction.lexicographicallyPrecedes(other.fraction)
        }
    }

    /// The number that a name begins with; nil: none.
    private static func key(of name: [UInt8]) -> Key? {
        var rest = name[...]
        let isBelow = rest.first == UInt8(ascii: "<")
        if isBelow { rest = rest.dropFirst() }
        if rest.starts(with: "≥".utf8) { rest = rest.dropFirst("≥".utf8.count) }
        let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
        let whole = rest.prefix(while: isDigit)
        guard !whole.isEmpty else { return nil }
        rest = rest.dropFirst(whole.count)
        let fraction = rest.first == UInt8(ascii: ".") ? rest.dropFirst().prefix(while: isDigit) : []
        return Key(
            isBelow: isBelow, whole: Array(whole.drop { $0 == UInt8(ascii: "0") }), fraction: Array(fraction))
    }
}
