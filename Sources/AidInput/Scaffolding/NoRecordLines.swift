import AidModel

/// The lines of a file that are no records, by what they are: how many, and where the first of them stand.
///
/// Those of pieces add up, and tell the same whatever the pieces are.
struct NoRecordLines: Sendable, Hashable, Codable {
    enum Kind: Int, CaseIterable {
        case title
        case skipped
        case header
        case unit
        /// Totals and signatures.
        case totals
        case note
        case blank
    }

    /// How many places of each kind are told.
    private static let shownCount = 3

    private(set) var counts = [Int](repeating: 0, count: Kind.allCases.count)
    /// In the order of the file.
    private(set) var places: [[RecordPlace]] = Array(repeating: [], count: Kind.allCases.count)

    /// Lines that say something else than what the records are read by: the first of each kind.
    private(set) var odd: [Observation: [OddLine]] = [:]

    /// Where such a line stands, and the unit that it says.
    struct OddLine: Sendable, Hashable, Codable {
        var place: RecordPlace
        var unit: MoneyUnit?
    }

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
            case .note: .note
            case .totals, .signature, .usual: .totals
            }
        counts[kind.rawValue] += 1
        insert(place, kind.rawValue)
    }

    /// Counts lines above the header, of which it is not told where they stand.
    mutating func add(titleCount: Int) {
        counts[Kind.title.rawValue] += titleCount
    }

    /// Keeps where a line stands that says something else than what the records are read by.
    ///
    /// - Parameter unit: that it says; nil: several, another currency, or none at all.
    mutating func note(_ observation: Observation, unit: MoneyUnit? = nil, at place: RecordPlace) {
        insert(OddLine(place: place, unit: unit), observation)
    }

    private mutating func insert(_ line: OddLine, _ observation: Observation) {
        var lines = odd[observation, default: []]
        let next = lines.firstIndex { $0.place.byteOffset > line.place.byteOffset } ?? lines.count
        guard next < NoRecordLines.shownCount else { return }
        lines.insert(line, at: next)
        odd[observation] = Array(lines.prefix(NoRecordLines.shownCount))
    }

    /// Adds those of a piece.
    ///
    /// - Parameter numbers: how many records and lines come before each piece.
    mutating func add(_ other: NoRecordLines, _ numbers: PieceNumbers) {
        for index in counts.indices {
            counts[index] += other.counts[index]
            for place in other.places[index] { insert(numbers.placed(place), index) }
        }
        for (observation, lines) in other.odd {
            for line in lines { insert(OddLine(place: numbers.placed(line.place), unit: line.unit), observation) }
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
