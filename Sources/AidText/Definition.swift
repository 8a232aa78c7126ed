/// What each figure and each kind of period means, in one sentence; the raw value is its key in
/// report.json and facts.json.
package enum Definition: String, CaseIterable {
    case recipients
    case personTimes
    case amount
    case quarter
    case yearEarlier
    case quarterEarlier
    case yearToDate
    case cumulative
    case percent
    case provisional
    case suppressed
    case unidentified
    case firstTime
    case returning
    case perRecipient
    case vintage
    case restatement
    case forgotten
    case quartiles
    case daysToPayment
    case factors
    case contribution
    case due

    /// Those that every report needs.
    package static let always = allCases.filter {
        !(ofPublished + [.forgotten, .quartiles, .daysToPayment, .factors, .contribution, .due]).contains($0)
    }
    /// Those that only a report needs which speaks of what was published before.
    package static let ofPublished: [Definition] = [.vintage, .restatement]
}
