import AidModel

extension PipelineProblem {
    /// What libyaml said, in the words of someone who writes a pipeline file.
    static func syntaxHint(_ problem: String) -> BilingualText {
        syntaxHints.first { problem.contains($0.key) }?.value
            ?? BilingualText(zh: "无法解析；请检查这一行和上一行", en: "check this line and the one before")
    }

    /// Parts of libyaml's messages, the more particular first, and what to say in their place or after them.
    private static let syntaxHints: KeyValuePairs = [
        "cannot start any token": BilingualText(
            zh: "不能以此字符开头；缩进请用空格而不用制表符，以 @ 或 ` 开头的文字请加引号",
            en: "indent with spaces, not tabs, and put texts that begin with @ or ` in quotes"),
        "expected alphabetic or numeric character": BilingualText(
            zh: "以 * 或 & 开头的文字（如 *.csv）请加引号",
            en: "put texts that begin with * or &, like *.csv, in quotes"),
        "undefined alias": BilingualText(
            zh: "没有这个别名；以 * 开头的文字请加引号",
            en: "no such anchor above; put texts that begin with * in quotes"),
        "mapping values are not allowed": BilingualText(
            zh: "此处不能再有“键: 值”；请检查缩进，含有冒号的文字请加引号",
            en: "check the indentation, and put texts with a colon in quotes"),
        "block sequence entries are not allowed": BilingualText(
            zh: "此处不能有“-”列表项；请另起一行并检查缩进",
            en: "begin the list on a line of its own and check the indentation"),
        "expected ',' or": BilingualText(
            zh: "缺少逗号或右括号；请检查 [ ] { } 是否成对",
            en: "a comma or a closing bracket is missing; check that [ ] and { } come in pairs"),
        "unexpected end of stream": BilingualText(zh: "引号没有闭合", en: "a quotation mark is never closed"),
        "document separator": BilingualText(zh: "引号没有闭合", en: "a quotation mark is never closed"),
        "could not find expected ':'": BilingualText(zh: "键之后缺少冒号和空格", en: "a key needs a colon and a space after it"),
        "did not find expected key": BilingualText(
            zh: "此处应为一个键；请检查与上一行的缩进是否对齐",
            en: "check that the line is indented like the ones before it"),
        "expected '-' indicator": BilingualText(
            zh: "此处应为“-”列表项；请检查缩进是否对齐",
            en: "check that the line is indented like the items before it"),
        "unknown escape character": BilingualText(
            zh: "双引号中的 \\ 是转义符；请改用单引号",
            en: "a backslash in double quotes begins an escape; use single quotes"),
        "control characters": BilingualText(zh: "含有控制字符；请删去", en: "remove the control character"),
        "tab character": BilingualText(zh: "缩进请用空格而不用制表符", en: "indent with spaces, not tabs"),
        "unexpected ':'": BilingualText(
            zh: "此处的冒号多余；含有冒号的文字请加引号", en: "put texts with a colon in quotes"),
        "document indicator": BilingualText(zh: "引号没有闭合", en: "a quotation mark is never closed"),
        "node content": BilingualText(zh: "此处缺少一个值；请检查标点", en: "a value is missing; check the punctuation"),
        "tag": BilingualText(zh: "以 ! 开头的文字请加引号", en: "put texts that begin with ! in quotes"),
        "'!'": BilingualText(zh: "以 ! 开头的文字请加引号", en: "put texts that begin with ! in quotes"),
        "'>'": BilingualText(zh: "以 ! 开头的文字请加引号", en: "put texts that begin with ! in quotes"),
        "%TAG": BilingualText(zh: "以 % 开头的行请删去", en: "remove the line that begins with %"),
        "directive": BilingualText(zh: "以 % 开头的行请删去", en: "remove the line that begins with %"),
        "version number": BilingualText(zh: "以 % 开头的行请删去", en: "remove the line that begins with %"),
        "incompatible YAML": BilingualText(zh: "以 % 开头的行请删去", en: "remove the line that begins with %"),
        "indentation indicator": BilingualText(
            zh: "以 | 或 > 开头的文字请加引号", en: "put texts that begin with | or > in quotes"),
        "comment or line break": BilingualText(
            zh: "以 | 或 > 开头的文字请加引号", en: "put texts that begin with | or > in quotes"),
        "escape": BilingualText(
            zh: "双引号中的 \\ 是转义符；请改用单引号",
            en: "a backslash in double quotes begins an escape; use single quotes"),
        "hexdecimal": BilingualText(
            zh: "双引号中的 \\ 是转义符；请改用单引号",
            en: "a backslash in double quotes begins an escape; use single quotes"),
        "document start": BilingualText(
            zh: "此前的内容已经结束；请检查缩进", en: "what stands above has ended; check the indentation"),
        "octet": BilingualText(zh: "编码有误；请另存为 UTF-8", en: "save the file as UTF-8"),
        "not allowed in this context": BilingualText(
            zh: "此处不应出现；请检查缩进和标点",
            en: "check the indentation and punctuation"),
    ]
}

