import AidModel
import AidText
import TestSupport
import Testing

@Suite struct FigureStyleTests {
    @Test(
        arguments: [
            (0, 0, "0", "0", 1), (9_999, 0, "9999", "9,999", 1), (10_000, 0, "1万", "10,000", 100),
            (727_000, 0, "72.7万", "727,000", 100), (985_800, 0, "98.58万", "985,800", 100),
            (9_800_000_000, 2, "9800万", "98 million", 10_000), (13_500_000_000, 2, "1.35亿", "135 million", 100_000_000),
            (240_500_000_000, 2, "24.05亿", "2.41 billion", 100_000_000),
            // The unit is chosen after rounding; 千万 is none.
            (99_999_960, 0, "1亿", "100 million", 1_000_000), (99_999_949, 0, "9999.99万", "100 million", 100),
            (45_000_000, 0, "4500万", "45 million", 100), (-152_200, 0, "-15.22万", "-152,200", 100),
            (1, 2, "0.01", "0.01", 1), (100, 2, "1", "1", 1), (123_450, 2, "1234.50", "1,234.50", 1),
            (-150_00, 2, "-150", "-150", 1), (134_80, 2, "134.80", "134.80", 1), (7_005, 3, "7.005", "7.005", 1),
            (1_000_000_000_000, 0, "1万亿", "1 trillion", 10_000_000_000),
        ] as [(Int128, Int, String, String, Int128)])
    func figuresAreShort(number: Int128, decimals: Int, zh: String, en: String, step: Int128) {
        let printed = NumberStyle.chinese.figure(number, decimals: decimals, rounding: .halfUp)
        #expect(printed.text == zh)
        #expect(printed.step == step)
        #expect(NumberStyle.english.figure(number, decimals: decimals, rounding: .halfUp).text == en)
    }

    @Test func halvesFollowTheSetting() {
        let style = NumberStyle.chinese
        #expect(style.figure(985_850, decimals: 0, rounding: .halfUp).text == "98.59万")
        #expect(style.figure(985_850, decimals: 0, rounding: .halfEven).text == "98.58万")
        #expect(style.figure(985_750, decimals: 0, rounding: .halfEven).text == "98.58万")
        // Once, from the exact value: 98.5849 is not first 98.585 and then 98.59.
        #expect(style.figure(985_849, decimals: 0, rounding: .halfUp).text == "98.58万")
    }

    @Test(
        arguments: [
            (985_800, 0, "98万余", "超98万", "近99万", "约99万"), (1_055_400, 0, "105万余", "超105万", "近106万", "约106万"),
            (13_500_000_000, 2, "1.3亿余", "超1.3亿", "近1.4亿", "约1.4亿"), (8_435, 0, "8400余", "超8400", nil, "约8400"),
            (843, 0, "840余", "超840", nil, "约840"), (84, 0, nil, nil, nil, nil), (980_000, 0, nil, nil, nil, nil),
            (99_999_999, 0, "9999万余", "超9999万", "近1亿", "约1亿"), (10_500, 0, "1万余", "超1万", "近1.1万", "约1.1万"),
        ] as [(Int128, Int, String?, String?, String?, String?)])
    func wordsAreTrueOfTheFigure(
        number: Int128, decimals: Int, over: String?, above: String?, nearly: String?, about: String?
    ) {
        func text(_ hedge: Hedge) -> String? {
            NumberStyle.chinese.hedged(number, decimals: decimals, hedge)?.text
        }
        #expect(text(.over) == over)
        #expect(text(.above) == above)
        #expect(text(.nearly) == nearly)
        #expect(text(.about) == about)
    }

    @Test func englishHasItsWords() {
        func text(_ hedge: Hedge) -> String? { NumberStyle.english.hedged(1_265_800, decimals: 0, hedge)?.text }
        #expect(text(.over) == "more than 1.2 million")
        #expect(text(.nearly) == "nearly 1.3 million")
        #expect(text(.about) == "about 1.3 million")
    }

    /// What a reader takes a printed figure for, with a word or without, holds the exact one.
    @Test(arguments: SeededRandom.seeds(60))
    func whatIsPrintedReadsBack(seed: UInt64) throws {
        var random = SeededRandom(seed)
        for _ in 0..<50 {
            let number = Int128(random.next() >> UInt64.random(in: 8...62, using: &random))
            for measure in [Measure.recipients, .amount] {
                let decimals = measure.decimals(.cny)
                let plain = NumberStyle.chinese.figure(number, decimals: decimals, rounding: .halfUp)
                let slow = FigureTwin.figure(number, decimals: decimals)
                #expect(plain.text == slow, "seed \(seed)")
                let read = try PrintedFigure(plain.text, measure: measure, currency: .cny)
                #expect(read.range.lowest <= number && number <= read.range.highest, "seed \(seed): \(plain.text)")
                for hedge in Hedge.allCases {
                    guard let hedged = NumberStyle.chinese.hedged(number, decimals: decimals, hedge) else { continue }
                    // Never two of them.
                    #expect(Hedge.allCases.filter { hedged.text.contains($0.rawValue) } == [hedge])
                    let text = hedged.text.replacing("逾", with: "超")
                    let read = try PrintedFigure(text, measure: measure, currency: .cny)
                    #expect(read.range.lowest <= number && number <= read.range.highest, "seed \(seed): \(text)")
                    #expect(read.value != number, "seed \(seed): \(text)")
                    if hedge == .nearly || hedge == .about {
                        let distance = (read.value - number).magnitude
                        #expect(distance * 2 <= hedged.step.magnitude, "seed \(seed): \(text)")
                    }
                }
            }
        }
    }
}

/// Figures as a person writes them, from the digits of the number.
private enum FigureTwin {
    static func figure(_ number: Int128, decimals: Int) -> String {
        guard String(number).count > 4 + decimals else {
            let text = point(String(number), decimals)
            // Money that is not whole has all its decimals.
            guard let fraction = text.split(separator: ".").dropFirst().first else { return text }
            return text + String(repeating: "0", count: decimals - fraction.count)
        }
        var text = ""
        for (exponent, name) in [(4, "万"), (8, "亿"), (12, "万亿")] {
            let rounded = roundedAway(String(number), dropping: exponent + decimals - 2)
            text = point(rounded, 2) + name
            // Four digits before the point and two after it are the most that a unit has.
            if rounded.count <= 6 { break }
        }
        return text
    }

    /// Drops digits at the end, one up where the first dropped one is 5 or more.
    private static func roundedAway(_ text: String, dropping count: Int) -> String {
        guard count > 0 else { return text }
        let padded = String(repeating: "0", count: max(0, count + 1 - text.count)) + text
        var kept = Array(padded.dropLast(count))
        var carries = Array(padded)[padded.count - count] >= "5"
        for index in kept.indices.reversed() where carries {
            carries = kept[index] == "9"
            kept[index] = carries ? "0" : Character(String(kept[index].wholeNumberValue! + 1))
        }
        let text = (carries ? "1" : "") + String(kept)
        return text == "0" ? "" : text
    }

    private static func point(_ digits: String, _ decimals: Int) -> String {
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        var fraction = String(padded.suffix(decimals))
        while fraction.last == "0" { fraction.removeLast() }
        return String(padded.dropLast(decimals)) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
