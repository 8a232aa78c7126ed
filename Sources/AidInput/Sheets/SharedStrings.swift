/// The texts of a workbook that its cells refer to by number, each as a field of CSV.
///
/// They lie one behind the other in blocks, with their lengths before them, so that millions of them cost their bytes
/// and five each. Nothing is set aside for what a file merely says that it has.
///
///     blocks   ┌─ length ─┬─ field ──────┬─ length ─┬─ field ─┐
///     starts   └ block 1, byte 0         └ block 1, byte 27
final class SharedStrings {
    private static let blockByteCount = 1 << 20
    private static let startsACount = 1 << 16

    private(set) var count = 0
    private var blocks: [Block<UInt8>] = []
    /// Of the last block.
    private var used = SharedStrings.blockByteCount
    private var starts: [Block<UInt32>] = []
    // The rooms of the blocks, which are had without keeping the blocks.
    private var blockRooms: [Room<UInt8>] = []
    private var startRooms: [Room<UInt32>] = []

    private final class Block<Element: BitwiseCopyable> {
        let owned: OwnedRoom<Element>

        init(count: Int) {
            owned = OwnedRoom(count: count)
        }
    }

    /// Adds a text as it is to be written.
    ///
    /// - Parameter field: of less than a block; a cell's text is not longer.
    /// - Returns: false where there is no more room.
    func add(_ field: ByteView) -> Bool {
        let needed = field.count + 4
        if used + needed > SharedStrings.blockByteCount {
            guard blocks.count < SheetLimits.sharedByteCount / SharedStrings.blockByteCount else { return false }
            let block = Block<UInt8>(count: SharedStrings.blockByteCount)
            blocks.append(block)
            blockRooms.append(block.owned.room)
            used = 0
        }
        if count & 0xFFFF == 0 {
            guard count < SheetLimits.sharedCount else { return false }
            let block = Block<UInt32>(count: SharedStrings.startsACount)
            starts.append(block)
            startRooms.append(block.owned.room)
        }
        startRooms[count >> 16][count & 0xFFFF] = UInt32((blocks.count - 1) << 20 | used)
        let room = blockRooms[blocks.count - 1].from(used)
        var length = 1
        if field.count < 0xFF {
            room[0] = UInt8(field.count)
        } else {
            room[0] = 0xFF
            for index in 0..<3 { room[1 + index] = UInt8(truncatingIfNeeded: field.count >> (8 * index)) }
            length = 4
        }
        room.from(length).copy(field)
        used += length + field.count
        count += 1
        return true
    }
}

extension SharedStrings {
    /// All strings, when no more are added: what a cell's access to them need not ask the owner for.
    struct Fields {
        let count: Int
        private let blocks: [Room<UInt8>]
        private let starts: [Room<UInt32>]
        /// Whose rooms these are.
        private let owner: SharedStrings

        init(_ strings: SharedStrings) {
            count = strings.count
            blocks = strings.blockRooms
            starts = strings.startRooms
            owner = strings
        }

        /// - Parameter index: below `count`. The field is valid as long as the strings.
        @inline(__always)
        subscript(index: Int) -> ByteView {
            let start = Int(starts[index >> 16][index & 0xFFFF])
            let bytes = blocks[start >> 20].from(start & 0xF_FFFF).view
            if bytes[0] < 0xFF { return bytes.part(1..<1 + Int(bytes[0])) }
            let length = Int(bytes[1]) | Int(bytes[2]) << 8 | Int(bytes[3]) << 16
            return bytes.part(4..<4 + length)
        }
    }
}
