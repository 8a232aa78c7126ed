import AidModel
import CScan

/// What one piece came to.
///
/// What is of XML alone is not written down: a file of it is not divided between processes.
package struct PieceOutcome: Sendable, Codable {
    private enum CodingKeys: CodingKey {
        case start, end, recordCount, lineCount, records, scaffolding, noRecordLines, controlTotals, rejects,
            numberCounts, dayCounts, observations, text
    }

    /// Where its first record begins, and its last one ends.
    var start: Int
    var end: Int
    var recordCount = 0
    /// Line ends passed.
    var lineCount = 0
    var records = Tally.zero
    /// Those of them that are no records.
    var scaffolding = Tally.zero
    /// Their record and line numbers are counted from the piece's start.
    var noRecordLines = NoRecordLines()
    var controlTotals = ControlTotals()
    /// Their record and line numbers are counted from the piece's start.
    var rejects = RejectList()
    var numberCounts = KeyNumberCounts()
    var dayCounts = DayCounts()
    var observations = ObservationCounts()
    var text = PieceText()
    /// Of XML: in how many records each field was found, and how many of them are unpaid.
    var found = FoundFields(fieldCount: 0)
    var unpaidCount = 0
    /// Whether the file must be read again, the slow way; then nothing else counts.
    var isForSlowWay = false

    init(start: Int) {
        self.start = start
        end = start
    }

    /// Several pieces, one behind the other, as if they had been one.
    ///
    /// - Parameter start: where the first record begins if there are none.
    init(joining pieces: [PieceOutcome], start: Int) {
        self.init(start: pieces.first?.start ?? start)
        let numbers = PieceNumbers(pieces, headerLineCount: 0)
        for var piece in pieces {
            end = max(end, piece.end)
            recordCount += piece.recordCount
            lineCount += piece.lineCount
            records = records + piece.records
            scaffolding = scaffolding + piece.scaffolding
            noRecordLines.add(piece.noRecordLines, numbers)
            controlTotals.add(piece.controlTotals, numbers)
            piece.rejects.place(numbers.placed)
            rejects += piece.rejects
            numberCounts += piece.numberCounts
            dayCounts += piece.dayCounts
            observations += piece.observations
            text += piece.text
        }
    }
}

/// What is known of the bytes of some pieces as text.
struct PieceText: Sendable, Codable {
    /// Whether all was seen to be valid in its encoding.
    var isValid = true
    var hasZeros = false
    /// Whether it was seen to be nothing but ASCII.
    var isASCII = true
    /// As UTF-8, in a file that is read as GB18030: sequences that may be valid, at most, and
    /// such that are not, at least.
    var followedLeadCount = 0
    var brokenLeadCount = 0

    /// Whether enough of a text that is read as GB18030 is valid UTF-8 for it to be that.
    var maySeemUTF8: Bool { followedLeadCount >= brokenLeadCount * 10 }

    mutating func check(_ bytes: ByteView, encoding: SpanEncoding) {
        switch encoding {
        case .utf8:
            let found = Int(aid_check_text(bytes.start, bytes.count))
            isValid = found & Int(AID_TEXT_NOT_UTF8) == 0
            hasZeros = found & Int(AID_TEXT_ZERO) != 0
            isASCII = found & Int(AID_TEXT_NOT_ASCII) == 0
        case .gb18030(let table):
            var found = aid_gb18030_findings()
            isValid = table.isValid(bytes, &found)
            hasZeros = found.has_zeros != 0
            isASCII = false
            followedLeadCount = found.followed
            brokenLeadCount = found.broken
        }
    }

    static func += (lhs: inout PieceText, rhs: PieceText) {
        lhs.isValid = lhs.isValid && rhs.isValid
        lhs.hasZeros = lhs.hasZeros || rhs.hasZeros
        lhs.isASCII = lhs.isASCII && rhs.isASCII
        lhs.followedLeadCount += rhs.followedLeadCount
        lhs.brokenLeadCount += rhs.brokenLeadCount
    }
}
