import TestSupport
import Testing

@testable import AidText

@Suite struct NumberStyleTests {
    @Test(
        arguments: [
            (0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"), (985_800, 0, "985,800"), (-1_234_567, 0, "-1,234,567"),
            (13_500_000_000, 2, "135,000,000.00"), (7_830_424, 2, "78,304.24"), (5, 2, "0.05"), (-5, 2, "-0.05"),
            (99, 2, "0.99"), (100, 2, "1.00"), (1_234_567, 3, "1,234.567"), (123_456, 4, "12.3456"),
        ] as [(Int128, Int, String)])
    func exactNumbersHaveCommas(number: Int128, decimals: Int, text: String) {
        #expect(NumberStyle.exact(number, decimals: decimals) == text)
    }

    /// The digits of Swift itself, parted by hand.
    private static func exactTwin(_ number: Int128, decimals: Int, hasCommas: Bool) -> String {
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = Array(padded.dropLast(decimals))
        var text = number < 0 ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if hasCommas, index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return decimals == 0 ? text : text + "." + padded.suffix(decimals)
    }

    @Test(arguments: SeededRandom.seeds(100))
    func exactNumbersAreThoseOfTheTwin(seed: UInt64) {
        var random = SeededRandom(seed)
        var numbers: [Int128] = [0, .max, .min, Int128(UInt64.max), Int128(UInt64.max) + 1, Int128(UInt64.max) * 10]
        for _ in 0..<20 {
            numbers.append(Int128.random(in: .min ... .max, using: &random) >> Int.random(in: 0..<127, using: &random))
        }
        for number in numbers {
            for (decimals, hasCommas) in [(0, true), (1, false), (2, true), (2, false), (4, true), (45, true)] {
                #expect(
                    NumberStyle.exact(number, decimals: decimals, hasCommas: hasCommas)
                        == Self.exactTwin(number, decimals: decimals, hasCommas: hasCommas), "seed \(seed)")
            }
        }
    }

    @Test(
        arguments: [
            (9_999, 0, nil), (10_000, 0, "1万"), (10_049, 0, "1万"), (10_050, 0, "1.01万"), (12_000, 0, "1.2万"),
            (152_200, 0, "15.22万"), (985_800, 0, "98.58万"), (1_055_400, 0, "105.54万"), (98_000_000_00, 2, "9800万"),
            (13_500_000_000, 2, "1.35亿"), (2_600_000_000, 2, "2600万"), (9_999_99, 2, nil), (10_000_00, 2, "1万"),
            (99_999_949, 0, "9999.99万"), (99_999_950, 0, "1亿"), (99_999_960, 0, "1亿"), (9_999_994_999, 2, "9999.99万"),
            (9_999_995_000, 2, "1亿"), (100_499_999, 0, "1亿"), (100_500_000, 0, "1.01亿"), (-152_200, 0, "-15.22万"),
            (999_999_499_999, 0, "9999.99亿"), (999_999_500_000, 0, "1万亿"), (12_345_678_901_234_567, 0, "12345.68万亿"),
        ] as [(Int128, Int, String?)])
    func chineseUnitsAreChosenAfterRounding(number: Int128, decimals: Int, text: String?) {
        #expect(NumberStyle.chinese.short(number, decimals: decimals) == text)
    }

    @Test(
        arguments: [
            (999_999, 0, nil), (1_000_000, 0, "1 million"), (1_055_400, 0, "1.06 million"),
            (13_500_000_000, 2, "135 million"), (999_994_999, 0, "999.99 million"), (999_995_000, 0, "1 billion"),
            (369_200_000_000, 2, "3.69 billion"), (-2_500_000, 0, "-2.5 million"),
        ] as [(Int128, Int, String?)])
    func englishUnitsAreMillionAndBillion(number: Int128, decimals: Int, text: String?) {
        #expect(NumberStyle.english.short(number, decimals: decimals) == text)
    }

    /// What is printed, read back, is the number to within half of its last place.
    @Test(arguments: [1, 20_230_630, UInt64.max])
    func shortNumbersReadBackWithinRounding(seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededRandom(seed)
        for _ in 0..<2_000 {
            let decimals = Int(generator.next() % 5)
            let number = Int128(generator.next() >> (generator.next() % 64))
            #expect(
                NumberStyle.exact(number, decimals: decimals).filter { $0 != "," && $0 != "." }.drop { $0 == "0" }
                    == (number == 0 ? "" : String(number)))
            for style in [NumberStyle.chinese, .english] {
                guard let text = style.short(number, decimals: decimals) else {
                    #expect(number < power(style.units[0].exponent + decimals))
                    continue
                }
                let unit = try #require(style.units.last { text.hasSuffix($0.name) })
                let parts = text.dropLast(unit.name.count).split(separator: ".")
                let fraction = parts.count > 1 ? String(parts[1]) : ""
                let whole = try #require(Int128(String(parts[0])))
                let hundredths = whole * 100 + (Int128((fraction + "00").prefix(2)) ?? -1)
                let lastPlace = power(unit.exponent + decimals - 2)
                #expect(fraction.count <= 2 && !fraction.hasSuffix("0"), "\(text)")
                #expect(
                    2 * (hundredths * lastPlace - number).magnitude <= lastPlace.magnitude, "\(number) is no \(text)")
                #expect(hundredths >= 100, "\(text) has too large a unit")
                if let next = style.units.first(where: { $0.exponent > unit.exponent }) {
                    #expect(hundredths < 100 * power(next.exponent - unit.exponent), "\(text) has too small a unit")
                }
            }
        }
    }

    private func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
