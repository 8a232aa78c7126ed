import AidModel
import AidText

/// Published figures and changes between them as JSON.
///
/// An exact figure is an integer, a rounded one `{"lowest": …, "highest": …}`, one that was not
/// published null; money is in the currency's minor unit.
enum PublishedJSON {
    static func programme(_ programme: Programme) -> JSONText {
        ["name": .string(programme.name), "title": ReportJSON.bilingual(programme.title)]
    }

    /// A group; the name of the claims whose field was empty is null.
    static func group(_ group: PublishedCell.Group) -> JSONText {
        ["field": .string(group.field), "name": group.name.map { .string($0) } ?? .null]
    }

    static func figures(_ figures: PublishedFigures) -> JSONText {
        measures { range(figures[$0]) }
    }

    static func range(_ range: FigureRange?) -> JSONText {
        guard let range else { return .null }
        if let exactly = range.exactly { return .integer(exactly) }
        return ["lowest": .integer(range.lowest), "highest": .integer(range.highest)]
    }

    /// The members `change`, `percent` and `noPercent`.
    static func members(of change: (Measure) -> FigureChange) -> [JSONText.Member] {
        [
            JSONText.Member(key: "change", value: measures { range(change($0).range) }),
            JSONText.Member(key: "percent", value: measures { percent(change($0).percent) }),
            JSONText.Member(
                key: "noPercent",
                value: .object(
                    Measure.allCases.compactMap { measure in
                        change(measure).percent.whyNone.map {
                            JSONText.Member(key: measure.jsonKey, value: .string($0.rawValue))
                        }
                    })),
        ]
    }

    static func measures(_ value: (Measure) -> JSONText) -> JSONText {
        .object(Measure.allCases.map { JSONText.Member(key: $0.jsonKey, value: value($0)) })
    }

    private static func percent(_ percent: PercentChange) -> JSONText {
        switch percent {
        case .hundredths(let hundredths): .hundredths(hundredths)
        case .between(let range): ["lowest": .hundredths(range.lowest), "highest": .hundredths(range.highest)]
        case .unknown: .null
        }
    }
}
