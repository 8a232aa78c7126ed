import AidModel
import TestSupport
import Testing

@Suite struct PrintedFigureTests {
    @Test(
        "Published in 2020 and 2023",
        arguments: [
            ("72.7万", .recipients, 726_500, 727_499), ("77.2万", .personTimes, 771_500, 772_499),
            ("9800万元", .amount, 97_500_000_00, 98_499_999_99), ("243.8万", .recipients, 2_437_500, 2_438_499),
            ("1924.7万", .personTimes, 19_246_500, 19_247_499),
            ("24.05亿元", .amount, 2_404_500_000_00, 2_405_499_999_99), ("98.58万", .recipients, 985_750, 985_849),
            ("105.54万", .personTimes, 1_055_350, 1_055_449), ("1.35亿元", .amount, 134_500_000_00, 135_499_999_99),
            ("317.35万", .recipients, 3_173_450, 3_173_549), ("3035.15万人次", .personTimes, 30_351_450, 30_351_549),
            ("36.92亿元", .amount, 3_691_500_000_00, 3_692_499_999_99), ("2600万", .amount, 25_500_000_00, 26_499_999_99),
        ] as [(String, Measure, Int, Int)])
    func ofTheSubject(text: String, measure: Measure, lowest: Int, highest: Int) throws {
        let figure = try PrintedFigure(text, measure: measure, currency: .cny)
        #expect(figure.range == range(lowest, highest))
    }

    @Test(
        arguments: [
            ("985,800", .recipients, 985_800, 985_800), ("985800人", .recipients, 985_800, 985_800),
            ("985800", .recipients, 985_800, 985_800), ("0", .recipients, 0, 0), ("0", .amount, 0, 49),
            ("7 名", .recipients, 7, 7), ("1,055,400人次", .personTimes, 1_055_400, 1_055_400),
            ("135000000.00元", .amount, 135_000_000_00, 135_000_000_00),
            ("135,000,000.00", .amount, 135_000_000_00, 135_000_000_00),
            ("￥１３５，０００，０００．００", .amount, 135_000_000_00, 135_000_000_00),
            ("¥ 135000000.000", .amount, 135_000_000_00, 135_000_000_00),
            ("人民币135000000.0元", .amount, 134_999_999_95, 135_000_000_04),
            ("135,000,000元", .amount, 134_999_999_50, 135_000_000_49), ("CNY 12.34", .amount, 1234, 1234),
            ("\u{3000}９８．５８ 万\u{00A0}人 \u{FEFF}", .recipients, 985_750, 985_849),
            ("98.5800万", .recipients, 985_800, 985_800), ("98.58000万", .recipients, 985_800, 985_800),
            ("98.0万", .recipients, 979_500, 980_499), ("100万", .recipients, 500_000, 1_499_999),
            ("3千万元", .amount, 25_000_000_00, 34_999_999_99),
            ("2万亿元", .amount, 1_500_000_000_000_00, 2_499_999_999_999_99),
            ("0.5万", .recipients, 4_500, 5_499), ("0万", .recipients, 0, 4_999), ("0.0万", .recipients, 0, 499),
        ] as [(String, Measure, Int, Int)])
    func writings(text: String, measure: Measure, lowest: Int, highest: Int) throws {
        let figure = try PrintedFigure(text, measure: measure, currency: .cny)
        #expect(figure.range == range(lowest, highest))
    }

    @Test(
        arguments: [
            ("98万余", 980_000, 989_999), ("98余万人", 980_000, 989_999), ("98 多 万", 980_000, 989_999),
            ("98万多人", 980_000, 989_999), ("超98万", 980_000, 989_999), ("超过98.5万", 985_000, 985_999),
            ("逾100万", 1_000_000, 1_999_999), ("3000余人", 3_000, 3_999), ("3001多人", 3_001, 3_001),
            ("近98万", 970_001, 980_000), ("接近98.6万人", 985_001, 986_000), ("将近1000人", 1, 1_000),
            ("约98万", 970_000, 990_000), ("大约 98.58 万", 985_700, 985_900), ("约1万", 0, 20_000), ("约7人", 6, 8),
        ] as [(String, Int, Int)])
    func wordsAround(text: String, lowest: Int, highest: Int) throws {
        let figure = try PrintedFigure(text, measure: .recipients, currency: .cny)
        #expect(figure.range == range(lowest, highest))
    }

