import AidModel
import AidStatistics

extension RunProblem {
    var texts: ProblemTexts {
        switch self {
        case .noInputs:
            ProblemTexts(
                .wrongUsage, "no-inputs", zh: "没有输入文件", en: "there are no inputs",
                mend: BilingualText(
                    zh: "请在流程文件中写 inputs，或用 --input 指定", en: "list `inputs` in the pipeline file, or give --input"))
        case .inputMissing(let isGlob):
            ProblemTexts(
                .inputMissing, "input-missing", zh: isGlob ? "没有匹配的文件" : "没有这个文件",
                en: isGlob ? "no file matches" : "there is no such file",
                mend: BilingualText(
                    zh: "请检查路径；流程文件中的相对路径从该文件所在目录算起",
                    en: "check the path; relative paths in a pipeline file start from its folder"))
        case .inputReadInTwoWays(let other):
            ProblemTexts(
                .wrongPipelineFile, "input-twice", zh: "与 \(other) 是同一个文件，而 inputs 中两处的格式或编码不同",
                en: "the same file as \(other), but `inputs` gives the two another format or encoding",
                mend: BilingualText(zh: "请去掉其中一个", en: "leave one of them out"))
        case .folderUnreadable:
            ProblemTexts(
                .inputOutputError, "folder-unreadable", zh: "有文件夹无法读取，可能遗漏文件",
                en: "a folder cannot be read, so that files might be left out",
                mend: BilingualText(zh: "请检查文件夹的权限", en: "check the rights of the folders"))
        case .noXMLInput:
            ProblemTexts(
                .wrongPipelineFile, "no-xml-input", zh: "流程文件没有说明 XML 文件的 record",
                en: "the pipeline file does not say which element of an XML file is one record",
                mend: BilingualText(
                    zh: "请在 inputs 中加入 format: xml 和 record", en: "add an input with `format: xml` and `record`"))
        case .tooManyFiles(let limit):
            ProblemTexts(.dataRefused, "too-many-files", zh: "输入文件超过 \(limit) 个", en: "more than \(limit) input files")
        case .tooManyOpenFiles(let limit):
            ProblemTexts(
                .inputOutputError, "too-many-open-files",
                zh: "输入文件太多：系统只允许同时打开 \(limit) 个文件；没有发布任何结果",
                en: "too many input files: the system allows \(limit) to be open at once; nothing was published",
                mend: BilingualText(
                    zh: "请用 ulimit -n 放宽限制，或把文件打包成一个 .zip",
                    en: "raise the limit (`ulimit -n`), or pack the files into one .zip"))
        case .tooManyGroups(let limit):
            ProblemTexts(
                .dataRefused, "too-many-groups", zh: "breakdowns 各字段的值组合起来超过 \(limit) 种",
                en: "the values of the fields of breakdowns make more than \(limit) combinations",
                mend: BilingualText(
                    zh: "请从 breakdowns 中去掉取值过多的字段，或用 --memory 允许使用更多内存",
                    en: "take fields of very many values out of `breakdowns`, or allow more memory with --memory"))
        case .groupsTooLong(let byteLimit):
            ProblemTexts(
                .dataRefused, "groups-too-long", zh: "breakdowns 各字段的值合计超过 \(byteLimit >> 20) MB，不像是分类",
                en: "the values of the fields of breakdowns are longer than \(byteLimit >> 20) MB in all, and no "
                    + "categories",
                mend: BilingualText(
                    zh: "请从 breakdowns 中去掉值是长文字的字段，或用 --memory 允许使用更多内存",
                    en: "take fields of long texts out of `breakdowns`, or allow more memory with --memory"))
        case .tooManyValues(let field, let limit):
            ProblemTexts(
                .dataRefused, "too-many-values", zh: "分组字段\(field.quoted)有超过 \(limit) 个不同的值，不像是分类",
                en: "the category \(field.quoted) has more than \(limit) different values, and is none",
                mend: BilingualText(
                    zh: "请核对 fields 中的列名，把它从 breakdowns 中去掉，或用 values、valuesFile 和 otherwise 把值归成组",
                    en: "check its columns in `fields`, take it out of `breakdowns`, or make groups of the values with "
                        + "`values`, `valuesFile` and `otherwise`"))
        case .encodingUndecided:
            ProblemTexts(.ownFault, "encoding-undecided", zh: "无法确定文件编码", en: "no encoding was decided on")
        case .outputOverInput(let option):
            ProblemTexts(
                .wrongUsage, "output-over-input", zh: "\(option) 会覆盖本次运行要读取或保存的文件",
                en: "\(option) would overwrite a file that this run reads or keeps",
                mend: BilingualText(zh: "请换一个文件名", en: "give it another name"))
        case .outputFailed(let reason, let isDisk):
            ProblemTexts(
                isDisk ? .inputOutputError : .cannotCreateOutput, "output-failed", zh: "无法写入：\(reason)",
                en: "cannot be written: \(reason)",
                mend: isDisk
                    ? BilingualText(
                        zh: "请腾出磁盘空间后再运行；旧的输出没有改动", en: "free some space and run again; old outputs are as they were")
                    : BilingualText(
                        zh: "请检查 --output 的路径和权限；旧的输出没有改动",
                        en: "check the path and the rights of --output; old outputs are as they were"))
        case .draftExists:
            ProblemTexts(
                .cannotCreateOutput, "file-exists", zh: "这个文件已经存在，没有覆盖",
                en: "this file is there already, and was not overwritten",
                mend: BilingualText(zh: "请换一个文件名，或先移走它", en: "give another name, or move it away"))
        case .spillFailed(let reason):
            ProblemTexts(
                .inputOutputError, "spill-failed", zh: "无法写入或读取临时文件：\(reason)",
                en: "a temporary file cannot be written or read: \(reason)",
                mend: BilingualText(
                    zh: "请腾出磁盘空间，用环境变量 TMPDIR 指定另一目录，或用 --memory 允许使用更多内存",
                    en: "free some disk space, name another folder in TMPDIR, or allow more memory with --memory"))
        case .otherRunWrites:
            ProblemTexts(
                .tryLater, "locked", zh: "另一次运行正在写入此处", en: "another run is writing here",
                mend: BilingualText(zh: "请等它结束后再运行，或加 --wait", en: "run again when it has ended, or give --wait"))
        case .noProcFolder:
            ProblemTexts(
                .inputOutputError, "no-proc", zh: "无法读取 /proc，程序不能可靠运行",
                en: "/proc cannot be read, and without it the program cannot run reliably",
                mend: BilingualText(
                    zh: "请在容器或 chroot 中挂载 /proc：mount -t proc proc /proc",
                    en: "mount it in the container or chroot: mount -t proc proc /proc"))
        case .noRoom:
            ProblemTexts(
                .inputOutputError, "no-room", zh: "允许使用的地址空间（ulimit -v）太小，程序不能可靠运行",
                en: "the limit of address space (ulimit -v) is too low for the program to run reliably",
                mend: BilingualText(
                    zh: "请把它提高到 1 GiB 以上，或取消；用 --memory 限制内存",
                    en: "raise it to 1 GiB or more, or take it away; --memory bounds memory"))
        case .tableTooLarge(let table, let rows, let limit):
            ProblemTexts(
                .dataRefused, "table-too-large", zh: "参照表 \(table) 有 \(rows) 行；不按人员对应的表最多 \(limit) 行",
                en:
                    "the reference table \(table) has \(rows) rows; one that is not joined by person takes \(limit) at most",
                mend: BilingualText(
                    zh: "请只保留用到的编号，或改为按人员对应（key.field: person）",
                    en: "leave codes out that are not needed, or join it by person (key.field: person)"))
        case .tooManyTableRejects(let table, let rejected, let rows, let share):
            ProblemTexts(
                .dataRefused, "too-many-table-rejects",
                zh: "参照表 \(table) 的 \(rows) 行中有 \(rejected) 行（\(share)）无法使用，超过 quality.maxRejected；没有发布任何结果",
                en: "\(rejected) of \(rows) rows (\(share)) of the reference table \(table) cannot be used, past "
                    + "quality.maxRejected; nothing was published",
                mend: BilingualText(
                    zh: "请改正该表（用 --rejects FILE 列出这些行），或核对流程文件中的列名",
                    en: "mend the table (--rejects FILE lists the rows), or check its columns in the pipeline file"))
        case .balanceOpen: .openBalance("balance-open")
        case .tooManyRejects(let passed): passed.texts
        case .recordsRejected(let summary, let places):
            ProblemTexts(
                .dataRefused, summary.reason.rawValue,
                zh: summary.what.zh + (places.isEmpty ? "" : "；见 \(places)"),
                en: summary.what.en + (places.isEmpty ? "" : "; at \(places)"),
                mend: summary.why.map {
                    BilingualText(zh: "可能的原因：\($0.zh)", en: "likely cause: \($0.en)")
                })
        case .tooManySharedClaims(let shared, let paid, let allowance):
            ProblemTexts(
                .dataRefused, "too-many-shared-claims",
                zh: "\(shared.what.zh)；已支付赔付共 \(paid) 笔，超过 quality.maxSharedClaims："
                    + "\(allowance.share.percentText)，这里至多 \(allowance.largestPart(of: paid)) 条；没有发布任何结果",
                en: "\(shared.what.en); there are \(paid) paid claims, so that is past quality.maxSharedClaims, "
                    + "which is \(allowance.share.percentText), here \(allowance.largestPart(of: paid)) at most; "
                    + "nothing was published",
                mend: BilingualText(
                    zh: "请检查赔付编号是否被电子表格截断（16 位以上的数字应按文本导出）或重复使用；若编号在每个文件中从头开始，"
                        + "或只是序号（1、2、3），请从流程文件中删去 fields.claim"
                        + (RejectLimit.mayPass(shared.count, of: paid)
                            ? "；确属更正的，写 quality: { maxSharedClaims: { records: \(shared.count) } }" : ""),
                    en: "see whether a spreadsheet has cut the claim numbers (export numbers of 16 digits and more as "
                        + "text), or they were given twice; where they begin anew in each file, or are but 1, 2, 3, "
                        + "leave fields.claim out of the pipeline file"
                        + (RejectLimit.mayPass(shared.count, of: paid)
                            ? "; where they are corrections, write quality: { maxSharedClaims: { records: "
                                + "\(shared.count) } }" : "")))
        case .filesOutOfOrder(let files):
            ProblemTexts(
                .dataRefused, "files-out-of-order", what: files.whatSorted,
                mend: BilingualText(
                    zh: "请给文件名中的数字补零（如 09月），使名称的顺序就是时间的顺序；或在 inputs 中按时间顺序逐个列出，每个文件一项 files",
                    en:
                        "give the numbers in the names leading zeros (as in 09月), so that the names are in the order of time; "
                        + "or list the files in that order in `inputs`, each as an input of its own"))
        case .copyCounted(let name, let other):
            ProblemTexts(
                .dataRefused, "same-content", what: RunFinding.sameContent(name: name, other: other).finding.message,
                mend: BilingualText(
                    zh: "没有赔付编号就无法去重，请去掉其中一个文件",
                    en: "without claim numbers all would count twice; leave one of them out"))
        case .tooManySameRecords(let passed): passed.texts
        case .personalDataInCategory(let found, let field):
            ProblemTexts(
                .dataRefused, "personal-data-in-category",
                zh: "分组字段\(field.quoted)有 \(found.valueCount) 个值像是\(found.kind.name.zh)（涉及 \(found.claimCount) 笔赔付），"
                    + "会作为组名公布；没有发布任何结果",
                en: "\(found.valueCount) values of the category \(field.quoted) look like \(found.kind.name.en) "
                    + "(\(found.claimCount) claims) and would be printed as names of groups; nothing was published",
                mend: BilingualText(
                    zh: "请核对 fields.\(field).from 的列名，或把它从 breakdowns 删去；若确是分类代码，请用 fields.\(field).values 为其定名",
                    en: "check the columns in fields.\(field).from, or take the field out of breakdowns; "
                        + "if they are codes of categories, give them names with fields.\(field).values"))
        case .restatementTooLarge(let quarter, let publishedOn, let measures):
            ProblemTexts(
                .dataRefused, "restatement-too-large",
                zh: "\(quarter) 已于 \(publishedOn) 发布，现在的"
                    + "\(measures.map(\.name.zh).joined(separator: "、"))"
                    + "与之相差超过 quality.maxRestatement；没有写出任何结果",
                en: "\(quarter) was published on \(publishedOn), and now differs by more than "
                    + "quality.maxRestatement in \(measures.map(\.name.en).joined(separator: ", ")); nothing was written",
                mend: BilingualText(
                    zh: "请检查输入文件是否齐全、统计规则是否改变；确认无误后放宽 quality.maxRestatement",
                    en: "check that all inputs are there and the rules are the same; if the change is right, raise "
                        + "quality.maxRestatement"))
        case .pageTemplateBroken:
            ProblemTexts(
                .ownFault, "broken-template", zh: "网页模板有误，这是程序的错误；没有写出任何结果",
                en: "the page's template is broken, which is this program's own fault; nothing was written",
                mend: BilingualText(
                    zh: "请报告此问题；在流程文件的 reports 中去掉 html 可先得到其余报告",
                    en: "please report it; without html in `reports` of the pipeline file the others are written"))
        case .tablesFailed(let isTooLarge):
            ProblemTexts(
                .ownFault, "tables-failed",
                zh: isTooLarge
                    ? "表格大到工作簿装不下；没有写出任何结果" : "表格写到一半出错，多半是内存不足；没有写出任何结果",
                en: isTooLarge
                    ? "the tables are too large for a workbook; nothing was written"
                    : "the tables could not be written, most likely for want of memory; nothing was written",
                mend: BilingualText(
                    zh: "请在流程文件的 reports 中去掉 xlsx，改用 csv",
                    en: "leave xlsx out of `reports` of the pipeline file, and take csv"))
        case .publishedNevertheless(let quarter):
            // It is told after what has failed, whose exit code it is.
            ProblemTexts(
                .done, "published-nevertheless", zh: "\(quarter) 的新报告已经写好", en: "the new report of \(quarter) stands",
                mend: BilingualText(
                    zh: "请排除上述问题，再用同样的输入运行一次", en: "mend what is said above, and run again on the same inputs"))
        case .doneNevertheless:
            ProblemTexts(
                .done, "done-nevertheless", zh: "命令已经完成，只是说明没有显示出来",
                en: "what the command is for is done; its words alone were lost",
                mend: BilingualText(
                    zh: "不必再运行；请检查标准输出通向何处、磁盘是否已满",
                    en: "it need not be run again; check where standard output goes, and whether that disk is full"))
        case .unexpected(let type):
            ProblemTexts(
                .ownFault, "unexpected", zh: "程序内部出错（\(type)）", en: "the program itself has failed (\(type))",
                mend: BilingualText(
                    zh: "请报告此问题，并附上命令和流程文件", en: "please report it with the command and the pipeline file"))
        }
    }
}

