/// The records that a scan found, a row each: where the record lies, then where each of its
/// wanted fields does, and which of them were seen, were they empty.
///
///     row    │ record │ field 0 │ field 1 │ … │ seen │
///
/// Used again for every piece, so rows cost no allocation once it has grown. It is raw
/// memory because the scanner writes a row before it knows whether the record is plain; every
/// access is to a row below `capacity`, which `nextRow` makes sure of.
package struct PlainRecordTable: ~Copyable {
    package let fieldCount: Int
    package private(set) var count = 0
    private let stride: Int
    private var capacity: Int
    private var rows: OwnedRoom<FieldSpan>

    package init(fieldCount: Int) {
        self.fieldCount = fieldCount
        stride = fieldCount + 2
        capacity = 1024
        rows = OwnedRoom(count: capacity * stride)
    }

    /// Where a record lies, from its `<` to behind its last `>`.
    package func record(_ index: Int) -> FieldSpan {
        precondition(index < count)
        return rows[index * stride]
    }

    /// Where the wanted fields of a record lie; valid until the table changes.
    package func fields(_ index: Int) -> Room<FieldSpan> {
        precondition(index < count)
        return rows.room.from(index &* stride &+ 1, count: fieldCount)
    }

    /// A bit for each wanted field that a record holds, were it empty.
    func seen(_ index: Int) -> UInt64 {
        precondition(index < count)
        let bits = rows[index * stride + fieldCount + 1]
        return UInt64(bits.start) | UInt64(bits.end) << 32
    }

    package mutating func removeAll() {
        count = 0
    }

    /// Keeps the first rows alone.
    package mutating func truncate(to count: Int) {
        self.count = min(self.count, count)
    }

    /// Room for the next row, its fields all empty, which counts once `endRow` is called.
    @inline(__always)
    mutating func nextRow() -> Room<FieldSpan> {
        if count == capacity { grow() }
        let row = rows.room.from(count * stride, count: stride)
        for index in 0..<stride { row[index] = .empty }
        return row.from(1)
    }

    /// Takes in the row that `nextRow` gave out.
    @inline(__always)
    mutating func endRow(_ record: FieldSpan, seen: UInt64) {
        rows[count * stride] = record
        rows[count * stride + fieldCount + 1] = FieldSpan(
            start: UInt32(truncatingIfNeeded: seen), end: UInt32(truncatingIfNeeded: seen >> 32))
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        capacity *= 2
        let grown = OwnedRoom<FieldSpan>(count: capacity * stride)
        grown.room.copy(rows.room.part(0..<count * stride))
        rows = grown
    }
}
