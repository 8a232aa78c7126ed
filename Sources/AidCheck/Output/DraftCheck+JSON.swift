import AidModel
import AidText
import AidNews

extension DraftCheck {
    package static let schemaName = "aidstats.check/1"

    /// The check for programs; see `DraftCheckSchema`.
    package func json() -> String {
        let value: JSONText = .object(of: [
            "schema": .string(DraftCheck.schemaName),
            "draft": .string(draft.name),
            "quarter": quarter.map { .string("\($0)") } ?? .null,
            "facts": .bool(hasFacts),
            "wrong": .bool(isWrong),
            "counts": .object(
                CheckedFigure.Verdict.allCases.map {
                    JSONText.Member(key: $0.rawValue, value: .integer(count($0)))
                }),
            "figures": .array(figures.map(DraftCheck.json)),
            "contradictions": .array(
                contradictions.map { contradiction in
                    .object(of: [
                        "kind": .string(contradiction.kind.rawValue),
                        "figures": .array(contradiction.figures.map { .integer($0) }),
                        "reason": DraftCheck.json(contradiction.reason),
                    ])
                }),
        ])
        return value.pretty()
    }

    private static func json(_ figure: CheckedFigure) -> JSONText {
        .object(of: [
            "line": .integer(figure.lineNumber),
            "column": .integer(figure.columnNumber),
            "text": .string(figure.text),
            "verdict": .string(figure.verdict.rawValue),
            "subject": figure.subject.map(json) ?? .null,
            "reason": json(figure.reason),
            "expected": figure.expected.map(json) ?? .null,
            "facts": .array(figure.factIDs.map { .string($0) }),
            "provisional": .bool(figure.isProvisional),
        ])
    }

    private static func json(_ text: BilingualText) -> JSONText {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }
}
