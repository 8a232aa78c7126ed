import AidModel

/// What the aid is worked out from, where the programme's rules ask for it.
///
/// It rejects nothing: a claim without a basis counts as ever, and is not held against the rules.
extension ClaimDecoder {
    /// Notes the basis of the record whose claim is appended next; of a paid claim also that it cannot be understood.
    mutating func noteBasis(of record: borrowing RecordBuffer, _ claimClass: ClaimClass) {
        guard let index = fields.basis else { return }
        let text = cleaner.clean(record.field(index), as: .number)
        let basis = basis(text)
        if basis == ClaimBatch.noBasis, claimClass == .paid, !text.isEmpty, !Placeholder.isOne(text) {
            observations.note(.unreadBases)
        }
        batch.noteBasis(basis)
    }

    /// - Parameter text: cleaned.
    /// - Returns: minor units, or `ClaimBatch.noBasis` where there is no amount, or a negative one.
    func basis(_ text: ByteView) -> Int64 {
        guard let amount = basisDecoder.read(text), amount.minor >= 0 else { return ClaimBatch.noBasis }
        return amount.minor
    }
}

extension SpanDecoder {
    /// Notes the basis of a usual record.
    ///
    /// - Returns: false: the field holds something invisible, or no amount, which the decoder of every record notes.
    @inline(never)
    mutating func takeBasis(_ bytes: PaddedBytes, _ span: FieldSpan) -> Bool {
        if decoder.basisDecoder.hundredthMinor == hundredthMinor, let plain = plainAmount(bytes, span) {
            decoder.batch.noteBasis(plain)
            return true
        }
        guard let text = cleanText(bytes.part(span), as: .number) else { return false }
        let basis = decoder.basis(text)
        // That it cannot be understood the decoder of every record notes.
        guard basis != ClaimBatch.noBasis || text.isEmpty else { return false }
        decoder.batch.noteBasis(basis)
        return true
    }
}
