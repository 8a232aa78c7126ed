extension NumeralReader {
    /// The longest code that is read as one; what goes on is the next.
    private static let codeLimit = 40

    /// Digits that are no number but part of a name, a time or an address: A03, COVID-19, 5G, 010-12345678, 18:30,
    /// 2023-07-16, 1.2.3, 007.
    ///
    /// - Returns: nil: they are a number.
    func code(at start: Int, _ prefix: Prefix) -> NumeralPart? {
        guard scalars[start].isDigit else { return nil }
        let end = digitsEnd(from: start)
        let count = end - start
        if count > Self.digitLimit, !isInName(start, prefix) {
            return NumeralPart(
                end: end, value: 0, step: DraftBounds.one, isOrdinal: true, isUnread: true, isClosed: true)
        }
        if isInName(start, prefix) { return code(start, nameEnd(from: end)) }
        let next = peek(end)
        if next.isLatinLetter, !isMeasured(at: end) { return code(start, nameEnd(from: end)) }
        if let joint = jointEnd(start, end) { return code(start, joint) }
        if scalars[start] == "0", count > 1, unitWord(at: end) == nil { return code(start, end) }
        if count > 10, next != ".", next != ",", unitWord(at: end) == nil, !Self.isMagnitude(next), prefix.mark == nil {
            return code(start, end)
        }
        return nil
    }

    /// Whether digits go on a name of Latin letters: A03, COVID-19; not RMB3,600.
    private func isInName(_ start: Int, _ prefix: Prefix) -> Bool {
        guard prefix.mark == nil, !prefix.isOrdinal, prefix.end == start, isJoined(start) else { return false }
        var index = start - 1
        if previous(start) == "-" || previous(start) == "_" { index -= 1 }
        guard index >= 0, scalars[index].isLatinLetter else { return false }
        // A mark of money that is read alone, without its number, takes nothing from it.
        var first = index
        while first > 0, index - first < 4, scalars[first - 1].isLatinLetter { first -= 1 }
        if index == start - 1, let mark = Self.moneyMarks.longest(self, at: first), mark.end == start { return false }
        return true
    }

    /// Whether the Latin letters right after digits are a magnitude, a unit or an ending: 3600W, 33.6k, 100km, 3rd.
    private func isMeasured(at end: Int) -> Bool {
        if let found = Self.powers[peek(end)], found > 0, !peek(end + 1).isLatinLetter, !peek(end + 1).isDigit {
            return true
        }
        return englishMagnitude(at: end) != nil || unitWord(at: end) != nil
            || Self.ordinalEndings.longest(self, at: end) != nil
    }

    static let ordinalEndings = NumeralWords<Bool>([("st nd rd th", true)])

    /// The end of digits joined by the same mark: 2023-07-16, 400-810-1234, 1.2.3, 18:30, 2023/7.
    ///
    /// - Parameter end: of the first digits.
    private func jointEnd(_ start: Int, _ end: Int) -> Int? {
        let mark = peek(end)
        guard "-/.:".unicodeScalars.contains(mark), peek(end + 1).isDigit else { return nil }
        let second = digitsEnd(from: end + 1)
        if peek(second) == mark, peek(second + 1).isDigit { return nameEnd(from: second) }
        let hasLeadingZero =
            scalars[start] == "0" && end - start > 1 || scalars[end + 1] == "0" && second - end > 2
        switch mark {
        case ":": return second
        case "/": return hasLeadingZero || end - start > 3 ? second : nil
        case "-": return hasLeadingZero || second - end > 8 ? nameEnd(from: second) : nil
        default: return nil
        }
    }

    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < scalars.count, end - start < Self.codeLimit {
            let scalar = peek(end)
            if scalar.isDigit || scalar.isLatinLetter {
                end += 1
            } else if "-/.:_".unicodeScalars.contains(scalar), peek(end + 1).isDigit {
                end += 1
            } else {
                break
            }
        }
        // Digits are never cut in two.
        while peek(end).isDigit { end += 1 }
        return end
    }

    private func code(_ start: Int, _ end: Int) -> NumeralPart {
        var value: Int128 = 0
        for scalar in scalars[start..<end].prefix(Self.digitLimit) {
            guard scalar.isDigit else { break }
            value = value * 10 + Int128(scalar.value - 0x30)
        }
        return NumeralPart(
            end: end, value: value * DraftBounds.one, step: DraftBounds.one, isOrdinal: true, isClosed: true)
    }

    /// Fengqi 78. The district: after a word and a blank a number ends its sentence.
    private func isWordBefore(_ index: Int) -> Bool {
        var place = index - 1
        while place >= 0, scalars[place] == " " { place -= 1 }
        let isFirst = index < scalars.count && scalars[index] == "1" && !peek(index + 1).isDigit
        return place >= 0
            && (scalars[place].isLatinLetter || ",".unicodeScalars.contains(scalars[place])
                || scalars[place] == ":" && !isFirst)
    }

    /// Whether a number heads a point of a list: 1. or 一、 where a line or a sentence begins, (一), [1], 〔2023〕.
    func isListMark(_ numeral: Numeral) -> Bool {
        guard numeral.unit == .none, numeral.range == numeral.digits else { return false }
        let before = previous(numeral.range.lowerBound)
        let after = peek(numeral.range.upperBound)
        let next = peek(numeral.range.upperBound + 1)
        let count = numeral.digits.count
        let isHan = !scalars[numeral.digits.lowerBound].isDigit
        switch before {
        case "(", "（": return (after == ")" || after == "）") && (count <= 2 || isHan && count <= 3)
        case "[", "〔", "【", "［", "〖": return "]〕】］〗".unicodeScalars.contains(after)
        case "\0", "\n", "\t", "。", "；", "：", ";", ":", "！", "？", " ":
            guard count <= (before == " " ? 2 : 3), before != " " || after == "." else { return false }
            if before == " ", isWordBefore(numeral.range.lowerBound) { return false }
            if after == "、" { return isPoint(next) && before != " " }
            if after == ")" || after == "）" { return before != " " }
            return (after == "." || after == "．") && !next.isDigit && !isHan && (next != "\0" || before == "\n")
                && next != "\n"
        default:
            // 1、报名 2、审核: a blank of the layout stood before it.
            return count <= 2 && gaps[numeral.range.lowerBound] != .none && after == "、" && isPoint(next)
        }
    }

    /// Whether words follow the mark of a list: 1、2、3号 are no list.
    private func isPoint(_ next: Unicode.Scalar) -> Bool { !next.isDigit && !Self.isHanNumeral(next) }
}
