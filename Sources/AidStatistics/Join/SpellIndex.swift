import AidModel

/// The values of a reference table in the order of their bytes, so that no order of rows decides between them.
struct SpellValues: Sendable {
    /// By rank: the value of each of the table's fields.
    let values: [[String]]
    /// By rank: whether the membership is retained.
    let areRetained: [Bool]
    /// By groups code of the table's own.
    let ranks: [UInt32]

    init(_ groups: [[String]], retained: ReferenceTable.Retained?) {
        let texts = groups.map { row in row.map { Array($0.utf8) } }
        let order = texts.indices.sorted { one, other in
            for (left, right) in zip(texts[one], texts[other]) where left != right {
                return left.lexicographicallyPrecedes(right)
            }
            return false
        }
        var ranks = [UInt32](repeating: 0, count: groups.count)
        for (rank, code) in order.enumerated() { ranks[code] = UInt32(truncatingIfNeeded: rank) }
        self.ranks = ranks
        values = order.map { groups[$0] }
        areRetained = values.map { row in retained.map { row[$0.source] == $0.group } ?? false }
    }
}

/// A spell among those of its key: 24 bytes.
struct RankedSpell: Hashable, KeyedRow {
    var key: PersonKey
    var first: Int32
    var last: Int32
    /// Of its values.
    var rank: UInt32
    /// Of the first spell of a key: how many the key has.
    var keyCount: UInt32 = 0

    @inline(__always)
    static func mixed(_ key: PersonKey) -> UInt64 { key.mixed }

    /// The order in which the last one that holds a day is the one that counts.
    static func precedes(_ lhs: RankedSpell, _ rhs: RankedSpell) -> Bool {
        if lhs.first != rhs.first { return lhs.first < rhs.first }
        if lhs.last != rhs.last { return lhs.last < rhs.last }
        return lhs.rank < rhs.rank
    }
}

/// What some spells say of their keys on a day.
///
/// The spells of a key lie side by side, in the order of first day, last day and rank of the values, whatever rows they
/// came from; a slot leads to the first of them.
struct SpellIndex: ~Copyable {
    /// What there is where a key is not found, or no spell of it holds the day.
    static let gap: UInt32 = .max

    /// Spells of one key from so many on are halved rather than passed one by one.
    private static let manySpells = 16

    private var rows = RowBuffer<Spell>()
    /// The same as they came, and then side by side.
    private var unsorted = RowBuffer<RankedSpell>()
    private(set) var spells = RowBuffer<RankedSpell>()
    private var slots = KeySlots<RankedSpell>()
    /// For each row the number of its key.
    private var numbers: ContiguousArray<UInt32> = []
    /// For each key where its spells begin, then where they end.
    private(set) var ends: ContiguousArray<UInt32> = []

    /// What was found in all that was taken.
    private(set) var counts = ReferenceCounts()

    /// Takes one partition, and forgets the one before.
    mutating func take(_ index: Int, of table: Exchange<Spell>, _ values: SpellValues, endsWithNext: Bool) throws {
        if table.isSwollen(index) {
            // One key has very many rows; the same once more says nothing new.
            _ = try table.takeDistinct(index, into: &rows)
        } else {
            try table.take(index, into: &rows)
        }
        build(values, endsWithNext: endsWithNext)
    }

    /// Takes all rows of a table that is small.
    mutating func takeAll(of table: Exchange<Spell>, _ values: SpellValues, endsWithNext: Bool) throws {
        rows.removeAll(keepingRoomFor: table.rowCount)
        for index in 0..<Exchange<Spell>.partitionCount {
            try table.read(index) { some in for row in some { rows.append(row) } }
        }
        build(values, endsWithNext: endsWithNext)
    }

    private mutating func build(_ values: SpellValues, endsWithNext: Bool) {
        numberKeys(values)
        bringTogether()
        let unsorted = unsorted.rows
        var start = 0
        for number in ends.indices {
            let end = Int(ends[number])
            settle(start..<end, endsWithNext: endsWithNext)
            start = end
        }
        counts.keyCount += ends.count
        // The first row of each key has left its number there.
        slots.move { Int(unsorted[$0].keyCount) }
    }

