/// A record as rules 1 and 2 of counting see it, worked out the slow way.
struct TwinUnderstanding {
    /// The reason of what is no record.
    static let noRecord = "no-record"

    var reason: String?
    var kind: TwinClass?
    var claim = Exact("")
    /// The claim that a reversal takes back.
    var target = Exact("")
    /// nil: missing or unidentified.
    var person: Exact?
    var day: TwinDay?
    /// From the treatment to the payment; −1: paid before it; nil: not known.
    var wait: Int?
    /// Without its sign.
    var amount: Int?
    /// The cleaned texts and what they mean, by which versions of a claim are told apart.
    var groupTexts: [Exact] = []
    /// The groups in which it counts; empty for 未填.
    var groups: [Exact] { groupTexts.map { $0 == Exact("未填") ? Exact("") : $0 } }
    /// What leaves or enters the balance with the record.
    var money = 0
    /// Values out of which something invisible was taken, if the record counts.
    var unseenCount = 0
}

/// A text that equals another only where all its scalars are the same.
struct Exact: Hashable {
    let scalars: [UInt32]

    init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

    var isEmpty: Bool { scalars.isEmpty }
    var text: String { String(String.UnicodeScalarView(scalars.map { Unicode.Scalar($0)! })) }
}

struct TwinReader {
    let plan: TwinPlan

    func understand(_ record: TwinRecord) -> TwinUnderstanding {
        var seen = TwinUnderstanding()
        if record.isScaffolding {
            seen.reason = TwinUnderstanding.noRecord
            let text = record.isMalformed ? "" : TwinReader.cleaned(record.texts["amount"] ?? "")
            seen.money = TwinReader.amount(text, minorDigits: plan.minorDigits)?.magnitude ?? 0
            return seen
        }
        guard !record.isMalformed else {
            seen.reason = "malformed-record"
            return seen
        }
        func text(_ field: String) -> String { TwinReader.cleaned(record.texts[field] ?? "") }
        func number(of field: String) -> String {
            let number = text(field)
            return TwinReader.standsForNothing(number) ? "" : number
        }
        seen.claim = Exact(number(of: "claim"))
        let reverses = number(of: "reverses")
        seen.target = reverses.isEmpty ? seen.claim : Exact(reverses)
        seen.groupTexts = plan.breakdowns.map { field in
            let value = Exact(text(field))
            let meaning = plan.meanings[field]?.first { meaning in
                meaning.values.contains { Exact(TwinReader.cleaned($0)) == value }
            }
            return meaning.map { Exact($0.name) } ?? value
        }
        seen.kind = plan.hasStatus ? state(text("status")) : .paid
        func number(_ field: String) -> String { TwinReader.cleaned(record.texts[field] ?? "", isNumber: true) }
        seen.day = day(number(plan.period))
        if plan.hasTreatment, let paid = seen.day, let treated = day(number("treatedOn")) {
            let days = paid.ordinal - treated.ordinal
            seen.wait = days > 16_381 ? nil : max(days, -1)
        }
        let amount = TwinReader.amount(number("amount"), minorDigits: plan.minorDigits)
        let person = self.person(text("person"))
        if case .known(let key) = person { seen.person = key }
        if let amount, !(amount.isNegative && (seen.kind == .paid || seen.kind == .unpaid)) {
            seen.amount = amount.magnitude
        }
        seen.reason = reason(seen, person)
        let isPersonMissing = ["missing-person", "damaged-person", "bad-person"].contains(seen.reason)
        if seen.kind == .paid, seen.amount == 0, seen.reason == nil || isPersonMissing, plan.zeroAmount != "count" {
            seen.reason = plan.zeroAmount == "reject" ? "zero-amount" : nil
            if plan.zeroAmount == "ignore" { seen.kind = .unpaid }
        }
        // A record that is rejected for something else leaves with the money that can be read.
        let isOther = seen.reason != nil && seen.reason != "bad-amount"
        seen.money = seen.amount ?? (isOther ? amount?.magnitude ?? 0 : 0)
        if seen.reason == "bad-amount" { seen.money = 0 }
        if seen.reason == nil {
            var keys = ["person"] + plan.breakdowns
            if plan.hasClaim { keys.append("claim") }
            if plan.hasStatus { keys.append("status") }
            if plan.hasReverses, seen.kind == .reversed { keys.append("reverses") }
            let numbers = [plan.period, "amount"] + (plan.hasTreatment ? ["treatedOn"] : [])
            seen.unseenCount =
                keys.count { TwinReader.hidesSomething(record.texts[$0] ?? "", isNumber: false) }
                + numbers.count { TwinReader.hidesSomething(record.texts[$0] ?? "", isNumber: true) }
        }
        return seen
    }

    private func reason(_ seen: TwinUnderstanding, _ person: PersonReading) -> String? {
        if plan.hasClaim, seen.claim.isEmpty { return "missing-claim" }
        guard let kind = seen.kind else { return "unknown-status" }
        if kind == .unpaid { return nil }
        if seen.day == nil { return "bad-date" }
        if seen.amount == nil { return "bad-amount" }
        switch person {
        case .missing: return "missing-person"
        case .damaged: return plan.countsInvalid ? nil : "damaged-person"
        case .bad: return plan.countsInvalid ? nil : "bad-person"
        case .known: return nil
        }
    }

