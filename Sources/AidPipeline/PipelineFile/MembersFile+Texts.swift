import AidInput
import AidModel
import AidStatistics
import AidText

extension MembersFile.LineProblem {
    /// What follows the line's number in a message.
    var message: BilingualText {
        switch self {
        case .wrongHeader:
            BilingualText(
                zh: "第一行应为列名 quarter,members 或 quarter,field,group,members；请改正",
                en: "the first line must name the columns quarter,members or quarter,field,group,members; change it")
        case .fieldCount(let count, let expected): TableLine.fieldCount(count, expected: expected)
        case .broken(let problem): TableLine.broken(problem)
        case .badQuarter(let text):
            BilingualText(
                zh: "\(text.quoted)不是季度；请写作 2023Q2", en: "\(text.quoted) is no quarter; write it as 2023Q2")
        case .badCount(let text):
            BilingualText(
                zh: "\(text.quoted)不是会员人数；应为大于 0 的整数，请改正",
                en: "\(text.quoted) is no number of members; it is a whole number above 0; change it")
        case .noBreakdown(let field, let possible):
            BilingualText(
                zh: "breakdowns 中没有\(field.quoted)；" + (possible.isEmpty ? "请补上" : "有：\(possible.listed.zh)"),
                en: "\(field.quoted) is not in breakdowns; "
                    + (possible.isEmpty ? "add it there" : "these are: \(possible.listed.en)"))
        case .groupWithoutField:
            BilingualText(zh: "写了组而没有写字段；请补上 field", en: "has a group, but no field; add it")
        case .twice(let line):
            BilingualText(
                zh: "与第 \(line) 行是同一季度的同一组；请删去其一",
                en: "is of the same quarter and group as line \(line); remove one of the two")
        case .noFinalLineEnd: TableLine.noFinalLineEnd
        case .noLines: TableLine.noLines
        case .moreThanAll(let group):
            BilingualText(
                zh: "\(group.quoted)的会员多于全部会员；请改正",
                en: "\(group.quoted) has more members than there are in all; change it")
        }
    }
}

extension StandardPopulation {
    /// What the programme's own members at the end of a quarter are called.
    static func members(at quarter: Quarter) -> BilingualText {
        BilingualText(
            zh: "\(SpokenWords(.zh).quarter(quarter))末的会员",
            en: "the members at the end of \(SpokenWords(.en).quarter(quarter))")
    }
}
