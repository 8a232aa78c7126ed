package import AidModel
import AidStatistics
import AidText

/// Puts a fact together: its id, its printed forms, and the keys of what defines it.
struct FactMaker: Sendable {
    private let zh: FactPrinting
    private let en: FactPrinting

    init(currency: Currency, rounding: Rounding) {
        zh = FactPrinting(.zh, currency: currency, rounding: rounding)
        en = FactPrinting(.en, currency: currency, rounding: rounding)
    }

    /// What is said of a fact besides its value.
    struct Subject {
        var period: FactPeriod
        var group: FactGroup?
        var vintage: Int?
        var isProvisional = false
        var isRestated = false
        var sources = [FactSource.runKey]
    }

    func fact(
        _ kind: FactKind, _ measure: FactMeasure, of subject: Subject, comparison: FactID.Comparison? = nil,
        _ value: FactValue, base: FactBase? = nil, note: BilingualText? = nil
    ) -> Fact {
        let isAtLeast = base?.isAtLeast ?? false
        let zh = zh.printed(kind, measure, value, isAtLeast: isAtLeast)
        let en = en.printed(kind, measure, value, isAtLeast: isAtLeast)
        return Fact(
            id: FactID(
                subject.period, vintage: subject.vintage, group: subject.group, comparison: comparison, measure, kind
            ).text,
            kind: kind, period: subject.period, group: subject.group, measure: measure, base: base, value: value,
            unit: FactUnit(kind, measure), printed: BilingualText(zh: zh.text, en: en.text),
            precision: FactPrecision(zh: zh.step, en: en.step),
            definitions: FactMaker.definitions(kind, measure, subject, comparison),
            isProvisional: subject.isProvisional, isRestated: subject.isRestated, note: note,
            sources: subject.sources)
    }

    /// The keys of the sentences that define a fact: what is measured, when, and how it is compared.
    private static func definitions(
        _ kind: FactKind, _ measure: FactMeasure, _ subject: Subject, _ comparison: FactID.Comparison?
    ) -> [String] {
        var keys: [String] =
            switch measure {
            case .recipients: [Definition.recipients.rawValue]
            case .personTimes: [Definition.personTimes.rawValue]
            case .amount: [Definition.amount.rawValue]
            case .firstTime: [Definition.firstTime.rawValue]
            case .returning: [Definition.returning.rawValue]
            case .personTimesPerRecipient, .amountPerRecipient: [Definition.perRecipient.rawValue]
            case .amountPerPersonTime: [FactDefinition.perPersonTime.rawValue]
            case .members: [FactDefinition.members.rawValue]
            case .recipientsPerThousand, .personTimesPerThousand, .amountPerThousand:
                [FactDefinition.perThousand.rawValue, FactDefinition.members.rawValue]
            }
        switch subject.period {
        case .quarter: break
        case .yearToDate: keys.append(Definition.yearToDate.rawValue)
        case .cumulative: keys.append(Definition.cumulative.rawValue)
        }
        switch comparison {
        case nil: break
        case .yearEarlier: keys.append(Definition.yearEarlier.rawValue)
        case .quarterEarlier: keys.append(Definition.quarterEarlier.rawValue)
        case .published: keys.append(Definition.restatement.rawValue)
        case .yearEarlierPublished: keys += [Definition.yearEarlier.rawValue, Definition.vintage.rawValue]
        }
        switch kind {
        case .level, .change, .average: break
        case .percent: keys.append(Definition.percent.rawValue)
        case .share: keys.append(FactDefinition.share.rawValue)
        case .shareChange: keys += [FactDefinition.share.rawValue, FactDefinition.percentagePoints.rawValue]
        case .rank: keys.append(FactDefinition.rank.rawValue)
        case .highest: keys.append(FactDefinition.highest.rawValue)
        case .lowest: keys.append(FactDefinition.lowest.rawValue)
        case .rises, .falls: keys.append(FactDefinition.run.rawValue)
        case .milestone: keys.append(FactDefinition.milestone.rawValue)
        case .fromRecipients, .fromPersonTimesPerRecipient, .fromAmountPerPersonTime:
            keys.append(Definition.factors.rawValue)
        case .contribution: keys.append(Definition.contribution.rawValue)
        }
        if subject.isProvisional { keys.append(Definition.provisional.rawValue) }
        return keys
    }

