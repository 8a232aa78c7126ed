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
