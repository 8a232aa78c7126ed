/// What the pieces of an XML export hand their records to, in the order of the file: rows of
/// plain ones, and one by one those that libxml2 has read.
package protocol PlainXMLConsumer: RecordConsumer, ~Copyable {
    /// Plain records. A consumer may also note which rows they are, and look at them when the piece
    /// is settled.
    ///
    /// - Parameters:
    ///   - rows: of the table that `piece` was scanned into.
    ///   - firstNumber: the record number of the first of them.
    mutating func takeRows(
        _ rows: Range<Int>, of table: borrowing PlainRecordTable, in piece: PlainXMLPiece.Bytes, firstNumber: Int)
}
