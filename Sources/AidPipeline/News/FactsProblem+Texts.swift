import AidModel
import AidNews

extension FactsProblem {
    var texts: ProblemTexts {
        switch self {
        case .notFactsFile(let member):
            ProblemTexts(
                .dataRefused, "no-facts-file", zh: "这不是本程序写出的 facts.json\(member.isEmpty ? "" : " (\(member))")",
                en: "this is no facts.json of aidstats\(member.isEmpty ? "" : " (\(member))")",
                mend: FactsProblem.runAgain)
        case .factsUnreadable:
            ProblemTexts(
                .inputOutputError, "facts-unreadable", zh: "无法读取", en: "cannot be read", mend: FactsProblem.runAgain)
        case .noFacts(let quarter):
            ProblemTexts(
                .dataRefused, "no-facts", zh: "没有\(quarter.map { " \($0) " } ?? "任何季度")的事实",
                en: "there are no facts of \(quarter.map { "\($0)" } ?? "any quarter")", mend: .runFirst)
        case .nothingToCheckBy:
            ProblemTexts(
                .inputMissing, "no-facts", zh: "没有任何事实：没有 \(FactDocument.fileName)，台账也没有数字",
                en: "there are no facts: no \(FactDocument.fileName), and no figures in the ledger",
                mend: BilingualText(
                    zh: "请先执行 aidstats run 或 publish --import，并用同一个 --output；只查稿件自身用 --no-facts",
                    en: "do aidstats run or publish --import first, with the same --output; "
                        + "--no-facts checks the draft against itself alone"))
        case .templatesMissing(let pipeline):
            ProblemTexts(
                .inputMissing, "templates-missing", zh: "没有这个模板文件夹", en: "there is no such folder of templates",
                mend: BilingualText(
                    zh: "请检查 \(pipeline) 中的 news.templates，或用 aidstats facts --templates-out 生成",
                    en: "check news.templates in \(pipeline), or make it with aidstats facts --templates-out"))
        case .templateTooLarge:
            ProblemTexts(
                .wrongPipelineFile, "template-unreadable", zh: "模板超过 64 KiB", en: "the template is larger than 64 KiB")
        case .templateNotUTF8:
            ProblemTexts(
                .wrongPipelineFile, "template-unreadable", zh: "模板不是 UTF-8 编码，请另存为 UTF-8",
                en: "the template is not UTF-8; save it as UTF-8")
        case .templateUnreadable:
            ProblemTexts(
                .wrongPipelineFile, "template-unreadable", zh: "无法读取模板", en: "the template cannot be read")
        case .templateExists:
            ProblemTexts(
                .cannotCreateOutput, "template-exists", zh: "这个模板已经存在，没有写出任何文件",
                en: "this template is there already; nothing was written",
                mend: BilingualText(zh: "请换一个文件夹", en: "name another folder"))
        case .templateUnusable:
            ProblemTexts(.ownFault, "unexpected", zh: "模板无法使用", en: "the template cannot be used")
        }
    }

    private static let runAgain = BilingualText(
        zh: "请对该季度重新执行 aidstats run", en: "do aidstats run on the quarter again")
}
