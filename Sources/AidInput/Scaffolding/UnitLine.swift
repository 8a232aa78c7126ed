import AidModel

/// A line that says the unit of the amounts of its file: 单位：万元, （金额单位：元）.
enum UnitLine {
    /// Behind them a colon stands, and the unit.
    private static let words = ["单位", "金额单位", "计量单位", "货币单位", "货币", "币种"]
    private static let longest = 60

    /// nil: the text says no unit.
    ///
    /// - Parameter cell: the first of the line that is not blank, cleaned.
    static func kind(_ cell: ByteView, _ currency: Currency) -> LineKind? {
        // A colon, be it of full width.
        guard cell.count >= 3, cell.count <= longest, cell.contains(where: { $0 == 0x3A || $0 == 0x9A }) else {
            return nil
        }
        let text = String(decoding: cell, as: UTF8.self).filter { !$0.isWhitespace && !"()（）[]【】".contains($0) }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, words.contains(String(parts[0])) else { return nil }
        switch ColumnUnit(saidBy: String(parts[1]), as: .unit, currency: currency) {
        // 单位：某某公司.
        case .none, .unknown: return nil
        case .unit(let unit): return .unit(unit)
        case .several, .foreign: return .unit(nil)
        }
    }
}
