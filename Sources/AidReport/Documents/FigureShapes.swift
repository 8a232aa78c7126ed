import AidModel
import AidStatistics
import AidText

/// Numbers of people, of person-times and of money, as every document of figures has them.
extension DocumentShape<Figures> {
    static let figures = object(
        zh: "一个时期、一个分组的人数、人次和金额。", en: "People, person-times and money of one period and group."
    ) {
        FigureMembers.recipients
        FigureMembers.personTimes
        FigureMembers.amountMinor
    } read: { place throws(JSONProblem) in
        Figures(
            recipientCount: try place[FigureMembers.recipients], personTimeCount: try place[FigureMembers.personTimes],
            amountMinor: try place[FigureMembers.amountMinor])
    }.named("figures")

}

extension DocumentShape<Figures?> {
    static let figuresOrNull = DocumentShape<Figures>.figures.orNull.named("figuresOrNull")
}

private enum FigureMembers {
    static let recipients = DocumentMember(
        "recipients", \Figures.recipientCount, .count, zh: "至少有一人次受助的不同人员；不能相加。",
        en: "Distinct persons with at least one person-time; never to be added up.")
    static let personTimes = DocumentMember(
        "personTimes", \Figures.personTimeCount, .count, zh: "冲正后仍有效的已支付赔付。",
        en: "Paid claims that still stand after reversals.")
    static let amountMinor = DocumentMember(
        "amountMinor", \Figures.amountMinor, .money, zh: "上述赔付的金额，以最小货币单位计。",
        en: "Their money in the currency's minor unit.")
}

extension DocumentShape<Int128> {
    /// Money of claims that stand, in the currency's minor unit.
    static let money = DocumentShape(
        .integer(least: 0), write: { $1.integer($0) }, read: { place throws(JSONProblem) in try place.integer })
}

/// Figures that may be missing or withheld, and why.
enum ShownMembers {
    static let suppressed = DocumentMember(
        optional: "suppressed",
        { (shown: Shown<Figures>) in if case .suppressed(let why) = shown { why } else { nil } },
        DocumentShape.word.named(
            "suppressed", zh: "为何隐去：人数过少，或否则可推算出人数过少的组。",
            en: "Why the figures are withheld: too few recipients, or because a small group's would follow."))
    static let absent = DocumentMember(
        optional: "absent", { (shown: Shown<Figures>) in shown == .absent ? true : nil },
        DocumentShape.yes.named("absent", zh: "该时期没有数据。", en: "There is no data for the period."))

    /// `figures` with the meaning that it has where it stands.
    static func figures(zh: String, en: String) -> DocumentMember<Shown<Figures>, Figures?> {
        DocumentMember("figures", \.value, .figuresOrNull, zh: zh, en: en)
    }

    /// For whoever reads the figures.
    static let figures = figures(zh: "", en: "")

    static func all(zh: String, en: String, mayBeSuppressed: Bool = true) -> DocumentMembers<Shown<Figures>> {
        DocumentMembers {
            figures(zh: zh, en: en)
            if mayBeSuppressed { suppressed }
            absent
            DocumentRule.null([["figures"]], saidBy: [["suppressed"], ["absent"]], name: "shown")
        }
    }
}

/// Something for each measure, under its key.
typealias ByMeasure<Value> = (Measure) -> Value

extension DocumentShape {
    static func byMeasure<Part>(_ shape: DocumentShape<Part>) -> DocumentShape where Value == ByMeasure<Part> {
        .object {
            for measure in Measure.allCases {
                DocumentMember(measure.jsonKey, { $0(measure) }, shape, meaning: measure.meaning)
            }
        }
    }

    /// Left out for the measures that have none.
    static func byMeasure<Part>(optional shape: DocumentShape<Part>) -> DocumentShape where Value == ByMeasure<Part?> {
        .object {
            for measure in Measure.allCases {
                DocumentMember(optional: measure.jsonKey, { $0(measure) }, shape, meaning: measure.meaning)
            }
        }
    }
}

