import AidModel

/// Counts records that have the same person, days and money as one before them, told by what values look like.
///
/// It is a hint, where no claim number tells: whole numbers may be anything, and are left out. It looks at so many
/// records, and keeps a hash of each.
struct SameRecordCounter {
    private static let recordLimit = 200_000

    private(set) var count = 0
    private var seen: Set<Int> = []
    private var hasher = Hasher()
    private var hasPerson = false
    private var hasMoney = false

    mutating func begin() {
        hasher = Hasher()
        (hasPerson, hasMoney) = (false, false)
    }

    /// - Parameter index: of the column.
    mutating func take(_ value: ByteView, _ kind: ValueKind, at index: Int) {
        switch kind {
        case .residentID: hasPerson = true
        case .money: hasMoney = true
        case .date, .openDate: break
        case .badResidentID, .damagedNumber, .serialDate, .wholeNumber, .shortHan, .text: return
        }
        hasher.combine(index)
        for at in 0..<value.count { hasher.combine(value[at]) }
    }

    mutating func end() {
        guard hasPerson, hasMoney, seen.count < SameRecordCounter.recordLimit else { return }
        if !seen.insert(hasher.finalize()).inserted { count += 1 }
    }
}
