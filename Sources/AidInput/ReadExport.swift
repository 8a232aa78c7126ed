package import AidModel

/// An export that was read to its end.
package struct ReadExport: Sendable {
    package let file: InputFile
    package let format: ExportFormat
    package let encoding: TextEncoding
    package var reading: ClaimReading
    let places: RejectPlaces

    /// Gives rejects of this file their final places: numbers counted from the file's start,
    /// and offsets as it lies on disk.
    ///
    /// - Parameter rejects: in input order.
    package func placed(_ rejects: [Reject]) throws(InputError) -> [Reject] {
        switch places {
        case .text: try DiskOffsets.placed(rejects, in: file, encoding: encoding)
        case .pieces(let pieces): rejects.map { pieces.placed($0) }
        case .copiedPieces(let pieces):
            try DiskOffsets.placed(rejects.map { pieces.placed($0) }, in: file, encoding: encoding)
        }
    }
}

/// How a file's rejects find their places.
enum RejectPlaces: Sendable {
    case text
    case pieces(PieceNumbers)
    /// Pieces of the file's text, not of the file.
    case copiedPieces(PieceNumbers)
}

/// How many records and lines come before each piece.
struct PieceNumbers: Sendable {
    private var starts: [Int] = []
    private var bases: [(recordCount: Int, lineCount: Int)] = []

    init(_ outcomes: [PieceOutcome], headerLineCount: Int) {
        var recordCount = 0
        var lineCount = headerLineCount
        for outcome in outcomes where outcome.start < outcome.end {
            starts.append(outcome.start)
            bases.append((recordCount, lineCount))
            recordCount += outcome.recordCount
            lineCount += outcome.lineCount
        }
    }

    func placed(_ reject: Reject) -> Reject {
        var reject = reject
        reject.place = placed(reject.place, at: reject.position.textOffset)
        return reject
    }

    func placed(_ place: RecordPlace) -> RecordPlace { placed(place, at: place.byteOffset) }

    /// - Parameter textOffset: where the record begins.
    private func placed(_ place: RecordPlace, at textOffset: Int) -> RecordPlace {
        // The last piece that starts no later.
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= textOffset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return place }
        var place = place
        place.recordNumber += bases[low - 1].recordCount
        place.lineNumber? += bases[low - 1].lineCount
        return place
    }
}
