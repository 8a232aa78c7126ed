import AidModel
import AidStatistics

/// What is counted as it stands, and may well be a slip.
extension RunFindings {
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
}
