import AidModel

extension RuleProblem {
    var finding: Finding {
        switch self {
        case .missing:
            Finding("no-rules", zh: "文件中没有 rules；请补上", en: "there are no rules in the file; add them")
        case .otherCare(let name):
            Finding(
                "other-care", zh: "两种规则须以同一字段区分就诊类型；请把 rules.care 改为\(name.quoted)",
                en: "both rules must tell kinds of care apart by one field; change rules.care to \(name.quoted)")
        case .withRegister:
            Finding(
                "rules-with-register",
                zh: "登记册不保存计算基数，不能复算；请删去 rules 和 fields.basis，或不用登记册（register）",
                en:
                    "a register keeps no basis, so nothing can be held against rules; remove rules and fields.basis, or do "
                    + "without the register")
        case .withoutBasis:
            Finding(
                "rules-without-basis",
                zh: "rules 须有计算的基数；请在 fields 中写 basis: { from: [自付一] }",
                en: "rules need what the aid is worked out from; add basis: { from: [NAME] } to fields")
        case .basisUnused:
            Finding(
                "unused-field", zh: "没有 rules，字段\("basis".quoted)没有用处；请写 rules，或删去它",
                en: "without rules the field \("basis".quoted) is of no use; write rules, or remove it")
        case .careUnmapped(let name, let possible):
            Finding(
                "unknown-field",
                zh: "rules.care 是\(name.quoted)，不是 fields 中的 category 字段；可用：\(possible.listed.zh)",
                en:
                    "rules.care is \(name.quoted), which is no category in fields; possible here: \(possible.listed.en)"
            )
        case .careDerived(let name):
            Finding(
                "not-a-column",
                zh: "rules.care 的字段\(name.quoted)须取自列，不能由其他字段、路径或参照表得出；请换一个字段",
                en:
                    "\(name.quoted) in rules.care must come from a column, not from other fields, paths or reference tables; "
                    + "name another field")
        case .careWithoutField:
            Finding(
                "care-without-field", zh: "列出了就诊类型，却没有说明是哪个字段；请补上 rules.care，或删去这里的 care",
                en: "kinds of care are named, but not the field that has them; add rules.care, or remove care here")
        case .severalRest(let line):
            Finding(
                "care-missing", zh: "第 \(line) 行的一项已包括其余各类；请在这里写明 care",
                en: "the kind on line \(line) is all others already; say here which this is, in care")
        case .careTwice(let value, let line):
            Finding(
                "value-twice", zh: "\(value.quoted)在第 \(line) 行已列出；请删去其一",
                en: "\(value.quoted) is listed on line \(line) already; remove one of them")
        case .daysDoNotRise(let day):
            Finding(
                "days-not-rising", zh: "首日 \(day) 不在上一项之后；请按先后排列，一天只有一项",
                en: "\(day) is not after the first day of the item before; put them in the order of days, one a day")
        case .bracketsDoNotRise(let text):
            Finding(
                "brackets-not-rising", zh: "本段的上限 \(text) 不高于上一段；请从低到高排列",
                en: "the bracket ends at \(text), no higher than the one before; put them in rising order")
        case .endlessBracket:
            Finding(
                "endless-bracket", zh: "只有最后一段可以没有上限；请补上 upTo",
                en: "only the last bracket may have no end; add upTo")
        case .shareTooFine(let text):
            Finding(
                "bad-share", zh: "比例 \(text) 的百分数多于两位小数；请改正",
                en: "\(text) has more than two decimals of a percent; correct it")
        case .zero(let key):
            Finding(
                "bad-amount", zh: "\(key) 不能为 0；没有时请删去", en: "\(key) cannot be 0; where there is none, remove it")
        case .tooLarge(let text):
            Finding("bad-amount", zh: "金额\(text.quoted)太大；请改正", en: "\(text.quoted) is too much; correct it")
        }
    }
}
