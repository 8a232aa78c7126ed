import AidModel
import AidReport

/// What the two sides of a comparison are called, and what must be known of them.
extension FiguresInLedger {
    // MARK: Titles

    static func title(_ vintage: Vintage) -> BilingualText {
        BilingualText(
            zh: "\(vintage.quarter) 第 \(vintage.number) 版（\(vintage.publishedOn)）",
            en: "\(vintage.quarter) vintage \(vintage.number) (\(vintage.publishedOn))")
    }

    static func titleNow(_ quarter: Quarter) -> BilingualText {
        BilingualText(zh: "\(quarter) 现值", en: "\(quarter) now")
    }

    static func title(_ span: ClosedRange<Quarter>) -> BilingualText {
        BilingualText(zh: "\(span.lowerBound)..\(span.upperBound)", en: "\(span.lowerBound)..\(span.upperBound)")
    }

    static func title(_ report: Quarter, path: String) -> BilingualText {
        BilingualText(zh: "\(report)（\(path)）", en: "\(report) (\(path))")
    }

    // MARK: Notes

    static let provisional = BilingualText(zh: "初步数字", en: "provisional")

    static let totalsOfNewerRun = BilingualText(
        zh: "总数来自较新的一次运行；分组须重新运行该季度", en: "totals of a newer run; its groups need a run on this quarter")

    static func own(_ note: String) -> BilingualText {
        BilingualText(zh: note, en: note)
    }

    static func withoutClaims(_ quarters: [Quarter]) -> BilingualText {
        let list = quarters.prefix(8).map(\.description)
        return BilingualText(
            zh: "没有 \(list.joined(separator: "、"))\(quarters.count > 8 ? "……" : "") 的赔付，数据可能不全",
            en:
                "no claim is dated in \(list.joined(separator: ", "))\(quarters.count > 8 ? " …" : ""): data may be missing"
        )
    }

    /// - Parameters:
    ///   - since: where the pipeline file says that the programme began.
    ///   - data: the quarters of the newest run.
    static func empty(
        _ quarter: Quarter, _ why: WhyLacking, since: CalendarDay?, data: ClosedRange<Quarter>
    ) -> BilingualText {
        let spanZH = "最近一次运行的数据从 \(data.lowerBound) 到 \(data.upperBound)"
        let spanEN = "the data of the last run are from \(data.lowerBound) to \(data.upperBound)"
        return switch why {
        case .beforeStart:
            BilingualText(
                zh: "\(quarter) 在项目开始之前（since: \(since?.description ?? "")）",
                en: "\(quarter) is before the programme's start (since: \(since?.description ?? ""))")
        case .beforeData:
            BilingualText(
                zh: "\(quarter) 早于全部数据；\(spanZH)：请加入较早的导出并运行，或用 publish --import 录入公布过的数字",
                en: "\(quarter) is before all data; \(spanEN): add older exports and run, or take in what was printed "
                    + "with publish --import")
        case .notExported:
            BilingualText(
                zh: "\(quarter) 还没有导出；\(spanZH)：有了新的导出后请先运行",
                en: "\(quarter) is not exported yet; \(spanEN): run when there are newer exports")
        default:
            BilingualText(
                zh: "没有 \(quarter) 的赔付；\(spanZH)：可能本来没有，也可能漏了该季度的导出",
                en: "no claim is dated in \(quarter); \(spanEN): there may be none, or its export is missing")
        }
    }

    static func peopleForgotten(before quarter: Quarter) -> BilingualText {
        BilingualText(
            zh: "登记册已按保留期限删去 \(quarter) 之前的记录，这一时段的受助职工无法再统计",
            en: "the register has forgotten all records before \(quarter), so the people of this span "
                + "cannot be counted any more")
    }

    /// - Parameter query: what counts them.
    static func peopleUncounted(_ query: String) -> BilingualText {
        BilingualText(
            zh: "受助职工不能跨季度相加；须作为整体统计：流程文件写明 register，运行之后执行 \(query)",
            en: "recipients do not add up across quarters; with a register in the pipeline file, and a run, "
                + "they are counted as one by \(query)")
    }
}
