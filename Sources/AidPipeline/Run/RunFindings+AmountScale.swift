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

    /// Claims of absurdly much money: mostly a number of something else in the column of amounts.
    static func farOffAmounts(_ settled: SettledClaims, names: [String]) -> [Finding] {
        let all = settled.sizesByFile.values.reduce(into: AmountSizes()) { $0 += $1 }
        guard all.claimCount >= 20 else { return [] }
        let counts = settled.sizesByFile.sorted { $0.key < $1.key }.compactMap { file, sizes in
            let count = sizes.count(from: 10_000, timesTheMedianOf: all)
            return count > 0 ? (name: names[file], count: count) : nil
        }
        guard let first = counts.first else { return [] }
        let count = counts.reduce(0) { $0 + $1.count }
        let place = counts.count == 1 ? first.name : nil
        return [
            Finding(
                level: .warning, code: "far-off-amounts",
                message: BilingualText(
                    zh: "\(count) 笔赔付的金额是中位数的一万倍以上（\(place ?? "\(counts.count) 个文件，首见于 \(first.name)")）；"
                        + "金额列中可能混入了别的号码，请核对",
                    en: "\(count) claims are of 10,000 times the median and more "
                        + "(\(place ?? "\(counts.count) files, first in \(first.name)")); another number may stand in the "
                        + "column of amounts: check them"))
        ]
    }

    /// Reversals that were carried out, and may well be slips.
    static func oddReversals(_ odd: OddReversals) -> [Finding] {
        var findings: [Finding] = []
        if odd.ofOthersCount > 0 {
            findings.append(
                Finding(
                    level: .warning, code: "reversals-of-other-persons",
                    message: BilingualText(
                        zh: "\(odd.ofOthersCount) 条冲正的证件号与所冲赔付的不同，已照所写编号冲正；请核对编号",
                        en:
                            "\(odd.ofOthersCount) reversals name another person than the claims that they take back, and "
                            + "are carried out by the claim numbers; check these")))
        }
        if odd.repeatedCount > 0 {
            findings.append(
                Finding(
                    level: .warning, code: "repeated-reversals",
                    message: BilingualText(
                        zh: "\(odd.repeatedCount) 条冲正与同一笔赔付的另一条冲正编号相同、内容不同，两条都已冲正；若是更正，请删去旧的一条",
                        en: "\(odd.repeatedCount) reversals have the number of another one of the same claim and say "
                            + "something else; both are carried out. If one corrects the other, remove the older one")))
        }
        return findings
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
