import AidModel
import AidText

extension ReportSchema {
    static var figureShapes: [Property] {
        [
            ("figures", figures),
            ("figuresOrNull", ["anyOf": [reference("figures"), ["type": "null"]]]),
            (
                "suppressed",
                choice(
                    ["small", "complement"],
                    "Why the figures are withheld: too few recipients, or because a small group's would follow.")
            ),
            ("absent", ["const": true, "description": "There is no data for the period."]),
            ("shown", shown),
            ("people", people),
            ("comparison", comparison("Figures of an earlier period, and the change from them.")),
            (
                "publishedComparison",
                comparison(
                    "Figures of an earlier period, and the change from them, also as they were published.",
                    optional: [("asPublished", reference("asPublished"))])
            ),
            ("yearToDate", yearToDate),
            ("cumulative", cumulative),
            ("breakdown", breakdown),
            ("quarterLine", quarterLine),
        ]
    }

    private static let whyNull: [Property] = [
        ("suppressed", reference("suppressed")), ("absent", reference("absent")),
    ]

    /// Figures are null exactly where one of `suppressed` and `absent` says why.
    private static var shown: JSONText {
        [
            "description": "Figures are null exactly where suppressed or absent says why.",
            "oneOf": [
                all(when("figures", ["type": "object"]), lacks("suppressed"), lacks("absent")),
                all(when("figures", ["type": "null"]), has("suppressed"), lacks("absent")),
                all(when("figures", ["type": "null"]), lacks("suppressed"), has("absent")),
            ],
        ]
    }

    private static var figures: JSONText {
        object(
            "People, person-times and money of one period and group.",
            [
                "recipients": count("Distinct persons with at least one person-time; never to be added up."),
                "personTimes": count("Paid claims that still stand after reversals."),
                "amountMinor": count("Their money in the currency's minor unit."),
            ])
    }

    private static var people: JSONText {
        func together(_ members: [String], _ type: String, because why: String) -> JSONText {
            [
                "oneOf": [
                    .object(of: ["allOf": .array(members.map { when($0, ["type": .string(type)]) } + [lacks(why)])]),
                    .object(of: ["allOf": .array(members.map { when($0, ["type": "null"]) } + [has(why)])]),
                ]
            ]
        }
        func known(_ type: String, _ description: String) -> JSONText {
            ["type": [.string(type), "null"], "minimum": 0, "description": .string(description)]
        }
        return object(
            "Who the recipients of the quarter are, and what each has got on average.",
            [
                (
                    "firstTime",
                    known("integer", "Recipients with no person-time in an earlier quarter since the start.")
                ),
                ("returning", known("integer", "All other recipients.")),
                (
                    "personTimesPerRecipient",
                    known("number", "Person-times that name a recipient ÷ recipients, rounded once to two decimals.")
                ),
                (
                    "amountPerRecipientMinor",
                    known("integer", "Their money ÷ recipients in the minor unit, rounded half away from zero.")
                ),
            ],
            optional: [
                ("absent", ["const": true, "description": "The data begin after the programme's start."]),
                ("noRecipients", ["const": true, "description": "Nobody was aided, so there is no average."]),
            ],
            rules: [
                together(["firstTime", "returning"], "integer", because: "absent"),
                together(
                    ["personTimesPerRecipient", "amountPerRecipientMinor"], "number", because: "noRecipients"),
            ])
    }

    private static func comparison(_ description: String, optional: [Property] = []) -> JSONText {
        object(
            description,
            [
                ("quarter", reference("quarter", "The earlier quarter; for year to date, the span's last.")),
                ("figures", reference("figuresOrNull", "The earlier figures.")),
                ("change", change),
                ("percent", percent),
                (
                    "noPercent",
                    optionalMeasures(
                        "Why a percent is null: a period has no data, the base is zero, or a figure is withheld.",
                        choice(["absent", "zero", "suppressed"], "The reason."))
                ),
            ],
            optional: whyNull + optional,
            rules: [reference("shown"), noPercentBesideNull] + Measure.allCases.map(percentOrReason)
        )
    }

    private static var change: JSONText {
        [
            "description": "Now less the earlier figures.",
            "anyOf": [
                object("The change of each measure.", Measure.allCases.map { ($0.jsonKey, integer("The change.")) }),
                ["type": "null"],
            ],
        ]
    }

