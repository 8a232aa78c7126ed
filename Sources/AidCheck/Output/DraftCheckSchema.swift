package import AidText
import AidNews

/// The JSON Schema (draft 2020-12) of what `check --format json` prints.
package enum DraftCheckSchema {
    package static func json() -> String { value.pretty() }

    package static var value: JSONText {
        let verdicts = CheckedFigure.Verdict.allCases.map { JSONText.string($0.rawValue) }
        let kinds = DraftContradiction.Kind.allCases.map { JSONText.string($0.rawValue) }
        let figure = object(
            "One figure of the draft.",
            [
                ("line", number("Line of its first character in the file, from 1.", least: 1)),
                ("column", number("Column of its first character, in characters from 1.", least: 1)),
                ("text", text("The figure as a reader sees it, with its unit and hedges.")),
                (
                    "verdict",
                    [
                        "enum": .array(verdicts),
                        "description":
                            "right; rounded: true, but not as facts are printed; wrong; contradicted: by other figures of the draft; unknown: no fact tells.",
                    ]
                ),
                ("subject", orNull(reference("bilingual"), "What it is about, as it was understood.")),
                ("reason", reference("bilingual")),
                (
                    "expected",
                    orNull(reference("bilingual"), "What should stand there; null: what does, or nobody knows.")
                ),
                ("facts", list("The ids of the facts that tell.", text("A fact's id."))),
                ("provisional", ["type": "boolean", "description": "Whether those facts are provisional."]),
            ])
        let contradiction = object(
            "Figures that cannot all be true.",
            [
                ("kind", ["enum": .array(kinds), "description": "What they contradict each other in."]),
                ("figures", list("Places in figures, from 0.", number("A place.", least: 0))),
                ("reason", reference("bilingual")),
            ])
        let shape = object(
            "What check says of a draft.",
            [
                ("schema", ["const": .string(DraftCheck.schemaName), "description": "The version of this shape."]),
                ("draft", text("The file as it was named; - is standard input.")),
                (
                    "quarter",
                    orNull(
                        ["type": "string", "pattern": "^[0-9]{4}Q[1-4]$"],
                        "The quarter that the draft is about; null: it names none, and there are no facts.")
                ),
                ("facts", ["type": "boolean", "description": "Whether there were facts to hold it against."]),
                (
                    "wrong",
                    ["type": "boolean", "description": "Whether a figure is wrong or contradicted; exit code 65."]
                ),
                (
                    "counts",
                    object(
                        "How many figures have each verdict.",
                        CheckedFigure.Verdict.allCases.map { ($0.rawValue, number("Figures.", least: 0)) })
                ),
                ("figures", list("Every figure, in the order of the draft.", reference("figure"))),
                ("contradictions", list("What in the draft contradicts itself.", reference("contradiction"))),
            ])
        guard case .object(let members) = shape else { return shape }
        return .object(
            [
                JSONText.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
                JSONText.Member(key: "title", value: "check of aidstats"),
            ] + members + [
                JSONText.Member(
                    key: "$defs",
                    value: .object(of: [
                        "bilingual": object(
                            "A text in Chinese and in English.",
                            [("zh", text("In Chinese.")), ("en", text("In English."))]),
                        "figure": figure, "contradiction": contradiction,
                    ]))
            ])
    }

    private static func object(_ description: String, _ members: [(String, JSONText)]) -> JSONText {
        [
            "type": "object", "description": .string(description),
            "properties": .object(members.map { JSONText.Member(key: $0.0, value: $0.1) }),
            "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
        ]
    }

    private static func reference(_ name: String) -> JSONText { ["$ref": .string("#/$defs/" + name)] }

    private static func orNull(_ shape: JSONText, _ description: String) -> JSONText {
        ["anyOf": [shape, ["type": "null"]], "description": .string(description)]
    }

    private static func text(_ description: String) -> JSONText {
        ["type": "string", "description": .string(description)]
    }

    private static func number(_ description: String, least: Int) -> JSONText {
        ["type": "integer", "minimum": .integer(least), "description": .string(description)]
    }

    private static func list(_ description: String, _ element: JSONText) -> JSONText {
        ["type": "array", "description": .string(description), "items": element]
    }
}
