import AidModel

extension NoRecordLines {
    /// What is told of them; nil: there are none.
    func finding(in name: String) -> Finding? {
        text.map { Finding(.note, "no-records-lines", in: name, zh: $0.zh, en: $0.en) }
    }

    /// How many there are, what they are, and where the first of each kind stand; nil: there are none.
    var text: BilingualText? {
        guard !isEmpty else { return nil }
        let parts = Kind.allCases.filter { counts[$0.rawValue] > 0 }.map(part)
        let count = counts.reduce(0, +)
        return BilingualText(
            zh: "\(count) 行不是记录，没有统计：" + parts.map(\.zh).joined(separator: "；"),
            en: (count == 1
                ? "1 line is no record, and is not counted: " : "\(count) lines are no records, and are not counted: ")
                + parts.map(\.en).joined(separator: "; "))
    }

    private func part(_ kind: Kind) -> BilingualText {
        let count = counts[kind.rawValue]
        let places = places[kind.rawValue]
        // XML has no lines.
        let hasLines = places.allSatisfy { $0.lineNumber != nil }
        let numbers = places.map { "\($0.lineNumber ?? $0.recordNumber)" }
        let isAll = places.count == count
        let zh = numbers.joined(separator: "、") + (isAll ? "" : "……")
        let en = numbers.joined(separator: ", ") + (isAll ? "" : " …")
        let name = kind.name
        guard !places.isEmpty else { return BilingualText(zh: "\(name.zh) \(count) 行", en: "\(count) \(name.en)") }
        return BilingualText(
            zh: "\(name.zh) \(count) 行（第 \(zh) \(hasLines ? "行" : "条")）",
            en: "\(count) \(name.en) (\(hasLines ? "line" : "record") \(en))")
    }
}

extension NoRecordLines.Kind {
    fileprivate var name: BilingualText {
        switch self {
        case .title: BilingualText(zh: "表头之上", en: "above the header")
        case .skipped: BilingualText(zh: "按 skip 略过", en: "passed over by skip")
        case .header: BilingualText(zh: "重复的表头", en: "repeated headers")
        case .unit: BilingualText(zh: "单位说明", en: "saying a unit")
        case .totals: BilingualText(zh: "合计或签名", en: "totals or signatures")
        case .note: BilingualText(zh: "附注", en: "foot notes")
        case .blank: BilingualText(zh: "空行", en: "blank")
        }
    }
}