extension OverlappingFiles.Passed {
    fileprivate var texts: ProblemTexts {
        ProblemTexts(
            .dataRefused, "too-many-same-records",
            zh: "\(paidCount) 条已支付记录中有 \(count) 条在别的文件中也有（同一人、同一天、同一金额、同样的分组"
                + "\(other.map { "；与 \($0) 相同的最多" } ?? "")），没有赔付编号无法去重；超过 quality.maxSameRecords："
                + "\(allowance.share.percentText)，这里至多 \(allowance.largestPart(of: paidCount)) 条；没有发布任何结果",
            en:
                "of \(paidCount) paid records \(count) stand in other files as well (the same person, day, amount and groups"
                + "\(other.map { "; most of them in \($0)" } ?? "")), and no claim numbers tell duplicates; that is past "
                + "quality.maxSameRecords, which is \(allowance.share.percentText), here "
                + "\(allowance.largestPart(of: paidCount)) at most; nothing was published",
            mend: BilingualText(
                zh: "请检查这些文件的时间段是否重叠，去掉重复的部分，或在 fields.claim 中写明赔付编号；确属不同赔付的，放宽 "
                    + "quality.maxSameRecords，100% 为全部放过",
                en:
                    "see whether the exports overlap in time, and leave out what comes twice, or name the claim numbers in "
                    + "fields.claim; where they are different claims, raise quality.maxSameRecords, of which 100% lets all "
                    + "pass"))
    }
}