extension TextFormat.Problem {
    /// The code of a finding on such a text.
    var code: String {
        switch self {
        case .lineBreak, .blank: "bad-text"
        case .notAQuarter: "bad-quarter"
        case .notMoney: "bad-amount"
        case .notAProgrammeName, .notAFieldName, .notAStatementName: "bad-name"
        case .notADate: "bad-date"
        case .notACurrency: "bad-currency"
        case .notATimeZone: "bad-time-zone"
        case .notAShare(.notANumber), .notAShare(.withoutSign): "bad-share"
        case .notAShare(.aboveOne): "out-of-range"
        case .notACountOfLines: "out-of-range"
        case .notABound: "bad-number"
        }
    }

    /// What follows the text in a message.
    var message: BilingualText {
        switch self {
        case .lineBreak: BilingualText(zh: "含有换行或制表符；请写成一行", en: "has a line break or a tab in it; write one line")
        case .blank: BilingualText(zh: "不能为空白；请填写", en: "is blank; fill it in")
        case .notAProgrammeName:
            BilingualText(
                zh: "只能由小写字母、数字和连字符组成，以字母或数字开头，最长 64 个字符，例如 second-reimbursement",
                en: "takes lower-case letters, digits and hyphens, at most 64 and no hyphen first, "
                    + "as in second-reimbursement")
        case .notAFieldName:
            BilingualText(
                zh: "字段名只能由文字、数字、_ 和 - 组成，以文字或 _ 开头，最长 64 个字符",
                en: "a field's name takes letters, digits, _ and -, at most 64, with a letter or _ first")
        case .notAStatementName:
            BilingualText(
                zh: "只能由英文字母、数字、_ 和 - 组成，以字母开头，最长 64 个字符，例如 start",
                en: "takes ASCII letters, digits, _ and -, at most 64, with a letter first, as in start")
        case .notAQuarter: BilingualText(zh: "应为季度，写作 2023Q2", en: "takes a quarter, written as 2023Q2")
        case .notMoney: BilingualText(zh: "应为金额，写作 1234.50", en: "takes an amount, written as 1234.50")
        case .notADate:
            BilingualText(zh: "应为实际存在的日期，写作 2012-05-01", en: "takes a date that exists, written as 2012-05-01")
        case .notACurrency:
            BilingualText(
                zh: "应为 ISO 4217 货币代码，三个大写字母，例如 CNY",
                en: "takes a currency code of ISO 4217, three capital letters, as in CNY")
        case .notATimeZone(let near):
            BilingualText(
                zh: "\(near.didYouMean.zh)应为 IANA 时区名称，例如 Asia/Shanghai",
                en: "\(near.didYouMean.en)takes the IANA name of a time zone, as in Asia/Shanghai")
        case .notAShare(.notANumber):
            BilingualText(
                zh: "应为 0% 到 100% 的比例，写作 0.1%", en: "takes a share from 0% to 100%, written as 0.1%")
        case .notABound:
            BilingualText(
                zh: "应为不小于 0 的数，至多 12 位整数、4 位小数，例如 100 或 99.5",
                en: "takes a number from 0 on, with at most 12 digits and four decimals, as in 100 or 99.5")
        case .notAShare(.aboveOne):
            BilingualText(zh: "超过 100%；请改小", en: "is more than 100%; make it smaller")
        case .notAShare(.withoutSign(let percent, let fraction?)):
            BilingualText(
                zh: "没有百分号，可以是 \(percent)，也可以是 \(fraction)；请写明是哪一个",
                en: "has no percent sign, so that it may mean \(percent) or \(fraction); write the one that is meant")
        case .notAShare(.withoutSign(let percent, nil)):
            BilingualText(zh: "没有百分号；请写作 \(percent)", en: "has no percent sign; write \(percent)")
        case .notACountOfLines:
            BilingualText(zh: "作为行数应为 1 到 1000", en: "is no number of lines from 1 to 1000")
        }
    }
}

