package import AidModel

/// For every person of a register the quarters in which they have a person-time: a bit each.
///
/// Answers how many distinct people any span of quarters has, and how many of them were there
/// before. It is derived from the claims that stand, so the run that has counted them fills it.
///
/// - Shape: `words` for person 0, for person 1, …; bit i of a person's words is `quarters[i]`.
/// - Complexity: eight bytes a person for each 64 quarters; a query reads all of it once.
package final class PeopleQuarters: @unchecked Sendable {
    // Threads that mark are each at people of their own, as `mark` asks; who queries, marks no more.

    /// Those that occur, oldest first.
    package let quarters: [Quarter]
    package let peopleCount: Int
    let wordCount: Int
    private let words: UnsafeMutablePointer<UInt64>

    /// - Parameter quarters: all that can be marked.
    package init(quarters: some Sequence<Quarter>, peopleCount: Int) {
        self.quarters = Set(quarters).sorted()
        self.peopleCount = peopleCount
        wordCount = max((self.quarters.count + 63) / 64, 1)
        words = .allocate(capacity: max(peopleCount * wordCount, 1))
        words.initialize(repeating: 0, count: peopleCount * wordCount)
    }

    deinit {
        words.deallocate()
    }

    /// All words, to be written to a file or filled from one.
    var all: UnsafeMutableBufferPointer<UInt64> {
        UnsafeMutableBufferPointer(start: words, count: peopleCount * wordCount)
    }

    /// The place of a quarter among all; nil: it is not among them.
    package func place(of quarter: Quarter) -> Int? {
        var low = 0
        var high = quarters.count
        while low < high {
            let middle = (low + high) / 2
            if quarters[middle] < quarter { low = middle + 1 } else { high = middle }
        }
        return low < quarters.count && quarters[low] == quarter ? low : nil
    }

    /// Says that a person has a person-time in a quarter.
    ///
    /// - Parameters:
    ///   - person: whom no other thread marks at the same time.
    ///   - place: of the quarter.
    @inline(__always)
    package func mark(_ person: Int, place: Int) {
        precondition(person < peopleCount && person >= 0 && place < quarters.count && place >= 0, "no such mark")
        words[person &* wordCount &+ place &>> 6] |= 1 << UInt64(place & 63)
    }

    package func isMarked(_ person: Int, place: Int) -> Bool {
        precondition(person < peopleCount && person >= 0 && place < quarters.count && place >= 0, "no such mark")
        return words[person * wordCount + place / 64] >> UInt64(place % 64) & 1 == 1
    }
}
