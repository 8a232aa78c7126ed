import AidModel

extension RunFinding {
    static func standardCellsUnweighted(_ count: Int) -> Finding {
        .warning(
            "standard-cells-unweighted",
            zh: "有 \(count) 格有会员，而标准人口中没有人：这些会员不计入任何标准化率；请核对权数文件的各格，或 members.standard.of 的季度",
            en:
                "\(count) cells have members where the standard population has nobody: these members are in no standardised "
                + "rate; check the cells of the file of weights, or the quarter of members.standard.of")
    }

    static func standardCellsEmpty(_ groups: [String], _ isOfWhole: Bool) -> Finding {
        let names = groups.prefix(listed).map(\.quoted)
        let more = groups.count - names.count
        let inChinese =
            [isOfWhole ? "全部" : "", names.joined(separator: "、") + (more > 0 ? "等 \(groups.count) 组" : "")]
            .filter { !$0.isEmpty }.joined(separator: "，以及")
        let inEnglish =
            [
                isOfWhole ? "the whole" : "",
                names.joined(separator: ", ") + (more > 0 ? " and \(more) more groups" : ""),
            ].filter { !$0.isEmpty }.joined(separator: ", and of ")
        return .note(
            "standard-cells-empty",
            zh: "标准人口中有人的某些格，\(inChinese)没有会员，没有标准化率；可将年龄段合并得宽一些",
            en:
                "in some cells in which the standard population has people there are no members of \(inEnglish), so that "
                + "no rate is standardised; wider bands may help")
    }
}
