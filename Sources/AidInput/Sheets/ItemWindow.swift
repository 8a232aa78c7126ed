/// A part of a workbook as it is read: what lies before one now, and some of what lies behind.
///
///     text   ··┬─────────────────┬──────────────────┬──────────┬··
///              start             │ (any place)      end        64 zero bytes, for whoever looks ahead
///
/// Offsets count from the first byte behind a byte-order mark. What is passed stays for a while, so that libxml2 may
/// read ahead and what it did not want is read again.
struct ItemWindow: ~Copyable {
    static let byteCount = 1 << 20
    /// Bytes that stay behind the last one that was read.
    static let keptByteCount = 512 << 10
    private static let readByteCount = 256 << 10

    let source: any TextSource
    private let owned = OwnedRoom<UInt8>(count: ItemWindow.byteCount + PaddedBytes.padding)
    private(set) var start = 0
    private var count = 0
    private(set) var isAtEnd = false
    private var isMarkPassed = false

    init(_ source: any TextSource) {
        self.source = source
        pad()
    }

    var end: Int { start + count }

    private func pad() {
        for index in count..<count + PaddedBytes.padding { owned[index] = 0 }
    }

    /// Reads on; what lies before an offset, if anything must make room, goes.
    ///
    /// - Returns: false where nothing more comes, or there is no room.
    mutating func fill(keeping offset: Int) throws(InputError) -> Bool {
        if isAtEnd { return false }
        if ItemWindow.byteCount - count < ItemWindow.readByteCount {
            let from = min(offset, end) - start
            owned.room.copy(owned.view(from..<count))
            start += from
            count -= from
        }
        let room = min(ItemWindow.byteCount - count, ItemWindow.readByteCount)
        if room == 0 { return false }
        let added = try source.read(into: owned.room.from(count, count: room))
        count += added
        isAtEnd = added == 0
        if !isMarkPassed, added > 0 { try skipMark() }
        pad()
        return added > 0
    }

    private mutating func skipMark() throws(InputError) {
        isMarkPassed = true
        while count < 3, owned[0] == 0xEF {
            let added = try source.read(into: owned.room.from(count, count: 3))
            if added == 0 {
                isAtEnd = true
                return
            }
            count += added
        }
        guard owned.view(0..<count).begins(with: "\u{FEFF}") else { return }
        owned.room.copy(owned.view(3..<count))
        count -= 3
    }

    /// The text from the start of the window, to be looked at with its padding.
    var text: PaddedBytes { PaddedBytes(owned.room, count: count) }

    /// Text between two offsets that lie in the window.
    func view(_ range: Range<Int>) -> ByteView { owned.view(range.lowerBound - start..<range.upperBound - start) }
}
