import AidModel
import Glibc

extension PartProblem {
    var texts: ProblemTexts {
        switch self {
        case .withRegister:
            ProblemTexts(
                .wrongPipelineFile, "parts-with-register", zh: "有登记册的统计不能分份进行",
                en: "a run with a register cannot be done in parts",
                mend: BilingualText(
                    zh: "请用 aidstats run，或去掉 register 和 keyFile",
                    en: "use aidstats run, or leave out `register` and `keyFile`"))
        case .missing:
            ProblemTexts(
                .inputMissing, "part-missing", zh: "没有这个文件：这一片或这一份还没有做完",
                en: "is not there: this piece or part has not been done",
                mend: BilingualText(
                    zh: "请先做完前面的步骤：所有的片用 part，所有的份用 settle，再用 count",
                    en: "do the steps before: `part` for every piece, then `settle`, then `count` for every part"))
        case .unreadable(let code):
            ProblemTexts(
                .inputOutputError, "part-unreadable", zh: "无法读取：\(String(cString: strerror(code)))",
                en: "cannot be read: \(String(cString: strerror(code)))")
        case .damaged:
            ProblemTexts(
                .dataRefused, "part-damaged", zh: "文件已损坏，或没有写完", en: "is damaged, or was never whole",
                mend: BilingualText(zh: "请重做这一片或这一份", en: "do this piece or part again"))
        case .foreign:
            ProblemTexts(
                .dataRefused, "part-of-another-run", zh: "属于另一次统计：流程文件、输入文件或分法不同",
                en: "is of another run: the pipeline file, the inputs or the division are others",
                mend: BilingualText(
                    zh: "请在空文件夹中从头做起；各步骤须用同样的 --input、--piece 和 --part",
                    en:
                        "begin anew in an empty folder; give every step the same --input, and the same numbers of pieces and parts"
                ))
        case .otherVersion:
            ProblemTexts(
                .dataRefused, "part-of-another-version", zh: "由另一版本的 aidstats 写出，或不是这类文件",
                en: "was written by another version of aidstats",
                mend: BilingualText(zh: "各步骤请用同一版本，从头做起", en: "use one version for all steps, and begin anew"))
        case .severalDivisions:
            ProblemTexts(
                .dataRefused, "several-divisions", zh: "文件夹中有几种分法的文件", en: "holds files of several divisions",
                mend: BilingualText(zh: "请在空文件夹中从头做起", en: "begin anew in an empty folder"))
        case .undividable:
            ProblemTexts(
                .dataRefused, "cannot-be-divided", zh: "这个文件须由一个进程从头读到尾：编码、日期或编号要看完全部才知道怎样读",
                en:
                    "must be read by one process from its beginning to its end: only all of it tells how its encoding, dates or numbers are to be read",
                mend: BilingualText(
                    zh: "请在空文件夹中从头做起，各片都加上 --whole", en: "begin anew in an empty folder, with --whole for every piece"))
        case .keysTooLong:
            ProblemTexts(
                .dataRefused, "keys-too-long", zh: "长的编号和姓名（编号超过 20 个字符、姓名和其他证件超过 10 个字符的）放不进 --memory 中留给它们的四分之一",
                en:
                    "long claim numbers (of more than 20 characters) and persons (names and other documents of more than 10) do not fit into the quarter of --memory that is theirs",
                mend: BilingualText(
                    zh: "请用 --memory 允许使用更多内存，或分成更多的片和份，或用 aidstats run",
                    en: "allow more memory with --memory, take more pieces and parts, or use aidstats run"))
        case .countedOtherwise:
            ProblemTexts(
                .dataRefused, "counted-otherwise", zh: "各份不是为同一季度统计的",
                en: "the parts were counted for different quarters",
                mend: BilingualText(
                    zh: "请对所有的份重做 count，用同样的 --quarter", en: "do `count` again for all parts, with the same --quarter"))
        case .settledOtherwise:
            ProblemTexts(
                .dataRefused, "settled-otherwise", zh: "settle 之后台账有了变化，已发布的季度与当时不同",
                en: "the ledger has changed since `settle`, and with it what is known of published quarters",
                mend: BilingualText(zh: "请重做 settle 和 count", en: "do `settle` and `count` again"))
        }
    }
}
