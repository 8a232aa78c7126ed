/// Groups codes on their way to another process: each gets a place in a list of the values that it stands for, which goes
/// with them.
package struct PortableGroups {
    private let groups: GroupTable
    private let valueCount: Int
    private var texts = LittleEndianBytes()
    private var count: UInt64 = 0
    private var places: [UInt32: UInt32] = [:]
    private var last: (code: UInt32, place: UInt32)?

    /// - Parameter valueCount: how many values a combination has; 0: all records are of one, which `groups` may not know.
    package init(_ groups: GroupTable, valueCount: Int) {
        self.groups = groups
        self.valueCount = valueCount
    }

    package mutating func portable(_ code: UInt32) -> UInt32 {
        if let last, last.code == code { return last.place }
        let code = valueCount == 0 ? 0 : code
        let place = places[code] ?? add(code)
        last = (code, place)
        return place
    }

    private mutating func add(_ code: UInt32) -> UInt32 {
        let place = UInt32(count)
        places[code] = place
        var text: [UInt8] = []
        for value in valueCount == 0 ? [] : groups.values(of: code) {
            text += value
            text.append(GroupTable.separator)
        }
        texts.append(counted: text)
        count += 1
        return place
    }

    /// Of all texts so far.
    package var byteCount: Int { texts.array.count }

    package func write(to bytes: inout LittleEndianBytes) {
        bytes.append(count)
        bytes.append(bytes: texts.array)
    }
}

/// Groups codes that come from another process, as this one numbers them.
package struct ReceivedGroups {
    private var codes: [UInt32] = []

    /// - Parameters:
    ///   - groups: gets the combinations that it does not have.
    ///   - valueCount: how many values a combination has.
    package init(_ reader: inout LittleEndianReader, _ groups: GroupTable, valueCount: Int) throws(DamagedBytes) {
        let texts = try reader.list { reader throws(DamagedBytes) in try reader.countedBytes() }
        codes.reserveCapacity(texts.count)
        for text in texts {
            guard text.count(where: { $0 == GroupTable.separator }) == valueCount,
                text.last ?? GroupTable.separator == GroupTable.separator
            else { throw DamagedBytes() }
            codes.append(groups.code(of: text.bindMemory(to: UInt8.self)))
        }
    }

    /// - Returns: nil where there is no such code.
    @inline(__always)
    package func own(_ code: UInt32) -> UInt32? { code < codes.count ? codes[Int(code)] : nil }
}

extension GroupTable {
    /// Writes all combinations down, also those of records that do not stand: a group without claims is a group.
    package func write(to bytes: inout LittleEndianBytes, valueCount: Int) {
        var all = PortableGroups(self, valueCount: valueCount)
        if valueCount > 0 { for code in 0..<values().count { _ = all.portable(UInt32(code)) } }
        all.write(to: &bytes)
    }
}
