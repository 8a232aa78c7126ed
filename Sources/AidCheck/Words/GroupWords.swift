import AidModel

/// How drafts call groups.
enum GroupWords {
    /// The two kinds of care that every programme of this sort has, where no group is known.
    static let usual = ["门诊", "住院"].map { PublishedCell.Group(field: "care", name: $0) }

    /// How the press calls the kinds of care.
    private static let inOtherWords = [
        "门诊": ["普通门诊", "门急诊", "outpatient", "outpatients", "outpatient care", "outpatient treatment", "clinic visits"],
        "住院": ["inpatient", "inpatients", "inpatient care", "inpatient treatment", "hospital stays", "hospital care"],
    ]

    /// What else English calls kinds of care, by the first word of their title.
    static let inOtherEnglish = [
        "surgery": ["surgical", "operations", "an operation"], "operations": ["surgery", "surgical"],
        "medicines": ["medicine", "medication", "drugs", "pharmacy"], "drugs": ["medicines", "medication"],
        "outpatient": ["out-patient", "out-patients"],
        "inpatient": [
            "in-patient", "in-patients", "hospitalised", "hospitalized", "hospitalisation", "hospitalization",
        ],
        "accidents": ["accidental"], "illness": ["illnesses", "sickness"], "maternity": ["childbirth"],
        "dental": ["dentistry", "dental care"],
    ]

    /// Whether a name is one that no reader of prose can tell from other words: 男, 其他, 合计, 2023年.
    ///
    /// - Parameter name: in the form in which a draft is read.
    static func isWord(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)
        guard scalars.count > 1 else { return true }
        return kind(scalars).map { !$0.isOfOthers } ?? false
    }

    /// The places of those that no reader of prose can tell: words, names with marks that end sentences or clauses, and
    /// names that groups of two fields have.
    static func unread(_ groups: [PublishedCell.Group]) -> Set<Int> {
        var first: [String: Int] = [:]
        var unread: Set<Int> = []
        for (place, group) in groups.enumerated() {
            let word = ReadText.word(group.name ?? EmptyGroup.name)
            if let other = first.updateValue(place, forKey: word) { unread.formUnion([place, other]) }
            let hasMark = word.unicodeScalars.contains { "。；，、：！？…\n（）()【】|“”".unicodeScalars.contains($0) }
            if hasMark || isWord(word) { unread.insert(place) }
        }
        return unread
    }

    /// Whether a name that stands alone says something of the figures beside it: 合计, 同比, 2023年.
    static func saysMore(_ name: String) -> Bool {
        switch kind(Array(name.unicodeScalars)) {
        case nil: false
        // All, as reports call the whole
        case .plain?: name.lowercased() == "all"
        case let kind?: !kind.isOfOthers
        }
    }

    /// What the word means that a whole name is; nil: it is none.
    private static func kind(_ name: [Unicode.Scalar]) -> DraftToken.Kind? {
        guard !name.isEmpty else { return nil }
        for lexicon in [Lexicon.chinese, Lexicon.english] {
            if let (count, kind) = lexicon.word(name, at: 0), count == name.count { return kind }
        }
        let periods = PeriodReader(TextScan(text: name))
        if let token = periods.token(at: 0), token.range.count == name.count { return token.kind }
        // 二级 and 三类 are grades, and count nothing.
        if let last = name.last, "级类档型".unicodeScalars.contains(last) { return nil }
        let numerals = NumeralReader(scalars: name, gaps: Array(repeating: .none, count: name.count))
        return numerals.numeral(at: 0).flatMap { $0.range.count == name.count ? .number($0) : nil }
    }

    /// The names of groups, each with the group's place. A district is often written without 区.
    static func names(_ groups: [PublishedCell.Group]) -> [(name: String, place: Int)] {
        groups.enumerated().flatMap { place, group -> [(name: String, place: Int)] in
            guard let name = group.name else { return [(EmptyGroup.name, place), ("without an entry", place)] }
            let short = name.dropLast()
            let hasShort = (name.hasSuffix("区") || name.hasSuffix("县")) && short.count > 1
            let others = (hasShort ? [String(short)] : []) + (inOtherWords[name] ?? [])
            return [(name, place)] + others.map { ($0, place) }
        }
    }
}
