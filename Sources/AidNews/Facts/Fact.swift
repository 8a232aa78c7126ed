package import AidModel

/// One figure that may be stated of the programme, with all that it stands on (事实).
///
/// A sentence, a page and the checker of drafts say nothing of figures but what a fact says. A
/// figure that protects people by being withheld is no fact, nor is one from which it follows.
///
/// - Source: a report, and the published vintages of the ledger.
package struct Fact: Sendable, Hashable {
    /// Stable and readable: `2023Q2/yoy/amount/percent` (see `FactID`).
    package var id: String
    package var kind: FactKind
    /// The time that it speaks of, which for a change is the later of the two.
    package var period: FactPeriod
    /// nil: the programme as a whole.
    package var group: FactGroup?
    package var measure: FactMeasure
    /// What it is held against; nil: nothing, as for a level.
    package var base: FactBase?
    /// Exact, before any rounding; or why there is none.
    package var value: FactValue
    package var unit: FactUnit
    /// As it stands in sentences: `98.58万人`, `增加15.22万人`; of a figure that is none, why.
    package var printed: BilingualText
    /// What the last printed digit is worth in each language.
    package var precision: FactPrecision
    /// The keys of the sentences that define it, in `FactSet.definitions`.
    package var definitions: [String]
    /// Whether the exports stop before the end of its period, or of that of its base, or a quarter of either
    /// lacks its first or last fortnight (初步).
    package var isProvisional: Bool
    /// Whether it, or its base, differs from what was last published (修订).
    package var isRestated: Bool
    /// What must stand beside it, such as 由于数值修约误差……; nil: nothing. Empty in a language in which the
    /// printed figures do add up.
    package var note: BilingualText?
    /// The keys of what it stands on, in `FactSet.sources`.
    package var sources: [String]

    package init(
        id: String, kind: FactKind, period: FactPeriod, group: FactGroup?, measure: FactMeasure, base: FactBase?,
        value: FactValue, unit: FactUnit, printed: BilingualText, precision: FactPrecision, definitions: [String],
        isProvisional: Bool, isRestated: Bool, note: BilingualText?, sources: [String]
    ) {
        self.id = id
        self.kind = kind
        self.period = period
        self.group = group
        self.measure = measure
        self.base = base
        self.value = value
        self.unit = unit
        self.printed = printed
        self.precision = precision
        self.definitions = definitions
        self.isProvisional = isProvisional
        self.isRestated = isRestated
        self.note = note
        self.sources = sources
    }
}

/// A group of a breakdown, as facts name it.
package struct FactGroup: Sendable, Hashable {
    /// The breakdown's field in the pipeline file.
    package var field: String
    /// What reports call the field.
    package var title: BilingualText
    /// nil: the claims whose field was empty (未填), or the rest of many groups.
    package var name: String?
    /// Of how many groups that reports do not show by name it is all that they have together (其余), people told apart;
    /// nil: it is one group.
    package var restCount: Int?

    package init(field: String, title: BilingualText, name: String?, restCount: Int? = nil) {
        self.field = field
        self.title = title
        self.name = name
        self.restCount = restCount
    }

    /// A group of which nobody told what reports call its field.
    package init(_ group: PublishedCell.Group) {
        self.init(field: group.field, title: BilingualText(zh: group.field, en: group.field), name: group.name)
    }
}

/// What the last printed digit is worth, in the fact's unit: 100 for 98.58万人, 1 for 985,800.
///
/// Of a percent, of percentage points and of person-times a person, in hundredths of what is printed; of a
/// figure that is none, 0.
package struct FactPrecision: Sendable, Hashable {
    package var zh: Int128
    package var en: Int128

    package init(zh: Int128, en: Int128) {
        self.zh = zh
        self.en = en
    }
}
