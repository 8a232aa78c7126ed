import AidModel

extension PipelineProblem {
    /// The finding on a reference table.
    var tableFinding: Finding {
        switch self {
        case .tableKeyUnmapped(let name, let near):
            Finding(
                "unknown-field",
                zh: "参照表的 key.field 是\(name.quoted)，而 fields 中没有；\(near.didYouMean.zh)请写 person 或一个 category 字段",
                en:
                    "the key of the table is \(name.quoted), which is not in fields; \(near.didYouMean.en)give person or a "
                    + "category")
        case .tableKeyNotACategory(let name):
            Finding(
                "not-a-category",
                zh: "参照表的 key.field 只能是 person 或 category 字段，\(name.quoted)不是；请改正",
                en: "the key of a table is person or a category, and \(name.quoted) is neither; change it")
        case .tableCircle(let names):
            Finding(
                "table-circle",
                zh: "参照表互相依赖，谁也无法先查：\(names.joined(separator: " → "))；请改正其中一个的 key.field",
                en:
                    "these tables need each other, so that none can be looked up first: \(names.joined(separator: " → ")); "
                    + "change the key.field of one")
        case .tableUnused(let name):
            Finding(
                "unused-table",
                zh: "没有字段取自参照表\(name.quoted)；请在 fields 中写 from: { table: \(name), column: [列名] }，或删去此表",
                en:
                    "no field comes from the table \(name.quoted); write from: { table: \(name), column: [NAME] } in fields, "
                    + "or remove the table")
        case .asOfNotPossible(let name, let possible):
            Finding(
                "unknown-value",
                zh: "asOf 不能是\(name.quoted)；可用：\(possible.listed.zh)（treatedOn 须在 fields 中，type 为 date）",
                en:
                    "asOf cannot be \(name.quoted); possible here: \(possible.listed.en) (treatedOn if it is in fields, with "
                    + "type: date)")
        case .keyWithoutDays(let key):
            Finding(
                "key-without-days",
                zh: "没有 from 和 until，此表与日期无关，\(key.quoted)没有用处；请补上其一，或删去 \(key)",
                en:
                    "without from and until the table knows no days, and \(key.quoted) is of no use; add one of them, or "
                    + "remove \(key)")
        default: preconditionFailure("no finding on a reference table")
        }
    }
}
