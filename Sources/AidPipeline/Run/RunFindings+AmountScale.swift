import AidModel
import AidStatistics

extension RunFindings {
    /// How many are named.
    private static let namedCount = 3

    /// Files and quarters whose claims are of so much more or less money than all others that their
    /// amounts may be in another unit.
    static func amountScale(_ settled: SettledClaims, names: [String]) -> [Finding] {
        let files = AmountSizes.outliers(settled.sizesByFile).map { (names[$0.key], times($0.median, $0.others)) }
        let quarters = AmountSizes.outliers(settled.sizesByQuarter).map {
            (Quarter(ordinal: $0.key).description, times($0.median, $0.others))
        }
        return [
            finding(files, BilingualText(zh: "其他文件", en: "that of the other files")),
            finding(quarters, BilingualText(zh: "其他季度", en: "that of the other quarters")),
        ].compactMap { $0 }
    }

    private static func finding(_ outliers: [(name: String, times: String)], _ others: BilingualText) -> Finding? {
        guard !outliers.isEmpty else { return nil }
        let named = outliers.prefix(namedCount).map { outlier in
            BilingualText(
                zh: "\(outlier.name)（约 \(outlier.times) 倍）",
                en: "\(outlier.name) (about \(outlier.times) times)")
        }
        let more = outliers.count > namedCount
        return Finding(
            level: .warning, code: "amount-scale",
            message: BilingualText(
                zh: "每笔金额的中位数与\(others.zh)相差悬殊：\(named.map(\.zh).joined(separator: "、"))\(more ? " 等" : "")；"
                    + "可能单位不同，请核对，并用 fields.amount.unit 或列名写明单位",
                en: "the median money of a claim is far off \(others.en): "
                    + "\(named.map(\.en).joined(separator: ", "))\(more ? ", …" : ""); its unit may be another: "
                    + "check it, and say it as fields.amount.unit or in the column's name"))
    }

    /// How many times as much the one is as the other, to the first digit: 10,000, 1/2,000.
    private static func times(_ one: Int128, _ other: Int128) -> String {
        let (larger, smaller) = (max(one, other), min(one, other))
        var scale: Int128 = 1
        while larger >= smaller * scale * 10 { scale *= 10 }
        // Rounded half up.
        var digits = String((larger * 2 + smaller * scale) / (smaller * scale * 2) * scale)
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return (one < other ? "1/" : "") + digits + grouped
    }
}
