import AidModel

/// The lines of a file that are no records, by what they are: how many, and where the first of them stand.
///
/// Those of pieces add up, and tell the same whatever the pieces are.
struct NoRecordLines: Sendable, Hashable {
    enum Kind: Int, CaseIterable {
        case title
        case skipped
        case header
        case unit
        /// Totals and signatures.
        case totals
        case blank
    }

    /// How many places of each kind are told.
    private static let shownCount = 3

    private(set) var counts = [Int](repeating: 0, count: Kind.allCases.count)
    /// In the order of the file.
    private(set) var places: [[RecordPlace]] = Array(repeating: [], count: Kind.allCases.count)

    init() {}

    var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

    /// Counts a line that a reader or a decoder has passed over.
    mutating func add(_ line: LineKind, at place: RecordPlace) {
        let kind: Kind =
            switch line {
            case .blank: .blank
            case .header: .header
            case .skipped: .skipped
            case .unit: .unit
            case .totals, .signature, .usual: .totals
            }
        counts[kind.rawValue] += 1
        insert(place, kind.rawValue)
    }

    /// Counts lines above the header, of which it is not told where they stand.
    mutating func add(titleCount: Int) {
        counts[Kind.title.rawValue] += titleCount
    }

    /// Adds those of a piece.
    ///
    /// - Parameter numbers: how many records and lines come before each piece.
    mutating func add(_ other: NoRecordLines, _ numbers: PieceNumbers) {
        for index in counts.indices {
            counts[index] += other.counts[index]
            for place in other.places[index] { insert(numbers.placed(place), index) }
        }
    }

    private mutating func insert(_ place: RecordPlace, _ index: Int) {
        // In pieces of XML not all come in order.
        let next = places[index].firstIndex { $0.byteOffset > place.byteOffset } ?? places[index].count
        guard next < NoRecordLines.shownCount else { return }
        places[index].insert(place, at: next)
        if places[index].count > NoRecordLines.shownCount { places[index].removeLast() }
    }
}
