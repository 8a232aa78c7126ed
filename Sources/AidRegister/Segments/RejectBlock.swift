import AidModel

/// A block of rejects, one after the other: they are few.
///
///     input (4) │ offset (8) │ record (8) │ line, 0: none (8) │ byte (8) │ amount (8)
///     │ reason │ field, empty: none │ masked value, each a text and its length
///
/// Reasons stand by their names: later versions have more of them.
enum RejectBlock {
    static func append(_ reject: Reject, input: Int, to bytes: inout LittleEndianBytes) {
        bytes.append(UInt32(input))
        bytes.append(UInt64(reject.position.textOffset))
        bytes.append(UInt64(reject.place.recordNumber))
        bytes.append(UInt64(reject.place.lineNumber ?? 0))
        bytes.append(UInt64(reject.place.byteOffset))
        bytes.append(UInt64(bitPattern: reject.amountMinor))
        bytes.append(reject.reason.rawValue)
        bytes.append(reject.field ?? "")
        bytes.append(reject.maskedValue)
    }

    /// nil: no block that `append` has written.
    ///
    /// - Parameter places: as for `RegisterReader`.
    static func read(
        _ payload: UnsafeRawBufferPointer, rowCount: Int, inputCount: Int, places: [Int]?
    ) -> [Reject]? {
        var reader = LittleEndianReader(payload)
        var rejects: [Reject] = []
        for _ in 0..<rowCount {
            guard let reject = read(&reader, inputCount: inputCount, places: places) else { return nil }
            rejects.append(reject)
        }
        return reader.isAtEnd ? rejects : nil
    }

    private static func read(_ reader: inout LittleEndianReader, inputCount: Int, places: [Int]?) -> Reject? {
        guard let input = reader.next(UInt32.self), let offset = reader.next(UInt64.self),
            let record = reader.next(UInt64.self), let line = reader.next(UInt64.self),
            let byte = reader.next(UInt64.self), let amount = reader.next(UInt64.self),
            let reason = reader.nextText().flatMap(RejectReason.init), !reason.isFoundInSettling,
            let field = reader.nextText(), let value = reader.nextText(),
            input < inputCount, offset < UInt64(SourcePosition.offsetLimit), amount >> 63 == 0,
            record >> 63 == 0, line >> 63 == 0, byte >> 63 == 0
        else { return nil }
        return Reject(
            position: SourcePosition(fileIndex: places?[Int(input)] ?? Int(input), textOffset: Int(offset)),
            place: RecordPlace(
                recordNumber: Int(record), lineNumber: line == 0 ? nil : Int(line), byteOffset: Int(byte)),
            reason: reason, field: field.isEmpty ? nil : field, maskedValue: value, amountMinor: Int64(amount))
    }
}
