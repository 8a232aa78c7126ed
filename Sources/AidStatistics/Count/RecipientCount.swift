import AidModel

/// Counts distinct people, one partition after the other, on one thread.
///
/// The person-times of one person are brought side by side (a table numbers the people, a
/// counting sort moves the rows); then a person is new to a quarter, a period or a group
/// if its mark does not bear the person's number yet.
struct RecipientCount: ~Copyable {
    static let periodCount = ReportPeriod.allCases.count
    private static var quarter: UInt64 { UInt64(ReportPeriod.quarter.rawValue) }
    private static var cumulative: UInt64 { UInt64(ReportPeriod.cumulative.rawValue) }

    struct Counted: Sendable {
        var personTimeCount: Int
        var periods: [Int]
        /// Those of the quarter who are in none before it since the programme's start.
        var firstTimeCount: Int
        /// By the place of the quarter in the plan.
        var quarters: [Int]
        /// By slot and period.
        var groups: [Int]
    }

    private let plan: CountPlan
    private var rows = RowBuffer<PersonTime>()
    private var people = PersonNumbers()
    /// For each row its person's number.
    private var numbers: ContiguousArray<UInt32> = []
    /// For each person where its rows begin, then where they end.
    private var ends: ContiguousArray<UInt32> = []
    /// The cell keys, person by person.
    private var cellKeys: ContiguousArray<UInt64> = []
    /// For each quarter the last person counted.
    private let quarterMarks: Counters<Int>
    /// For each slot the last person counted, above the periods in which it was.
    private let slotMarks: Counters<UInt64>
    private let periodCounts = Counters<Int>(RecipientCount.periodCount)
    private let quarterCounts: Counters<Int>
    private let groupCounts: Counters<Int>
    private var firstTimeCount = 0
    private var personTimeCount = 0
    private var personCount = 0

    init(_ plan: CountPlan) {
        self.plan = plan
        quarterMarks = Counters(plan.quarterOrdinals.count)
        quarterCounts = Counters(plan.quarterOrdinals.count)
        slotMarks = Counters(plan.slots.count)
        groupCounts = Counters(plan.slots.count * RecipientCount.periodCount)
    }

    /// All people counted so far.
    var counted: Counted {
        Counted(
            personTimeCount: personTimeCount, periods: periodCounts.array, firstTimeCount: firstTimeCount,
            quarters: quarterCounts.array, groups: groupCounts.array)
    }

    mutating func count(_ index: Int, of people: Exchange<PersonTime>) throws {
        if people.isSwollen(index) {
            // One person has so many that only different ones are held: the same once more counts nobody anew.
            personTimeCount += try people.takeDistinct(index, into: &rows, keeps: plan.keepsRows)
        } else {
            try people.take(index, into: &rows, keeps: plan.keepsRows)
            personTimeCount += rows.count
        }
        if let witness = plan.witness { tell(witness) }
        numberPeople()
        bringTogether()
        countPeople()
    }

    private func tell(_ witness: RecipientWitness) {
        for row in rows.rows {
            let cell = plan.cells[Int(row.cellKey >> 32)]
            if !cell.isBeforeStart { witness(row.person, cell.quarter) }
        }
    }

    private mutating func numberPeople() {
        let rows = rows.rows
        people.removeAll(keepingRoomFor: rows.count)
        if numbers.count < rows.count { numbers = ContiguousArray(repeating: 0, count: rows.count + rows.count / 4) }
        numbers.withUnsafeMutableBufferPointer { numbers in
            for row in 0..<rows.count {
                numbers[row] = UInt32(truncatingIfNeeded: people.number(of: rows[row].person))
            }
        }
        ends.removeAll(keepingCapacity: true)
        ends.append(contentsOf: repeatElement(0, count: people.count))
    }

    /// Sorts the cell keys by person: no comparison, two passes.
    private mutating func bringTogether() {
        let rows = rows.rows
        if cellKeys.count < rows.count {
            cellKeys = ContiguousArray(repeating: 0, count: rows.count + rows.count / 4)
        }
        cellKeys.withUnsafeMutableBufferPointer { cellKeys in
            ends.withUnsafeMutableBufferPointer { ends in
                numbers.withUnsafeBufferPointer { numbers in
                    for row in 0..<rows.count { ends[Int(numbers[row])] += 1 }
                    var start: UInt32 = 0
                    for person in 0..<ends.count {
                        let count = ends[person]
                        ends[person] = start
                        start += count
                    }
                    for row in 0..<rows.count {
                        let person = Int(numbers[row])
                        cellKeys[Int(ends[person])] = rows[row].cellKey
                        ends[person] += 1
                    }
                }
            }
        }
    }

    private mutating func countPeople() {
        var person = personCount
        var firstTimeCount = 0
        cellKeys.withUnsafeBufferPointer { cellKeys in
            plan.quarterPlaces.withUnsafeBufferPointer { quarterPlaces in
                plan.periods.withUnsafeBufferPointer { periods in
                    var start = 0
                    for end in ends {
                        person += 1
                        firstTimeCount &+= countPerson(
                            person, cellKeys[start..<Int(end)], quarterPlaces: quarterPlaces, periods: periods)
                        start = Int(end)
                    }
                }
            }
        }
        personCount = person
        self.firstTimeCount += firstTimeCount
    }

