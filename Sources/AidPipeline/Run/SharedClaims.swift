import AidModel
import AidStatistics

/// Claim numbers that stand for different people (`quality.maxSharedClaims`).
///
/// A later record of a claim number takes the place of the one before it. Where a spreadsheet has cut the numbers, or
/// they were given twice, claims of different people swallow each other that way, and nothing else shows it. A person
/// who was corrected looks the same, so a few are no reason to refuse.
struct SharedClaims {
    /// So few may well be corrections, whatever their share.
    private static let leastRefused = 10

    private let count: Int
    private let firstName: String
    private let fileCount: Int

    /// - Parameter otherPersons: for each input, as the settlement counts them.
    init(_ otherPersons: [Int], names: [String]) {
        count = otherPersons.reduce(0, +)
        firstName = zip(otherPersons, names).first { $0.0 > 0 }?.1 ?? ""
        fileCount = otherPersons.count { $0 > 0 }
    }

    /// - Throws: where there are too many; nothing is published then.
    func check(_ balance: Balance, pipeline: LoadedPipeline) throws(RunFailure) {
        let paid = balance.paid.recordCount
        // No more than all, so that 100% lets everything pass.
        guard count >= SharedClaims.leastRefused,
            pipeline.file.maxSharedClaims.isExceeded(by: min(count, paid), of: paid)
        else { return }
        throw RunFailure(
            .dataRefused, code: "too-many-shared-claims", place: pipeline.path,
            zh: "\(what.zh)；已支付赔付共 \(paid) 笔，超过 quality.maxSharedClaims；没有发布任何结果",
            en:
                "\(what.en); there are \(paid) paid claims, so that is past quality.maxSharedClaims; nothing was published",
            mend: BilingualText(
                zh: "请检查赔付编号是否被电子表格截断（16 位以上的数字应按文本导出）或重复使用；确属更正的，放宽 quality.maxSharedClaims",
                en:
                    "see whether a spreadsheet has cut the claim numbers (export numbers of 16 digits and more as text), or "
                    + "they were given twice; where they are corrections, raise quality.maxSharedClaims"))
    }

    /// What a reader of the figures must know; nil: nothing.
    var finding: Finding? {
        guard count > 0 else { return nil }
        return Finding(level: .warning, code: "shared-claim-numbers", message: what)
    }

    private var what: BilingualText {
        let isOne = fileCount == 1
        return BilingualText(
            zh: "\(count) 条记录的赔付编号此前属于另一个人，以后一条为准（\(isOne ? firstName : "\(fileCount) 个文件，首见于 \(firstName)")）",
            en:
                "\(count) records give a claim number to another person than the record before, and the later one counts "
                + "(\(isOne ? firstName : "\(fileCount) files, first in \(firstName)"))")
    }
}
