@testable import AidInput

/// Reads an XML export piece after piece on one thread, plain records the fast way.
///
/// What the program's threads do at a time, one after the other: to hold the fast way against
/// `XMLReader`.
struct PlainXMLReader: Sendable {
    enum Outcome: Equatable, Sendable {
        case read(recordCount: Int)
        /// The file is for `XMLReader`, and what was handed over does not count: it is refused, or
        /// unusual, or without any record.
        case notPlain
    }

    private let record: ElementName
    private let wanted: [[ElementPath]]
    private let pieceSize: Int
    private let tailSize: Int

    /// - Parameters:
    ///   - record: the element that is one record.
    ///   - wanted: for each field of a record, the paths of which any may hold it.
    ///   - tailSize: bytes behind a piece that are read with it, so that its last record is whole.
    init(
        record: ElementName, wanted: [[ElementPath]], pieceSize: Int = 512 << 10, tailSize: Int = 16 << 10
    ) {
        self.record = record
        self.wanted = wanted
        self.pieceSize = pieceSize
        self.tailSize = tailSize
    }

    /// Hands over every record, malformed ones included, in the order of the file.
    ///
    /// - Parameters:
    ///   - byteCount: how long the text is.
    ///   - found: gets what is found in records that libxml2 has read.
    /// - Throws: that the text cannot be read, as opposed to understood.
    func read<Consumer: PlainXMLConsumer & ~Copyable>(
        _ text: some PlacedText, byteCount: Int, into consumer: inout Consumer, found: inout FoundFields
    ) throws(InputError) -> Outcome {
        guard let prolog = try PlainXMLProlog(of: text, record: record, wanted: wanted) else { return .notPlain }
        let buffer = OwnedRoom<UInt8>(count: pieceSize + tailSize)
        var pieces = PlainXMLPiece(prolog)
        let continuation = XMLContinuation<Consumer>(prolog, text)
        var recordCount = 0
        var next = prolog.textOffset
        var offset = 0
        while next != PlainXMLPiece.ended {
            let wantedCount = min(buffer.count, byteCount - offset)
            var count = 0
            while count < wantedCount {
                let read = try text.read(into: buffer.room.part(count..<wantedCount), at: offset + count)
                if read == 0 { break }
                count += read
            }
            let piece = PlainXMLPiece.Bytes(
                bytes: buffer.view(0..<count),
                offset: offset, ownCount: min(pieceSize, count), isLast: offset + pieceSize >= byteCount)
            pieces.scan(piece)
            let outcome = try pieces.settle(
                piece, from: next, by: continuation, into: &consumer, recordCount: &recordCount)
            guard case .read(let end) = outcome else { return .notPlain }
            next = end
            offset += pieceSize
        }
        found = continuation.takeFound()
        return recordCount == 0 ? .notPlain : .read(recordCount: recordCount)
    }
}
