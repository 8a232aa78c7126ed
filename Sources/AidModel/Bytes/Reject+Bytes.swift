extension Reject {
    /// The state as it stands (`rawState`) is not written: it must have been told or masked before.
    package func write(to bytes: inout LittleEndianBytes) {
        bytes.append(position.bits)
        bytes.append(UInt64(place.recordNumber))
        bytes.append(UInt64(place.lineNumber ?? 0))
        bytes.append(UInt64(place.byteOffset))
        reason.write(to: &bytes)
        bytes.append(flag: field != nil)
        bytes.append(field ?? "")
        bytes.append(maskedValue)
        bytes.append(amountMinor)
    }

    /// - Parameter fileCount: how many inputs there are.
    package init(_ reader: inout LittleEndianReader, fileCount: Int) throws(DamagedBytes) {
        func number(_ reader: inout LittleEndianReader) throws(DamagedBytes) -> Int {
            let number = try reader.number(UInt64.self)
            guard number <= UInt64(Int.max) else { throw DamagedBytes() }
            return Int(number)
        }
        let position = SourcePosition(bits: try reader.number())
        guard position.fileIndex < fileCount else { throw DamagedBytes() }
        let (record, line, byte) = (try number(&reader), try number(&reader), try number(&reader))
        let reason = try RejectReason(&reader)
        let hasField = try reader.flag()
        let field = try reader.text()
        self.init(
            position: position,
            place: RecordPlace(recordNumber: record, lineNumber: line == 0 ? nil : line, byteOffset: byte),
            reason: reason, field: hasField ? field : nil, maskedValue: try reader.text(),
            amountMinor: try reader.number())
    }
}

extension RejectList {
    package func write(to bytes: inout LittleEndianBytes) {
        let listed = listed
        tallies.write(to: &bytes)
        bytes.append(list: listed) { bytes, reject in reject.write(to: &bytes) }
    }

    /// - Parameter fileCount: how many inputs there are.
    package init(_ reader: inout LittleEndianReader, fileCount: Int) throws(DamagedBytes) {
        let tallies = try [RejectReason: Tally](&reader)
        let listed = try reader.list { reader throws(DamagedBytes) in try Reject(&reader, fileCount: fileCount) }
        guard listed.count <= RejectList.limit,
            zip(listed, listed.dropFirst()).allSatisfy({ $0.position <= $1.position })
        else { throw DamagedBytes() }
        self.init(listed, tallies: tallies)
    }
}