    /// - Parameter person: from 1, and never twice.
    /// - Returns: 1 for a first-time recipient of the quarter, else 0.
    @inline(__always)
    private func countPerson(
        _ person: Int, _ cellKeys: Slice<UnsafeBufferPointer<UInt64>>, quarterPlaces: UnsafeBufferPointer<Int>,
        periods: UnsafeBufferPointer<UInt64>
    ) -> Int {
        var periodsOfPerson: UInt64 = 0
        // What is cumulative and not of the quarter comes before it, since the start: such cells
        // set the lowest bit.
        var earlier: UInt64 = 0
        for cellKey in cellKeys {
            let cell = Int(cellKey >> 32)
            let quarter = quarterPlaces[cell]
            if quarterMarks[quarter] != person {
                quarterMarks[quarter] = person
                quarterCounts[quarter] &+= 1
            }
            let periodsOfCell = periods[cell]
            periodsOfPerson |= periodsOfCell
            earlier |= periodsOfCell >> RecipientCount.cumulative & ~(periodsOfCell >> RecipientCount.quarter)
            if periodsOfCell != 0 {
                countGroups(person, UInt32(truncatingIfNeeded: cellKey), periods: periodsOfCell)
            }
        }
        RecipientCount.forEachBit(periodsOfPerson) { periodCounts[$0] &+= 1 }
        return Int(truncatingIfNeeded: periodsOfPerson >> RecipientCount.quarter & ~earlier & 1)
    }

    @inline(__always)
    private func countGroups(_ person: Int, _ code: UInt32, periods: UInt64) {
        for slot in plan.slots.slots(of: code) {
            var mark = slotMarks[slot]
            if mark >> 8 != UInt64(truncatingIfNeeded: person) { mark = UInt64(truncatingIfNeeded: person) << 8 }
            let new = periods & ~mark
            if new == 0 { continue }
            slotMarks[slot] = mark | new
            RecipientCount.forEachBit(new) { groupCounts[slot &* RecipientCount.periodCount &+ $0] &+= 1 }
        }
    }

    @inline(__always)
    private static func forEachBit(_ bits: UInt64, _ body: (Int) -> Void) {
        var bits = bits
        while bits != 0 {
            body(bits.trailingZeroBitCount)
            bits &= bits - 1
        }
    }
}

/// Numbers that are counted up often, from 0, without the cost of an array's safety.
///
/// Indices come from the plan, which is as long as the counters are.
private struct Counters<Number: FixedWidthInteger & BitwiseCopyable>: ~Copyable {
    private let numbers: UnsafeMutablePointer<Number>
    private let count: Int

    init(_ count: Int) {
        self.count = count
        numbers = .allocate(capacity: max(count, 1))
        numbers.initialize(repeating: 0, count: max(count, 1))
    }

    deinit {
        numbers.deallocate()
    }

    subscript(index: Int) -> Number {
        @inline(__always) get { numbers[index] }
        @inline(__always) nonmutating set { numbers[index] = newValue }
    }

    var array: [Number] { Array(UnsafeBufferPointer(start: numbers, count: count)) }
}

/// Numbers the people of a partition from 0: open addressing, at most half full.
private struct PersonNumbers: ~Copyable {
    private struct Slot: BitwiseCopyable {
        var person: PersonKey
        var number: Int
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var capacity = 1024
    /// A power of two, no more than `capacity`.
    private var slotCount = 1024
    private(set) var count = 0

    init() {
        slots = .allocate(capacity: capacity)
    }

    deinit {
        slots.deallocate()
    }

    mutating func removeAll(keepingRoomFor rowCount: Int) {
        slotCount = 1024
        // Few people have many person-times, so most partitions hold far fewer people than
        // rows; but a table that is too small would have to grow.
        while slotCount < rowCount { slotCount *= 2 }
        allocate()
        count = 0
    }

    private mutating func allocate() {
        if capacity < slotCount {
            slots.deallocate()
            capacity = slotCount
            slots = .allocate(capacity: capacity)
        }
        slots.initialize(repeating: Slot(person: .none, number: 0), count: slotCount)
    }

    /// - Parameter person: not `none`.
    @inline(__always)
    mutating func number(of person: PersonKey) -> Int {
        let slot = slot(of: person)
        if slots[slot].person == person { return slots[slot].number }
        return enter(person, at: slot)
    }

    @inline(__always)
    private func slot(of person: PersonKey) -> Int {
        let mask = slotCount - 1
        // The lowest bits have picked the partition.
        var slot = Int(truncatingIfNeeded: person.mixed >> 16) & mask
        while !slots[slot].person.isNone, slots[slot].person != person { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func enter(_ person: PersonKey, at slot: Int) -> Int {
        var slot = slot
        if count * 2 >= slotCount {
            grow()
            slot = self.slot(of: person)
        }
        slots[slot] = Slot(person: person, number: count)
        count += 1
        return count - 1
    }

    private mutating func grow() {
        let old = slots
        let oldCount = slotCount
        slotCount *= 2
        capacity = slotCount
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(person: .none, number: 0), count: slotCount)
        for index in 0..<oldCount where !old[index].person.isNone { slots[slot(of: old[index].person)] = old[index] }
        old.deallocate()
    }
}