    static var percent: JSONText {
        object(
            "The change in percent of the earlier figure, with two decimals, rounded half away from zero.",
            Measure.allCases.map { ($0.jsonKey, ["type": ["number", "null"], "description": "The percent."]) })
    }

    static func optionalMeasures(_ description: String, _ shape: JSONText) -> JSONText {
        object(description, [], optional: Measure.allCases.map { ($0.jsonKey, shape) })
    }

    /// A percent is null exactly where `noPercent` says why.
    static func percentOrReason(_ measure: Measure) -> JSONText {
        [
            "oneOf": [
                all(
                    when("percent", when(measure.jsonKey, ["type": "number"])),
                    when("noPercent", lacks(measure.jsonKey))),
                all(
                    when("percent", when(measure.jsonKey, ["type": "null"])),
                    when("noPercent", has(measure.jsonKey))),
            ]
        ]
    }

    /// Without a change every percent lacks for another reason than a base of
    /// zero; with one, for no other; and without a base there is no change.
    private static var noPercentBesideNull: JSONText {
        func reasons(_ allowed: JSONText, required: [Measure]) -> JSONText {
            [
                "properties": .object(
                    Measure.allCases.map { JSONText.Member(key: $0.jsonKey, value: ["enum": allowed]) }),
                "required": .array(required.map { .string($0.jsonKey) }),
            ]
        }
        return [
            "oneOf": [
                all(
                    when("change", ["type": "object"]), when("figures", ["type": "object"]),
                    when("noPercent", reasons(["zero"], required: []))),
                all(
                    when("change", ["type": "null"]),
                    when("noPercent", reasons(["absent", "suppressed"], required: Measure.allCases))),
            ]
        ]
    }

    private static var yearToDate: JSONText {
        object(
            "From 1 January to the end of the quarter; recipients are counted anew, not added.",
            [
                ("from", pattern("^[0-9]{4}Q1$", "The first quarter of the span.")),
                ("through", reference("quarter", "The last quarter of the span.")),
                ("figures", reference("figuresOrNull", "The figures of the span.")),
                ("yearEarlier", reference("comparison", "Against the same span of the year before.")),
            ],
            optional: whyNull, rules: [reference("shown")])
    }

    private static var cumulative: JSONText {
        object(
            "From the programme's start to the end of the quarter; recipients are counted anew, not added.",
            [
                (
                    "since",
                    reference("date", "The first day; where a register has forgotten, people are exact from it.")
                ),
                ("through", reference("date", "The last day.")),
                ("figures", reference("figuresOrNull", "The figures since the first day.")),
            ],
            optional: whyNull + [("sinceStart", sinceStart)], rules: [reference("shown")])
    }

    private static var sinceStart: JSONText {
        object(
            "Where a register has forgotten quarters: what is still known from the programme's start.",
            [
                "since": reference("date", "The programme's first day."),
                "personTimes": count("Person-times from then on."),
                "amountMinor": integer("Their money in the minor unit."),
            ])
    }

    private static var breakdown: JSONText {
        object(
            "The groups of one field.",
            [
                ("field", text("The field's name in the pipeline file.")),
                ("title", reference("bilingual", "What reports call the field.")),
                (
                    "groups",
                    list(
                        "Every group of any period shown.",
                        of: object(
                            "The figures of one group.",
                            [
                                (
                                    "group",
                                    text(
                                        "The value in the exports; 未填 where it was empty, 隐去的组 where names are withheld."
                                    )
                                ),
                                ("figures", reference("figuresOrNull", "The group's figures of the quarter.")),
                                ("yearEarlier", reference("comparison")),
                                ("quarterEarlier", reference("comparison")),
                                ("yearToDate", reference("yearToDate")),
                                ("cumulative", reference("cumulative")),
                            ],
                            optional: whyNull + [
                                (
                                    "withheldGroups",
                                    count(
                                        "Where the line is of groups with too few recipients to be named: how many."
                                    )
                                )
                            ], rules: [reference("shown")]))
                ),
            ])
    }

    private static var quarterLine: JSONText {
        object(
            "The figures of one quarter.",
            [
                ("quarter", reference("quarter")),
                ("provisional", boolean("Whether the exports stop before the quarter's last days.")),
                ("figures", reference("figuresOrNull", "The figures; null where no claim is dated in the quarter.")),
            ],
            optional: [("absent", reference("absent"))], rules: [reference("shown")])
    }
}
