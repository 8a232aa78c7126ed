import AidModel
import AidText

extension ReportSchema {
    static var balanceShapes: [Property] {
        let money = ("amountMinor", object("The money of every line, in the minor unit.", lines))
        return [
            (
                "balance",
                object(
                    "records = paid + unpaid + reversals + duplicates + superseded + rejected + scaffolding, also in money.",
                    lines + [money])
            ),
            (
                "input",
                object(
                    "One input and where its records went.",
                    [
                        "file": text("The path as the pipeline file or the user names it."),
                        "format": choice(["csv", "xml"], "The file's format."),
                        "encoding": choice(["utf-8", "gb18030", "utf-16"], "The encoding it was read in."),
                        "bytes": count("The file's size."),
                        "sha256": [
                            "anyOf": [reference("sha256"), ["type": "null"]],
                            "description": "null where the run was told not to take it.",
                        ],
                        "balance": reference("balance"),
                    ])
            ),
        ]
    }

    private static var lines: [Property] {
        BalanceLine.allCases.map { ($0.rawValue, count(description(of: $0))) }
            + [
                (
                    "rejectedByReason",
                    object(
                        "The rejected ones by reason; reasons that do not occur are left out.", [],
                        optional: RejectReason.allCases.map { ($0.rawValue, count(EnglishWording().explain($0))) })
                )
            ]
    }

    private static func description(of line: BalanceLine) -> String {
        EnglishWording().explain(line)
    }
}
