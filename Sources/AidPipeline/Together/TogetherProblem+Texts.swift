import AidModel
import AidStatistics

extension TogetherProblem {
    var texts: ProblemTexts {
        switch self {
        case .programmeCount(let count):
            ProblemTexts(
                .wrongUsage, "programme-count",
                zh: "给出了 \(count) 个流程文件；可并列 2 至 \(JointPeople.programmeLimit) 个项目",
                en:
                    "\(count) pipeline files were given; 2 to \(JointPeople.programmeLimit) programmes can stand side by side",
                mend: BilingualText(
                    zh: "请写作 aidstats together A.yaml B.yaml", en: "write aidstats together A.yaml B.yaml"))
        case .otherKey(let other):
            ProblemTexts(
                .dataRefused, "other-register-key",
                zh: "登记册与 \(other) 的登记册密钥不同，无法得知谁是同一人",
                en: "its register is under another key than that of \(other), so nobody can be known again",
                mend: BilingualText(
                    zh: "请让两个登记册使用同一个 keyFile，或另写一个没有 register 的流程文件，读入全部导出文件",
                    en:
                        "make both registers under one `keyFile`, or give a pipeline file without `register` that reads "
                        + "all exports"))
        case .hasForgotten(let exactFrom):
            ProblemTexts(
                .dataRefused, "together-forgotten",
                zh: "登记册已删去 \(exactFrom) 之前的记录，无法得知当时帮助的人",
                en: "its register has forgotten the records before \(exactFrom), and with them whom it had helped",
                mend: BilingualText(
                    zh: "请另写一个没有 register 的流程文件，读入全部导出文件",
                    en: "give a pipeline file without `register` that reads all exports"))
        case .sameProgramme(let name, let other):
            ProblemTexts(
                .wrongUsage, "same-programme", zh: "与 \(other) 是同一个项目（name: \(name)）",
                en: "is the same programme as \(other) (name: \(name))",
                mend: BilingualText(zh: "请给出不同的项目", en: "name different programmes"))
        case .otherCurrency(let other):
            ProblemTexts(
                .dataRefused, "other-currency", zh: "货币与 \(other) 不同，金额不能相加",
                en: "its currency is not that of \(other), so money does not add up",
                mend: BilingualText(zh: "只能并列同一货币的项目", en: "set programmes of one currency side by side"))
        case .otherPersons(let other):
            ProblemTexts(
                .dataRefused, "other-persons",
                zh: "与 \(other) 识别人员的号码不同（person.type），无法得知谁是同一人",
                en: "knows people by other numbers than \(other) does (person.type), so nobody can be known again",
                mend: BilingualText(
                    zh: "两个流程文件的 person 须同为 resident-id，或同为同一种编号（text）",
                    en: "let `person` be resident-id in both, or the same kind of number (text) in both"))
        }
    }
}
