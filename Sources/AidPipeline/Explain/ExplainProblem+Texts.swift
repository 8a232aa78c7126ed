import AidModel

extension ExplainProblem {
    var texts: ProblemTexts {
        switch self {
        case .noFigure:
            ProblemTexts(
                .dataRefused, "no-figure", zh: "没有这个数字：没有数据，或者为保护个人信息不公布，因此不作说明",
                en:
                    "there is no such figure: there are no data of it, or it is withheld to protect people, so that nothing "
                    + "is told of it",
                mend: BilingualText(
                    zh: "aidstats facts --all-groups 列出所有可以陈述的数字及其编号",
                    en: "aidstats facts --all-groups lists every figure that may be stated, with its id"))
        case .claimsOfVersion:
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "这是公布过的一版的数字，没有可读的导出文件",
                en: "this is a figure of a published version, of which there are no exports to read")
        case .claimsOfRegister:
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "用登记册的项目不能列出赔付编号：登记册只有编号的带密钥散列",
                en: "with a register no claim numbers can be listed: it has keyed hashes of them alone")
        case .noClaimNumbers:
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "流程文件没有 fields.claim，记录没有赔付编号",
                en: "the pipeline file has no fields.claim: records have no claim numbers")
        case .claimsOfRest:
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "不能列出其余各组合在一起的赔付",
                en: "the claims of the rest of the groups cannot be listed together",
                mend: BilingualText(zh: "可用 --group 指定一个组，或列出全部", en: "name one group with --group, or list all"))
        case .claimsOfMembers:
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "会员人数不是由赔付得出的，没有可列出的赔付",
                en: "members are not counted by claims: there are none to list")
        case .claimsOfSomeRecipients:
            ProblemTexts(
                .wrongUsage, "wrong-option", zh: "首次或再次受助由以前各季度的赔付决定，不能单独列出",
                en: "the claims of all earlier quarters decide who is a first-time or a returning recipient, so that "
                    + "these people's claims cannot be listed alone",
                mend: BilingualText(
                    zh: "可用 --measure recipients 列出本季度全部赔付", en: "list all claims with --measure recipients"))
        case .noManifest:
            ProblemTexts(
                .inputMissing, "no-manifest", zh: "没有那次运行的 manifest.json，或者无法读取",
                en: "there is no manifest.json of the run, or it cannot be read", mend: ExplainProblem.runAgain)
        case .pipelineChanged:
            ProblemTexts(
                .dataRefused, "inputs-changed", zh: "流程文件在那次运行之后改过，赔付可能不同，没有写出任何文件",
                en:
                    "the pipeline file has changed since the run, so that the claims may be others; nothing was written",
                mend: ExplainProblem.runAgain)
        case .inputsChanged(let name):
            ProblemTexts(
                .dataRefused, "inputs-changed",
                zh: "输入文件在那次运行之后变了\(name.isEmpty ? "" : "（首先是 \(name)）")，没有写出任何文件",
                en:
                    "the inputs have changed since the run\(name.isEmpty ? "" : " (first \(name))"); nothing was written",
                mend: ExplainProblem.runAgain)
        case .noDigests:
            ProblemTexts(
                .dataRefused, "inputs-changed", zh: "那次运行没有计算 SHA-256（--no-digest），无法知道输入是否变过",
                en: "the run took no SHA-256 (--no-digest), so that nobody knows whether the inputs have changed",
                mend: ExplainProblem.runAgain)
        case .claimsDiffer:
            ProblemTexts(
                .dataRefused, "claims-differ", zh: "重新读出的赔付与报告的数字不符，没有写出任何文件",
                en: "the claims that were read do not come to the figure of the report; nothing was written",
                mend: ExplainProblem.runAgain)
        case .noFactOfFigure(let number):
            ProblemTexts(
                .dataRefused, "no-figure", zh: "第 \(number) 个数字没有对应的事实",
                en: "figure \(number) stands on no fact",
                mend: BilingualText(
                    zh: "aidstats check --explain \(number) 说明它是怎样理解的",
                    en: "aidstats check --explain \(number) tells how it was understood"))
        }
    }

    private static let runAgain = BilingualText(
        zh: "请对该季度重新执行 aidstats run", en: "do aidstats run on the quarter again")
}
