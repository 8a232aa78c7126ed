import AidModel

extension RejectLimit.Passed {
    var texts: ProblemTexts {
        ProblemTexts(
            .dataRefused, "too-many-rejects",
            zh: "\(recordCount) 条记录中有 \(rejectedCount) 条（\(share)）无法统计，超过 quality.maxRejected：\(limit.zh)；没有发布任何结果",
            en: "\(rejectedCount) of \(recordCount) records (\(share)) cannot be counted, past quality.maxRejected, "
                + "\(limit.en); nothing was published",
            mend: mayPass
                ? BilingualText(
                    zh: "请按上面所列的原因改正导出文件或流程文件（用 --rejects FILE 列出\(listed.zh)）；"
                        + "若确可放过，写 quality: { maxRejected: \(enough) }",
                    en: "mend what is said above, in the exports or the pipeline file "
                        + "(--rejects FILE lists \(listed.en)); if they may be passed over, write quality: { maxRejected: \(enough) }"
                )
                : BilingualText(
                    zh: "请按上面所列的原因改正导出文件或流程文件（用 --rejects FILE 列出\(listed.zh)）",
                    en: "mend what is said above, in the exports or the pipeline file "
                        + "(--rejects FILE lists \(listed.en))"))
    }

    /// Whether to leave so many out could be right: where they are more, the figures would be wrong.
    private var mayPass: Bool { RejectLimit.mayPass(rejectedCount, of: recordCount) }

    /// What the pipeline file allows, and how many records that is here.
    private var limit: BilingualText {
        let share = allowance.share.percentText
        let largest = allowance.largestPart(of: recordCount)
        return allowance.recordCount == 0
            ? BilingualText(zh: "\(share)，这里至多 \(largest) 条", en: "which is \(share), here \(largest) at most")
            : BilingualText(
                zh: "\(share) 或 \(allowance.recordCount) 条，这里至多 \(largest) 条",
                en: "which is \(share) or \(allowance.recordCount) records, here \(largest) at most")
    }

    private var listed: BilingualText {
        rejectedCount > RejectList.limit
            ? BilingualText(zh: "前 \(RejectList.limit) 条", en: "the first \(RejectList.limit)")
            : BilingualText(zh: "全部", en: "every one")
    }

    /// What would let as many pass: a number where they are few, else the next share in hundredths of a percent.
    private var enough: String {
        guard rejectedCount > 9 else {
            return "{ share: \(allowance.share.percentText), records: \(rejectedCount) }"
        }
        let hundredths = (Int128(rejectedCount) * 10_000 + Int128(recordCount) - 1) / Int128(recordCount)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
