import AidInput
import AidModel

extension ValuesFile.Failure {
    /// The code of the finding.
    var code: String {
        switch self {
        case .input: "values-file-unread"
        case .tooLarge: "too-large"
        case .noFile: "values-file-unread"
        }
    }

    /// What follows the path in a message.
    var message: BilingualText {
        switch self {
        case .input(let error):
            BilingualText(zh: error.what.zh + "；" + error.mend.zh, en: error.what.en + "; " + error.mend.en)
        case .tooLarge(let limit):
            BilingualText(
                zh: "超过 \(limit >> 20) MiB，不像对照表；请检查路径",
                en: "is larger than \(limit >> 20) MiB, which no table of values needs; check the path")
        case .noFile:
            BilingualText(zh: "不是文件；请写明对照表的路径", en: "is no file; give the path of the table")
        }
    }
}

extension ValuesFile.LineProblem {
    /// What follows the line's number in a message.
    var message: BilingualText {
        switch self {
        case .wrongHeader:
            BilingualText(
                zh: "第一行应为列名 value,group；请改正", en: "the first line must name the columns value,group; change it")
        case .fieldCount(let count):
            BilingualText(
                zh: "应有 2 列（值、组），这一行有 \(count) 列；请改正，含逗号的值请加引号",
                en:
                    "takes two fields, a value and its group, but has \(count); mend it, and put a value with a comma in "
                    + "quotes")
        case .broken(let problem):
            BilingualText(zh: "\(problem.message.zh)；请改正", en: "\(problem.message.en); mend it")
        case .groupEmpty(let value):
            BilingualText(zh: "值\(value.quoted)没有写明组；请补上", en: "the value \(value.quoted) has no group; add it")
        case .valueTwice(let value, let group):
            BilingualText(
                zh: "值\(value.quoted)已算作\(group.quoted)；一个值只能属于一个组，请删去其一",
                en:
                    "the value \(value.quoted) means \(group.quoted) already; a value means one group, so remove one of "
                    + "them")
        case .valueIsAGroup(let value, let group):
            BilingualText(
                zh: "\(value.quoted)自己就是列出的组，不能又算作\(group.quoted)；请删去其一",
                en: "\(value.quoted) is a group of its own here and cannot mean \(group.quoted); remove one of them")
        case .groupRenamed(let group, let meaning):
            BilingualText(
                zh: "组\(group.quoted)本身在 values 中算作\(meaning.quoted)；请删去其一",
                en: "the group \(group.quoted) itself means \(meaning.quoted) in values; remove one of them")
        }
    }
}
