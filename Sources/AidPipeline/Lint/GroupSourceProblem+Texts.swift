import AidInput
import AidModel

extension GroupSourceProblem {
    /// What follows the field's name in a message.
    var message: BilingualText {
        switch self {
        case .notACategory:
            BilingualText(zh: "只有 type: category 的字段可以这样得出；请改为列名", en: "only a category is derived so; name a column")
        case .nothing:
            BilingualText(
                zh: "没有写明由什么得出；请写 field（person、amount 或日期）、days、path 或 table",
                en: "does not say what it is derived from; give field (person, amount or the date), days, path or table"
            )
        case .severalSources:
            BilingualText(
                zh: "field、days、path 和 table 只能写一个；请删去其余",
                en: "takes one of field, days, path and table; remove the others")
        case .wrongField(let field, let possible):
            BilingualText(
                zh: "不能由字段\(field.quoted)得出；可用：\(possible.listed.zh)",
                en: "cannot be derived from the field \(field.quoted); possible here: \(possible.listed.en)")
        case .wrongTake(let take, let field, let possible) where possible.isEmpty:
            BilingualText(
                zh: "由\(field.quoted)得出的是金额段，不写 take（\(take ?? "")）；请删去，写 bands",
                en:
                    "of \(field.quoted) bands are made, and nothing is taken (\(take ?? "")); remove take, and give bands"
            )
        case .wrongTake(nil, let field, let possible):
            BilingualText(
                zh: "没有写明取\(field.quoted)的什么；请补上 take：\(possible.listed.zh)",
                en: "does not say what of \(field.quoted) is taken; add take: \(possible.listed.en)")
        case .wrongTake(let take?, let field, let possible):
            BilingualText(
                zh: "\(field.quoted)没有\(take.quoted)；take 可用：\(possible.listed.zh)",
                en: "\(field.quoted) has no \(take.quoted); take can be: \(possible.listed.en)")
        case .noResidentIDs:
            BilingualText(
                zh: "只能由居民身份证号得出，而 person 的 type 是 text；请改正其一",
                en: "takes resident IDs, but the type of person is text; change one of the two")
        case .noBands(let example):
            BilingualText(
                zh: "没有写明各段的下限；请补上，例如 bands: \(example)",
                en: "does not say where bands begin; add them, as in bands: \(example)")
        case .keyNotPossible(let key):
            BilingualText(zh: "这里没有用到\(key.quoted)；请删去", en: "makes no use of \(key.quoted); remove it")
        case .wrongDigits(let count):
            BilingualText(
                zh: "地区只能取前 2、4 或 6 位，而不是 \(count) 位；请改正",
                en: "a region has 2, 4 or 6 digits, not \(count); change digits")
        case .boundsDoNotRise(let bound):
            BilingualText(
                zh: "bands 须从小到大，\(bound) 不大于前一个；请改正", en: "bands must rise, but \(bound) does not; change it")
        case .notAnAge(let bound):
            BilingualText(
                zh: "周岁应为 0 到 150 的整数，而不是 \(bound)；请改正",
                en: "an age is a whole number from 0 to 150, not \(bound); change it")
        case .notDays(let bound):
            BilingualText(
                zh: "天数应为 0 到 \(DaysToPayment.limit) 的整数，而不是 \(bound)；请改正",
                en: "days are a whole number from 0 to \(DaysToPayment.limit), not \(bound); change it")
        case .wrongDays(let possible):
            BilingualText(
                zh: "只能由就诊日期 treatedOn 到 count.period 所指的打款日期计天数；请写 days: [\(possible.joined(separator: ", "))]，"
                    + "且 count.period 不是 treatedOn",
                en: "counts days from the treatment (treatedOn) to the payment, which count.period names; "
                    + "write days: [\(possible.joined(separator: ", "))], and let count.period be another date")
        case .noTreatment:
            BilingualText(
                zh: "没有就诊日期字段 treatedOn；请在 fields 中补上，type 为 date",
                en: "needs the date of the treatment; add treatedOn to fields with type: date")
        case .boundTooFine(let bound, let decimals):
            BilingualText(
                zh: "\(bound) 的小数位数超过货币的 \(decimals) 位；请改正",
                en: "\(bound) has more decimals than the \(decimals) of the currency; change it")
        case .noSuchTable(let table, let possible):
            BilingualText(
                zh: "tables 中没有\(table.quoted)；" + (possible.isEmpty ? "请在 tables 中写上" : "有：\(possible.listed.zh)"),
                en: "there is no table \(table.quoted) in tables; "
                    + (possible.isEmpty ? "add it there" : "these are: \(possible.listed.en)"))
        case .noColumn(let table):
            BilingualText(
                zh: "没有写明取参照表\(table.quoted)的哪一列；请补上 column: [列名]，或 take: \(PipelineSpec.membership)",
                en: "does not say which column of the table \(table.quoted) it is; add column: [NAME], or "
                    + "take: \(PipelineSpec.membership)")
        case .noneRetained(let table):
            BilingualText(
                zh: "参照表\(table.quoted)没有写明哪些会籍是保留的；请在该表补上 retained: { from: [列名], values: [值] }",
                en: "the table \(table.quoted) does not say which memberships are retained; add to it "
                    + "retained: { from: [NAME], values: [VALUE] }")
        case .wrongPath(let problem): problem.message
        case .nameMissing(let field, let names):
            BilingualText(
                zh: "路径中没有 {\(field)}，只有：\(names.listed.zh)；请把要取的部分改为此名",
                en:
                    "there is no {\(field)} in the path, but: \(names.listed.en); give that name to the part that is meant"
            )
        }
    }
}

extension PathPattern.Problem {
    fileprivate var message: BilingualText {
        switch self {
        case .bracesUnbalanced:
            BilingualText(
                zh: "路径中的 { } 不成对；请写作 exports/{year}/{district}.csv",
                en: "has an unbalanced { or } in its path; write it as exports/{year}/{district}.csv")
        case .nameEmpty: BilingualText(zh: "路径中有空的 {}；请写上名称", en: "has an empty {} in its path; name it")
        case .noName:
            BilingualText(
                zh: "路径中没有 {名称}；请写作 exports/{year}/{district}.csv",
                en: "has no {name} in its path; write it as exports/{year}/{district}.csv")
        case .nameTwice(let name):
            BilingualText(zh: "路径中 {\(name)} 出现两次；请改名其一", en: "has {\(name)} twice in its path; rename one")
        case .namesTouch(let first, let second):
            BilingualText(
                zh: "路径中 {\(first)} 和 {\(second)} 紧接，分不出界限；请在其间写上分隔的文字",
                en: "has nothing between {\(first)} and {\(second)} in its path to tell them apart; put it there")
        }
    }
}
