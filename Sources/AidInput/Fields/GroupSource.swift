import AidModel

/// Where the values of a category come from, if from no column: a derived group.
///
/// What is derived is a small number first, and its name is asked for once for each combination of groups. The number 0
/// is the empty group, 未填.
package enum GroupSource: Sendable, Hashable {
    /// 男 or 女, of a resident ID.
    case sex
    /// Whole years on the day of the payment, of a resident ID. The birthday counts; one of 29 February is on 1 March in
    /// other years.
    case ageBand(GroupBands)
    /// The first digits of a resident ID: 2, 4 or 6.
    case region(digitCount: Int)
    /// 1月 to 12月, of the day of the payment.
    case month
    /// 2023年, likewise; where it does not begin in January, 2023—2024年度.
    case year(firstMonth: Int)
    /// Of the amount as the record says it, before reversals.
    case amountBand(GroupBands)
    /// Of the days from the treatment to the payment; a claim paid before the treatment is in the empty group.
    case dayBand(GroupBands)
    /// A part of the path of the file.
    case path(PathPattern, name: String)
    /// What the path of the file says.
    case constant(String)
    /// What a reference table says, which is looked up when all claims are read: until then it is empty.
    case table(TableValue)

    /// What groups are derived from: a record that was understood, unpaid ones in part.
    struct Facts {
        var person: PersonKey
        var dayNumber: Int32
        /// nil: it could not be read.
        var amountMinor: Int64?
        var daysToPayment = DaysToPayment.unknown
    }

    /// How many bits its numbers take.
    var bitCount: Int {
        switch self {
        case .sex: 2
        case .ageBand, .amountBand, .dayBand: 6
        case .region(let digitCount): digitCount == 2 ? 7 : digitCount == 4 ? 14 : 20
        case .month: 4
        case .year: 14
        case .path, .constant, .table: 0
        }
    }

    /// The number of a record's group.
    @inline(__always)
    func number(_ facts: Facts) -> Int {
        switch self {
        case .sex:
            guard let digits = facts.person.idDigits else { return 0 }
            return digits & 1 == 1 ? 1 : 2
        case .region(let digitCount):
            guard let digits = facts.person.idDigits else { return 0 }
            switch digitCount {
            case 2: return digits / 1_000_000_000_000_000 + 1
            case 4: return digits / 10_000_000_000_000 + 1
            default: return digits / 100_000_000_000 + 1
            }
        case .ageBand(let bands):
            guard let digits = facts.person.idDigits, facts.dayNumber != Claim.noDay else { return 0 }
            let (year, month, day) = CalendarDay(daysSinceEpoch: facts.dayNumber).civil
            // As numbers yyyymmdd: the day of the year has not come where the last four digits are smaller.
            let lived = year * 10_000 + month * 100 + day - digits / 1000 % 100_000_000
            return lived < 0 ? 0 : bands.place(of: Int64(lived / 10_000)) + 1
        case .month:
            guard facts.dayNumber != Claim.noDay else { return 0 }
            return CalendarDay(daysSinceEpoch: facts.dayNumber).civil.month
        case .year(let firstMonth):
            guard facts.dayNumber != Claim.noDay else { return 0 }
            let day = CalendarDay(daysSinceEpoch: facts.dayNumber).civil
            return day.month < firstMonth ? day.year - 1 : day.year
        case .amountBand(let bands):
            guard let amount = facts.amountMinor else { return 0 }
            return bands.place(of: amount) + 1
        case .dayBand(let bands):
            guard let days = facts.daysToPayment.days else { return 0 }
            return bands.place(of: Int64(days)) + 1
        case .path, .constant, .table: return 0
        }
    }

    /// Appends the name of a group.
    func appendName(of number: Int, to text: inout ContiguousArray<UInt8>) {
        if case .constant(let value) = self { text.append(contentsOf: value.utf8) }
        guard number > 0 else { return }
        switch self {
        case .sex: text.append(contentsOf: (number == 1 ? "男" : "女").utf8)
        case .ageBand(let bands), .amountBand(let bands), .dayBand(let bands):
            text.append(contentsOf: bands.names[number - 1])
        case .region(let digitCount): appendDigits(of: number - 1, digitCount, to: &text)
        case .month:
            appendDigits(of: number, number < 10 ? 1 : 2, to: &text)
            text.append(contentsOf: "月".utf8)
        case .year(let firstMonth):
            appendDigits(of: number, 4, to: &text)
            if firstMonth > 1 {
                text.append(contentsOf: "—".utf8)
                appendDigits(of: number + 1, 4, to: &text)
            }
            text.append(contentsOf: (firstMonth > 1 ? "年度" : "年").utf8)
        case .path, .constant, .table: break
        }
    }

    private func appendDigits(of number: Int, _ count: Int, to text: inout ContiguousArray<UInt8>) {
        var unit = (1..<count).reduce(1) { unit, _ in unit * 10 }
        while unit > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }
}

extension GroupSource {
    /// Whether its groups are spans of time, so that which of them have claims in a period is known beforehand.
    package var isTime: Bool {
        switch self {
        case .month, .year: true
        case .sex, .ageBand, .region, .amountBand, .dayBand, .path, .constant, .table: false
        }
    }

    /// Whether its groups are few, and in the order of the numbers in their names: bands, months, years.
    package var isOrdered: Bool {
        switch self {
        case .month, .year, .ageBand, .amountBand, .dayBand: true
        case .sex, .region, .path, .constant, .table: false
        }
    }

    /// How it is told from others, as a rule of counting.
    package var terms: [String] {
        switch self {
        case .sex: ["sex"]
        case .ageBand(let bands): ["ageBand"] + bands.bounds.map { String($0) }
        case .region(let digitCount): ["region", String(digitCount)]
        case .month: ["month"]
        case .year(let firstMonth): ["year"] + (firstMonth > 1 ? [String(firstMonth)] : [])
        case .amountBand(let bands): ["amount"] + bands.bounds.map { String($0) }
        case .dayBand(let bands): ["days"] + bands.bounds.map { String($0) }
        case .path(let pattern, let name): ["path", pattern.text, name]
        case .constant(let value): ["constant", value]
        case .table(let value): ["table"] + value.terms
        }
    }
}

/// What a category takes of a reference table.
package struct TableValue: Sendable, Hashable {
    package enum Taken: Sendable, Hashable {
        /// What its column may be called.
        case columns([String])
        /// Whether the membership is retained.
        case membership
    }

    package var table: String
    package var taken: Taken

    package init(table: String, taken: Taken) {
        self.table = table
        self.taken = taken
    }

    /// What its column may be called; none where no column is meant.
    package var columns: [String] {
        if case .columns(let names) = taken { names } else { [] }
    }

    fileprivate var terms: [String] {
        switch taken {
        case .columns(let names): [table, "column"] + names
        case .membership: [table, "membership"]
        }
    }
}

extension GroupSource {
    /// The reference table that it is looked up in, and what is taken; nil: it is found without one.
    package var tableValue: TableValue? {
        if case .table(let value) = self { value } else { nil }
    }
}

extension PersonKey {
    /// The first 17 digits of a resident ID; nil for every other person, and for nobody.
    @inline(__always)
    fileprivate var idDigits: Int? { isNone || isOtherDocument ? nil : Int(truncatingIfNeeded: bits) }
}
