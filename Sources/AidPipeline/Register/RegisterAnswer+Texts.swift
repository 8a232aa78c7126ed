import AidModel
import AidRegister
import AidStatistics

extension RegisterAnswer {
    var text: BilingualText {
        switch self {
        case .made(let settings, let isNew):
            BilingualText(
                zh: (isNew ? "登记册已建立：" : "登记册已经建立，尚未使用：")
                    + "\(settings.folder)\n密钥：\(settings.keyFile)（请另行备份；没有它登记册就无法使用）",
                en: (isNew ? "Made the register " : "The register was made before and is still empty: ")
                    + "\(settings.folder)\n"
                    + "Key: \(settings.keyFile) (keep a copy elsewhere: without it the register is of no use)")
        case .whole(let register):
            BilingualText(
                zh: "登记册完好：\(register.inputs.count) 个导出文件，\(register.claimCount) 条赔付记录，\(register.byteCount) 字节",
                en: "The register is whole: \(register.inputs.count) exports, \(register.claimCount) claim records, "
                    + "\(register.byteCount) bytes")
        case .nothingToForget(let quarter):
            BilingualText(
                zh: "登记册没有 \(quarter) 之前的记录，未作改动",
                en: "The register has no record before \(quarter); nothing was changed.")
        case .wouldForget(let quarter, let count):
            BilingualText(
                zh: "将删去 \(quarter) 之前的 \(count) 条赔付记录、与之有关的冲正和只在其中出现的人；各季度的数字保留。删去后无法恢复。\n"
                    + "确定要删，请加 --yes。",
                en: "This would forget \(count) claim records before \(quarter), their reversals, and the people who "
                    + "have no others; the figures of the quarters stay. It cannot be taken back.\nTo do it, add --yes."
            )
        case .forgot(let quarter, let count):
            BilingualText(
                zh: "已删去 \(quarter) 之前的 \(count) 条记录；各季度的数字保留，受助职工从 \(quarter) 起精确统计。\n"
                    + "请同样处理登记册的备份，并删去原导出文件：它们仍含有这些记录。",
                en:
                    "Forgot \(count) records before \(quarter). The figures of the quarters stay; people are exact from "
                    + "\(quarter) on.\nDo the same with copies of the register and with the exports themselves: they "
                    + "still hold these records.")
        case .people(let span, let count, let who):
            BilingualText(
                zh: "\(RegisterAnswer.ends(span, " 至 "))：受助职工 \(count) 人，\(who.zh)",
                en: "\(RegisterAnswer.ends(span, " to ")): \(count) recipients, \(who.en)")
        }
    }

    private static func ends(_ span: ClosedRange<Quarter>, _ to: String) -> String {
        "\(span.lowerBound)" + (span.lowerBound == span.upperBound ? "" : to + "\(span.upperBound)")
    }
}

extension RegisteredPeople {
    /// First-time and returning people, or that this cannot be told; and what is missing of the span itself.
    func told(_ count: PeopleCount, of span: ClosedRange<Quarter>) -> BilingualText {
        let who = told(count, isKnown: knowsEverybody(through: span.upperBound))
        let lacking = missing(through: span.upperBound).within.filter(span.contains)
        guard !lacking.isEmpty else { return who }
        let list = lacking.prefix(8).map(\.description)
        return BilingualText(
            zh: who.zh + "；其中没有 \(list.joined(separator: "、"))\(lacking.count > 8 ? "……" : "") 的赔付，数据可能不全",
            en: who.en
                + "; no claim is dated in \(list.joined(separator: ", "))\(lacking.count > 8 ? " …" : ""), so that "
                + "data may be missing")
    }

    private func told(_ count: PeopleCount, isKnown: Bool) -> BilingualText {
        isKnown
            ? BilingualText(
                zh: "首次受助 \(count.firstTime) 人，再次受助 \(count.returning) 人",
                en: "\(count.firstTime) first-time and \(count.returning) returning")
            : BilingualText(
                zh: "其中首次受助的人数无法得知：登记册不含项目开始以来的全部记录",
                en: "how many of them for the first time is not known, as the register lacks records since the start")
    }
}
