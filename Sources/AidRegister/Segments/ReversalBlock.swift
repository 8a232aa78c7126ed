import AidModel

/// A block of reversals, one after the other: they are few.
///
///     tag of the claim (16) │ own tag (16) │ person and 1 (4) │ input (4) │ offset (8) │ amount (8)
///     │ terms (8) │ record (6) │ days to payment (2) │ line, 0: none (8) │ byte (8) │ masked text and its length
///
///     terms: 63 … 40 day │ 34 hasAmount │ 33, 32 class │ 31 … 0 groups
///
/// Earlier versions of the program kept no days to payment, which are 0 there.
enum ReversalBlock {
    /// No file has as many records.
    private static let recordBits: UInt64 = 48

    static func append(_ reversal: Reversal, input: Int, to bytes: inout LittleEndianBytes) {
        bytes.append(RegisterTag(reversal.claim.key))
        bytes.append(RegisterTag(reversal.ownKey))
        bytes.append(UInt32(reversal.claim.person.registerIndex.map { $0 + 1 } ?? 0))
        bytes.append(UInt32(input))
        bytes.append(UInt64(reversal.claim.position.textOffset))
        bytes.append(UInt64(bitPattern: reversal.claim.amountMinor))
        bytes.append(terms(reversal.claim))
        bytes.append(UInt64(reversal.place.recordNumber) | UInt64(reversal.claim.daysToPayment.code) << recordBits)
        bytes.append(UInt64(reversal.place.lineNumber ?? 0))
        bytes.append(UInt64(reversal.place.byteOffset))
        bytes.append(reversal.maskedTarget)
    }

    /// nil: no block that `append` has written.
    ///
    /// - Parameter places: as for `RegisterReader`.
    static func read(
        _ payload: UnsafeRawBufferPointer, rowCount: Int, _ list: RegisterList, places: [Int]?
    ) -> [Reversal]? {
        var reader = LittleEndianReader(payload)
        var reversals: [Reversal] = []
        for _ in 0..<rowCount {
            guard let reversal = read(&reader, list, places: places) else { return nil }
            reversals.append(reversal)
        }
        return reader.isAtEnd ? reversals : nil
    }

    private static func read(_ reader: inout LittleEndianReader, _ list: RegisterList, places: [Int]?) -> Reversal? {
        guard let tag = reader.nextTag(), let ownTag = reader.nextTag(), let person = reader.next(UInt32.self),
            let input = reader.next(UInt32.self), let offset = reader.next(UInt64.self),
            let amount = reader.next(UInt64.self), let terms = reader.next(UInt64.self),
            let record = reader.next(UInt64.self), let line = reader.next(UInt64.self),
            let byte = reader.next(UInt64.self), let text = reader.nextText(),
            person <= list.peopleCount, input < list.inputs.count, offset < UInt64(SourcePosition.offsetLimit),
            amount >> 63 == 0, record >> (recordBits + 14) == 0, line >> 63 == 0, byte >> 63 == 0
        else { return nil }
        var claim = Claim(
            key: tag.claimKey, person: person == 0 ? .none : PersonKey(registerIndex: Int(person) - 1),
            position: SourcePosition(fileIndex: places?[Int(input)] ?? Int(input), textOffset: Int(offset)),
            amountMinor: Int64(amount), dayNumber: Claim.noDay, groupsCode: 0, claimClass: .reversed, hasAmount: false)
        let groupsCode = terms & 0xFFFF_FFFF
        guard groupsCode < UInt64(max(list.groupCount, 1)), groupsCode <= Claim.groupsMask, terms >> 62 == 0,
            terms >> 35 & 0x1F == 0
        else { return nil }
        claim.terms =
            (terms >> 40) << Claim.dayShift | (record >> recordBits) << Claim.daysShift | (terms >> 34 & 1)
            << Claim.amountShift
            | (terms >> 32 & 3) << Claim.classShift | groupsCode
        guard claim.claimClass == .reversed else { return nil }
        return Reversal(
            claim: claim, ownKey: ownTag.claimKey,
            place: RecordPlace(
                recordNumber: Int(record & (1 << recordBits - 1)), lineNumber: line == 0 ? nil : Int(line),
                byteOffset: Int(byte)),
            maskedTarget: text)
    }

    private static func terms(_ claim: Claim) -> UInt64 {
        (claim.terms >> Claim.dayShift) << 40 | (claim.hasAmount ? 1 << 34 : 0)
            | UInt64(claim.claimClass.rawValue) << 32 | UInt64(claim.groupsCode)
    }
}
