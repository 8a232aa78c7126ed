import AidModel

/// The name of a fact, which stays the same from run to run.
///
///     QUARTER [@VINTAGE] [/ytd | /cumulative] [/FIELD=GROUP | /FIELD/rest] [/yoy | /qoq | /published | /yoy-published] /MEASURE [/KIND]
///
/// | id | fact |
/// | --- | --- |
/// | `2023Q2/recipients` | recipients of the quarter |
/// | `2023Q2/yoy/amount/change`, `…/percent` | money against the year earlier (同比) |
/// | `2023Q2/yoy/amount/fromRecipients`, `…/fromPersonTimesPerRecipient`, `…/fromAmountPerPersonTime` | what the change comes from |
/// | `2023Q2/care=门诊/yoy/amount/contribution` | what a group adds to the growth of the whole |
/// | `2023Q2/qoq/amount/percent` | against the quarter earlier (环比) |
/// | `2023Q2/ytd/personTimes` | year to date |
/// | `2023Q2/cumulative/recipients` | since the programme's start |
/// | `2023Q2/care=门诊/amount/share` | a group's share; `care=` is the group of empty fields |
/// | `2023Q2/hospital/rest/recipients` | the people of all groups that reports do not show by name |
/// | `2023Q2/yoy-published/amount/percent` | against the year earlier as it was published |
/// | `2023Q2/published/amount/change` | against the same quarter as it was published |
/// | `2023Q2/recipientsPerThousand`, `2023Q2/members` | of each thousand members, and how many they are |
/// | `2023Q2/yoy/recipientsPerThousand/change` | the same against the year earlier |
/// | `2020Q3@1/amount` | the figure of the first vintage of 2020Q3 |
///
/// A slash, an equals sign, a percent sign, and characters that do not show are written as
/// `%` and two hexadecimal digits a byte of UTF-8.
package struct FactID: Sendable, Hashable {
    package enum Comparison: String, Sendable, Hashable {
        case yearEarlier = "yoy"
        case quarterEarlier = "qoq"
        case published
        case yearEarlierPublished = "yoy-published"
    }

    package var period: FactPeriod
    /// The number of the vintage whose figure it is; nil: counted now.
    package var vintage: Int?
    package var group: (field: String, name: String?, isRest: Bool)?
    package var comparison: Comparison?
    package var measure: FactMeasure
    package var kind: FactKind

    package init(
        _ period: FactPeriod, vintage: Int? = nil, group: FactGroup? = nil, comparison: Comparison? = nil,
        _ measure: FactMeasure, _ kind: FactKind
    ) {
        self.period = period
        self.vintage = vintage
        self.group = group.map { ($0.field, $0.name, $0.restCount != nil) }
        self.comparison = comparison
        self.measure = measure
        self.kind = kind
    }

    package var text: String {
        var text = period.quarter.description
        text.reserveCapacity(80)
        if let vintage { text += "@\(vintage)" }
        switch period {
        case .quarter: break
        case .yearToDate: text += "/ytd"
        case .cumulative: text += "/cumulative"
        }
        if let group {
            text += "/"
            text += FactID.written(group.field)
            // No name has such a mark as it is.
            text += group.isRest ? "/rest" : "=" + FactID.written(group.name ?? "")
        }
        if let comparison {
            text += "/"
            text += comparison.rawValue
        }
        text += "/"
        text += measure.rawValue
        if kind != .level, kind != .average {
            text += "/"
            text += kind.rawValue
        }
        return text
    }

    private static func written(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy({ $0.isSeen && $0 != "/" && $0 != "=" && $0 != "%" }) { return text }
        var written = ""
        for scalar in text.unicodeScalars {
            let isOther =
                !scalar.isSeen && (scalar.isInvisible || scalar.properties.generalCategory == .spaceSeparator)
            if !isOther, !"/=%".unicodeScalars.contains(scalar) {
                written.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    written += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
                }
            }
        }
        return written
    }

    package static func == (lhs: FactID, rhs: FactID) -> Bool { lhs.text == rhs.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