    @Test(
        "A precision that is given wins",
        arguments: [
            ("9800万", 1_000_00, 97_999_500_00, 98_000_499_99), ("9800万", 1, 98_000_000_00, 98_000_000_00),
            ("9800万", 10_000_00, 97_995_000_00, 98_004_999_99), ("约9800万", 10_000_00, 97_990_000_00, 98_010_000_00),
            ("9800万", 3, 97_999_999_99, 98_000_000_01), ("100.00", 50_00, 75_00, 124_99),
        ] as [(String, Int, Int, Int)])
    func precisions(text: String, precision: Int, lowest: Int, highest: Int) throws {
        // 98,000,000.00 is no multiple of 3.
        if precision == 3 {
            #expect(throws: PrintedFigureProblem(.otherPrecision, .amount)) {
                try PrintedFigure(text, measure: .amount, currency: .cny, precision: Int128(precision))
            }
            return
        }
        let figure = try PrintedFigure(text, measure: .amount, currency: .cny, precision: Int128(precision))
        #expect(figure.range == range(lowest, highest))
    }

    @Test(
        arguments: [
            ("", .recipients, .notUnderstood), ("万", .recipients, .notUnderstood),
            ("-98万", .recipients, .notUnderstood),
            ("－98万", .amount, .notUnderstood), ("+98万", .recipients, .notUnderstood),
            ("98 58万", .recipients, .notUnderstood),
            ("98.万", .recipients, .notUnderstood), (".5万", .recipients, .notUnderstood),
            ("1e6", .recipients, .notUnderstood),
            ("1亿3500万元", .amount, .notUnderstood), ("近98万余", .recipients, .notUnderstood),
            ("九十八万", .recipients, .notUnderstood),
            ("¥98万", .recipients, .notUnderstood), ("98万个", .recipients, .notUnderstood),
            ("98.5.8万", .recipients, .notUnderstood),
            ("9,8580", .recipients, .badGrouping), ("98,58万", .recipients, .badGrouping),
            ("1234,567", .recipients, .badGrouping),
            ("1,,234", .recipients, .badGrouping), ("985, 800", .recipients, .badGrouping),
            ("98万人次", .recipients, .otherUnit), ("98万人", .personTimes, .otherUnit), ("98万元", .recipients, .otherUnit),
            ("98万人", .amount, .otherUnit), ("98.5人", .recipients, .tooFine), ("98.58321万", .recipients, .tooFine),
            ("1.001元", .amount, .tooFine), ("0.5", .personTimes, .tooFine),
            ("1234567890123456789012345678901", .recipients, .tooLarge),
            ("123456789012345678901234567890亿", .recipients, .tooLarge),
            ("1000000000000000000000000000000", .recipients, .tooLarge),
        ] as [(String, Measure, PrintedFigureProblem.Kind)])
    func isRefused(text: String, measure: Measure, kind: PrintedFigureProblem.Kind) {
        #expect(throws: PrintedFigureProblem(kind, measure)) {
            try PrintedFigure(text, measure: measure, currency: .cny)
        }
    }

    @Test(arguments: [0, -1, 7])
    func precisionsThatCannotBeAreRefused(precision: Int) {
        #expect(throws: PrintedFigureProblem(.otherPrecision, .recipients)) {
            try PrintedFigure("100", measure: .recipients, currency: .cny, precision: Int128(precision))
        }
    }

    @Test func otherCurrenciesHaveTheirOwnDecimals() throws {
        let yen = try #require(Currency("JPY"))
        let dinar = try #require(Currency("KWD"))
        #expect(try PrintedFigure("98万", measure: .amount, currency: yen).range.lowest == 975_000)
        #expect(try PrintedFigure("JPY 98", measure: .amount, currency: yen).range.exactly == 98)
        #expect(try PrintedFigure("1.234 KWD", measure: .amount, currency: dinar).range.exactly == 1234)
        #expect(throws: PrintedFigureProblem(.notUnderstood, .amount)) {
            try PrintedFigure("98元", measure: .amount, currency: yen)
        }
    }

    @Test func messagesSayWhatIsExpectedAndNotWhatWasThere() {
        for measure in Measure.allCases {
            for kind in PrintedFigureProblem.Kind.allCases {
                let message = PrintedFigureProblem(kind, measure).message
                #expect(message.en.contains("万") && message.zh.contains("应写作"))
            }
        }
    }

    /// Twin: print every whole number in the obvious way, and see which come out as the same text.
    @Test(arguments: [0, 1, 2, 3, 4])
    func rangeIsEveryNumberThatPrintsAlike(decimals: Int) throws {
        var printed: [String: [Int128]] = [:]
        let step = [10_000, 1_000, 100, 10, 1][decimals]
        let top = decimals < 2 ? 130_000 : 12_000
        for number in 0...top + step {
            // Half away from zero: up.
            let units = (number + step / 2) / step
            let scale = [1, 10, 100, 1_000, 10_000][decimals]
            let fraction = String(String(scale + units % scale).dropFirst())
            printed["\(units / scale)" + (decimals == 0 ? "" : ".\(fraction)") + "万", default: []].append(
                Int128(number))
        }
        for (text, numbers) in printed where numbers.last! < top {
            // Zeros of a whole number do not count as precise: tested by itself.
            if decimals == 0, text.hasSuffix("0万") { continue }
            let range = try PrintedFigure(text, measure: .recipients, currency: .cny).range
            #expect(range == FigureRange(lowest: numbers.first!, highest: numbers.last!), "\(text)")
            #expect(numbers.count == Int(range.highest - range.lowest) + 1, "\(text)")
        }
    }

    /// Twin of a precision that is given, at any whole step.
    @Test func rangeOfAPrecisionIsEveryNumberThatRoundsToIt() throws {
        for precision in 1...25 {
            for multiple in 0...5 {
                let value = precision * multiple
                let alike = (0...200).filter { number in
                    // The nearest multiple, the upper one of two that are as near.
                    let below = number / precision * precision
                    let nearest = (number - below) * 2 >= precision ? below + precision : below
                    return nearest == value
                }
                let range = try PrintedFigure(
                    String(value), measure: .personTimes, currency: .cny, precision: Int128(precision)
                ).range
                #expect(
                    range == FigureRange(lowest: Int128(alike.first!), highest: Int128(alike.last!)),
                    "\(value) to \(precision)")
            }
        }
    }

    /// Nothing that a file may hold ends the program.
    @Test(arguments: SeededRandom.seeds(4))
    func anyTextIsReadOrRefused(seed: UInt64) {
        print("seed \(seed)")
        var random = SeededRandom(seed)
        let pieces = [
            "9", "0", "58", ".", ",", "万", "亿", "千", "余", "多", "近", "约", "人", "次", "元", "¥", " ", "-", "９", "，", "é",
        ]
        for _ in 0..<4_000 {
            let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            for measure in Measure.allCases {
                let figure = try? PrintedFigure(text, measure: measure, currency: .cny)
                if let figure {
                    #expect(figure.range.lowest >= 0 && figure.range.lowest <= figure.range.highest, "\(text)")
                    #expect(figure.range.lowest <= figure.value && figure.value <= figure.range.highest, "\(text)")
                }
            }
        }
    }

    private func range(_ lowest: Int, _ highest: Int) -> FigureRange {
        FigureRange(lowest: Int128(lowest), highest: Int128(highest))
    }
}
