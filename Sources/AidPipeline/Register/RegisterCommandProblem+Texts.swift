import AidModel

extension RegisterCommandProblem {
    var texts: ProblemTexts {
        switch self {
        case .noRegister:
            ProblemTexts(
                .wrongPipelineFile, "no-register", zh: "流程文件没有写明登记册", en: "the pipeline file names no register",
                mend: BilingualText(zh: "请写明 register 和 keyFile", en: "add `register` and `keyFile`"))
        case .digestsNotTaken:
            ProblemTexts(
                .wrongUsage, "register-needs-digests", zh: "登记册凭 SHA-256 识别导出文件，不能用 --no-digest",
                en: "a register knows exports by their SHA-256",
                mend: BilingualText(zh: "请去掉 --no-digest", en: "leave out --no-digest"))
        case .tooManyRejects(let count):
            ProblemTexts(
                .dataRefused, "too-many-rejects-to-keep",
                zh: "新的导出文件中有 \(count) 条无效记录；登记册每次至多收入 \(RejectList.limit) 条",
                en: "the new exports hold \(count) rejected records; a register takes in \(RejectList.limit) at a time "
                    + "at most",
                mend: BilingualText(
                    zh: "请改正导出文件，或分几次运行，每次少几个文件", en: "mend the exports, or take them in by several runs"))
        case .exportChanged:
            ProblemTexts(
                .dataRefused, "export-changed", zh: "与登记册中同名的导出文件内容不同",
                en: "differs from the export of this name that the register has taken in",
                mend: BilingualText(
                    zh: "更正后的导出请另取文件名；若旧文件有误，请重建登记册",
                    en: "give a corrected export a name of its own; if the old one was wrong, make the register anew"))
        case .exportNotTaken:
            ProblemTexts(
                .dataRefused, "export-not-taken", zh: "登记册还没有收入这个导出文件",
                en: "the register has not taken in this export", mend: .runFirst)
        case .peopleUncounted:
            ProblemTexts(
                .dataRefused, "register-uncounted", zh: "登记册变动后还没有运行过",
                en: "there has been no run since the register was changed",
                mend: BilingualText(zh: "请先执行 aidstats run", en: "do aidstats run first"))
        case .figuresUncounted:
            ProblemTexts(
                .dataRefused, "register-uncounted", zh: "登记册变动后还没有运行过，无法保留各季度的数字",
                en: "there has been no run since the register was changed, so there are no figures to keep",
                mend: .runFirst)
        case .cutWithinYear(let quarter):
            ProblemTexts(
                .wrongUsage, "forget-within-year", zh: "只能按整年删去：\(quarter) 不是一年的第一季度",
                en: "whole years are forgotten, and \(quarter) is not the first quarter of one",
                mend: BilingualText(
                    zh: "请写作 --before \(quarter.firstOfYear)", en: "write --before \(quarter.firstOfYear)"))
        case .nothingWouldStay(let quarter):
            ProblemTexts(
                .dataRefused, "forget-everything", zh: "\(quarter) 及以后没有记录，不能全部删去",
                en: "no record of \(quarter) or later is there; not everything can be forgotten",
                mend: BilingualText(zh: "请给出更早的季度", en: "name an earlier quarter"))
        case .spanNotCovered(let ends, let exactFrom):
            ProblemTexts(
                .dataRefused, "span-not-covered",
                zh: "登记册只有 \(ends.first.orDash) 至 \(ends.last.orDash) 的记录"
                    + (exactFrom.map { "；\($0) 之前的记录已按保留期限删去" } ?? ""),
                en: "the register has records from \(ends.first.orDash) to \(ends.last.orDash) only"
                    + (exactFrom.map { "; all records before \($0) were forgotten" } ?? ""),
                mend: .nameQuartersWithin)
        }
    }
}