    // MARK: What printed numbers lose

    /// What must stand beside a change whose printed form is not the difference of the printed figures.
    func note(now: Int128, base: Int128, _ measure: FactMeasure) -> BilingualText? {
        func isOff(_ printing: FactPrinting) -> Bool {
            func printed(_ value: Int128) -> Int128 {
                let rounded = printing.number(measure, value).value
                return value < 0 ? -rounded : rounded
            }
            return printed(now) - printed(base) != printed(now - base)
        }
        return note(.change, zh: isOff(zh), en: isOff(en))
    }

    /// What must stand beside the figures of groups which, as printed, do not add up to the printed whole.
    func note(parts: [Int128], whole: Int128, _ measure: FactMeasure) -> BilingualText? {
        func isOff(_ printing: FactPrinting) -> Bool {
            parts.reduce(0) { $0 + printing.number(measure, $1).value } != printing.number(measure, whole).value
        }
        guard parts.reduce(0, +) == whole else { return nil }
        return note(.parts, zh: isOff(zh), en: isOff(en))
    }

    /// What must stand beside the parts of a change which, as printed, do not add up to the printed change.
    func note(factors: [Int128], change: Int128, _ measure: FactMeasure) -> BilingualText? {
        func isOff(_ printing: FactPrinting) -> Bool {
            func printed(_ value: Int128) -> Int128 {
                let rounded = printing.number(measure, value).value
                return value < 0 ? -rounded : rounded
            }
            return factors.reduce(0) { $0 + printed($1) } != printed(change)
        }
        return note(.factors, zh: isOff(zh), en: isOff(en))
    }

    private func note(_ note: RoundingNote, zh: Bool, en: Bool) -> BilingualText? {
        zh || en ? BilingualText(zh: zh ? note.text.zh : "", en: en ? note.text.en : "") : nil
    }

    /// What must stand beside shares which, as printed, do not add up to 100 %.
    func note(shares parts: [Int128], whole: Int128) -> BilingualText? {
        let printed = parts.reduce(Int128(0)) { sum, part in
            sum + (ExactRatio(part, over: whole).flatMap { zh.hundredths($0, scale: 10_000) } ?? 0)
        }
        return parts.reduce(0, +) == whole && printed != 10_000 ? RoundingNote.shares.text : nil
    }
}

extension FactUnit {
    init(_ kind: FactKind, _ measure: FactMeasure) {
        switch kind {
        case .percent, .share: self = .percent
        case .shareChange, .contribution: self = .percentagePoints
        case .rank: self = .rank
        case .rises, .falls: self = .quarters
        case .level, .change, .average, .highest, .lowest, .milestone, .fromRecipients, .fromPersonTimesPerRecipient,
            .fromAmountPerPersonTime:
            switch measure {
            case .recipients, .firstTime, .returning, .members: self = .persons
            case .recipientsPerThousand: self = .personsPerThousand
            case .personTimesPerThousand: self = .personTimesPerThousand
            case .amountPerThousand: self = .minorPerThousand
            case .personTimes: self = .personTimes
            case .amount: self = .minor
            case .personTimesPerRecipient: self = .personTimesPerPerson
            case .amountPerRecipient: self = .minorPerPerson
            case .amountPerPersonTime: self = .minorPerPersonTime
            }
        }
    }
}

extension FactMeasure {
    package init(_ measure: Measure) {
        switch measure {
        case .recipients: self = .recipients
        case .personTimes: self = .personTimes
        case .amount: self = .amount
        }
    }
}
