import AidModel

/// Reads who a record is about (rule 2 of counting).
struct PersonDecoder {
    enum Outcome: Equatable {
        case person(PersonKey)
        case missing
        /// A spreadsheet ruined the number.
        case damaged
        case bad
    }

    private let rule: RecordLayout.PersonRule
    private let keys: KeyTable

    init(rule: RecordLayout.PersonRule, keys: KeyTable) {
        self.rule = rule
        self.keys = keys
    }

    func decode(_ text: ByteView) -> Outcome {
        guard !text.isEmpty else { return .missing }
        switch rule {
        case .text:
            if Placeholder.isOne(text) { return .missing }
            return ScientificNotation.isNumber(text) ? .damaged : .person(keys.personKey(of: text.buffer))
        case .residentID(let acceptsOtherDocuments, _):
            switch ResidentIDDecoder.decode(text) {
            case .id(let id): return .person(PersonKey(id))
            case .damaged: return .damaged
            case .bad: return .bad
            case .otherDocument: return otherDocument(text, accepts: acceptsOtherDocuments)
            }
        }
    }

    /// What has not the shape of a resident ID; maybe it is one, written in groups: 110105 19500101 0004.
    private func otherDocument(_ text: ByteView, accepts: Bool) -> Outcome {
        let squeezed = ResidentIDDecoder.decodeGroups(text)
        switch squeezed {
        case .id(let id): return .person(PersonKey(id))
        case .damaged: return .damaged
        case .bad: return .bad
        case .otherDocument: break
        }
        if Placeholder.isOne(text) { return .missing }
        return accepts && !isMobileNumber(text) ? .person(upperCaseKey(text)) : .bad
    }

    /// Whether it is a mobile number of China, which is no document's: a family, or the one who fills in, shares it.
    private func isMobileNumber(_ text: ByteView) -> Bool {
        text.count == 11 && text[0] == UInt8(ascii: "1") && (UInt8(ascii: "3")...UInt8(ascii: "9")).contains(text[1])
            && text.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Document numbers are the same in capital and small letters.
    private func upperCaseKey(_ text: ByteView) -> PersonKey {
        let isSmall = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        guard text.contains(where: isSmall) else { return keys.personKey(of: text.buffer) }
        return text.map { isSmall($0) ? $0 - 0x20 : $0 }.withByteView { keys.personKey(of: $0.buffer) }
    }
}

/// Reads a resident ID (GB 11643-1999): 17 digits and a check character, or the
/// 15 digits of before 1999.
enum ResidentIDDecoder {
    enum Outcome: Equatable {
        case id(ResidentID)
        case damaged
        /// It has the shape of a resident ID, but the check digit or the date is wrong.
        case bad
        /// It has another shape.
        case otherDocument
    }

    /// As `decode`, of a number in which blanks or hyphens stand.
    static func decodeGroups(_ text: ByteView) -> Outcome {
        guard (16...36).contains(text.count) else { return .otherDocument }
        var digits: [UInt8] = []
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
                at += 1
            } else if byte == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 {
                at += 2
            } else if byte == 0xE3, at + 2 < text.count, text[at + 1] == 0x80, text[at + 2] == 0x80 {
                at += 3
            } else {
                digits.append(byte)
                at += 1
            }
        }
        guard digits.count < text.count, digits.count == 18 || digits.count == 15 else { return .otherDocument }
        let outcome = digits.withByteView(decode)
        // Fifteen digits tell nothing of themselves; another document may have as many.
        if digits.count == 15, case .bad = outcome { return .otherDocument }
        return outcome
    }

    static func decode(_ text: ByteView) -> Outcome {
        if text.count == 18, let digits = leadingDigits(text, count: 17) {
            let check = text[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : text[17]
            if check == UInt8(ascii: "X") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(check) {
                return decode18(text, digits: digits, check: check)
            }
        }
        if text.count == 15, let digits = leadingDigits(text, count: 15) {
            let number = digits / 1_000_000_000 * 100_000_000_000 + 19 * 1_000_000_000 + digits % 1_000_000_000
            return isDate(number) ? .id(ResidentID(number: number)) : .bad
        }
        return ScientificNotation.isNumber(text) ? .damaged : .otherDocument
    }

    private static func decode18(_ text: ByteView, digits: UInt64, check: UInt8) -> Outcome {
        var sum = 0
        for index in 0..<17 {
            sum += Int(text[index] - UInt8(ascii: "0")) * ResidentID.weight(at: index)
        }
        guard ResidentID.checkCharacter(weightedSum: sum) == check else {
            // A spreadsheet keeps 15 digits of a number and makes the others 0.
            let endsInZeros = digits % 100 == 0 && check == UInt8(ascii: "0")
            return endsInZeros ? .damaged : .bad
        }
        return isDate(digits) ? .id(ResidentID(number: digits)) : .bad
    }

    /// Whether the digits 7 to 14 of 17 are a date of birth.
    private static func isDate(_ number: UInt64) -> Bool {
        let date = Int(number / 1000 % 100_000_000)
        return CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100) != nil
    }

    private static func leadingDigits(_ text: ByteView, count: Int) -> UInt64? {
        var value: UInt64 = 0
        for index in 0..<count {
            let digit = text[index] &- UInt8(ascii: "0")
            if digit > 9 { return nil }
            value = value * 10 + UInt64(digit)
        }
        return value
    }
}
