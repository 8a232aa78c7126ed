import AidModel

/// The keys of a test (`tests`).
enum CaseSpec {
    static let test = MappingSpec([
        KeySpec("name", .text(.line), .required, zh: "测试的名称。", en: "What the test is called."),
        KeySpec(
            "lines", .text(.lines), .required,
            zh: "一个导出文件的全文：带表头的 CSV 或 XML，按 inputs 中同格式的第一项读取。",
            en: "The text of an export, CSV with its header or XML, read as the first of inputs of that format says."),
        KeySpec(
            "quarter", .text(.quarter), .optional, zh: "figures 所属的季度；有 figures 时必填。",
            en: "The quarter of the figures; required with figures."),
        KeySpec("figures", .mapping(figures), .optional, zh: "应得的数字。", en: "The figures that must come out."),
        KeySpec(
            "rejects", .mapping(rejects), .defaulted(.mapping),
            zh: "每种原因应有多少条被拒记录；没有列出的应为 0。",
            en: "How many records must be rejected for each reason; of those that are left out none."),
    ])

    private static let figures = MappingSpec(
        [
            KeySpec(
                "recipients", .integer(0...1_000_000), .optional, zh: "受助职工人数。", en: "How many recipients."),
            KeySpec(
                "personTimes", .integer(0...1_000_000), .optional, zh: "受助人次。", en: "How many person-times."),
            KeySpec(
                "amount", .text(.money), .optional, zh: "受助金额，以元等主单位计。", en: "How much money, in yuan or the like."),
        ], minKeys: 1)

    private static let rejects = MappingSpec(
        RejectReason.allCases.map { reason in
            KeySpec(
                reason.rawValue, .integer(0...1_000_000), .optional, zh: "原因为 \(reason.rawValue) 的条数。",
                en: "How many for \(reason.rawValue).")
        })
}
