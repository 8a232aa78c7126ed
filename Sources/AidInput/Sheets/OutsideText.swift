import AidModel

/// A text of a page that stands in no cell: a paragraph, a caption, a title, what a table holds that only sets others in
/// their place.
struct OutsideText: ~Copyable {
    /// What says a unit is shorter; of what is longer nothing is said.
    private static let limit = 1024
    /// One of these is in every text that says what money is counted in.
    private static let signs: [StaticString] = [
        "元", "圆", "圓", "币", "幣", "单位", "單位", "unit", "Unit", "UNIT", "yuan", "Yuan", "YUAN", "RMB", "rmb", "CNY", "cny",
    ]

    private var text = GrowingText(capacity: 256)
    private var isTooLong = false

    mutating func append(_ bytes: ByteView) {
        guard text.count + bytes.count <= OutsideText.limit else {
            isTooLong = true
            return
        }
        text.append(bytes)
    }

    /// The text, with one blank for white space, if it says a unit; the next one begins.
    mutating func takeUnit() -> String? {
        guard text.count > 0 || isTooLong else { return nil }
        defer {
            text.removeAll()
            isTooLong = false
        }
        let bytes = text.view
        guard !isTooLong,
            bytes.indices.contains(where: { at in OutsideText.signs.contains { bytes.begins(with: $0, at: at) } })
        else { return nil }
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let line = words.joined(separator: " ")
        // Which currency is counted is not known here; whatever says one or a unit is a line for who knows.
        switch UnitLine.said(above: FieldCleaner.cleaned(line), .cny) {
        case .none, .unknown: return nil
        case .unit, .several, .foreign: return line
        }
    }
}
