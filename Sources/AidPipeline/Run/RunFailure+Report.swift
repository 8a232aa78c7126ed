import AidModel
import AidStatistics

extension RunFailure {
    /// Why there can be no report.
    ///
    /// - Parameter path: the pipeline file's.
    init(_ refusal: ReportRefusal, path: String) {
        switch refusal {
        case .noClaims:
            self.init(
                .dataRefused, code: "no-claims", place: path, zh: "数据中没有有效的已付款赔付",
                en: "no paid claim stands in the data",
                mend: BilingualText(
                    zh: "请检查输入文件和 count.status", en: "check the inputs, and `count.status` of the pipeline file"))
        case .noClaimsInQuarter(let quarter, let first, let last):
            self.init(
                .dataRefused, code: "no-claims-in-quarter", place: path,
                zh: "数据中没有 \(quarter) 的赔付；数据从 \(first) 到 \(last)",
                en: "no claim of the data is dated in \(quarter); they run from \(first) to \(last)",
                mend: BilingualText(zh: "请检查 --quarter 和输入文件", en: "check --quarter and the inputs"))
        case .farOffQuarter(let quarter, let first, let last):
            self.init(
                .dataRefused, code: "far-off-quarter", place: path,
                zh: "\(quarter) 远离其余数据（从 \(first) 到 \(last)），其赔付的日期应是写错了",
                en: "\(quarter) is far from all other data, which run from \(first) to \(last): the dates of its "
                    + "claims must be wrong",
                mend: BilingualText(zh: "请检查 --quarter，或更正导出中的日期", en: "check --quarter, or correct the dates"))
        case .forgottenQuarter(let quarter, let exactFrom):
            self.init(
                .dataRefused, code: "quarter-forgotten", place: path,
                zh: "登记册已删去 \(exactFrom) 之前的记录，无法重新统计 \(quarter)",
                en: "the register has forgotten all records before \(exactFrom), so \(quarter) cannot be counted anew",
                mend: BilingualText(
                    zh: "用 aidstats history 或 compare 查看当时公布的数字",
                    en: "see what was published with aidstats history or compare"))
        case .figuresContradictBalance:
            self = .ofBalance("figures-contradict-balance", path)
        }
    }

    /// That records were lost on the way, which never may be.
    static func ofBalance(_ code: String, _ place: String) -> RunFailure {
        RunFailure(
            .ownFault, code: code, place: place, zh: "平衡表不平，这是程序的错误；没有写出任何结果",
            en: "the balance does not close, which is this program's own fault; nothing was written",
            mend: BilingualText(zh: "请附上流程文件报告此问题", en: "please report it with the pipeline file"))
    }
}
