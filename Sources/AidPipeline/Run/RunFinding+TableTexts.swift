import AidModel

extension RunFinding {
    /// The finding on a reference table.
    var tableFinding: Finding {
        switch self {
        case .tableRejects(let table, let count, let share):
            .warning(
                "table-rejects", zh: "参照表 \(table) 有 \(count) 行（\(share)）无法使用，见 rejects.csv",
                en: "\(count) rows (\(share)) of the reference table \(table) cannot be used; rejects.csv lists them")
        case .tableOverlaps(let table, let count, let isByPerson):
            .warning(
                "table-overlaps",
                zh: "参照表 \(table) 中有 \(count) \(isByPerson ? "人" : "个编号")同一天有不同的值，取首日较晚的一行；请核对",
                en:
                    "the reference table \(table) has \(count) \(isByPerson ? "people" : "codes") with different values on "
                    + "one day; the row that begins later holds: check them")
        case .tableAbsent(let table, let claims, let isByPerson):
            .warning(
                "table-absent",
                zh: "参照表 \(table) 中没有\(isByPerson ? "其人" : "其编号")的赔付：\(claims.text.zh) 人次，单列一组",
                en: "person-times whose \(isByPerson ? "person" : "code") the reference table \(table) does not have: "
                    + "\(claims.text.en); they are a group of their own")
        case .tableGaps(let table, let claims):
            .warning(
                "table-gaps", zh: "参照表 \(table) 中有其人（编号）、但当日不在册的赔付：\(claims.text.zh) 人次，与表中没有的同列一组",
                en:
                    "person-times that the reference table \(table) has nothing for on the day, though it has the person or "
                    + "code on others: \(claims.text.en); they are in the group of those whom it does not have")
        case .tableRetained(let table, let claims):
            .note(
                "table-retained", zh: "按参照表 \(table) 会籍保留的赔付：\(claims.text.zh) 人次，计入原来的组",
                en:
                    "person-times of memberships that the reference table \(table) says are retained: \(claims.text.en); "
                    + "they count for the groups of before")
        case .tableUndated(let table, let claims):
            .warning(
                "table-undated", zh: "没有就诊日期（或就诊晚于打款）、以打款日期查参照表 \(table) 的赔付：\(claims.text.zh) 人次",
                en:
                    "person-times looked up in the reference table \(table) as of the payment, as no day of the treatment "
                    + "before it is known: \(claims.text.en)")
        default: preconditionFailure("no finding on a reference table")
        }
    }
}

extension RoughCount {
    var text: BilingualText {
        guard unit > 0 else { return BilingualText(zh: "\(count)", en: "\(count)") }
        if count < unit { return BilingualText(zh: "不足 \(unit)", en: "fewer than \(unit)") }
        let least = count / unit * unit
        return BilingualText(zh: "至少 \(least)", en: "at least \(least)")
    }
}
