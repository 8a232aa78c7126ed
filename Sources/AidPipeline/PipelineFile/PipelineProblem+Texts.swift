import AidModel

extension PipelineProblem {
    /// The finding that users read: code, level (an error unless said) and message.
    var finding: Finding {
        switch self {
        case .fileTooLarge:
            tooLarge(zh: "文件超过 1 MiB", en: "the file is larger than 1 MiB")
        case .tooManyAliases(let limit):
            tooLarge(zh: "别名（*）超过 \(limit) 处", en: "more than \(limit) aliases (*)")
        case .tooManyValues(let limit):
            tooLarge(
                zh: "文件中的值超过 \(limit) 个（别名按展开计）",
                en: "more than \(limit) values, those of aliases counted each time")
        case .nestedTooDeep(let limit):
            Finding(
                "too-deep", zh: "嵌套超过 \(limit) 层；流程文件用不到这么深，请检查缩进和括号",
                en: "nested more than \(limit) levels deep, which no pipeline file needs; "
                    + "check indentation and brackets")
        case .fileEmpty:
            Finding(
                "empty-file",
                zh:
                    "文件中没有任何内容；若由 aidstats init 写入，则 init 没有成功，请看它的错误信息并重新运行：aidstats init FILE... --output pipeline.yaml",
                en:
                    "the file says nothing; if aidstats init was to write it, that has failed: see what it said, and run "
                    + "it again: aidstats init FILE... --output pipeline.yaml")
        case .severalDocuments:
            Finding(
                "several-documents", zh: "文件中不止一个 YAML 文档；一个项目一个文件，请删去“---”及其后的内容",
                en: "more than one YAML document; keep one programme a file and remove “---” and what follows")
        case .keyNotText:
            Finding(
                "key-not-text", zh: "键应为文字，这里却是列表或映射；请检查括号和问号",
                en: "a key must be a text, but this one is a list or a mapping; check brackets and question marks")
        case .mergedNoMapping:
            Finding(
                "wrong-type", zh: "合并键“<<”之后应为映射的别名，例如 <<: *base",
                en: "the merge key “<<” takes an alias of a mapping, as in <<: *base")
        case .keyTwice(let key, let line):
            Finding(
                "duplicate-key",
                zh: "键\(key.quoted)重复\(line.map { "（首次出现在第 \($0) 行）" } ?? "")；请只保留一个",
                en: "the key \(key.quoted) is given more than once\(line.map { " (first on line \($0))" } ?? ""); "
                    + "keep one of them")
        case .notYAML(let problem, let line):
            Finding(
                "yaml-syntax",
                zh: "YAML 语法错误\(line.map { "（从第 \($0) 行开始的部分）" } ?? "")：" + Self.syntaxHint(problem).zh,
                en: "not valid YAML\(line.map { " (in what begins on line \($0))" } ?? ""): \(problem); "
                    + Self.syntaxHint(problem).en)
        case .fullWidth(let mark, let isCertain): mark.finding(isCertain: isCertain)
        case .rootNoMapping(let file):
            Finding(
                "not-a-mapping",
                zh: "\(file.quoted)的最外层应为映射，例如 name: second-reimbursement；请检查是否选错了文件",
                en: "\(file.quoted) must be a mapping, as in name: second-reimbursement; "
                    + "check that it is the right file")
        case .notUnderstood:
            Finding(
                "not-understood", zh: "本程序未能理解此文件，这是程序的错误；请附上文件反馈",
                en: "aidstats does not understand this file, which is its own fault; please report it with the file")

        case .valueEmpty(let path):
            Finding(
                "empty-value", zh: "\(path.quoted)没有值；请填写，或删去此键",
                en: "\(path.quoted) has no value; give one or remove the key")
        case .cannotBeTrue(let path, let reason):
            Finding(
                "key-not-possible", zh: "\(path.quoted)不能为 true：\(reason.zh)",
                en: "\(path.quoted) cannot be true: \(reason.en)")
        case .quotesMissing(let path, let text):
            Finding(
                "wrong-type", zh: "\(path.quoted)应为文字，\(text.quoted)会被当作数字或真假值；请加引号",
                en: "\(path.quoted) takes a text, but \(text.quoted) reads as a number or a truth value; "
                    + "put it in quotes")
        case .wrongType(let path, let spec, let node):
            Finding(
                "wrong-type", zh: "\(path.quoted)应为\(spec.kindName.zh)，这里却是\(node.kindName.zh)；请改正",
                en: "\(path.quoted) takes \(spec.kindName.en), but this is \(node.kindName.en); change it")
        case .wordUnknown(let path, let text, let near, let possible):
            Finding(
                "unknown-value",
                zh: "\(path.quoted)不认识\(text.quoted)；\(near.didYouMean.zh)可用：\(possible.listed.zh)",
                en: "\(path.quoted) cannot be \(text.quoted); \(near.didYouMean.en)possible here: \(possible.listed.en)"
            )
        case .outOfRange(let path, let spec, let text):
            Finding(
                "out-of-range", zh: "\(path.quoted)应为\(spec.kindName.zh)，而不是 \(text)；请改正",
                en: "\(path.quoted) takes \(spec.kindName.en), not \(text); change it")
        case .wrongCount(let path, let range, let count):
            Finding(
                count < range.lowerBound ? "too-few" : "too-many",
                zh: "\(path.quoted)应有 \(range.lowerBound) 到 \(range.upperBound) 项，这里有 \(count) 项；请增减",
                en: "\(path.quoted) takes \(range.lowerBound) to \(range.upperBound) items, but has \(count); "
                    + "add or remove some")
        case .columnNotNamed(let path, let asked):
            Finding(
                "too-few",
                zh: "\(path.quoted)还没有写明是哪一列；请在方括号中写上列名，例如 from: [列名]"
                    + (asked.map { "；旁边的注释：\($0)" } ?? "；各列名称见 aidstats inspect FILE"),
                en:
                    "\(path.quoted) names no column yet; write the column's name between the brackets, as in from: [NAME]"
                    + (asked.map { "; the comment beside it: \($0)" } ?? "; aidstats inspect FILE lists the columns"))
        case .noPaidState(let path):
            Finding(
                "too-few",
                zh: "\(path.quoted)还没有写明哪些状态算已支付；请在方括号中写上，例如 paid: [已打款]；状态列的各种值见 aidstats inspect FILE；"
                    + "若没有状态列，请删去 count.status 和 fields.status，每条记录都算已支付",
                en:
                    "\(path.quoted) does not say yet which states mean that it was paid; write them between the brackets, "
                    + "as in paid: [已打款]; aidstats inspect FILE lists the values of the column; where no column says it, "
                    + "remove count.status and fields.status, and every record counts as paid")
        case .itemTwice(let path, let text, let line):
            Finding(
                "listed-twice", zh: "\(path.quoted)中\(text.quoted)出现两次（首次在第 \(line) 行）；请只保留一个",
                en: "\(path.quoted) lists \(text.quoted) twice (first on line \(line)); keep one")
        case .wrongText(let path, let text, let problem):
            Finding(
                problem.code, zh: "\(path.quoted)的值\(text.quoted)：\(problem.message.zh)",
                en: "\(path.quoted), here \(text.quoted), \(problem.message.en)")
        case .wrongName(let key, let problem):
            Finding(
                problem.code, zh: "\(key.quoted)：\(problem.message.zh)", en: "\(key.quoted): \(problem.message.en)")
        case .keyUnknown(let key, let path, let near, let possible):
            Finding(
                "unknown-key",
                zh: "\(path.isEmpty ? "此处" : path.quoted + "中")没有\(key.quoted)这个键；\(near.didYouMean.zh)"
                    + "可用：\(possible.listed.zh)",
                en:
                    "there is no key \(key.quoted) \(path.isEmpty ? "here" : "in " + path.quoted); \(near.didYouMean.en)"
                    + "possible here: \(possible.listed.en)")
        case .keyMissing(let path, let doc, let near):
            Finding(
                "missing-key",
                zh: "缺少\(path.quoted)：\(doc.zh)请补上\(near.map { "，或把\($0.quoted)改为此名" } ?? "")",
                en: "\(path.quoted) is missing: \(doc.en) Add it"
                    + (near.map { ", or give its name to \($0.quoted)" } ?? ""))
        case .mappingEmpty(let path, let possible):
            Finding(
                "too-few", zh: "\(path.quoted)是空的；请至少填写以下之一：\(possible.listed.zh)",
                en: "\(path.quoted) is empty; give at least one of \(possible.listed.en)")

        case .recordWithoutXML:
            Finding(
                "record-without-xml", zh: "“record”只用于 XML；请删去，或写 format: xml",
                en: "“record” is for XML; remove it, or write format: xml")
        case .delimiterWithoutCSV:
            Finding(
                "delimiter-without-csv", zh: "“delimiter”只用于 CSV；请删去，或写 format: csv",
                en: "“delimiter” is for CSV; remove it, or write format: csv")
        case .finalNewlineWithoutCSV:
            Finding(
                "final-newline-without-csv",
                zh: "“requireFinalNewline”只用于 CSV；请删去，XML 文件是否完整总会检查",
                en: "“requireFinalNewline” is for CSV; remove it, XML that is cut off is always refused")
        case .headerWithoutCSV:
            Finding(
                "header-without-csv", zh: "“header”只用于表格（CSV、工作簿、网页表格）；请删去，或写 format: csv",
                en: "“header” is for tables (CSV, workbooks, tables of web pages); remove it, or write format: csv")
        case .skipWithoutCSV:
            Finding(
                "skip-without-csv", zh: "“skip”只用于表格（CSV、工作簿、网页表格）；请删去，或写 format: csv",
                en: "“skip” is for tables (CSV, workbooks, tables of web pages); remove it, or write format: csv")
        case .skipCountTwice:
            Finding(
                "skip-count-twice", zh: "“skip”中已有一个行数；请只留一个，以数字开头的行请写得更长",
                en: "“skip” says a number of lines already; keep one of them, and write more of a line that begins "
                    + "with a number")
        case .skipCountBesideRow:
            Finding(
                "skip-count-beside-row", zh: "“header.row”已说明其上有几行；请删去“skip”中的行数",
                en: "“header.row” says already how many lines stand above it; remove the number from “skip”")
        case .xmlWithoutRecord:
            Finding(
                "xml-without-record", zh: "XML 须指明哪个元素是一条记录；请补上，例如 record: Claim",
                en: "XML needs the element that is one record; add it, as in record: Claim")
        case .wrongXMLPath(let path, let problem):
            Finding(
                "bad-xml-path", zh: "\(path.quoted)\(problem.message.zh)", en: "\(path.quoted) \(problem.message.en)")
        case .filesTwice(let glob, let line, areReadAlike: false):
            Finding(
                "files-twice", zh: "\(glob.quoted)已在第 \(line) 行列出，格式或编码却不同；请只保留一处",
                en: "\(glob.quoted) stands on line \(line) already, in another format or encoding; keep one")
        case .filesTwice(let glob, let line, areReadAlike: true):
            Finding(
                "files-twice", .warning, zh: "\(glob.quoted)已在第 \(line) 行列出，文件只读一次；请只保留一处",
                en: "\(glob.quoted) stands on line \(line) already, and its files are read once; keep one")

        case .columnTwice(let column, let field):
            Finding(
                "column-twice", zh: "\(field.quoted)两次列出同一列\(column.quoted)；请只保留一个",
                en: "\(field.quoted) lists the column \(column.quoted) twice; keep one")
        case .columnOfTwoFields(let column, let field, let first):
            Finding(
                "column-twice", zh: "列\(column.quoted)已用于字段\(first.quoted)，不能又是\(field.quoted)；请改正其一",
                en: "the column \(column.quoted) is the field \(first.quoted) already and cannot be "
                    + "\(field.quoted) too; correct one of them")
        case .keyWithoutResidentIDs(let key):
            Finding(
                "key-not-possible", zh: "\(key.quoted)只用于 type: resident-id；请删去，或改 type",
                en: "\(key.quoted) goes with type: resident-id; remove it, or change the type")
        case .unitWithoutYuan:
            Finding(
                "key-not-possible", zh: "“unit”只用于人民币（currency: CNY）；请删去",
                en: "“unit” goes with currency: CNY; remove it")
        case .periodWithoutDates(let name):
            Finding(
                "period-without-field", zh: "缺少决定季度的日期字段\(name.quoted)；请在 fields 中补上，type 为 date",
                en: "the date field \(name.quoted), which decides the quarter, is missing; "
                    + "add it to fields with type: date")
        case .periodUnmapped(let name, let dates):
            Finding(
                "period-without-field",
                zh: "count.period 所指的字段\(name.quoted)不存在；请改为已有的日期字段：\(dates.listed.zh)",
                en: "no field is named \(name.quoted), as count.period says; name one of the dates: \(dates.listed.en)")
        case .periodNotADate(let name):
            Finding(
                "period-not-a-date", zh: "count.period 所指的字段\(name.quoted)不是日期；请改为 type 为 date 的字段",
                en: "count.period names \(name.quoted), which is no date; name a field with type: date")
        case .periodOptional(let name):
            Finding(
                "key-not-possible", zh: "\(name.quoted)决定赔付属于哪个季度，每个文件都须有；请删去 optional",
                en: "\(name.quoted) decides a claim's quarter, so every file needs it; remove optional")
        case .breakdownUnmapped(let name, let near):
            Finding(
                "breakdown-without-field",
                zh: "分组\(name.quoted)不是已有的字段；\(near.didYouMean.zh)请在 fields 中补上，type 为 category，或从此处删去",
                en: "no field is named \(name.quoted); \(near.didYouMean.en)add it to fields with type: category, "
                    + "or remove it here")
        case .breakdownNotACategory(let name):
            Finding(
                "breakdown-not-a-category", zh: "字段\(name.quoted)不是分组；请把它的 type 改为 category，或从此处删去",
                en: "the field \(name.quoted) is no category; give it type: category, or remove it here")
        case .pairedTwice(let field, let line):
            Finding(
                "paired-twice",
                zh: "字段\(field.quoted)已用于另一个交叉分组（第 \(line) 行）；为保护人数少的组，一个字段只能用于一个，请删去其一",
                en:
                    "the field \(field.quoted) is in another pair already (line \(line)); to protect small groups a field "
                    + "is in one pair at most, so remove one")
        case .daysWithoutTreatment:
            Finding(
                "days-without-treatment",
                zh: "“days-to-payment”须有就诊日期；请在 fields 中补上 treatedOn，type 为 date，或从此处删去",
                en: "“days-to-payment” needs the date of the treatment; add treatedOn to fields with type: date, "
                    + "or remove it here")
        case .treatmentNotADate:
            Finding(
                "days-without-treatment", zh: "字段“treatedOn”是就诊日期；请把它的 type 改为 date",
                en: "the field “treatedOn” is the date of the treatment; give it type: date")
        case .daysWithoutPayment:
            Finding(
                "days-without-payment",
                zh: "“days-to-payment”须按打款日期统计，而 count.period 是 treatedOn；请改 count.period，或从此处删去",
                en: "“days-to-payment” needs claims that are counted by the day of payment, but count.period is "
                    + "treatedOn; change it, or remove “days-to-payment”")
        case .shareWithoutSmallGroups:
            Finding(
                "share-without-small-groups",
                zh: "quality.minGroup 为 0 时所有分组都显示，quality.pPercent 不起作用；请把 minGroup 设为 3 以上，或删去 pPercent",
                en:
                    "with quality.minGroup 0 every group is shown, and quality.pPercent does nothing; set minGroup to 3 or "
                    + "more, or remove pPercent")
        case .dateUnused(let field):
            Finding(
                "field-not-used", .warning, zh: "字段\(field.quoted)没有用处；请写入 count.period，或删去",
                en: "nothing uses the field \(field.quoted); name it in count.period, or remove it")
        case .categoryUnused(let field):
            Finding(
                "field-not-used", .warning, zh: "字段\(field.quoted)没有用处；请列入 breakdowns，或删去",
                en: "nothing uses the field \(field.quoted); list it in breakdowns, or remove it")
        case .valuesWithoutCategory(let key):
            Finding(
                "key-not-possible", zh: "\(key.quoted)只用于 type: category；请删去，或改 type",
                en: "\(key.quoted) goes with type: category; remove it, or change the type")
        case .formsWithoutDate:
            Finding(
                "key-not-possible", zh: "“dateForms”只用于 type: date；请删去，或改 type",
                en: "“dateForms” goes with type: date; remove it, or change the type")
        case .formsContradict(let form, let other):
            Finding(
                "forms-contradict", zh: "同一日期按\(form.quoted)与\(other.quoted)读出不同的日子；请只留一个",
                en: "the same text is one day as \(other.quoted) and another as \(form.quoted); keep one of them")
        case .otherwiseWithoutValues:
            Finding(
                "otherwise-without-values", zh: "没有列出任何值，“otherwise”会把所有值合为一组；请补上 values 或 valuesFile，或删去",
                en:
                    "no value is listed, so “otherwise” would make one group of all; add values or valuesFile, or remove it"
            )
        case .defaultTwice(let group):
            Finding(
                "value-twice", zh: "空值已算作\(group.quoted)；请删去其一",
                en: "the empty value means \(group.quoted) already; remove one of the two")
        case .valuesFileUnread(let path, let failure):
            Finding(
                failure.code, zh: "\(path.quoted)：\(failure.message.zh)", en: "\(path.quoted): \(failure.message.en)")
        case .wrongValuesLine(let path, let line, let problem):
            Finding(
                "bad-values-line", zh: "\(path):\(line)：\(problem.message.zh)",
                en: "\(path):\(line): \(problem.message.en)")
        case .moreWrongValuesLines(let path, let count):
            Finding(
                "bad-values-line", zh: "\(path.quoted)中还有 \(count) 行有误；请先改正前面所列的",
                en: "\(path.quoted) has \(count) more wrong lines; mend those above first")
        case .groupTwice(let group):
            Finding(
                "value-twice", zh: "组\(group.quoted)已在前面列出；请合为一项",
                en: "the group \(group.quoted) is listed above already; make one of the two")
        case .valueIsAGroup(let value, let group):
            Finding(
                "value-is-a-group", zh: "\(value.quoted)自己就是列出的组，不能又算作\(group.quoted)；请删去其一",
                en: "\(value.quoted) is a group of its own here and cannot mean \(group.quoted); remove one of them")
        case .valueTwice(let value, let group):
            Finding(
                "value-twice", zh: "值\(value.quoted)已算作\(group.quoted)；一个值只能属于一个组，请删去其一",
                en: "the value \(value.quoted) means \(group.quoted) already; a value means one group, "
                    + "so remove one of them")

        case .wrongSource(let field, let problem):
            Finding(
                "bad-source", zh: "fields.\(field).from：\(problem.message.zh)",
                en: "fields.\(field).from: \(problem.message.en)")

        case .membersOfNothing, .membersTwice, .memberTableUnknown, .memberTableNotByPerson,
            .standardWithoutTable, .standardOfNothing, .standardTwice, .standardWithoutName, .standardFieldUnknown,
            .wrongMembersLine, .wrongWeightsLine:
            memberFinding

        case .wrongRules(let problem): problem.finding

        case .tableKeyUnmapped, .tableKeyNotACategory, .tableCircle, .tableUnused,

            .asOfNotPossible,
            .keyWithoutDays:
            tableFinding

        case .statusWithoutClasses:
            Finding(
                "status-without-classes",
                zh: "有 status 字段，却没有说明哪些状态算已支付；请补上 count.status.paid，或删去 status 字段",
                en: "the field status is mapped, but no state is said to be paid; add count.status.paid, "
                    + "or remove the field")
        case .classesWithoutStatus:
            Finding(
                "classes-without-status",
                zh: "列出了状态，却没有 status 字段；请在 fields 中补上，或删去 count.status",
                en: "states are listed, but no field status is mapped; add it to fields, or remove count.status")
        case .stateTwice(let state, let first):
            Finding(
                "state-twice", zh: "状态\(state.quoted)已列入 \(first)；一个状态只能属于一类，请删去其一",
                en: "the state \(state.quoted) is listed under \(first) already; a state has one class, "
                    + "so remove one of them")
        case .undecidedState(let state):
            Finding(
                "undecided-state", zh: "状态\(state.quoted)是否已支付还没有决定；请移到 paid、unpaid 或 reversed 中",
                en: "nobody has decided yet whether the state \(state.quoted) is a payment; move it to paid, unpaid or "
                    + "reversed")
        case .undecidedChoice(let choice):
            Finding(
                "undecided-choice", zh: "还没有决定：\(choice)；核实、处理之后请删去本行",
                en: "not decided yet: \(choice); settle it, then remove this line")
        case .reversedWithoutClaim:
            Finding(
                "reversed-without-claim",
                zh: "没有 claim 字段，冲正找不到原赔付；请在 fields 中补上 claim，或删去 reversed",
                en: "without a field claim no reversal finds the claim that it takes back; add claim to fields, "
                    + "or remove reversed")
        case .reversesWithoutReversed:
            Finding(
                "reverses-without-reversed",
                zh: "有 reverses 字段，却没有任何状态算作冲正；请补上 count.status.reversed，或删去 reverses 字段",
                en: "the field reverses is mapped, but no state is a reversal; add count.status.reversed, "
                    + "or remove the field")
        case .registerWithoutKey:
            Finding(
                "register-without-key", zh: "有 register，却没有 keyFile；请写明密钥文件的位置",
                en: "there is a register, but no keyFile; say where its key is")
        case .keyWithoutRegister:
            Finding(
                "key-without-register", zh: "有 keyFile，却没有 register；请写明登记册文件夹，或删去 keyFile",
                en: "there is a keyFile, but no register; name the register's folder, or remove keyFile")
        case .registerWithoutClaim:
            Finding(
                "register-without-claim",
                zh: "登记册须凭赔付编号识别记录；请在 fields 中补上 claim，或删去 register",
                en: "a register tells records apart by their claim numbers; map the field claim, or remove register")

        case .figuresWithoutQuarter:
            Finding(
                "figures-without-quarter", zh: "有 figures，却没有说明是哪个季度；请补上，例如 quarter: 2023Q2",
                en: "figures are expected, but not of which quarter; add it, as in quarter: 2023Q2")
        case .amountTooFine(let text, let currency):
            Finding(
                "bad-amount", zh: "金额\(text.quoted)的小数位比 \(currency) 的多；请改正",
                en: "\(text.quoted) has more decimals than \(currency); correct it")
        case .xmlTestWithoutInput:
            Finding(
                "xml-without-record", zh: "lines 是 XML，而 inputs 中没有 format: xml；请补上，并写明 record",
                en: "the lines are XML, but no input has format: xml; add one with its record")
        case .testFailed(let test, let difference): difference.finding(of: test)

        case .statementTwice(let id, let line):
            Finding(
                "statement-twice", zh: "背景说明\(id.quoted)已在第 \(line) 行列出；请改用别的 id，或删去其一",
                en: "a statement with the id \(id.quoted) stands on line \(line) already; give this one another id, or "
                    + "remove it")
        case .wordOfOurs(let word, let key):
            Finding(
                "word-contradicts", zh: "\(word.quoted)已列入 \(key)，不能又表明数字与本项目无关；请删去其一",
                en: "\(word.quoted) is listed under \(key), so it cannot take a figure away from the programme; remove "
                    + "one of the two")
        case .wrongTemplate(let code, let message):
            Finding(code, zh: message.zh, en: message.en)
        }
    }

    private func tooLarge(zh: String, en: String) -> Finding {
        Finding(
            "too-large", zh: "\(zh)，不像是流程文件；请检查是否选错了文件",
            en: "\(en), which no pipeline file needs; check that it is the right file")
    }
}

extension Finding {
    init(_ code: String, _ level: Level = .error, zh: String, en: String) {
        self.init(level: level, code: code, message: BilingualText(zh: zh, en: en))
    }
}
