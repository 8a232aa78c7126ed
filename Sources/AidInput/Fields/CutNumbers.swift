/// What is seen of a number whose digits a spreadsheet may have cut: it keeps fifteen, and makes the others 0.
///
/// Such a number does not begin with 0: that digit goes first.
struct LongNumber: Equatable {
    /// How many digits a spreadsheet keeps.
    static let keptCount = 15
    /// Of longer numbers chance says nothing any more.
    static let restLimit = 18

    /// How many digits stand behind those that are kept, from 1; `restLimit`: so many or more. 0: it is no such number.
    var restCount = 0
    /// Whether all of them are 0.
    var isCut = false
    /// The number that the digits are which are kept, if all others are 0.
    var kept: UInt64 = 0

    static var none: LongNumber { LongNumber() }

    init() {}

    /// - Parameter text: cleaned.
    @inline(__always)
    init(_ text: ByteView) {
        if text.count > LongNumber.keptCount, text[0] &- UInt8(ascii: "1") <= 8 {
            self.init(beginningWell: text)
        } else {
            self.init()
        }
    }

    @inline(never)
    private init(beginningWell text: ByteView) {
        let count = text.count
        for index in 1..<count where text[index] &- UInt8(ascii: "0") > 9 { return }
        restCount = min(count - LongNumber.keptCount, LongNumber.restLimit)
        isCut = true
        for index in LongNumber.keptCount..<count where text[index] != UInt8(ascii: "0") { isCut = false }
        guard isCut else { return }
        for index in 0..<LongNumber.keptCount { kept = kept * 10 + UInt64(text[index] - UInt8(ascii: "0")) }
    }
}

/// How many numbers of a column look as if they had been cut, by how long they are.
struct LongNumberCounts: Sendable, Hashable, Codable {
    /// By digits behind those that are kept, less 1.
    private var all: [Int] = []
    private var cut: [Int] = []
    /// Different ones of those that look cut, as many as matter: one number may well come several times.
    private var different: [[UInt64]] = []
    private static let differentLimit = 3

    mutating func add(_ number: LongNumber) {
        guard number.restCount > 0 else { return }
        if all.isEmpty {
            all = Array(repeating: 0, count: LongNumber.restLimit)
            cut = all
            different = Array(repeating: [], count: LongNumber.restLimit)
        }
        all[number.restCount - 1] += 1
        guard number.isCut else { return }
        cut[number.restCount - 1] += 1
        addDifferent(number.kept, at: number.restCount - 1)
    }

    private mutating func addDifferent(_ kept: UInt64, at index: Int) {
        if different[index].count < LongNumberCounts.differentLimit, !different[index].contains(kept) {
            different[index].append(kept)
        }
    }

    static func += (lhs: inout LongNumberCounts, rhs: LongNumberCounts) {
        if lhs.all.isEmpty {
            lhs = rhs
            return
        }
        for index in rhs.all.indices {
            lhs.all[index] += rhs.all[index]
            lhs.cut[index] += rhs.cut[index]
            for kept in rhs.different[index] { lhs.addDifferent(kept, at: index) }
        }
    }

    /// The lengths of which far more look cut than would by chance, which makes of ten numbers one for each digit.
    var cutLengths: CutLengths {
        var lengths = CutLengths()
        var share: Int128 = 1
        for (index, count) in cut.enumerated() {
            share *= 10
            // More than ten times as many as by chance, which among numbers with one such digit would be more than
            // all; so all of so many that chance has one in 10^20 for it are enough as well.
            let isFarMore = Int128(count) * share > 10 * Int128(all[index])
            let isAll = count == all[index] && count * (index + 1) >= 20
            // One that comes again and again is no more chance than one; but where most are cut, they may have
            // become the same.
            let isOften = count * 2 >= all[index] || different[index].count >= LongNumberCounts.differentLimit
            if count >= 3, isOften, isFarMore || isAll { lengths.insert(CutLengths(rawValue: 1 << UInt32(index))) }
        }
        return lengths
    }
}

/// Lengths of numbers that were cut: bit n for those with n + 1 digits behind the fifteenth.
package struct CutLengths: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Whether a number is one of those that were cut.
    @inline(__always)
    func holds(_ number: LongNumber) -> Bool {
        number.isCut && rawValue & 1 << UInt32(number.restCount - 1) != 0
    }
}

/// Which of a file's numbers a spreadsheet has cut: nobody can tell which claims or persons they were.
package struct CutNumbers: Sendable, Hashable {
    package var claims = CutLengths()
    /// Of the claims that reversals take back.
    package var reverses = CutLengths()
    /// Of documents that are no resident IDs, which tell by themselves.
    package var persons = CutLengths()

    package init() {}

    package func isSubset(of other: CutNumbers) -> Bool {
        claims.isSubset(of: other.claims) && reverses.isSubset(of: other.reverses)
            && persons.isSubset(of: other.persons)
    }

    /// Those that are not to be taken as they stand.
    func rejected(by layout: RecordLayout) -> CutNumbers {
        var rejected = self
        if layout.acceptsCutNumbers { (rejected.claims, rejected.reverses) = ([], []) }
        if layout.acceptsCutDocuments { rejected.persons = [] }
        return rejected
    }

    package mutating func formUnion(_ other: CutNumbers) {
        claims.formUnion(other.claims)
        reverses.formUnion(other.reverses)
        persons.formUnion(other.persons)
    }
}

/// The counts of a file's columns of numbers.
struct KeyNumberCounts: Sendable, Hashable, Codable {
    var claims = LongNumberCounts()
    var reverses = LongNumberCounts()
    var persons = LongNumberCounts()

    static func += (lhs: inout KeyNumberCounts, rhs: KeyNumberCounts) {
        lhs.claims += rhs.claims
        lhs.reverses += rhs.reverses
        lhs.persons += rhs.persons
    }

    var cutNumbers: CutNumbers {
        var cut = CutNumbers()
        cut.claims = claims.cutLengths
        cut.reverses = reverses.cutLengths
        cut.persons = persons.cutLengths
        return cut
    }
}
