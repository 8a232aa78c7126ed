import AidModel

/// Finds the figures that stand in a text: digits of any script, percents, Chinese numerals before a unit,
/// numbers in English words.
///
/// Chinese numerals are also parts of words (统一, 进一步, 十分). One alone is a figure only before a word that
/// counts something; two in a row always are. Where this takes a word for a figure, say it otherwise.
enum TypedFigures {
    struct Figure: Hashable {
        /// Of its first character, in characters.
        let offset: Int
        let text: String
        /// Whether it is one of the characters that stand for facts, and no figure.
        var isReserved = false
    }

    static func find(_ text: String, language: Language) -> [Figure] {
        let characters = Array(text)
        var figures: [Figure] = []
        var index = 0
        while index < characters.count {
            if characters[index].unicodeScalars.contains(where: NewsSpans.isReserved) {
                figures.append(Figure(offset: index, text: "", isReserved: true))
                index += 1
            } else if let end = figureEnd(characters, index) {
                figures.append(Figure(offset: index, text: String(characters[index..<end])))
                index = end
            } else if isLetter(characters[index]) {
                let end = characters[index...].firstIndex { !isLetter($0) } ?? characters.count
                let word = String(characters[index..<end])
                if englishNumbers.contains(word.lowercased()), !isPerThousand(characters, index) {
                    figures.append(Figure(offset: index, text: word))
                }
                index = end
            } else {
                index += 1
            }
        }
        return figures
    }

    /// The thousand of `per thousand members`, which is no figure but a unit.
    private static func isPerThousand(_ characters: [Character], _ index: Int) -> Bool {
        let text = String(characters[index...].prefix(24)).split(whereSeparator: \.isWhitespace)
        return text.first?.lowercased() == "thousand" && text.count > 1
            && text[1].lowercased().hasPrefix("members")
    }

    /// Where the figure that begins at a place ends; nil: none begins there.
    private static func figureEnd(_ characters: [Character], _ index: Int) -> Int? {
        if isDigit(characters[index]) || percents.contains(characters[index]) {
            return characters[index...].firstIndex { !isDigit($0) && !percents.contains($0) && $0 != "." && $0 != "," }
                ?? characters.count
        }
        if let word = words.first(where: { characters[index...].starts(with: $0) }) { return index + word.count }
        guard numerals.contains(characters[index]) else { return nil }
        if exceptions.contains(where: { isWithin($0, characters, index) }) { return nil }
        let end = characters[index...].firstIndex { !numerals.contains($0) } ?? characters.count
        if end - index > 1 { return end }
        guard end < characters.count, units.contains(characters[end]) else { return nil }
        return end + 1
    }

    /// Whether the character at a place belongs to a word.
    private static func isWithin(_ word: [Character], _ characters: [Character], _ index: Int) -> Bool {
        word.indices.contains { place in
            word[place] == characters[index] && index >= place
                && characters[(index - place)...].starts(with: word)
        }
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .decimalNumber, .letterNumber, .otherNumber: true
            default: false
            }
        }
    }

    private static func isLetter(_ character: Character) -> Bool {
        character.isASCII && character.isLetter
    }

    private static let percents: Set<Character> = ["%", "％", "‰", "﹪", "‱"]
    private static let numerals = Set("零〇一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅")
    /// What counts or measures something.
    private static let units = Set(
        "人名位口户家次回遍场元块圆角分毛钱个件份笔项条种类类组批例倍成折番年月日号天周旬季季届期代级等度半岁米吨斤里亩头张台座所间栋区县市省")
    /// Figures without a digit.
    private static let words = ["分之", "百分点", "倍", "半数", "过半", "一半", "半年", "翻番", "翻一番", "对半", "减半", "折半"]
        .map { Array($0) }
    /// Words with a numeral that counts nothing.
    private static let exceptions = [
        "十分", "万分", "千万别", "百姓", "百货", "百科", "万一", "亿万", "一次性", "一些", "一定", "一般", "一直", "一致", "一起", "一样", "一线",
        "一旦", "一向", "一边", "一面", "一方面", "一时", "一贯", "一律", "一并", "进一步", "统一", "唯一", "同一", "第一时间", "每一位", "每一名",
        "每一笔", "每一个", "每一次", "每千名会员", "五一", "三农", "四川", "八方", "七夕", "二维码", "万家", "千家", "千家万户", "百年大计", "一体化", "一站式",
    ].map { Array($0) }
    private static let englishNumbers: Set<String> = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million", "millions",
        "billion", "billions", "trillion", "trillions", "dozen", "dozens", "percent", "percentage", "half", "halves",
        "third", "thirds", "fifth", "fifths", "tenth", "tenths", "double", "doubled", "triple", "tripled",
        "twice", "thrice", "cent",
    ]
}
