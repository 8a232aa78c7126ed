import AidModel

/// The names that templates may use, and what each of them is.
///
/// A template that names anything else is refused, so that a mistyped name never leaves a hole in a sentence.
indirect enum NewsShape: Sendable {
    /// A text from outside or of ours, such as a title or a period.
    case text
    case flag
    /// Parts; `isText`: also a text itself.
    case parts([String: NewsShape], isText: Bool)
    /// A section is shown once for each.
    case list([String: NewsShape])

    /// Whether `{{name}}` may stand in a text.
    var isText: Bool {
        switch self {
        case .text: true
        case .parts(_, let isText): isText
        case .flag, .list: false
        }
    }

    var parts: [String: NewsShape] {
        switch self {
        case .text, .flag: [:]
        case .parts(let parts, _), .list(let parts): parts
        }
    }

    /// Everything that a template begins with.
    ///
    /// - Parameter ids: of the statements that the pipeline file has.
    static func root(statements ids: [String]) -> [String: NewsShape] {
        facts.merging(["statements": .parts(statements(ids), isText: false)]) { $1 }
    }

    /// The statements of the pipeline file, and those that the given templates name, whether there are any or not.
    static func statements(_ ids: [String]) -> [String: NewsShape] {
        let all = NewsStatement.Known.allCases.map(\.rawValue) + ids
        return Dictionary(
            all.map { ($0, .parts(["source": .text, "asOf": .text], isText: true)) }, uniquingKeysWith: { $1 })
    }

    private static let facts: [String: NewsShape] = {
        var root: [String: NewsShape] = [
            "programme": .text, "quarter": .text, "thisQuarter": .text, "isFirstQuarter": .flag,
            "isProvisional": .flag, "isRestated": .flag, "yoy": comparison, "qoq": comparison,
            "yoyPublished": published, "published": published, "highest": record, "lowest": record,
            "firstTime": figure, "returning": figure,
            "personTimesPerRecipient": figure, "amountPerRecipient": figure, "amountPerPersonTime": figure,
            "breakdowns": .list([
                "title": .text, "isLong": .flag, "isLast": .flag, "groups": .list(group), "contributions": .text,
                "rest": .parts(measures(figure), isText: false),
            ]),
        ]
        root.merge(measures(figure)) { $1 }
        root.merge(perThousand) { $1 }
        root["members"] = .parts(
            [
                "number": .text, "source": .text, "asOf": .text, "changes": .text, "isProvisional": .flag,
            ], isText: true)
        root["ytd"] = .parts(
            measures(figure).merging(["span": .text, "isProvisional": .flag, "yoy": comparison]) { $1 }, isText: false)
        root["cumulative"] = .parts(
            measures(figure).merging(["since": .text, "through": .text]) { $1 }, isText: false)
        return root
    }()

    private static let group = measures(figure).merging(perThousand) { $1 }.merging([
        "name": .text, "yoy": comparison, "isFirst": .flag, "isLast": .flag,
    ]) { $1 }

    /// The measures for a thousand members.
    private static let perThousand: [String: NewsShape] = Dictionary(
        uniqueKeysWithValues: Measure.allCases.map { (FactMeasure(perThousand: $0).rawValue, figure) })

    /// A level or an average.
    static let figure = NewsShape.parts(
        [
            "number": .text, "exact": .text, "over": .text, "more": .text, "above": .text, "beyond": .text,
            "nearly": .text, "about": .text, "isLarge": .flag, "isZero": .flag, "share": .text,
            "rank": .parts(["isFirst": .flag], isText: true),
            "highest": .parts(["since": .text], isText: true), "lowest": .parts(["since": .text], isText: true),
            "rises": run, "falls": run, "yearlyRises": run, "yearlyFalls": run, "milestone": .text,
        ], isText: true)

    /// The measures that are higher or lower than in all other quarters.
    private static let record = NewsShape.parts(
        ["measures": .text, "since": .text, "isSeveral": .flag], isText: false)

    private static let run = NewsShape.parts(["count": .text, "isLong": .flag, "isAtLeast": .flag], isText: true)

    static let change = NewsShape.parts(
        ["size": .text, "isRise": .flag, "isFall": .flag, "isEqual": .flag], isText: true)

    static let comparison = NewsShape.parts(
        measures(.parts(["change": change, "percent": change, "base": figure], isText: false)).merging([
            "period": .text, "isProvisional": .flag, "changes": .text, "percents": .text, "moves": .text,
            "factors": .text,
        ]) { $1 }, isText: false)

    private static let published: NewsShape = {
        guard case .parts(let parts, _) = comparison else { return comparison }
        return .parts(parts.merging(["day": .text]) { $1 }, isText: false)
    }()

    private static func measures(_ shape: NewsShape) -> [String: NewsShape] {
        ["recipients": shape, "personTimes": shape, "amount": shape]
    }
}