    private mutating func numberKeys(_ values: SpellValues) {
        let rows = rows.rows
        unsorted.removeAll(keepingRoomFor: rows.count)
        for row in rows {
            unsorted.append(
                RankedSpell(
                    key: row.key, first: row.first, last: row.last, rank: values.ranks[Int(row.groupsCode)]))
        }
        let unsorted = unsorted.rows
        slots.removeAll(keepingRoomFor: rows.count)
        ends.removeAll(keepingCapacity: true)
        if numbers.count < rows.count { numbers = ContiguousArray(repeating: 0, count: rows.count + rows.count / 4) }
        for row in 0..<unsorted.count {
            let first = slots.firstRow(of: unsorted[row].key, unsorted, insert: row)
            if first == row {
                numbers[row] = UInt32(truncatingIfNeeded: ends.count)
                ends.append(1)
            } else {
                numbers[row] = numbers[first]
                ends[Int(numbers[first])] += 1
            }
        }
    }

    /// Puts the spells of each key side by side: no comparison, two passes.
    private mutating func bringTogether() {
        let unsorted = unsorted.rows
        spells.removeAll(keepingRoomFor: unsorted.count)
        for row in unsorted { spells.append(row) }
        let spells = spells.rows
        var start: UInt32 = 0
        for number in ends.indices {
            let count = ends[number]
            ends[number] = start
            start += count
        }
        for row in 0..<unsorted.count {
            let place = ends[Int(numbers[row])]
            ends[Int(numbers[row])] += 1
            spells[Int(place)] = unsorted[row]
            // Of the first row of a key this is where its spells begin.
            unsorted[row].keyCount = place
        }
    }

    /// Puts the spells of a key in order, each once.
    private mutating func settle(_ range: Range<Int>, endsWithNext: Bool) {
        let spells = spells.rows
        var count = range.count
        if count > 1 {
            sort(range)
            var end = range.lowerBound + 1
            for place in range.dropFirst() where spells[place] != spells[end - 1] {
                spells[end] = spells[place]
                end += 1
            }
            count = end - range.lowerBound
            if overlap(range.lowerBound..<end, endsWithNext: endsWithNext) { counts.overlappingKeyCount += 1 }
        }
        counts.spellCount += count
        spells[range.lowerBound].keyCount = UInt32(truncatingIfNeeded: count)
    }

    private func sort(_ range: Range<Int>) {
        var spells = UnsafeMutableBufferPointer(rebasing: spells.rows[range])
        guard spells.count < SpellIndex.manySpells else { return spells.sort(by: RankedSpell.precedes) }
        // Two or three, mostly.
        for index in 1..<spells.count {
            let spell = spells[index]
            var place = index
            while place > 0, RankedSpell.precedes(spell, spells[place - 1]) {
                spells[place] = spells[place - 1]
                place -= 1
            }
            spells[place] = spell
        }
    }

    /// Whether two spells with different values share a day.
    private func overlap(_ range: Range<Int>, endsWithNext: Bool) -> Bool {
        let spells = spells.rows
        // The latest last day so far, and the latest of those with other values.
        var latest = spells[range.lowerBound]
        var latestOther: Int32?
        for place in range.dropFirst() {
            let spell = spells[place]
            if endsWithNext {
                if spell.first == spells[place - 1].first { return true }
            } else if spell.rank != latest.rank {
                if latest.last >= spell.first { return true }
                latestOther = latest.last
                latest = spell
            } else {
                if let latestOther, latestOther >= spell.first { return true }
                latest.last = max(latest.last, spell.last)
            }
        }
        return false
    }

    /// Where the spells of a key begin; negative: it has none.
    @inline(__always)
    mutating func start(of key: PersonKey) -> Int { slots.firstRow(of: key, spells.rows, insert: nil) }

    /// The rank of the values that hold on a day, or `gap`.
    ///
    /// - Parameter start: where the spells of a key begin.
    @inline(__always)
    func rank(from start: Int, on day: Int32) -> UInt32 {
        let spells = spells.rows
        let count = Int(spells[start].keyCount)
        var end = start + count
        if count >= SpellIndex.manySpells { end = firstAfter(day, start..<end) }
        while end > start {
            end -= 1
            if spells[end].first <= day, spells[end].last >= day { return spells[end].rank }
        }
        return SpellIndex.gap
    }

    /// The first of some spells that begins after a day.
    private func firstAfter(_ day: Int32, _ range: Range<Int>) -> Int {
        let spells = spells.rows
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if spells[middle].first <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
