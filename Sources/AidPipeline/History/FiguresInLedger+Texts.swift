import AidModel

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
