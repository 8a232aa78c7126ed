/// In how many records of an XML file each wanted field was found, were it empty.
///
/// A CSV file says in its header what it holds; of an XML file that comes out when all is read. Counts of pieces
/// add up.
package struct FoundFields: Sendable, Hashable {
    /// Records without a problem: of others it is not known what they hold.
    package private(set) var recordCount = 0
    /// For each field the records that hold it.
    package private(set) var counts: [Int]
    /// Elements that are called as a record is but for the case of letters: likely records that were not read.
    package private(set) var otherCaseCount = 0
    /// What is said of units and currencies outside of records.
    private(set) var marksOutside: Set<MarksOutside.Mark> = []

    package init(fieldCount: Int) {
        counts = Array(repeating: 0, count: fieldCount)
    }

    init(recordCount: Int, counts: [Int], otherCaseCount: Int, marksOutside: Set<MarksOutside.Mark>) {
        self.recordCount = recordCount
        self.marksOutside = marksOutside
        self.counts = counts
        self.otherCaseCount = otherCaseCount
    }

    /// Takes in some records.
    ///
    /// - Parameter seen: a bit for each field that they hold.
    mutating func add(_ records: Int, seen: UInt64) {
        recordCount += records
        for field in counts.indices where seen & 1 << UInt64(field) != 0 { counts[field] += records }
    }

    static func += (lhs: inout FoundFields, rhs: FoundFields) {
        lhs.recordCount += rhs.recordCount
        lhs.otherCaseCount += rhs.otherCaseCount
        lhs.marksOutside.formUnion(rhs.marksOutside)
        for field in lhs.counts.indices { lhs.counts[field] += rhs.counts[field] }
    }
}

extension FoundFields {
    /// From so many records on a field is said to be found rarely.
    private static let recordsThatTell = 100

    /// The fields that every file must have and that no record holds.
    ///
    /// - Parameter areAllUnpaid: whether no record has need of a date, an amount or a person.
    func missing(of layout: RecordLayout, areAllUnpaid: Bool) -> [RecordLayout.Field] {
        guard recordCount > 0 else { return [] }
        let places = FieldPlaces(layout)
        let needless = areAllUnpaid ? [places.day, places.amount, places.person] : []
        return layout.wantedFields.enumerated().filter { index, field in
            counts[index] == 0 && !field.isOptional && !needless.contains(index)
        }.map(\.element)
    }

    /// The fields that every file must have and that hardly a record holds, and how many do.
    func rare(of layout: RecordLayout) -> [(field: RecordLayout.Field, count: Int)] {
        guard recordCount >= FoundFields.recordsThatTell else { return [] }
        return zip(layout.wantedFields, counts).filter { field, count in
            count > 0 && count * 100 < recordCount && !field.isOptional
        }.map { ($0, $1) }
    }
}