extension XMLPath.Problem {
    /// What follows the path in a message.
    var message: BilingualText {
        switch self {
        case .bracesUnbalanced:
            BilingualText(zh: "中的 { } 不成对；请写作 {uri}名称", en: "has an unbalanced { or }; write {uri}name")
        case .attributeNotLast:
            BilingualText(
                zh: "中的 @ 不在最后一步；属性之下不能再有元素，请写作 a/@x",
                en: "has an @ before its last step, but nothing lies inside an attribute; write a/@x")
        case .notAnAncestor:
            BilingualText(
                zh: "中的 .. 只能在最前面，其后为一个属性或一个元素；请写作 ../@x、../../a",
                en:
                    "has .. elsewhere than at its start, or not one element or attribute behind it; write ../@x or ../../a"
            )
        case .notOneElement:
            BilingualText(
                zh: "应为一个元素的名称，不是路径或属性；请写作 Claim 或 {uri}Claim",
                en: "must be the name of one element, no path and no attribute; write Claim or {uri}Claim")
        case .stepEmpty:
            BilingualText(zh: "中有空的一步；请删去多余的 /，或补上名称", en: "has an empty step; remove the extra / or add a name")
        case .prefixed:
            BilingualText(
                zh: "带有前缀；前缀因文件而异，请写名称本身或 {uri}名称",
                en: "has a prefix, which files are free to choose; write the name alone or {uri}name")
        case .wrongCharacter:
            BilingualText(
                zh: "含有 XML 名称中不能有的字符（空格、引号、@ 等）；请改正",
                en: "has a character that no XML name has, such as a space, a quote or an @; correct it")
        }
    }
}

extension ValueSpec {
    /// What may stand there, in a few words.
    var kindName: BilingualText {
        switch self {
        case .text: BilingualText(zh: "一段文字", en: "a text")
        case .word(let spec):
            BilingualText(
                zh: "以下之一：\(spec.words.map(\.canonical).listed.zh)",
                en: "one of \(spec.words.map(\.canonical).listed.en)")
        case .integer(let range): range.kindName
        case .integerOrWord(let range, let words):
            BilingualText(
                zh: "\(range.kindName.zh)，或 \(words.words.map(\.canonical).listed.zh)",
                en: "\(range.kindName.en), or \(words.words.map(\.canonical).listed.en)")
        case .flag, .onlyFalse: BilingualText(zh: " true 或 false", en: "true or false")
        case .list, .listOrMapping: BilingualText(zh: "列表，写作 [甲, 乙]", en: "a list, written as [a, b]")
        case .mapping: BilingualText(zh: "映射，写作 键: 值", en: "a mapping, written as key: value")
        case .textOrMapping:
            BilingualText(zh: "一段文字，或写作 键: 值 的映射", en: "a text, or a mapping written as key: value")
        }
    }
}

extension ClosedRange<Int> {
    var kindName: BilingualText {
        count == 1
            ? BilingualText(zh: " \(lowerBound)", en: "\(lowerBound)")
            : BilingualText(
                zh: " \(lowerBound) 到 \(upperBound) 的整数", en: "a whole number from \(lowerBound) to \(upperBound)")
    }
}

extension YAMLNode {
    /// What the value is, in a word.
    var kindName: BilingualText {
        switch content {
        case .sequence: return BilingualText(zh: "列表", en: "a list")
        case .mapping: return BilingualText(zh: "映射", en: "a mapping")
        case .scalar(let scalar):
            let text = scalar.text.quoted
            switch scalar.kind {
            case .null: return BilingualText(zh: "空值", en: "empty")
            case .flag: return BilingualText(zh: "真假值\(text)", en: "the truth value \(text)")
            case .integer, .number: return BilingualText(zh: "数字\(text)", en: "the number \(text)")
            case .text: return BilingualText(zh: "文字\(text)", en: "the text \(text)")
            }
        }
    }
}

extension String? {
    /// “did you mean …? ”, or nothing in both languages.
    var didYouMean: BilingualText {
        map { BilingualText(zh: "是不是\($0.quoted)？", en: "did you mean \($0.quoted)? ") }
            ?? BilingualText(zh: "", en: "")
    }
}

extension String {
    /// The text between quotation marks for a message: one line, at most 40 characters, no number of a person,
    /// not even the beginning of one.
    var quoted: String {
        let line = String(
            PersonalNumbers.masked(in: self).map {
                $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0
            })
        return "“" + (line.count > 40 ? line.prefix(39) + "…" : line[...]) + "”"
    }
}

extension Sequence where Element == String {
    /// The words one after the other, as the language separates them.
    var listed: BilingualText {
        BilingualText(zh: joined(separator: "、"), en: joined(separator: ", "))
    }
}