extension SettlementRefusal: CommandProblem {
    var texts: ProblemTexts {
        switch self {
        case .tooManyOfOneClaim(let limit):
            ProblemTexts(
                .dataRefused, "too-many-records-of-a-claim",
                zh: "有一个赔付编号的记录超过 \(limit) 条；没有发布任何结果",
                en: "one claim number has more than \(limit) records; nothing was published",
                mend: BilingualText(
                    zh: "请检查流程文件的 fields.claim 是否指向赔付编号所在的列",
                    en: "see whether `fields.claim` of the pipeline file names the column of claim numbers"))
        }
    }
}

extension ReportRefusal: CommandProblem {
    var texts: ProblemTexts {
        switch self {
        case .noClaims:
            ProblemTexts(
                .dataRefused, "no-claims", zh: "数据中没有有效的已付款赔付", en: "no paid claim stands in the data",
                mend: BilingualText(
                    zh: "请检查输入文件和 count.status", en: "check the inputs, and `count.status` of the pipeline file"))
        case .noClaimsInQuarter(let quarter, let first, let last):
            ProblemTexts(
                .dataRefused, "no-claims-in-quarter", zh: "数据中没有 \(quarter) 的赔付；数据从 \(first) 到 \(last)",
                en: "no claim of the data is dated in \(quarter); they run from \(first) to \(last)",
                mend: BilingualText(zh: "请检查 --quarter 和输入文件", en: "check --quarter and the inputs"))
        case .farOffQuarter(let quarter, let first, let last):
            ProblemTexts(
                .dataRefused, "far-off-quarter",
                zh: "\(quarter) 远离其余数据（从 \(first) 到 \(last)），其赔付的日期应是写错了",
                en: "\(quarter) is far from all other data, which run from \(first) to \(last): the dates of its "
                    + "claims must be wrong",
                mend: BilingualText(zh: "请检查 --quarter，或更正导出中的日期", en: "check --quarter, or correct the dates"))
        case .forgottenQuarter(let quarter, let exactFrom):
            ProblemTexts(
                .dataRefused, "quarter-forgotten", zh: "登记册已删去 \(exactFrom) 之前的记录，无法重新统计 \(quarter)",
                en: "the register has forgotten all records before \(exactFrom), so \(quarter) cannot be counted anew",
                mend: BilingualText(
                    zh: "用 aidstats history 或 compare 查看当时公布的数字",
                    en: "see what was published with aidstats history or compare"))
        case .figuresContradictBalance: .openBalance("figures-contradict-balance")
        }
    }
}

