import AidModel

extension HistoryProblem {
    var texts: ProblemTexts {
        switch self {
        case .noRunOnQuarter:
            ProblemTexts(
                .dataRefused, "no-run", zh: "这个季度还没有运行过", en: "there has been no run on this quarter",
                mend: .runFirst)
        case .reportElsewhere(let folder):
            ProblemTexts(
                .dataRefused, "other-output", zh: "最近一次运行的报告在 \(folder)",
                en: "the report of the last run is in \(folder)",
                mend: BilingualText(
                    zh: "请用同一个 --output，或在这里重新运行", en: "give the same --output, or do the run here again"))
        case .impossibleDay(let quarter, let day):
            ProblemTexts(
                .wrongUsage, "impossible-day", zh: "\(quarter) 不可能在 \(day) 发布：日期在季度开始之前，或在今天之后",
                en: "\(quarter) cannot have been published on \(day): that is before it began, or in the future",
                mend: BilingualText(zh: "请改正日期；台账不能撤回", en: "correct the day; nothing in a ledger can be taken back"))
        case .todayUnknown:
            ProblemTexts(
                .ownFault, "no-date", zh: "无法得知今天的日期", en: "the system does not say what day it is",
                mend: BilingualText(zh: "请加 --on", en: "give --on"))
        case .publicationUncertain:
            // It is told after what has failed, whose exit code it is.
            ProblemTexts(
                .done, "publication-uncertain", zh: "新版本是否已写入台账，尚不能确定",
                en: "whether the new version is in the ledger is not sure",
                mend: BilingualText(
                    zh: "请排除上述问题，再发布一次：已写入的不会重复",
                    en: "mend what is said above, and publish once more: what is there is not doubled"))
        case .nothingToRestate(let quarter):
            ProblemTexts(
                .wrongUsage, "nothing-to-restate", zh: "\(quarter) 从未发布，没有可修订的数字",
                en: "\(quarter) has never been published, so there is nothing to restate",
                mend: BilingualText(zh: "请去掉 --reason", en: "leave out --reason"))
        case .reasonMissing(let quarter, let last):
            ProblemTexts(
                .wrongUsage, "reason-missing",
                zh: "\(quarter) 已于 \(last.publishedOn) 发布过第 \(last.number) 版，数字不同；修订须说明原因",
                en: "\(quarter) was published on \(last.publishedOn) as vintage \(last.number) with other "
                    + "figures; a restatement needs its reason",
                mend: BilingualText(
                    zh: "请加 --reason：R1 数据更完整，R2 例行重算，R3 统计方法改变，C 更正错误",
                    en:
                        "give --reason: R1 better source data, R2 routine recalculation, R3 changed method, C correction"
                ))
        case .publishedBefore(let day, let last):
            ProblemTexts(
                .wrongUsage, "published-before", zh: "发布日期 \(day) 早于上一版的 \(last)",
                en: "the day of publication, \(day), is before that of the last vintage, \(last)",
                mend: BilingualText(
                    zh: "请改正发布日期（--on，或文件中的 publishedOn）", en: "correct the day (--on, or publishedOn in the file)"))
        case .methodChanged(let reason, let last):
            ProblemTexts(
                .wrongUsage, "method-changed", zh: "流程文件的统计规则与第 \(last) 版不同，原因不会是 \(reason.rawValue)",
                en: "the rules of counting in the pipeline file differ from those of vintage \(last), "
                    + "so the reason is not \(reason.rawValue)",
                mend: BilingualText(zh: "请用 R3 或 C", en: "give R3, or C"))
        case .methodUnchanged(let last):
            ProblemTexts(
                .wrongUsage, "method-unchanged", zh: "流程文件的统计规则与第 \(last) 版相同，原因不会是 R3",
                en: "the rules of counting in the pipeline file are those of vintage \(last), so the reason is not R3",
                mend: BilingualText(zh: "请用 R1、R2 或 C", en: "give R1, R2 or C"))
        case .pipelineMissing:
            ProblemTexts(
                .wrongUsage, "pipeline-missing", zh: "没有给出流程文件，无法得知季度的数字",
                en: "without a pipeline file no quarter's figures are known",
                mend: BilingualText(zh: "请写作 aidstats compare A B PIPELINE", en: "write aidstats compare A B PIPELINE"))
        case .noLedger:
            ProblemTexts(
                .dataRefused, "no-ledger", zh: "这里还没有台账", en: "there is no ledger here yet", mend: .runFirst)
        case .ledgerNotMade:
            ProblemTexts(
                .inputOutputError, "ledger-io", zh: "无法建立台账", en: "the ledger cannot be made",
                mend: BilingualText(zh: "请检查路径和权限", en: "check the path and its rights"))
        case .noVintage(let quarter, let known):
            ProblemTexts(
                .dataRefused, "no-vintage",
                zh: "\(quarter) 没有这一版" + (known.isEmpty ? "，也从未发布" : "；已有：\(HistoryProblem.list(known))"),
                en: "\(quarter) has no such vintage"
                    + (known.isEmpty ? "; it was never published" : "; there are \(HistoryProblem.list(known))"),
                mend: BilingualText(zh: "用 aidstats history 查看所有版本", en: "aidstats history lists all vintages"))
        case .noGroup(let group):
            ProblemTexts(
                .dataRefused, "no-group", zh: "台账中没有分组 \(group.field)=\(EmptyGroup.name(of: group.name))",
                en: "the ledger has no group \(group.field)=\(EmptyGroup.name(of: group.name))",
                mend: BilingualText(
                    zh: "请检查字段名和分组名，或先发布含有它的季度；人数过少的组隐去名称，不能按名称查询",
                    en: "check the names of field and group, or publish a quarter that has it; "
                        + "groups of too few people are withheld by name"))
        case .noFigures(let what):
            ProblemTexts(
                .dataRefused, "not-in-ledger", zh: "台账中没有 \(what) 的数字", en: "the ledger has no figures of \(what)",
                mend: .runFirst)
        case .quarterBeyondData(let quarter, let ends):
            ProblemTexts(
                .dataRefused, "not-in-ledger",
                zh: "最近一次运行的数据从 \(ends.first.orDash) 到 \(ends.last.orDash)，不含 \(quarter)",
                en: "the data of the last run are from \(ends.first.orDash) to \(ends.last.orDash), without \(quarter)",
                mend: .nameQuartersWithin)
        case .otherCurrency(let base, let now):
            ProblemTexts(
                .dataRefused, "other-currency", zh: "两边的货币不同：\(base)、\(now)",
                en: "the two sides are in different currencies, \(base) and \(now)",
                mend: BilingualText(zh: "请比较同一货币的数字", en: "compare figures in one currency"))
        case .noReportFile:
            ProblemTexts(
                .dataRefused, "no-report", zh: "这不是 aidstats 的 report.json", en: "this is no report.json of aidstats",
                mend: BilingualText(
                    zh: "请给出 aidstats run 写出的 report.json", en: "name a report.json that aidstats run has written"))
        }
    }

    private static func list(_ vintages: [Vintage]) -> String {
        vintages.map { "@\($0.number) (\($0.publishedOn))" }.joined(separator: ", ")
    }
}

extension BilingualText {
    static let runFirst = BilingualText(
        zh: "请先执行 aidstats run，并用同一个 --output", en: "do aidstats run first, with the same --output")
    static let nameQuartersWithin = BilingualText(zh: "请给出其中的季度", en: "name quarters within them")
}

extension Quarter? {
    var orDash: String { map(\.description) ?? "–" }
}
