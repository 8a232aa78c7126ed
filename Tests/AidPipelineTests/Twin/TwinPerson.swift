/// A made-up person, and the ways in which exports write its identity number.
struct TwinPerson {
    let first17: String
    let name: String

    init(_ random: inout TwinRandom) {
        let year = random.chance(80) ? random.number(1940...1999) : random.number(2000...2009)
        let month = random.number(1...12)
        let day = random.number(1...TwinDay.days(in: month, of: year))
        let region = random.pick(["110101", "110108", "310115", "440306"])
        let sequence = random.chance(5) ? "000" : String(String(1000 + random.number(1...999)).suffix(3))
        first17 = "\(region)\(year)\(two(month))\(two(day))\(sequence)"
        name =
            random.pick(["欧阳", "司马", "诸葛", "上官", "慕容"]) + random.pick(["静好", "如松", "晓岚", "伯远"])
            + random.pick(["甲", "乙", "丙", "丁", "戊", "己"])
            + (random.chance(20) ? "（上海市总工会职工互助保障会）" : "")
    }

    var number: String { first17 + TwinPerson.checkCharacter(first17) }

    /// The old form, for those born in the 20th century.
    var oldNumber: String? {
        let digits = Array(first17)
        guard digits[6] == "1", digits[7] == "9" else { return nil }
        return String(digits[0..<6]) + String(digits[8..<17])
    }

    static func checkCharacter(_ first17: String) -> String {
        var weight = 1
        var sum = 0
        for digit in first17.reversed() {
            weight = weight * 2 % 11
            sum += Int(String(digit))! * weight
        }
        return ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
    }

    func damaged(_ random: inout TwinRandom) -> String {
        switch random.number(0...2) {
        case 0:
            let digits = Array(first17).map(String.init)
            return "\(digits[0]).\(digits[1...random.number(2...14)].joined())E+\(random.pick(["14", "17"]))"
        case 1 where number.hasSuffix("000"): return String(first17.prefix(14)) + "1000"
        default:
            let ruined = String(first17.prefix(15)) + "00"
            return ruined + (TwinPerson.checkCharacter(ruined) == "0" ? "1" : "0")
        }
    }

    func bad(_ random: inout TwinRandom) -> String {
        switch random.number(0...6) {
        case 0: return first17 + (number.hasSuffix("5") ? "6" : "5")
        case 1:
            let wrong =
                String(first17.prefix(10)) + random.pick(["1301", "0230", "0431", "0010", "0500"]) + first17.suffix(3)
            return wrong + TwinPerson.checkCharacter(wrong)
        case 2: return String(number.dropLast())
        case 3: return number + "1"
        case 4: return "110101" + random.pick(["991301", "010229", "500431"]) + "123"
        case 5: return "x" + number.dropFirst()
        default: return String(number.prefix(6)) + " " + number.suffix(12)
        }
    }
}
