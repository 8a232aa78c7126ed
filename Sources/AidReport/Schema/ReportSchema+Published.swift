import AidModel
import AidText

/// What was published before, and how the figures differ from it.
extension ReportSchema {
    static var publishedShapes: [Property] {
        [
            ("publishedFigure", publishedFigure),
            (
                "publishedFigures",
                object(
                    "Figures as they were published.",
                    Measure.allCases.map { ($0.jsonKey, reference("publishedFigure")) })
            ),
            ("published", object("One vintage of a quarter.", published, optional: reason)),
            ("asPublished", asPublished),
            ("restatement", restatement),
            (
                "cause",
                object(
                    "What one kind of cause has changed.",
                    [
                        "claims": count("The claims concerned; a claim may be concerned by two kinds."),
                        "personTimes": integer("Person-times."),
                        "amountMinor": integer("Money in the minor unit."),
                    ])
            ),
        ]
    }

    private static var published: [Property] {
        [
            ("vintage", count("The vintage's number among those of its quarter, from 1.")),
            ("publishedOn", reference("date", "The day on which it was published.")),
            ("figures", reference("publishedFigures")),
        ]
    }

    private static var reason: [Property] {
        [
            (
                "reason",
                choice(
                    RestatementReason.allCases.map(\.rawValue),
                    "Why it restated the vintage before: better source data, routine recalculation, changed method, "
                        + "correction.")
            )
        ]
    }

    private static var publishedFigure: JSONText {
        [
            "description": "The figure, or its bounds where it was printed rounded; null: not published.",
            "anyOf": [["type": "integer"], bounds, ["type": "null"]],
        ]
    }

    private static var bounds: JSONText {
        object(
            "The smallest and the largest value.",
            ["lowest": integer("The smallest value."), "highest": integer("The largest value.")])
    }

    private static var asPublished: JSONText {
        object(
            "The earlier figures as last published, where they are others now, and the change from them.",
            published + [
                ("change", reference("publishedFigures", "Now less the published figures.")),
                ("percent", percent),
                (
                    "noPercent",
                    optionalMeasures(
                        "Why a percent is null: the figure was not published, is zero, or was printed rounded.",
                        choice(["absent", "zero", "rounded"], "The reason."))
                ),
            ],
            optional: reason, rules: Measure.allCases.map(percentOrReason))
    }

    private static var restatement: JSONText {
        object(
            "How the figures of the quarter differ from what was published of it, and why.",
            [
                ("first", reference("published", "As first published.")),
                ("last", reference("published", "As last published.")),
                ("now", reference("figures", "As they are now.")),
                (
                    "change",
                    object(
                        "Now less what was last published.",
                        Measure.allCases.map { measure in
                            (
                                measure.jsonKey,
                                [
                                    "type": ["integer", "null"],
                                    "description": "null where it was not published, or printed rounded.",
                                ]
                            )
                        })
                ),
                ("causes", ["anyOf": [causes, ["type": "null"]]]),
            ],
            optional: [("whyUnknown", reference("bilingual", "Why the causes cannot be told."))],
            rules: [
                [
                    "description": "The causes are null exactly where whyUnknown says why.",
                    "oneOf": [
                        all(when("causes", ["type": "object"]), lacks("whyUnknown")),
                        all(when("causes", ["type": "null"]), has("whyUnknown")),
                    ],
                ]
            ])
    }

    private static var causes: JSONText {
        object(
            "What has changed the person-times and the money since the last vintage: the kinds add up to the change.",
            RestatementCause.allCases.filter { $0 != .other }.map { cause in
                (cause.rawValue, reference("cause", EnglishWording().explain(cause)))
            } + [
                (
                    RestatementCause.other.rawValue,
                    object(
                        EnglishWording().explain(.other),
                        [
                            "personTimes": integer("Person-times."),
                            "amountMinor": integer("Money in the minor unit."),
                        ])
                )
            ])
    }
}
