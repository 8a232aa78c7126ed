/// The made-up people, by number: each has a resident ID of its own and a name.
///
/// The IDs have the form of real ones and right check characters, but begin with
/// 99, which is no province: none of them can belong to anybody.
struct Population {
    private let draws: Draws
    private let identities: Shuffle

    private static let regionCount = 40
    private static let firstBirthday = Calendar.dayNumber(year: 1955, month: 1, day: 1)
    /// Up to the end of 1999: a 15-digit number always means a birth year 19xx.
    private static let birthdayCount = Calendar.dayNumber(year: 2000, month: 1, day: 1) - firstBirthday
    /// 996 to 999 were for people of a hundred years.
    private static let sequenceCount = 995
    private static let identityCount = regionCount * birthdayCount * sequenceCount

    /// People from this number on belong to no true claim.
    static let firstStranger = 400_000_000

    init(draws: Draws) {
        self.draws = draws
        identities = Shuffle(count: Population.identityCount, draws: draws, index: -1)
    }

    /// Appends the 18 characters of a person's ID.
    func appendID(of person: Int, to text: inout [UInt8]) {
        let start = text.count
        let identity = identities(person % Population.identityCount)
        let region = identity % Population.regionCount
        let birthday = identity / Population.regionCount % Population.birthdayCount
        let (year, month, day) = Calendar.civil(Population.firstBirthday + birthday)
        text.append(decimal: 990_100 + region / 20 * 100 + region % 20 + 1, width: 6)
        text.append(decimal: year, width: 4)
        text.append(decimal: month, width: 2)
        text.append(decimal: day, width: 2)
        text.append(decimal: identity / Population.regionCount / Population.birthdayCount + 1, width: 3)
        text.append(ResidentID.checkCharacter(of: text[start...]))
    }

    /// Appends the 15-digit ID that the person had before 1999.
    func appendOldID(of person: Int, to text: inout [UInt8]) {
        let start = text.count
        appendID(of: person, to: &text)
        text.removeLast()
        text.removeSubrange((start + 6)..<(start + 8))
    }

    /// Appends a name that nobody bears: a surname and one or two of the celestial stems.
    func appendName(of person: Int, to text: inout [UInt8]) {
        let number = draws.number(.name, person)
        if number % 331 == 0 {
            // Four bytes in GB18030.
            text.append(contentsOf: number & 1024 == 0 ? Population.rareSurname : Population.rarerSurname)
        } else {
            text.append(contentsOf: Population.surnames[Int(number >> 16 & 63) % Population.surnames.count])
        }
        text.append(contentsOf: Population.givenNames[Int(number >> 24 & 63) % Population.givenNames.count])
        if number >> 32 & 3 != 0 {
            text.append(contentsOf: Population.givenNames[Int(number >> 40 & 63) % Population.givenNames.count])
        }
    }

    private static let rareSurname = Array("㑇".utf8)
    private static let rarerSurname = Array("𠮷".utf8)
    private static let surnames = characters("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕")
    private static let givenNames = characters("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")

    private static func characters(_ text: String) -> [[UInt8]] {
        text.map { Array(String($0).utf8) }
    }
}

enum ResidentID {
    private static let checkCharacters = Array("10X98765432".utf8)

    /// The check character of the first 17 digits.
    ///
    /// - Source: GB 11643-1999, after ISO 7064:1983, MOD 11-2.
    static func checkCharacter(of digits: ArraySlice<UInt8>) -> UInt8 {
        var sum = 0
        for digit in digits.prefix(17) { sum = (sum + Int(digit - 48)) * 2 % 11 }
        return checkCharacters[sum]
    }
}
