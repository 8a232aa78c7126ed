/// Finds the numbers at some places of a sorted list without sorting it, or keeping it.
///
/// A number is looked at 16 bits at a time, from the highest: of all numbers that begin as the one that is looked for,
/// those with each of the next 16 bits are counted, which tells how it goes on. So the numbers are asked for up to
/// five times, and what is kept is as large however many there are.
enum RankedValues {
    private static let digitBits: Int64 = 16
    private static let digitCount = 1 << digitBits

    /// One place, as far as its number is known.
    private struct Search {
        /// The place among the numbers that begin with `prefix`.
        var rank: Int
        /// The bits that are known, the lowest of them at the bottom.
        var prefix: Int64 = 0
    }

    /// The numbers at some places of the ascending list of all.
    ///
    /// - Parameters:
    ///   - ranks: from 0, below the count of the numbers.
    ///   - numbers: hands each number to what it is given, in any order, every time; none is below 0.
    static func values(at ranks: [Int], of numbers: (_ take: (Int64) -> Void) throws -> Void) rethrows -> [Int64] {
        var highest: Int64 = 0
        try numbers { highest = max(highest, $0) }
        var searches = ranks.map { Search(rank: $0) }
        var shift: Int64 = 0
        while highest >> (shift + digitBits) > 0 { shift += digitBits }
        while shift >= 0 {
            try goOn(&searches, shift: shift, of: numbers)
            shift -= digitBits
        }
        return searches.map(\.prefix)
    }

    /// Finds the next bits of each.
    private static func goOn(
        _ searches: inout [Search], shift: Int64, of numbers: (_ take: (Int64) -> Void) throws -> Void
    ) rethrows {
        let prefixes = Set(searches.map(\.prefix)).sorted()
        var counts = prefixes.map { _ in [Int](repeating: 0, count: digitCount) }
        try numbers { number in
            let digits = number >> shift
            let prefix = digits >> digitBits
            guard let place = prefixes.firstIndex(of: prefix) else { return }
            counts[place][Int(digits & (1 << digitBits - 1))] += 1
        }
        for index in searches.indices {
            guard let place = prefixes.firstIndex(of: searches[index].prefix) else { continue }
            var digit = 0
            while digit < digitCount - 1, searches[index].rank >= counts[place][digit] {
                searches[index].rank -= counts[place][digit]
                digit += 1
            }
            searches[index].prefix = searches[index].prefix << digitBits | Int64(digit)
        }
    }
}
