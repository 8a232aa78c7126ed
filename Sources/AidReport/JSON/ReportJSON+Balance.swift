import AidModel
import AidStatistics
import AidText

extension ReportJSON {
    /// The numbers of records, and under `amountMinor` the money under the same names.
    static func balance(_ balance: Balance) -> JSONText {
        .object(
            lines(of: balance) { .integer($0.recordCount) }
                + [JSONText.Member(key: "amountMinor", value: .object(lines(of: balance) { .integer($0.amountMinor) }))]
        )
    }

    static func input(_ input: InputBalance) -> JSONText {
        [
            "file": .string(input.name),
            "format": .string(input.format),
            "encoding": .string(input.encoding),
            "bytes": .integer(input.byteCount),
            "sha256": input.sha256.map { .string($0) } ?? .null,
            "balance": balance(input.balance),
        ]
    }

    private static func lines(of balance: Balance, number: (Tally) -> JSONText) -> [JSONText.Member] {
        BalanceLine.allCases.map { JSONText.Member(key: $0.rawValue, value: number(balance[$0])) }
            + [
                JSONText.Member(
                    key: "rejectedByReason",
                    value: .object(
                        balance.reasons.map { JSONText.Member(key: $0.reason.rawValue, value: number($0.tally)) })
                )
            ]
    }
}
