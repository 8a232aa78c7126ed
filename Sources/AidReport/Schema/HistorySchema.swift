import AidModel
import AidText

/// The JSON Schemas (draft 2020-12) of what `history` and `compare` print.
///
/// As strict as that of reports, whose words they are written in.
package enum HistorySchema {
    package static func history() -> String {
        file(
            "JSON of aidstats history", HistoryReport.schemaName,
            [
                ("quarters", ReportSchema.list("Every published quarter, oldest first.", of: quarter)),
                (
                    "unpublished",
                    ReportSchema.list(
                        "The quarters of the last run that were never published.",
                        of: ReportSchema.object(
                            "One quarter.",
                            [
                                "quarter": reference("quarter"), "provisional": provisional,
                                "figures": nullable(reference("figures")),
                            ]))
                ),
            ], head: head, optional: group)
    }

    package static func triangle() -> String {
        let line = ReportSchema.object(
            "One quarter's vintages.",
            [
                (
                    "vintages",
                    ReportSchema.list(
                        "By number.",
                        of: ReportSchema.object(
                            "One vintage.", [("vintage", number), ("figure", reference("publishedFigure"))],
                            optional: [suppressed]))
                ),
                ("quarter", reference("quarter")),
            ], optional: [("now", reference("publishedFigure", "As the newest run counts it."))])
        return file(
            "JSON of aidstats history --triangle", RevisionTriangle.schemaName,
            [
                (
                    "measures",
                    ReportSchema.object(
                        "Each measure's quarters.",
                        Measure.allCases.map { ($0.jsonKey, ReportSchema.list("Oldest first.", of: line)) })
                )
            ], head: head, optional: group)
    }

    package static func compare() -> String {
        let side = ReportSchema.object(
            "What one side is.",
            [
                "title": reference("bilingual", "What it is."),
                "notes": ReportSchema.list("What a reader must know.", of: reference("bilingual")),
            ])
        let cell = ReportSchema.object(
            "One period and group: both sides, and the change from the first to the second.",
            [
                ("period", ReportSchema.choice(["quarter", "span", "yearToDate", "cumulative"], "The period.")),
                ("base", reference("content")), ("now", reference("content")),
            ] + change, optional: group, rules: Measure.allCases.map(percentOrReason))
        return file(
            "JSON of aidstats compare", ComparisonReport.schemaName,
            [
                ("currency", currency), ("base", side), ("now", side),
                ("cells", ReportSchema.list("By period; the total before its groups.", of: cell)),
            ])
    }

    // MARK: Files

    private typealias Property = ReportSchema.Property

    private static func file(
        _ title: String, _ name: String, _ members: [Property], head: [Property] = [], optional: [Property] = []
    ) -> String {
        let schema: Property = ("schema", ["const": .string(name), "description": "The version of this shape."])
        let shape = ReportSchema.object(title, [schema] + head + members, optional: optional)
        guard case .object(let shapeMembers) = shape else { return shape.pretty() }
        return JSONText.object(
            [
                JSONText.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
                JSONText.Member(key: "title", value: .string(title)),
            ] + shapeMembers + [JSONText.Member(key: "$defs", value: definitions)]
        ).pretty()
    }

    private static var definitions: JSONText {
        let wanted = ["quarter", "date", "sha256", "bilingual", "figures", "publishedFigure", "publishedFigures"]
        let shared = (ReportSchema.basics + ReportSchema.figureShapes + ReportSchema.publishedShapes).filter {
            wanted.contains($0.0)
        }
        return .object((shared + [("content", content)]).map { JSONText.Member(key: $0.0, value: $0.1) })
    }

    private static var head: [Property] {
        [
            (
                "programme",
                ReportSchema.object(
                    "The programme.",
                    ["name": ReportSchema.text("Its name."), "title": reference("bilingual", "Its title.")])
            ),
            ("currency", currency),
            ("period", ReportSchema.choice(PublishedCell.Period.allCases.map(\.rawValue), "Ends with each quarter.")),
        ]
    }

    // MARK: Parts

    private static var quarter: JSONText {
        ReportSchema.object(
            "One quarter, as it was published and as it stands.",
            [("quarter", reference("quarter")), ("vintages", ReportSchema.list("By number.", of: vintage))],
            optional: [
                (
                    "now",
                    ReportSchema.object(
                        "As the newest run counts it.",
                        [
                            ("provisional", provisional), ("figures", nullable(reference("publishedFigures"))),
                            ("differs", ReportSchema.boolean("Whether it surely differs from the last vintage.")),
                            ("revision", revision),
                        ], optional: [absent])
                )
            ])
    }

    private static var vintage: JSONText {
        ReportSchema.object(
            "The figures as they were published at one time.",
            [
                ("vintage", number), ("publishedOn", reference("date")),
                (
                    "reason",
                    nullable(
                        ReportSchema.choice(
                            RestatementReason.allCases.map(\.rawValue), "Why it restates the one before."))
                ),
                ("provisional", provisional),
                (
                    "origin",
                    [
                        "description": "The ledger's number of the run, or the SHA-256 of the file of printed figures.",
                        "oneOf": [
                            ReportSchema.object("A run.", ["run": ReportSchema.count("Its number.")]),
                            ReportSchema.object("A file.", ["imported": reference("sha256")]),
                        ],
                    ]
                ),
                ("figures", nullable(reference("publishedFigures"))),
            ],
            optional: [
                ("note", ReportSchema.text("What the publisher noted.")), suppressed, absent, ("revision", revision),
            ], rules: shown)
    }

    /// How figures differ from those of the vintage before.
    private static var revision: JSONText {
        ReportSchema.object(
            "The change from the vintage before.", change, rules: Measure.allCases.map(percentOrReason))
    }

    private static var change: [Property] {
        [
            ("change", reference("publishedFigures", "null where a figure is not known.")),
            (
                "percent",
                ReportSchema.object(
                    "The change in percent of the base, both ends where it is not exact; null where there is none.",
                    Measure.allCases.map { measure in
                        let number: JSONText = ["type": "number"]
                        let ends = ReportSchema.object("Both ends.", ["lowest": number, "highest": number])
                        return (measure.jsonKey, ["anyOf": [number, ends, ["type": "null"]]])
                    })
            ),
            (
                "noPercent",
                ReportSchema.optionalMeasures(
                    "Why a percent is null.",
                    ReportSchema.choice(
                        ["absent", "suppressed", "zero", "unbounded", "tooLarge"], "The reason."))
            ),
        ]
    }

    private static func percentOrReason(_ measure: Measure) -> JSONText {
        let key = measure.jsonKey
        let isNull = ReportSchema.when(
            "percent", ReportSchema.when(key, ["type": "null"]))
        return [
            "oneOf": [
                ReportSchema.all(isNull, ReportSchema.when("noPercent", ReportSchema.has(key))),
                ReportSchema.all(["not": isNull], ReportSchema.when("noPercent", ReportSchema.lacks(key))),
            ]
        ]
    }

    private static var content: JSONText {
        ReportSchema.object(
            "The figures of one side, or why there are none.",
            [("figures", nullable(reference("publishedFigures")))], optional: [suppressed, absent], rules: shown)
    }

    /// Figures are null exactly where one member says why.
    private static var shown: [JSONText] {
        let isNull = ReportSchema.when("figures", ["type": "null"])
        return [
            [
                "oneOf": [
                    ReportSchema.all(["not": isNull], ReportSchema.lacks("suppressed"), ReportSchema.lacks("absent")),
                    ReportSchema.all(isNull, ReportSchema.has("suppressed"), ReportSchema.lacks("absent")),
                    ReportSchema.all(isNull, ReportSchema.has("absent"), ReportSchema.lacks("suppressed")),
                ]
            ]
        ]
    }

    private static var suppressed: Property {
        ("suppressed", ReportSchema.choice(["small", "complement"], "Why the figures are withheld."))
    }

    private static var absent: Property { ("absent", ["const": true, "description": "There are no figures."]) }

    private static var group: [Property] {
        [
            (
                "group",
                ReportSchema.object(
                    "The group; left out for the total.",
                    [
                        "field": ReportSchema.text("The breakdown's field."),
                        "name": [
                            "type": ["string", "null"], "description": "null: the claims whose field was empty.",
                        ],
                    ])
            )
        ]
    }

    private static var number: JSONText { ReportSchema.count("The vintage's number, from 1.") }
    private static var provisional: JSONText { ReportSchema.boolean("Whether the figures are provisional.") }
    private static var currency: JSONText { ReportSchema.pattern("^[A-Z]{3}$", "ISO 4217 code.") }

    private static func reference(_ name: String, _ description: String? = nil) -> JSONText {
        ReportSchema.reference(name, description)
    }

    private static func nullable(_ shape: JSONText) -> JSONText {
        ["anyOf": [shape, ["type": "null"]]]
    }
}
