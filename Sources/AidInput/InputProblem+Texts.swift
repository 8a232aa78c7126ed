import AidModel
import Glibc

extension InputProblem {
    /// What is wrong.
    var what: BilingualText {
        switch self {
        case .noSuchFile: BilingualText(zh: "没有这个文件", en: "there is no such file")
        case .directory: BilingualText(zh: "这是一个目录", en: "this is a directory")
        case .systemFailed(let code):
            BilingualText(
                zh: "无法读取：\(String(cString: strerror(code)))", en: "cannot be read: \(String(cString: strerror(code)))")
        case .changedWhileRead: BilingualText(zh: "文件在读取期间被改写", en: "the file was written to while it was read")
        case .neverRead: BilingualText(zh: "没有读取", en: "was not read")
        case .otherKind(let kind, let format):
            BilingualText(
                zh: "这不是 \(format.name.uppercased())，而是\(kind.name.zh)",
                en: "this is no \(format.name.uppercased()) but \(kind.name.en)")
        case .archive(let problem): problem.what
        case .json(let problem): problem.what
        case .otherPath(let pattern, let field):
            BilingualText(
                zh: "路径与字段 \(field) 的 from.path（\(pattern)）不符",
                en: "the path is not as from.path of the field \(field) says: \(pattern)")
        case .ambiguousPath(let pattern, let field):
            BilingualText(
                zh: "路径可以按字段 \(field) 的 from.path（\(pattern)）有不止一种读法",
                en: "the path can be read in more than one way by from.path of the field \(field): \(pattern)")
        case .noConverter(EINVAL), .noConverter(0):
            BilingualText(
                zh: "无法打开系统的字符转换器：没有 GB18030 转换模块，或者无法读取",
                en: "the system's character converter could not be opened: it has none of GB18030, or cannot read it")
        case .noConverter(let code):
            BilingualText(
                zh: "无法打开系统的字符转换器：\(String(cString: strerror(code)))",
                en: "the system's character converter could not be opened: \(String(cString: strerror(code)))")
        case .unsupportedLabel:
            BilingualText(zh: "不支持 XML 声明的编码", en: "the encoding that the XML declaration names is not supported")
        case .labelContradicted(let label, let shown):
            BilingualText(
                zh: (label.map { "XML 声明的编码是 \($0.rawValue)，" } ?? "XML 声明的是另一种编码，")
                    + (shown.map { "文件内容却是 \($0.rawValue)" } ?? "文件内容却不是"),
                en: (label.map { "the XML declaration says that the encoding is \($0.rawValue), " }
                    ?? "the XML declaration names another encoding, ")
                    + (shown.map { "but the file is in \($0.rawValue)" } ?? "but the file is not in it"))
        case .mostlyOtherEncoding(let encoding, let lines, let isLabel):
            BilingualText(
                zh: (isLabel ? "XML 声明的编码是 " : "指明的编码是 ")
                    + "\(encoding.name)，但 \(lines.textCount) 处文字中有 \(lines.otherCount) 处是 \(encoding.other.name)",
                en: (isLabel ? "the XML declaration says that the encoding is " : "the encoding is said to be ")
                    + "\(encoding.name), but \(lines.otherCount) of \(lines.textCount) stretches of text are in "
                    + encoding.other.name)
        case .noHeader: BilingualText(zh: "文件是空的，没有表头", en: "the file is empty: it has no header")
        case .brokenHeader(let problem):
            BilingualText(zh: "表头无法读取：\(problem.message.zh)", en: "the header cannot be read: \(problem.message.en)")
        case .recordForHeader:
            BilingualText(zh: "第一行看起来是数据而不是列名", en: "the first line looks like a record, not like names of columns")
        case .missingColumns(let missing, let twice, let header):
            BilingualText(
                zh: [("缺少列：", missing), ("列重复：", twice)].filter { !$1.isEmpty }
                    .map { $0 + $1.joined(separator: "；") }.joined(separator: "；") + "。" + header.text.zh,
                en: [("missing columns: ", missing), ("columns named twice: ", twice)].filter { !$1.isEmpty }
                    .map { $0 + $1.joined(separator: "; ") }.joined(separator: "; ") + ". " + header.text.en)
        case .noFinalLineEnd:
            BilingualText(
                zh: "最后一行没有换行符，文件可能在这一行中断", en: "the last line has no line end; the file may be cut off in it")
        case .xmlRefused(let refusal): refusal.what
        case .sheet(let problem): problem.what
        case .recordNotNamed: BilingualText(zh: "不知道哪个元素是一条记录", en: "it is not said which element is one record")
        case .noSuchRecord(let record, let root, let children):
            BilingualText(
                zh: "没有名为 \(record) 的元素；根元素 \(root) 之下有：\(children.joined(separator: "、"))",
                en: "no element \(record); below the root \(root) there are: \(children.joined(separator: ", "))")
        case .missingFields(let missing, let recordCount, let inRecords, let outside):
            BilingualText(
                zh: "\(recordCount) 条记录中都没有：\(missing.joined(separator: "；"))。"
                    + "记录中有：\(inRecords.joined(separator: "、"))"
                    + (outside.isEmpty ? "" : "；记录之外有：\(outside.joined(separator: "、"))"),
                en: "in none of the \(recordCount) records: \(missing.joined(separator: "; ")). "
                    + "Records hold: \(inRecords.joined(separator: ", "))"
                    + (outside.isEmpty ? "" : "; outside of the records there are: \(outside.joined(separator: ", "))"))
        case .contradictedUnit(let column, let unit, let pipelineFile):
            BilingualText(
                zh: "金额列“\(column)”的单位是\(unit.rawValue)，流程文件却说是\(pipelineFile.rawValue)",
                en:
                    "the column of amounts “\(column)” says \(unit.rawValue), the pipeline file \(pipelineFile.rawValue)"
            )
        case .unclearUnit(let column, let told, let currency):
            BilingualText(
                zh: "金额列“\(column)”的单位（\(told)）不明，或不是流程文件的货币 \(currency.code)",
                en: "the column of amounts “\(column)” says \(told): no single unit, or not one of \(currency.code), "
                    + "the currency of the pipeline file")
        case .unitTooSmall(let column, let currency):
            BilingualText(
                zh: "金额列“\(column)”的单位小于 \(currency.code) 的最小单位",
                en: "the column of amounts “\(column)” says a unit below the smallest of \(currency.code)")
        case .mergedRecords(let column, let rows, true):
            BilingualText(
                zh: "“\(column)”列有合并单元格从列名或标题一直跨到记录（第 " + (rows.first.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "")
                    + " 行），其中的记录没有值",
                en: "the column “\(column)” has a merged cell from its header or a title down into records (rows "
                    + (rows.first.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "") + "), which have no value")
        case .mergedRecords(let column, let rows, _):
            BilingualText(
                zh: "“\(column)”列有 \(rows.count) 处合并单元格跨几条记录（第 "
                    + rows.prefix(3).map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: "、")
                    + (rows.count > 3 ? "……" : "") + " 行），只有第一条有值",
                en: "the column “\(column)” has \(rows.count) merged cells over several records (rows "
                    + rows.prefix(3).map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
                    + (rows.count > 3 ? " …" : "") + "), of which the first alone has the value")
        case .contradictedUnitAbove(let unit, let other, let column):
            BilingualText(
                zh: "表头之上的一行写明金额单位是\(unit.rawValue)，"
                    + (column.map { "金额列“\($0)”" } ?? "流程文件") + "却说是\(other.rawValue)",
                en: "a line above the header says that amounts are in \(unit.rawValue), "
                    + (column.map { "the column “\($0)”" } ?? "the pipeline file") + " says \(other.rawValue)")
        case .contradictedUnitInName(let unit, let other, let name):
            BilingualText(
                zh: "文件名或工作表名“\(name)”写明金额单位是\(unit.rawValue)，其中的列名、说明行或别处却说是\(other.rawValue)",
                en: "the name “\(name)” says that amounts are in \(unit.rawValue), the column or a line says "
                    + other.rawValue)
        case .unclearUnitAbove(let told, let currency):
            BilingualText(
                zh: "表头之上写明的金额单位（\(told)）不明，或不是流程文件的货币 \(currency.code)",
                en:
                    "lines above the header say \(told) of the amounts: no single unit, or not one of \(currency.code), "
                    + "the currency of the pipeline file")
        }
    }

    /// How to mend it.
    var mend: BilingualText {
        switch self {
        case .noSuchFile: BilingualText(zh: "请检查路径", en: "check the path")
        case .directory(let path):
            BilingualText(zh: "请写出其中的文件，例如 \(path)/*.csv", en: "name the files in it, for example \(path)/*.csv")
        case .systemFailed(EACCES), .systemFailed(EPERM):
            BilingualText(zh: "请检查文件权限", en: "check the file's permissions")
        case .systemFailed: BilingualText(zh: "请检查磁盘和文件系统", en: "check the disk and the file system")
        case .changedWhileRead: BilingualText(zh: "请等导出完成后再运行", en: "run again when its export is complete")
        case .neverRead: BilingualText(zh: "请报告此问题", en: "please report this")
        case .otherKind(let kind, _): kind.mend
        case .archive(let problem): problem.mend
        case .json(let problem): problem.mend
        case .otherPath, .ambiguousPath:
            BilingualText(
                zh: "请改正该字段的 from.path，或移动、改名该文件，或不读取它",
                en: "correct from.path of that field, or move or rename the file, or do not read it")
        case .noConverter:
            BilingualText(
                zh: "请检查磁盘和 C 库的 gconv 模块（Debian：libc6）后重新运行",
                en: "check the disk and the C library's gconv modules (Debian: libc6), then run again")
        case .unsupportedLabel:
            BilingualText(zh: "请以 UTF-8、GB18030 或 UTF-16 导出", en: "export the file as UTF-8, GB18030 or UTF-16")
        case .labelContradicted:
            BilingualText(
                zh: "请改正声明后重新导出，或指明 encoding（流程文件的 inputs，或 dump 的 --encoding）",
                en: "export the file again with the right declaration, or say its `encoding` "
                    + "(under `inputs` of the pipeline file, or --encoding of dump)")
        case .mostlyOtherEncoding(let encoding, _, _):
            BilingualText(
                zh: "请写明 encoding: \(encoding.other.name)（流程文件的 inputs，或 dump 的 --encoding），或重新导出",
                en:
                    "say `encoding: \(encoding.other.name)` (under `inputs` of the pipeline file, or --encoding of dump), "
                    + "or export the file again")
        case .noHeader: BilingualText(zh: "请重新导出", en: "export the file again")
        case .brokenHeader, .recordForHeader:
            BilingualText(zh: "第一行应当是列名，请重新导出", en: "the first line must name the columns; export the file again")
        case .missingColumns:
            BilingualText(
                zh: "请在流程文件的 fields 中写出列名，或重新导出；若 inputs 中有 skip 或 header，请核对它们（skip 中的数字，加不加引号都是行数）",
                en: "name the columns under `fields` in the pipeline file, or export the file again; check `skip` and "
                    + "`header` of the input, if it has them (a number in `skip`, in quotes or not, is one of lines)")
        case .noFinalLineEnd:
            BilingualText(
                zh: "请重新导出或传送该文件；若确认完整，请在末尾加一个换行符，或删去 requireFinalNewline",
                en: "export or transfer the file again; if it is whole, add a line end, or remove requireFinalNewline")
        case .xmlRefused(let refusal): refusal.mend
        case .sheet(let problem): problem.mend
        case .recordNotNamed: BilingualText(zh: "请在流程文件中写明 record", en: "name it as `record` in the pipeline file")
        case .noSuchRecord:
            BilingualText(zh: "请在流程文件中改正 inputs 的 record", en: "correct `record` of this input in the pipeline file")
        case .missingFields:
            BilingualText(
                zh: "请在流程文件的 fields 中写出记录之内的元素或属性，记录所在元素的写作 ../@x、../a；文件可以没有的字段请写 optional: true",
                en: "name the elements or attributes within the record under `fields` in the pipeline file (of what it "
                    + "lies in as ../@x, ../a); write `optional: true` for a field that a file may lack")
        case .contradictedUnit:
            BilingualText(
                zh: "请改正或删去 fields.amount.unit；单位不同的文件用各自的列名区分",
                en: "correct or remove fields.amount.unit; a column that names its unit needs none")
        case .unclearUnit:
            BilingualText(
                zh: "请用 fields.amount.unit 写明单位，或改正 currency 或列名",
                en: "say the unit as fields.amount.unit, or correct `currency`, or the name")
        case .unitTooSmall: BilingualText(zh: "请改正列名或 currency", en: "correct its name, or `currency`")
        case .mergedRecords:
            BilingualText(
                zh: "请取消合并，把值填到每一行，再保存",
                en: "unmerge these cells, fill the value into every row, and save the file again")
        case .contradictedUnitAbove(_, _, let column):
            column == nil
                ? BilingualText(
                    zh: "请改正或删去 fields.amount.unit；若该行说的不是所统计的金额，请用 skip 写明略过它",
                    en:
                        "correct or remove fields.amount.unit; where the line speaks of something else, pass over it with `skip`"
                )
                : BilingualText(
                    zh: "请改正两者之一；若该行说的不是所统计的金额，请用 skip 写明略过它",
                    en: "correct one of them; where the line speaks of something else, pass over it with `skip`")
        case .contradictedUnitInName:
            BilingualText(
                zh: "请用 fields.amount.unit 写明单位，或改正名称",
                en: "say the unit as fields.amount.unit, or correct the name")
        case .unclearUnitAbove:
            BilingualText(
                zh: "请用 fields.amount.unit 写明单位，或改正 currency，或用 skip 写明略过该行",
                en: "say the unit as fields.amount.unit, correct `currency`, or pass over the line with `skip`")
        }
    }
}

extension InputProblem.ShownHeader {
    fileprivate var text: BilingualText {
        switch self {
        case .columns(let names):
            BilingualText(
                zh: "文件中的列：" + names.joined(separator: "、"), en: "Columns found: " + names.joined(separator: ", "))
        case .unknown(let fieldCount):
            BilingualText(
                zh: "第一行有 \(fieldCount) 个字段，没有一个是所需的列，可能不是列名，因此不予显示；可用 aidstats dump 查看",
                en: "None of the \(fieldCount) fields of the first line is a column that is needed. It may be no "
                    + "header, and is not shown; look at it with aidstats dump")
        case .looksLikeRecord:
            BilingualText(zh: "第一行看起来是数据而不是列名", en: "The first line looks like a record, not like names of columns")
        }
    }
}

extension TextEncoding {
    /// The encoding that text which is not in this one is in.
    fileprivate var other: TextEncoding { self == .utf8 ? .gb18030 : .utf8 }
}