    private func state(_ text: String) -> TwinClass? {
        for kind in [TwinClass.paid, .unpaid, .reversed] {
            for state in plan.states[kind] ?? [] where Exact(TwinReader.cleaned(state)) == Exact(text) { return kind }
        }
        return nil
    }

    // MARK: Rule 1

    /// - Parameter isNumber: whether it is a date or an amount, in which control characters stay but at the ends.
    static func cleaned(_ raw: String, isNumber: Bool = false) -> String {
        let seen = raw.unicodeScalars.filter { !isIgnorable($0) && (isNumber || !isControl($0)) }
        let scalars = unguarded(Array(seen)) { $0.properties.isWhitespace || isNumber && isControl($0) }
        return String(
            String.UnicodeScalarView(
                scalars.map { scalar in
                    let isFullWidth =
                        ("０"..."９").contains(scalar) || ("Ａ"..."Ｚ").contains(scalar) || ("ａ"..."ｚ").contains(scalar)
                    return isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
                }))
    }

    /// Whether more than white space at the ends and guards is taken out of a text unseen.
    static func hidesSomething(_ raw: String, isNumber: Bool) -> Bool {
        let shown = unguarded(Array(raw.unicodeScalars)) { $0.properties.isWhitespace }
        if shown.contains(where: { isIgnorable($0) || !isNumber && isControl($0) }) { return true }
        return isNumber && (shown.first.map(isControl) ?? false || shown.last.map(isControl) ?? false)
    }

    private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func unguarded(
        _ raw: [Unicode.Scalar], _ goes: (Unicode.Scalar) -> Bool
    ) -> [Unicode.Scalar] {
        func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
            var scalars = scalars
            while let last = scalars.last, goes(last) { scalars.removeLast() }
            while let first = scalars.first, goes(first) { scalars.removeFirst() }
            return scalars
        }
        var scalars = trimmed(raw)
        if scalars.count >= 3, scalars[0] == "=", scalars[1] == "\"", scalars.last == "\"" {
            scalars = trimmed(Array(scalars.dropFirst(2).dropLast()))
        }
        if scalars.first == "'" { scalars = trimmed(Array(scalars.dropFirst())) }
        return scalars
    }

    // MARK: Rule 2, people

    enum PersonReading {
        case missing, damaged, bad
        case known(Exact)
    }

    private func person(_ text: String) -> PersonReading {
        if text.isEmpty { return .missing }
        var scientific = TwinWords(text)
        if scientific.digits(1...1) != nil, scientific.take("."), scientific.digits(1...99) != nil,
            scientific.take("E+"),
            scientific.digits(1...99) != nil, scientific.isAtEnd
        {
            return .damaged
        }
        if plan.personType == .text { return TwinReader.standsForNothing(text) ? .missing : .known(Exact(text)) }
        let letters = Array(text).map(String.init)
        let digits = letters.filter { "0123456789".contains($0) }.count
        if letters.count == 15, digits == 15 {
            let first17 = letters[0..<6].joined() + "19" + letters[6...].joined()
            guard isBirthday(first17) else { return .bad }
            return .known(Exact(first17 + TwinPerson.checkCharacter(first17)))
        }
        if letters.count == 18, letters[0..<17].allSatisfy({ "0123456789".contains($0) }),
            "0123456789xX".contains(letters[17])
        {
            let first17 = letters[0..<17].joined()
            let isRight = TwinPerson.checkCharacter(first17) == letters[17].uppercased()
            if !isRight, text.hasSuffix("000") { return .damaged }
            guard isRight, isBirthday(first17) else { return .bad }
            return .known(Exact(text.uppercased()))
        }
        let groups = text.split { " -\u{A0}\u{3000}".contains($0) }
        if groups.count > 1 {
            let number = groups.joined()
            let digits = number.filter { "0123456789".contains($0) }.count
            if number.count == 15, digits == 15, case .known(let key) = person(number) { return .known(key) }
            let isLastRight = "0123456789xX".contains(number.last ?? "?")
            if number.count == 18, digits >= 17, number.dropLast().allSatisfy(\.isNumber), isLastRight {
                return person(number)
            }
        }
        if TwinReader.standsForNothing(text) { return .missing }
        return plan.acceptsOtherDocuments ? .known(Exact(text.uppercased())) : .bad
    }

    /// Whether a number is none, as far as this maker of exports writes such ones.
    static func standsForNothing(_ number: String) -> Bool {
        guard number.utf8.count <= 12 else { return false }
        let isZero = number.allSatisfy { $0 == "0" }
        let isSigns = number.allSatisfy { $0.isASCII && !$0.isLetter && !$0.isNumber }
        let words = ["不详", "无", "null", "none", "n/a", "#n/a", "#ref!", "——", "暂无"]
        return isZero || isSigns || words.contains(number.lowercased())
    }

    private func isBirthday(_ first17: String) -> Bool {
        let digits = Array(first17).map { Int(String($0))! }
        let year = digits[6] * 1000 + digits[7] * 100 + digits[8] * 10 + digits[9]
        return TwinDay(year, digits[10] * 10 + digits[11], digits[12] * 10 + digits[13]) != nil
    }
}
