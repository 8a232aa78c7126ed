import AidModel

/// The file of people's quarters: a block without rows that names the quarters, then the words of
/// some people each.
extension PeopleQuarters {
    private var peopleABlock: Int { max(1, min(1 << 20 / (8 * wordCount), Block.rowLimit * 16)) }

    func append(to file: SegmentWriter) throws(RegisterError) {
        var block = LittleEndianBytes()
        block.beginBlock()
        for quarter in quarters { block.append(Int64(quarter.ordinal)) }
        try file.append(&block, rowCount: 0)
        var start = 0
        while start < peopleCount {
            let count = min(peopleABlock, peopleCount - start)
            block.beginBlock()
            block.append(count: count * wordCount * 8) { bytes in
                for (index, word) in all[start * wordCount..<(start + count) * wordCount].enumerated() {
                    bytes.storeBytes(of: word.littleEndian, toByteOffset: index * 8, as: UInt64.self)
                }
            }
            try file.append(&block, rowCount: count)
            start += count
        }
    }

    static func read(_ segment: RegisterSegment, in folder: RegisterFolder) throws(RegisterError) -> PeopleQuarters {
        let memory = BlockMemory()
        var file = try SegmentReader(segment, in: folder, memory)
        guard let opening = try file.next(), opening.rowCount == 0, opening.payload.count % 8 == 0 else {
            throw file.damaged()
        }
        var reader = LittleEndianReader(opening.payload)
        var quarters: [Quarter] = []
        while let ordinal = reader.next(Int64.self) { quarters.append(Quarter(ordinal: Int(ordinal))) }
        // As many people as the file has room for.
        guard Set(quarters).sorted() == quarters, segment.rowCount <= segment.byteCount / 8 else {
            throw file.damaged()
        }
        let result = PeopleQuarters(quarters: quarters, peopleCount: segment.rowCount)
        var next = 0
        while let open = try file.next() {
            let count = open.rowCount * result.wordCount
            guard open.payload.count == count * 8, count <= result.all.count - next else { throw file.damaged() }
            for index in 0..<count {
                result.all[next + index] = UInt64(
                    littleEndian: open.payload.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
            next += count
        }
        return result
    }
}

extension Register {
    /// The quarters of every person; nil: no run has left them since the claims last changed.
    package func peopleQuarters() throws(RegisterError) -> PeopleQuarters? {
        guard let segment = list.segments(.peopleQuarters).first else { return nil }
        do throws(RegisterError) {
            let quarters = try PeopleQuarters.read(segment, in: folder)
            guard quarters.peopleCount == list.peopleCount else {
                throw RegisterError(.damaged(.peopleCount), at: folder.path(of: segment.name))
            }
            return quarters
        } catch {
            throw telling(error)
        }
    }
}
