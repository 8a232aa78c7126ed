import AidModel
import AidStatistics

extension RunFindings {
    /// How many are named.
    private static let namedCount = 3

    /// Files and quarters whose claims are of so much more or less money than all others that their
    /// amounts may be in another unit.
    static func amountScale(_ settled: SettledClaims, names: [String]) -> [Finding] {
        let files = AmountSizes.outliers(settled.sizesByFile).map { (names[$0.key], $0.ratio) }
        let quarters = AmountSizes.outliers(settled.sizesByQuarter).map {
            (Quarter(ordinal: $0.key).description, $0.ratio)
        }
        return [
            finding(files, BilingualText(zh: "其他文件", en: "that of the other files")),
            finding(quarters, BilingualText(zh: "其他季度", en: "that of the other quarters")),
        ].compactMap { $0 }
    }

    private static func finding(_ outliers: [(name: String, ratio: Double)], _ others: BilingualText) -> Finding? {
        guard !outliers.isEmpty else { return nil }
        let named = outliers.prefix(namedCount).map { outlier in
            BilingualText(
                zh: "\(outlier.name)（约 \(times(outlier.ratio)) 倍）",
                en: "\(outlier.name) (about \(times(outlier.ratio)) times)")
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

    /// A ratio to its first digit: 10,000, 1/2,000.
    private static func times(_ ratio: Double) -> String {
        let isLess = ratio < 1
        var number = isLess ? 1 / ratio : ratio
        var scale = 1
        while number >= 10 {
            number /= 10
            scale *= 10
        }
        var digits = String(Int(number.rounded()) * scale)
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return (isLess ? "1/" : "") + digits + grouped
    }
}
