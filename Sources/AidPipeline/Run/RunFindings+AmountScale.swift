import AidModel
import AidStatistics

extension RunFindings {
    /// Files and quarters whose claims are of so much more or less money than all others that their
    /// amounts may be in another unit.
    static func amountScale(_ settled: SettledClaims, names: [String]) -> [RunFinding] {
        let files = outliers(settled.sizesByFile).map { (names[$0.key], times($0.median, $0.others)) }
        let quarters = outliers(settled.sizesByQuarter).map {
            (Quarter(ordinal: $0.key).description, times($0.median, $0.others))
        }
        return (files.isEmpty ? [] : [.amountScale(files, of: .files)])
            + (quarters.isEmpty ? [] : [.amountScale(quarters, of: .quarters)])
    }

    /// Those that are far off, or seem to be in 分 where the others are in yuan.
    private static func outliers<Key: Hashable & Comparable>(
        _ sizes: [Key: AmountSizes]
    ) -> [(key: Key, median: Int128, others: Int128)] {
        let far = AmountSizes.outliers(sizes)
        let hundredfold = AmountSizes.hundredfold(sizes).filter { found in !far.contains { $0.key == found.key } }
        return (far + hundredfold).sorted { $0.key < $1.key }
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
