import AidModel
import AidStatistics
import AidText

/// The JSON Schema (draft 2020-12) of `report.json`.
///
/// It is strict: no member beyond those described, and null exactly where the
/// member beside it says why. A program that accepts what the schema accepts
/// needs no further checks.
package enum ReportSchema {
    package static func json() -> String {
        value.pretty()
    }

    static var value: JSONText {
        guard case .object(let shape) = report else { return report }
        let head: [JSONText.Member] = [
            JSONText.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
            JSONText.Member(key: "title", value: "report.json of aidstats"),
        ]
        return .object(head + shape + [JSONText.Member(key: "$defs", value: definitions)])
    }

    private static var report: JSONText {
        object(
            "The figures of one quarter of an aid programme, with what they are held against and stand on.",
            [
                "schema": ["const": .string(ReportJSON.schemaName), "description": "The version of this shape."],
                "programme": object(
                    "The programme, as its pipeline file describes it.",
                    [
                        "name": text("The programme's name, as in the path of the report."),
                        "title": reference("bilingual", "The programme's title."),
                        "since": [
                            "anyOf": [reference("date"), ["type": "null"]],
                            "description": "The programme's start; null: the first payment of the data.",
                        ],
                    ]),
                "quarter": reference("quarter", "The quarter of the report."),
                "provisional": boolean("Whether the exports stop before the quarter's last days."),
                "currency": pattern("^[A-Z]{3}$", "ISO 4217 code; every amountMinor is in its minor unit."),
                "minGroup": count("The smallest number of recipients shown in a group; 0 shows all."),
                "figures": reference("figures", "The figures of the quarter."),
                "unidentified": object(
                    "Person-times of the quarter that count no recipient, and their money.",
                    ["personTimes": count("Person-times."), "amountMinor": integer("Money in the minor unit.")]),
                "people": reference("people"),
                "yearEarlier": reference("publishedComparison", "Against the same quarter of the year before."),
                "quarterEarlier": reference("comparison", "Against the quarter before."),
                "yearToDate": reference("yearToDate", "From 1 January to the end of the quarter."),
                "cumulative": reference("cumulative", "From the programme's start to the end of the quarter."),
                "breakdowns": list("The groups of each breakdown field.", of: reference("breakdown")),
                "quarters": list(
                    "Every quarter of the data up to the report's, oldest first.", of: reference("quarterLine")),
                "balance": reference("balance", "Where every record of all inputs went."),
                "inputs": list("Each input, in input order.", of: reference("input")),
                "findings": list("What a reader of the figures must know.", of: reference("finding")),
                "definitions": object(
                    "What each figure and kind of period means; what the report does not have is left out.",
                    Definition.always.map { ($0.rawValue, reference("bilingual")) },
                    optional: (Definition.ofPublished + [.forgotten]).map { ($0.rawValue, reference("bilingual")) }),
                "sources": object(
                    "What the figures stand on besides the inputs.",
                    [
                        "pipelineFile": object(
                            "The pipeline file of the run.",
                            ["file": text("Its name."), "sha256": reference("sha256")]),
                        "version": text("The version of aidstats."),
                    ]),
            ],
            optional: [
                ("restatement", reference("restatement")),
                (
                    "keptFrom",
                    reference(
                        "quarter", "Figures of quarters before it are as they were when their records were forgotten.")
                ),
            ])
    }

    private static var definitions: JSONText {
        .object(
            (basics + figureShapes + publishedShapes + balanceShapes).map { JSONText.Member(key: $0.0, value: $0.1) })
    }

    static var basics: [Property] {
        [
            ("quarter", pattern("^[0-9]{4}Q[1-4]$", "A civil quarter, as 2023Q2.")),
            ("date", pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "A day, as 2023-06-30.")),
            ("sha256", pattern("^[0-9a-f]{64}$", "SHA-256 in lower-case hexadecimal.")),
            (
                "bilingual",
                object("A text in Chinese and in English.", ["zh": text("In Chinese."), "en": text("In English.")])
            ),
            (
                "finding",
                object(
                    "A note, a warning or an error about the figures.",
                    [
                        "level": choice(["note", "warning", "error"], "How much it matters."),
                        "code": pattern("^[a-z0-9]+(-[a-z0-9]+)*$", "The finding's kind, stable across versions."),
                        "message": reference("bilingual", "The finding in words."),
                    ])
            ),
        ]
    }
}