extension Measure {
    /// The measure's key wherever a document holds its value.
    package var jsonKey: String {
        switch self {
        case .recipients: "recipients"
        case .personTimes: "personTimes"
        case .amount: "amountMinor"
        }
    }

    fileprivate var meaning: BilingualText {
        switch self {
        case .recipients: BilingualText(zh: "人数的。", en: "Of the recipients.")
        case .personTimes: BilingualText(zh: "人次的。", en: "Of the person-times.")
        case .amount: BilingualText(zh: "金额的，以最小货币单位计。", en: "Of the money, in the minor unit.")
        }
    }
}

/// A figure of which only bounds may be known, as it was printed rounded.
extension DocumentShape<FigureRange> {
    /// One number where it is exact, both ends where it is not.
    static func range(of number: DocumentShape<Int128>) -> DocumentShape {
        let bounds = DocumentShape.object(zh: "最小值和最大值。", en: "The smallest and the largest value.") {
            DocumentMember("lowest", \.lowest, number, zh: "最小值。", en: "The smallest value.")
            DocumentMember("highest", \.highest, number, zh: "最大值。", en: "The largest value.")
        }
        return DocumentShape(
            .either([number.schema, bounds.schema]),
            write: { range, writer in
                if let exactly = range.exactly { number.write(exactly, &writer) } else { bounds.write(range, &writer) }
            })
    }

    /// One that is always exact.
    static func exactly(_ number: DocumentShape<Int128>) -> DocumentShape {
        DocumentShape(number.schema) { number.write($0.lowest, &$1) }
    }

    /// A figure that was published.
    static let publishedFigure = range(of: .integer)

}

extension DocumentShape<FigureRange?> {
    static let publishedOrNull = DocumentShape<FigureRange>.publishedFigure.orNull.named(
        "publishedFigure", zh: "数字；修约印发的为上下限，未公布的为 null。",
        en: "The figure, or its bounds where it was printed rounded; null: not published.")
}

extension DocumentShape<ByMeasure<FigureRange?>> {
    static let publishedFigures = byMeasure(DocumentShape<FigureRange?>.publishedOrNull).named(
        "publishedFigures", zh: "公布时的数字。", en: "Figures as they were published.")
}

/// A change in percent, or why there is none.
struct PercentOrReason {
    /// Hundredths of a percent.
    let range: FigureRange?
    let whyNone: String?

    init(_ percent: Percent) {
        if case .hundredths(let hundredths) = percent { range = FigureRange(exactly: hundredths) } else { range = nil }
        whyNone =
            switch percent {
            case .hundredths: nil
            case .noneAbsent: "absent"
            case .noneZero: "zero"
            case .noneSuppressed: "suppressed"
            case .noneRounded: "rounded"
            }
    }

    init(_ percent: PercentChange) {
        range = percent.range
        whyNone = percent.whyNone?.rawValue
    }

    /// `percent` and `noPercent`, of which one speaks of each measure.
    ///
    /// - Parameters:
    ///   - number: what a percent may be.
    ///   - reasons: the words that may say why there is none.
    static func members(
        _ number: DocumentShape<FigureRange>, reasons: [String], zh: String, en: String
    ) -> DocumentMembers<ByMeasure<PercentOrReason>> {
        DocumentMembers {
            DocumentMember(
                "percent", { percent in { percent($0).range } }, .byMeasure(number.orNull),
                zh: "变化占基期数字的百分比，保留两位小数，四舍五入。",
                en: "The change in percent of the earlier figure, with two decimals, rounded half away from zero.")
            DocumentMember(
                "noPercent", { percent in { percent($0).whyNone } }, .byMeasure(optional: .words(reasons)), zh: zh,
                en: en)
            for measure in Measure.allCases {
                DocumentRule.null([["percent", measure.jsonKey]], saidBy: [["noPercent", measure.jsonKey]])
            }
        }
    }
}
