import AidInput
import AidModel

extension PublishedFileProblem {
    var texts: ProblemTexts {
        switch self {
        case .unknownColumn(let title):
            .refused(
                "column-unknown", zh: "列 \(title.quoted) 无法识别", en: "the column \(title.quoted) is unknown",
                mend: PublishedFileProblem.knownColumns)
        case .columnTwice(let first, let second):
            .refused(
                "column-twice", zh: "列 \(first.quoted) 和 \(second.quoted) 重复",
                en: "the columns \(first.quoted) and \(second.quoted) are the same one",
                mend: BilingualText(zh: "请删去其中一列", en: "delete one of them"))
        case .columnMissing(let column):
            .refused(
                "column-missing", zh: "缺少列 \(column.names.zh.quoted)",
                en: "the column \(column.names.en.quoted) is missing", mend: PublishedFileProblem.knownColumns)
        case .noColumnOfFigures:
            .refused(
                "column-missing", zh: "没有一列是数字", en: "no column holds figures",
                mend: PublishedFileProblem.knownColumns)
        case .noFinalLineEnd:
            .refused(
                "no-final-line-end", zh: "最后一行没有换行符，文件可能不完整；若确认完整，请在末尾加一个换行符",
                en: "the last line has no end, so the file may be cut off; if it is whole, add a line end")
        case .noRows: .refused("no-rows", zh: "除表头外没有一行", en: "there is no row below the header")
        case .malformedRecord(let problem): ProblemTexts(.dataRefused, "malformed-record", what: problem.message)
        case .badQuarter: .refused("bad-quarter", zh: "应写作如 2020Q3", en: "expected a quarter such as 2020Q3")
        case .badDay: .refused("bad-date", zh: "应写作如 2020-10-15", en: "expected a day such as 2020-10-15")
        case .dayBeforeQuarter: .refused("bad-date", zh: "早于该季度的第一天", en: "the day is before the first of the quarter")
        case .badPeriod:
            .refused("bad-period", zh: "应为 本季度、今年以来 或 累计", en: "expected quarter, yearToDate or cumulative")
        case .badFigure(let problem): ProblemTexts(.dataRefused, "bad-figure", what: problem.message)
        case .noFigures: .refused("no-figures", zh: "这一行没有任何数字", en: "the row has no figure at all")
        case .moreRecipientsThanPersonTimes:
            .refused(
                "figures-contradict", zh: "人数多于人次，是否两列颠倒", en: "more recipients than person-times; are the two swapped?"
            )
        case .periodTwice(let line):
            .refused(
                "period-twice", zh: "与第 \(line) 行是同一季度的同一期间", en: "line \(line) has the same period of the same quarter"
            )
        case .daysDiffer(let line):
            .refused(
                "dates-differ", zh: "与第 \(line) 行同一季度而日期不同；后来的版本请另用一个文件录入",
                en: "line \(line) has another day for the same quarter; import a later vintage from a file of its own")
        case .longerPeriodSmaller(let line):
            .refused(
                "figures-contradict", zh: "与第 \(line) 行矛盾：较长期间的数字反而较小",
                en: "it contradicts line \(line): the longer period has the smaller figure")
        case .inColumn(let title, let problem):
            ProblemTexts(
                problem.texts.exitCode, problem.texts.code, zh: "列 \(title.quoted)：\(problem.texts.what.zh)",
                en: "column \(title.quoted): \(problem.texts.what.en)", mend: problem.texts.mend)
        }
    }

    private static var knownColumns: BilingualText {
        BilingualText(
            zh: "可用的列：" + PublishedColumns.Column.allCases.map(\.names.zh).listed.zh,
            en: "it can have the columns " + PublishedColumns.Column.allCases.map(\.names.en).listed.en)
    }
}

extension ProblemTexts {
    fileprivate static func refused(_ code: String, zh: String, en: String, mend: BilingualText? = nil) -> ProblemTexts
    {
        ProblemTexts(.dataRefused, code, zh: zh, en: en, mend: mend)
    }
}

extension PublishedColumns.Column {
    /// What a header may call it.
    var names: BilingualText {
        switch self {
        case .quarter: BilingualText(zh: "季度", en: "quarter")
        case .publishedOn: BilingualText(zh: "发布日期", en: "publishedOn")
        case .period: BilingualText(zh: "期间", en: "period")
        case .recipients: BilingualText(zh: "受助职工", en: "recipients")
        case .personTimes: BilingualText(zh: "受助人次", en: "personTimes")
        case .amount: BilingualText(zh: "受助金额", en: "amount")
        case .recipientsPrecision: BilingualText(zh: "受助职工精度", en: "recipientsPrecision")
        case .personTimesPrecision: BilingualText(zh: "受助人次精度", en: "personTimesPrecision")
        case .amountPrecision: BilingualText(zh: "受助金额精度", en: "amountPrecision")
        case .note: BilingualText(zh: "备注", en: "note")
        }
    }
}
