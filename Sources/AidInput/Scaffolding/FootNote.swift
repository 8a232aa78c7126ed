/// What a note below the records begins with: 注：, 备注：, 说明：.
enum FootNote {
    private static let words: [StaticString] = [
        "注", "备注", "附注", "说明", "注明", "注意", "特别说明", "填表说明", "備註", "附註", "註", "說明",
    ]

    /// Whether a cell begins with one of the words, a number behind it or none, and a colon.
    ///
    /// - Parameter cell: cleaned.
    static func begins(_ cell: ByteView) -> Bool {
        // From 备 to 附 in UTF-8.
        guard cell.count >= 4, (0xE5...0xE9).contains(cell[0]) else { return false }
        return words.contains { word in
            guard cell.begins(with: word) else { return false }
            var at = word.utf8CodeUnitCount
            while at < cell.count, cell[at] == 0x20 || (0x30...0x39).contains(cell[at]) { at += 1 }
            guard at < cell.count else { return false }
            return cell[at] == UInt8(ascii: ":") || cell.begins(with: "：", at: at)
        }
    }
}
