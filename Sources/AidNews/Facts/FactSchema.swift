import AidModel
import AidText

/// The JSON Schema (draft 2020-12) of `facts.json`.
///
/// It is strict, as that of report.json: no member beyond those described, and a value null exactly
/// where `noValue` says why.
package enum FactSchema {
    package static func json() -> String {
        value.pretty()
    }

    static var value: JSONText {
        guard case .object(let shape) = file else { return file }
        return .object(
            [
                JSONText.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
                JSONText.Member(key: "title", value: "facts.json of aidstats"),
            ] + shape + [JSONText.Member(key: "$defs", value: .object(shapes))])
    }

    private static var file: JSONText {
        JSONShape.object(
            "Every figure that may be stated of one quarter of an aid programme, and what it stands on.",
            [
                ("schema", ["const": .string(FactJSON.schemaName), "description": "The version of this shape."]),
                (
                    "programme",
                    JSONShape.object(
                        "The programme, as its pipeline file describes it.",
                        [
                            ("name", JSONShape.text("The programme's name, as in the path of the file.")),
                            ("title", JSONShape.reference("bilingual", "The programme's title.")),
                            (
                                "since",
                                JSONShape.orNull(
                                    JSONShape.reference("date"),
                                    "The programme's start; null: the first payment of the data.")
                            ),
                        ])
                ),
                ("quarter", JSONShape.reference("quarter", "The quarter that the facts are about.")),
                ("provisional", JSONShape.boolean("Whether days of the quarter are missing, or may be.")),
                ("currency", JSONShape.pattern("^[A-Z]{3}$", "ISO 4217 code; money is in its minor unit.")),
                (
                    "rounding",
                    JSONShape.choice(Rounding.allCases.map(\.rawValue), "How figures were rounded for print, once.")
                ),
                (
                    "definitions",
                    JSONShape.map(
                        "The sentences that define the figures, by key.", of: JSONShape.reference("bilingual"))
                ),
                (
                    "sources",
                    JSONShape.map("What the facts stand on, by key.", of: JSONShape.reference("source"))
                ),
                ("facts", JSONShape.list("The facts, in the order of a report.", of: JSONShape.reference("fact"))),
            ],
            optional: [
                (
                    "laterQuarters",
                    ["const": true, "description": "The data hold quarters after it, of which no fact tells."]
                )
            ])
    }

    private static var shapes: [JSONText.Member] {
        let shapes: [(String, JSONText)] = [
            (
                "bilingual",
                JSONShape.object(
                    "One text in both languages.", [("zh", ["type": "string"]), ("en", ["type": "string"])])
            ),
            ("quarter", JSONShape.pattern("^[0-9]{4}Q[1-4]$", "A civil quarter.")),
            (
                "date",
                JSONShape.pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "A civil day.")
            ),
            ("sha256", JSONShape.pattern("^[0-9a-f]{64}$", "A SHA-256 in lower-case hexadecimal.")),
            ("integer", JSONShape.integer("Exact, however large: it may be beyond 2^53.")),
            ("period", period),
            ("value", value(of: "Exactly, within bounds, or as an exact quotient; in the fact's unit.")),
            (
                "noValue",
                JSONShape.choice(
                    FactValue.WhyNone.allCases.map(\.rawValue),
                    "Why there is none: a period has no data, the base is 0, is withheld, or is known only rounded.")
            ),
            ("vintage", JSONShape.object("A published version of a quarter's figures.", vintage)),
            ("base", base),
            ("fact", fact),
            ("source", source),
        ]
        return shapes.map { JSONText.Member(key: $0.0, value: $0.1) }
    }

    private static let vintage: [JSONShape.Property] = [
        ("quarter", JSONShape.reference("quarter")),
        ("number", JSONShape.positive("From 1, in the order of publication.")),
        ("publishedOn", JSONShape.reference("date", "The day of publication.")),
    ]

    private static var period: JSONText {
        JSONShape.object(
            "The time that a figure speaks of.",
            [
                (
                    "type",
                    JSONShape.choice(
                        ["quarter", "yearToDate", "cumulative"], "A quarter, the year so far, or since the start.")
                ),
                ("quarter", JSONShape.reference("quarter", "The quarter, or the last one of the span.")),
                ("from", JSONShape.reference("date", "The first day.")),
                ("through", JSONShape.reference("date", "The last day.")),
            ])
    }

    private static func value(of description: String) -> JSONText {
        func shape(_ members: (String, JSONText)...) -> JSONText { JSONShape.object("", members) }
        let integer = JSONShape.reference("integer")
        return [
            "description": .string(description),
            "oneOf": [
                shape(("exactly", integer)),
                shape(("lowest", integer), ("highest", integer)),
                shape(("numerator", integer), ("denominator", JSONShape.positive("Above 0."))),
                ["type": "null"],
            ],
        ]
    }

    /// A value is null exactly where `noValue` stands beside it.
    private static let nullWhereSaid: JSONText = [
        "oneOf": [
            [
                "properties": ["value": ["type": "object"]],
                "not": ["required": ["noValue"]],
            ],
            [
                "properties": ["value": ["type": "null"]],
                "required": ["noValue"],
            ],
        ]
    ]

    private static var base: JSONText {
        JSONShape.object(
            "What a fact is held against, and what that was itself.",
            [
                (
                    "comparison",
                    JSONShape.choice(
                        FactBase.Comparison.allCases.map(\.rawValue),
                        "The year earlier, the quarter earlier, what was published, the whole, the others, or what was "
                            + "before.")
                ),
                ("period", JSONShape.reference("period", "The time of the base.")),
                ("value", JSONShape.reference("value", "The base's own figure.")),
            ],
            optional: [
                ("noValue", JSONShape.reference("noValue")),
                (
                    "count",
                    JSONShape.positive(
                        "How many groups are compared, or quarters a run has, the fact's own included.")
                ),
                (
                    "others",
                    JSONShape.object(
                        "The quarters that a record is above or below; the base is the one that comes nearest.",
                        [
                            ("since", JSONShape.reference("quarter", "The first of them.")),
                            ("count", JSONShape.positive("How many they are, without the record's own.")),
                        ])
                ),
                ("vintage", JSONShape.reference("vintage", "The published version that the base is.")),
            ], rules: [nullWhereSaid])
    }

    private static var fact: JSONText {
        let precision = JSONShape.reference("integer", "In the fact's unit.")
        return JSONShape.object(
            "One figure.",
            [
                ("id", JSONShape.pattern("^[0-9]{4}Q[1-4](@[0-9]+)?/.", "Stable and readable.")),
                ("kind", JSONShape.choice(FactKind.allCases.map(\.rawValue), "What sort of statement it is.")),
                ("measure", JSONShape.choice(FactMeasure.allCases.map(\.rawValue), "What it measures.")),
                ("period", JSONShape.reference("period")),
                (
                    "group",
                    JSONShape.orNull(
                        JSONShape.object(
                            "A group of a breakdown.",
                            [
                                ("field", JSONShape.text("The breakdown's field in the pipeline file.")),
                                ("title", JSONShape.reference("bilingual", "What reports call the field.")),
                                (
                                    "name",
                                    [
                                        "type": ["string", "null"],
                                        "description": "null where the field was empty (未填).",
                                    ]
                                ),
                            ]), "null: the programme as a whole.")
                ),
                (
                    "unit",
                    JSONShape.choice(
                        FactUnit.allCases.map(\.rawValue),
                        "In what the value counts; minor is the currency's minor unit. A percent is value × 100.")
                ),
                ("value", JSONShape.reference("value")),
                ("printed", JSONShape.reference("bilingual", "As it stands in sentences; where it is none, why.")),
                (
                    "precision",
                    JSONShape.object(
                        "What the last printed digit is worth; of percents and of person-times a person in hundredths.",
                        [("zh", precision), ("en", precision)])
                ),
                ("base", JSONShape.orNull(JSONShape.reference("base"), "null: it is held against nothing.")),
                (
                    "definitions",
                    JSONShape.list("Keys of the sentences that define it.", of: ["type": "string"])
                ),
                ("provisional", JSONShape.boolean("Whether days of its period, or of its base, are missing.")),
                ("restated", JSONShape.boolean("Whether it, or its base, differs from what was last published.")),
                ("sources", JSONShape.list("Keys of what it stands on.", of: ["type": "string"])),
            ],
            optional: [
                ("noValue", JSONShape.reference("noValue")),
                ("note", JSONShape.reference("bilingual", "What must stand beside it; empty where nothing must.")),
            ], rules: [nullWhereSaid])
    }

    private static var source: JSONText {
        let run = JSONShape.object(
            "The run that counted the report.",
            [
                ("type", ["const": "run"]),
                (
                    "inputs",
                    JSONShape.list(
                        "The exports, in input order.",
                        of: JSONShape.object(
                            "One export.",
                            [
                                ("file", JSONShape.text("The path as the pipeline file or the user names it.")),
                                (
                                    "sha256",
                                    JSONShape.orNull(
                                        JSONShape.reference("sha256"), "null where the run was told not to take it.")
                                ),
                            ]))
                ),
                (
                    "pipelineFile",
                    JSONShape.object(
                        "The pipeline file.",
                        [
                            ("file", JSONShape.text("Its name, without its folder.")),
                            ("sha256", JSONShape.reference("sha256")),
                        ])
                ),
                ("version", JSONShape.text("The version of the program.")),
            ])
        func published(_ origin: String, _ more: [JSONShape.Property]) -> JSONText {
            JSONShape.object(
                "A published version.",
                [("type", ["const": "vintage"])] + vintage + [("origin", ["const": .string(origin)])] + more)
        }
        return [
            "oneOf": [
                run, published("run", []),
                published("imported", [("sha256", JSONShape.reference("sha256", "Of the file of printed figures."))]),
                published("unknown", []),
            ]
        ]
    }
}
