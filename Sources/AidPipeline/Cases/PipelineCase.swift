import AidModel

/// A test of a pipeline file: lines of an export, and what must come of them (`tests`).
package struct PipelineCase: Sendable, Hashable {
    /// Something that is expected, and where the pipeline file says so.
    struct Expected<Value: Sendable & Hashable>: Sendable, Hashable {
        let value: Value
        let place: Place
    }

    let name: String
    let place: Place
    /// The text of a whole file: CSV with its header, or XML.
    let lines: String
    /// nil: no figures are expected.
    let quarter: Quarter?
    /// - Units: persons; person-times; the currency's minor unit.
    let figures: [Measure: Expected<Int128>]
    /// Those of other reasons are expected to be none.
    let rejects: [RejectReason: Expected<Int>]

    var isXML: Bool { PipelineCase.isXML(lines) }

    static func isXML(_ lines: String) -> Bool {
        lines.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" } == "<"
    }
}

extension PipelineCase {
    /// What a file says that was found free of errors.
    init?(_ item: CheckedValue, currency: Currency) {
        guard let name = item["name"].text, let lines = item["lines"].text else { return nil }
        self.name = name
        self.lines = lines
        place = item.keyPlace("name")
        quarter = item["quarter"].text.flatMap { Quarter($0) }
        var figures: [Measure: Expected<Int128>] = [:]
        for measure in [Measure.recipients, .personTimes] {
            let value = item["figures"][measure.rawValue]
            if let number = value.integer { figures[measure] = Expected(value: Int128(number), place: value.place) }
        }
        let amount = item["figures"]["amount"]
        if let minor = amount.text.flatMap({ CaseAmount.minor($0, currency) }) {
            figures[.amount] = Expected(value: minor, place: amount.place)
        }
        self.figures = figures
        var rejects: [RejectReason: Expected<Int>] = [:]
        for entry in item["rejects"].entries {
            guard let reason = RejectReason(rawValue: entry.key), let count = entry.value.integer else { continue }
            rejects[reason] = Expected(value: count, place: entry.keyPlace)
        }
        self.rejects = rejects
    }
}

/// Money as a test states it: `1234.5` of yuan are 123,450 fen.
enum CaseAmount {
    /// nil: no amount, or one with more decimals than the currency has.
    static func minor(_ text: String, _ currency: Currency) -> Int128? {
        let parts = text.replacing(",", with: "").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }) else {
            return nil
        }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= currency.minorDigits, parts[0].count <= 18 else { return nil }
        let zeros = String(repeating: "0", count: currency.minorDigits - decimals.count)
        return Int128(String(parts[0]) + decimals + zeros)
    }

    static func text(_ minor: Int128, _ currency: Currency) -> String {
        guard currency.minorDigits > 0 else { return "\(minor)" }
        let digits = String(minor.magnitude)
        let padded = String(repeating: "0", count: max(0, currency.minorDigits + 1 - digits.count)) + digits
        return (minor < 0 ? "-" : "") + padded.dropLast(currency.minorDigits) + "."
            + padded.suffix(currency.minorDigits)
    }
}
