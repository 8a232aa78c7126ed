import AidModel
import AidText

/// `facts.json`: the facts for programs, in the shape that `FactSchema` describes.
///
/// Each fact takes one line, so that a search shows it whole. Every exact value is a JSON integer, however large; a program whose numbers are floating point
/// must read those beyond 2^53 with care, as those of report.json.
package enum FactJSON {
    package static let fileName = "facts.json"
    static let schemaName = "aidstats.facts/1"

    package static func bytes(_ facts: FactSet) -> [UInt8] {
        Array(value(facts).pretty(withLinesIn: "facts").utf8)
    }

    static func value(_ facts: FactSet) -> JSONText {
        .object(of: [
            "schema": .string(schemaName),
            "programme": [
                "name": .string(facts.programme.name),
                "title": bilingual(facts.programme.title),
                "since": facts.programme.since.map(text) ?? .null,
            ],
            "quarter": text(facts.quarter),
            "provisional": .bool(facts.isProvisional),
            "laterQuarters": facts.hasLaterQuarters ? true : nil,
            "currency": .string(facts.programme.currency.code),
            "rounding": .string(facts.rounding.rawValue),
            "definitions": .object(
                facts.definitions.map { JSONText.Member(key: $0.key, value: bilingual($0.text)) }),
            "sources": .object(
                facts.sources.map { JSONText.Member(key: $0.key, value: source($0)) }),
            "facts": .array(facts.facts.map(fact)),
        ])
    }

    static func fact(_ fact: Fact) -> JSONText {
        .object(of: [
            "id": .string(fact.id),
            "kind": .string(fact.kind.rawValue),
            "measure": .string(fact.measure.rawValue),
            "period": period(fact.period),
            "group": fact.group.map(group) ?? .null,
            "unit": .string(fact.unit.rawValue),
            "value": value(fact.value),
            "noValue": why(fact.value),
            "printed": bilingual(fact.printed),
            "precision": ["zh": .integer(fact.precision.zh), "en": .integer(fact.precision.en)],
            "base": fact.base.map(base) ?? .null,
            "definitions": .array(fact.definitions.map { .string($0) }),
            "provisional": .bool(fact.isProvisional),
            "restated": .bool(fact.isRestated),
            "note": fact.note.map(bilingual),
            "sources": .array(fact.sources.map { .string($0) }),
        ])
    }

    private static func group(_ group: FactGroup) -> JSONText {
        [
            "field": .string(group.field), "title": bilingual(group.title),
            "name": group.name.map { .string($0) } ?? .null,
        ]
    }

    private static func base(_ base: FactBase) -> JSONText {
        .object(of: [
            "comparison": .string(base.comparison.rawValue),
            "period": period(base.period),
            "value": value(base.value),
            "noValue": why(base.value),
            "count": base.count.map { .integer($0) },
            "others": base.others.map { ["since": text($0.since), "count": .integer($0.count)] },
            "vintage": base.vintage.map(vintage),
        ])
    }

    private static func vintage(_ vintage: FactVintage) -> JSONText {
        [
            "quarter": text(vintage.quarter), "number": .integer(vintage.number),
            "publishedOn": text(vintage.publishedOn),
        ]
    }

    private static func period(_ period: FactPeriod) -> JSONText {
        let type =
            switch period {
            case .quarter: "quarter"
            case .yearToDate: "yearToDate"
            case .cumulative: "cumulative"
            }
        return [
            "type": .string(type), "quarter": text(period.quarter), "from": text(period.firstDay),
            "through": text(period.lastDay),
        ]
    }

    private static func value(_ value: FactValue) -> JSONText {
        switch value {
        case .exactly(let value): ["exactly": .integer(value)]
        case .between(let range): ["lowest": .integer(range.lowest), "highest": .integer(range.highest)]
        case .ratio(let ratio):
            ["numerator": .integer(ratio.numerator), "denominator": .integer(ratio.denominator)]
        case .none: .null
        }
    }

    private static func why(_ value: FactValue) -> JSONText? {
        if case .none(let why) = value { .string(why.rawValue) } else { nil }
    }

    private static func source(_ source: FactSource) -> JSONText {
        switch source {
        case .run(let run):
            return [
                "type": "run",
                "inputs": .array(
                    run.inputs.map {
                        ["file": .string($0.name), "sha256": $0.sha256.map { .string($0) } ?? .null]
                    }),
                "pipelineFile": [
                    "file": .string(run.pipelineFileName), "sha256": .string(run.pipelineFileSHA256),
                ],
                "version": .string(run.version),
            ]
        case .vintage(let vintage, let origin):
            let (name, sha256): (String, String?) =
                switch origin {
                case .run: ("run", nil)
                case .imported(let sha256): ("imported", sha256)
                case .unknown: ("unknown", nil)
                }
            return .object(of: [
                "type": "vintage",
                "quarter": text(vintage.quarter),
                "number": .integer(vintage.number),
                "publishedOn": text(vintage.publishedOn),
                "origin": .string(name),
                "sha256": sha256.map { .string($0) },
            ])
        }
    }

    private static func bilingual(_ text: BilingualText) -> JSONText {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }

    private static func text(_ value: some CustomStringConvertible) -> JSONText {
        .string(value.description)
    }
}
