package import AidModel
package import AidStatistics

/// What sort of statement a fact is.
package enum FactKind: String, Sendable, Hashable, CaseIterable {
    /// How many, how much: 受助职工98.58万人.
    case level
    /// By how many more or fewer: 增加15.22万人. The value has a sign.
    case change
    /// By how many percent more or less: 增长18.26%. The value is change ÷ base, with a sign.
    case percent
    /// One measure ÷ another: 人均136.94元.
    case average
    /// A group's part of the whole: 占71.6%. The value is a ratio below 1.
    case share
    /// By how many percentage points a share is larger or smaller: 提高1.2个百分点. The value has a sign.
    case shareChange
    /// Which place a group has among the groups of its breakdown, the largest first: 第1位.
    case rank
    /// The highest level of all quarters since the start; the value is the level.
    case highest
    /// The lowest.
    case lowest
    /// For how many quarters in a row the measure has risen: 连续5个季度增长. The value counts them.
    case rises
    case falls
    /// A round number that the cumulative figure passed within the quarter; the value is that number.
    case milestone
    /// How much of the change of person-times or money comes from more or fewer people: 增加23万元. The value has a
    /// sign, and those of all factors of a change add up to it.
    case fromRecipients
    /// From more or fewer person-times a person.
    case fromPersonTimesPerRecipient
    /// From more or less money a person-time.
    case fromAmountPerPersonTime
    /// What a group adds to the growth of the whole in percent: 拉动1.2个百分点. The value has a sign.
    case contribution

    /// The fact of a part of a change.
    package init(_ factor: ChangeFactor) {
        self =
            switch factor {
            case .recipients: .fromRecipients
            case .personTimesPerRecipient: .fromPersonTimesPerRecipient
            case .amountPerPersonTime: .fromAmountPerPersonTime
            }
    }

    /// Whether it is a part of a change, in the unit of the measure.
    package var isOfFactor: Bool {
        switch self {
        case .fromRecipients, .fromPersonTimesPerRecipient, .fromAmountPerPersonTime: true
        default: false
        }
    }
}

/// What a fact measures.
package enum FactMeasure: String, Sendable, Hashable, CaseIterable {
    case recipients
    case personTimes
    case amount
    /// 首次受助职工.
    case firstTime
    /// 再次受助职工.
    case returning
    /// 人均受助人次.
    case personTimesPerRecipient
    /// 人均受助金额.
    case amountPerRecipient
    /// 次均受助金额.
    case amountPerPersonTime
    /// 季末会员.
    case members
    /// 每千名会员受助职工.
    case recipientsPerThousand
    /// 每千名会员受助人次.
    case personTimesPerThousand
    /// 每千名会员受助金额.
    case amountPerThousand

    /// What it is of each thousand members; nil: it is no rate.
    package var perThousand: Measure? {
        switch self {
        case .recipientsPerThousand: .recipients
        case .personTimesPerThousand: .personTimes
        case .amountPerThousand: .amount
        default: nil
        }
    }

    /// A measure for a thousand members.
    package init(perThousand measure: Measure) {
        switch measure {
        case .recipients: self = .recipientsPerThousand
        case .personTimes: self = .personTimesPerThousand
        case .amount: self = .amountPerThousand
        }
    }
}

/// In what a fact's value counts.
package enum FactUnit: String, Sendable, Hashable, CaseIterable {
    case persons
    case personTimes
    /// The currency's minor unit: fen for CNY.
    case minor
    /// The value is a ratio; times 100 it is the percent.
    case percent
    /// The value is a difference of two ratios; times 100 it is the percentage points (百分点).
    case percentagePoints
    case personTimesPerPerson
    /// The currency's minor unit a person.
    case minorPerPerson
    /// The currency's minor unit a person-time.
    case minorPerPersonTime
    /// Persons of each thousand members.
    case personsPerThousand
    /// Person-times of each thousand members.
    case personTimesPerThousand
    /// The currency's minor unit for each thousand members.
    case minorPerThousand
    case rank
    case quarters
}
