import AidModel

/// What of a breakdown's values looks like personal data, in numbers alone.
///
/// Values of a breakdown become names of groups, which are printed. A column that was mapped by
/// mistake would print people.
///
/// Digits are looked at wherever they stand in a value, without the spaces and hyphens within them. Codes
/// of as many digits pass some of the tests by chance, so a kind counts only where it is found in a
/// greater share of such values than chance would give by far.
package struct PersonalValues: Sendable, Hashable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        case residentID
        case bankCard
        case mobileNumber
        case personalName
    }

    /// The place of the breakdown.
    package let breakdownIndex: Int
    package let kind: Kind
    /// Different values of this kind.
    package let valueCount: Int
    /// The claims that stand in their groups.
    package let claimCount: Int

    /// All that looks like personal data, by breakdown and kind.
    ///
    /// - Parameter groups: for each groups code the values of the breakdown fields.
    /// - Complexity: linear in the number of groups.
    package static func found(in groups: [[String]], _ claims: SettledClaims) -> [PersonalValues] {
        let claimCounts = claims.claimCounts(ofGroups: groups.count)
        return (0..<(groups.first?.count ?? 0)).flatMap { index in
            var values: [String: Int] = [:]
            for (row, count) in zip(groups, claimCounts) where !row[index].isEmpty {
                values[row[index], default: 0] += count
            }
            return found(in: values, breakdownIndex: index)
        }
    }

    /// - Parameter values: each with its number of claims.
    static func found(in values: [String: Int], breakdownIndex: Int) -> [PersonalValues] {
        var tallies: [Kind: (values: Int, claims: Int, alike: Int)] = [:]
        for (value, claimCount) in values {
            let digits = PersonalDigits(value)
            for kind in digits.shapes { tallies[kind, default: (0, 0, 0)].alike += 1 }
            guard let kind = digits.kind ?? (PersonalName.isLike(value) ? .personalName : nil) else { continue }
            tallies[kind, default: (0, 0, 0)].values += 1
            tallies[kind, default: (0, 0, 0)].claims += claimCount
        }
        return Kind.allCases.compactMap { kind in
            guard let tally = tallies[kind], tally.values > 0 else { return nil }
            let isMeant =
                switch kind {
                // Of numbers of 15 digits one in ninety has a province and a date; those of 18 have a check digit, too.
                case .residentID: tally.values * 10 >= tally.alike
                // Of numbers one in ten has the right check digit.
                case .bankCard: tally.values * 10 >= tally.alike * 3
                // Of numbers of 11 digits one in fourteen begins so.
                case .mobileNumber: tally.values * 5 >= tally.alike
                case .personalName:
                    PersonalName.areMost(tally.values, of: values.count, claimCount: tally.claims)
                }
            return isMeant
                ? PersonalValues(
                    breakdownIndex: breakdownIndex, kind: kind, valueCount: tally.values, claimCount: tally.claims)
                : nil
        }
    }
}

/// The numbers in a value that may tell of a person.
private struct PersonalDigits {
    /// nil: none does.
    private(set) var kind: PersonalValues.Kind?
    /// The kinds of which it has as many digits, each once.
    private(set) var shapes: Set<PersonalValues.Kind> = []

    init(_ value: String) {
        var run: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): run.append(byte - UInt8(ascii: "0"))
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            case UInt8(ascii: "X"), UInt8(ascii: "x"):
                if run.count == 17 { run.append(10) }
                take(run)
                run = []
            default:
                take(run)
                run = []
            }
        }
        take(run)
    }

    private mutating func take(_ run: [UInt8]) {
        switch run.count {
        case 15 where run.starts(with: [0, 0, 8, 6]):
            look(.mobileNumber, PersonalDigits.isMobileNumber(run.dropFirst(4)))
        case 15: look(.residentID, PersonalDigits.isOldResidentID(run))
        case 16...19:
            if run.count == 18, PersonalDigits.isResidentID(run) { return look(.residentID, true) }
            if run.last != 10 { look(.bankCard, PersonalDigits.hasLuhnDigit(run)) }
        case 11: look(.mobileNumber, PersonalDigits.isMobileNumber(run[...]))
        case 13 where run.starts(with: [8, 6]): look(.mobileNumber, PersonalDigits.isMobileNumber(run.dropFirst(2)))
        default: break
        }
    }

    private mutating func look(_ found: PersonalValues.Kind, _ isOne: Bool) {
        shapes.insert(found)
        if isOne, kind == nil { kind = found }
    }

    /// 17 digits with a date among them, and the check character that follows from them.
    ///
    /// - Source: GB 11643-1999.
    private static func isResidentID(_ run: [UInt8]) -> Bool {
        let sum = (0..<17).reduce(0) { $0 + Int(run[$1]) * ResidentID.weight(at: $1) }
        let check = ResidentID.checkCharacter(weightedSum: sum)
        let isChecked = run[17] == 10 ? check == UInt8(ascii: "X") : check == run[17] + UInt8(ascii: "0")
        return isChecked && (1900...2099).contains(number(run[6..<10]))
            && CalendarDay(year: number(run[6..<10]), month: number(run[10..<12]), day: number(run[12..<14])) != nil
    }

    /// The 15 digits of before 1999, which have no check character.
    private static func isOldResidentID(_ run: [UInt8]) -> Bool {
        let provinces: Set<Int> = [
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82,
        ]
        return provinces.contains(number(run[0..<2]))
            && CalendarDay(year: 1900 + number(run[6..<8]), month: number(run[8..<10]), day: number(run[10..<12]))
                != nil
    }

    /// - Source: ISO/IEC 7812-1.
    private static func hasLuhnDigit(_ run: [UInt8]) -> Bool {
        guard run.contains(where: { $0 != 0 }) else { return false }
        let sum = run.reversed().enumerated().reduce(0) { sum, digit in
            let doubled = Int(digit.element) * (digit.offset % 2 == 1 ? 2 : 1)
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum.isMultiple(of: 10)
    }

    private static func isMobileNumber(_ run: ArraySlice<UInt8>) -> Bool {
        run.first == 1 && run.dropFirst().first.map { $0 >= 3 } ?? false
    }

    private static func number(_ run: ArraySlice<UInt8>) -> Int {
        run.reduce(0) { $0 * 10 + Int($1) }
    }
}