extension ProblemTexts {
    /// That records were lost on the way, which never may be.
    fileprivate static func openBalance(_ code: String) -> ProblemTexts {
        ProblemTexts(
            .ownFault, code, zh: "平衡表不平，这是程序的错误；没有写出任何结果",
            en: "the balance does not close, which is this program's own fault; nothing was written",
            mend: BilingualText(zh: "请附上流程文件报告此问题", en: "please report it with the pipeline file"))
    }
}

extension PersonalValues.Kind {
    fileprivate var name: BilingualText {
        switch self {
        case .residentID: BilingualText(zh: "居民身份证号", en: "resident IDs")
        case .oldResidentID: BilingualText(zh: "15 位居民身份证号", en: "resident IDs of 15 digits")
        case .bankCard: BilingualText(zh: "银行卡号", en: "bank card numbers")
        case .mobileNumber: BilingualText(zh: "手机号码", en: "mobile numbers")
        case .personalName: BilingualText(zh: "人名", en: "names of people")
        }
    }
}

extension Measure {
    fileprivate var name: BilingualText {
        switch self {
        case .recipients: BilingualText(zh: "受助职工", en: "recipients")
        case .personTimes: BilingualText(zh: "受助人次", en: "person-times")
        case .amount: BilingualText(zh: "受助金额", en: "amount")
        }
    }
}
