package import AidModel

/// What a reader hands its records to: the claim decoder, or `dump`.
///
/// Readers are generic over it, so that a record costs no dynamic call.
package protocol RecordConsumer: ~Copyable {
    /// A record that could be read. `record` is valid during the call alone.
    ///
    /// - Parameter textOffset: the record's first byte in the file's text as UTF-8.
    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace)

    /// A record that is broken in itself, once, in its place among the others.
    ///
    /// - Parameters:
    ///   - textOffset: the record's first byte in the file's text as UTF-8.
    ///   - problem: what is wrong, without any value.
    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace)

    /// A line that has not as many fields as a record, and is none: a row of totals, nothing but blanks.
    ///
    /// Readers tell such lines apart where they were told how many fields there are. To whoever does
    /// not, it is malformed as any other.
    mutating func takeNoRecord(_ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace)
}

extension RecordConsumer where Self: ~Copyable {
    package mutating func takeNoRecord(
        _ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace
    ) {
        takeMalformed(problem, at: textOffset, place: place)
    }
}
