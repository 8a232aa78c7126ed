import AidModel
import Testing

@testable import AidText

@Suite struct CertainFigureTests {
    @Test(
        arguments: [
            (985_800, 985_800, "985,800", nil), (726_500, 727_499, "约72.7万", "72.65万～72.75万"),
            (258_251, 259_349, "约26万", "25.82万～25.94万"), (975_000, 984_999, "约98万", "97.5万～98.5万"),
            (99_950_000, 100_049_999, "约1.000亿", "9995万～1.0005亿"), (0, 4_999, nil, "0～5,000"), (3, 7, nil, "3～7"),
            (5, 14, "约10", "5～14"), (-499, 500, nil, "-500～500"), (-727_499, -726_500, "约-72.7万", "-72.75万～-72.65万"),
            (1, 1_999, nil, "1～2,000"), (9_995, 10_004, "约1.000万", "9,995～1.0004万"),
        ] as [(Int, Int, String?, String?)])
    func inChinese(lowest: Int, highest: Int, statement: String?, bounds: String?) {
        let figure = CertainFigure(
            range(lowest, highest), .recipients, .cny, language: .zh)
        #expect(figure.statement == statement)
        #expect(figure.bounds == bounds)
    }

    @Test(
        arguments: [
            (97_500_000_00, 98_499_999_99, "about 98 million", "97.5 million to 98.5 million"),
            (258_251_00, 259_349_99, "about 260,000", "258,200 to 259,400"), (1_50, 1_50, "1.50", nil),
            (134_999_999_50, 135_000_000_49, "about 135.000000 million", "134.9999995 million to 135.0000005 million"),
            (2_404_500_000_00, 2_405_499_999_99, "about 2.405 billion", "2.4045 billion to 2.4055 billion"),
        ] as [(Int, Int, String?, String?)])
    func inEnglishAndMoney(lowest: Int, highest: Int, statement: String?, bounds: String?) {
        let figure = CertainFigure(range(lowest, highest), .amount, .cny, language: .en)
        #expect(figure.statement == statement)
        #expect(figure.bounds == bounds)
    }

    @Test(
        arguments: [
            (1826, 1826, "+18.26%", nil), (-5, -5, "-0.05%", nil), (0, 0, "0.00%", nil),
            (3549, 3570, "约+40%", "+35.49%～+35.70%"), (3651, 3654, "约+36.5%", "+36.51%～+36.54%"),
            (-36, 77, nil, "-0.4%～+0.8%"), (-3234, 10_500, nil, "-40%～+110%"),
        ] as [(Int, Int, String?, String?)])
    func percents(lowest: Int, highest: Int, statement: String?, bounds: String?) {
        let figure = CertainFigure(percent: range(lowest, highest), language: .zh)
        #expect(figure.statement == statement)
        #expect(figure.bounds == bounds)
    }

    /// What is printed and what was read say the same, for every figure that the news have printed.
    @Test(
        arguments: [
            ("72.7万", .recipients), ("77.2万", .personTimes), ("9800万", .amount), ("243.8万", .recipients),
            ("1924.7万", .personTimes), ("24.05亿", .amount), ("98.58万", .recipients), ("105.54万", .personTimes),
            ("1.35亿", .amount), ("317.35万", .recipients), ("3035.15万", .personTimes), ("36.92亿", .amount),
        ] as [(String, Measure)])
    func printedFiguresReadBack(text: String, measure: Measure) throws {
        let range = try PrintedFigure(text, measure: measure, currency: .cny).range
        #expect(CertainFigure(range, measure, .cny, language: .zh).statement == "约" + text)
    }

    /// Twin: round every value of small ranges in the obvious way, ever coarser.
    @Test func statementIsTheFinestToWhichAllValuesRound() {
        for lowest in -110...40 {
            for width in [1, 2, 5, 9, 10, 11, 19, 30] {
                let values = lowest...(lowest + width)
                var expected: String?
                for power in [1, 10, 100, 1000] {
                    let rounded = Set(values.map { ($0.magnitude + UInt(power / 2)) / UInt(power) * UInt(power) })
                    let signs = Set(values.map { $0.signum() })
                    guard rounded.count == 1, signs.count == 1, let only = rounded.first, only > 0 else { continue }
                    expected = "约" + (lowest < 0 ? "-" : "") + NumberStyle.exact(Int128(only))
                    break
                }
                let range = FigureRange(lowest: Int128(lowest), highest: Int128(lowest + width))
                let figure = CertainFigure(range, decimals: 0, language: .zh)
                #expect(figure.statement == expected, "\(values)")
                // Bounds hold the range, and are wider by no more than a tenth at each end.
                let ends = (figure.bounds ?? "").filter { $0 != "," }.split(separator: "～").compactMap { Int($0) }
                #expect(ends.count == 2, "\(values)")
                if ends.count == 2 {
                    #expect(ends[0] <= lowest && lowest + width <= ends[1], "\(values)")
                    #expect((lowest - ends[0]) * 10 <= width && (ends[1] - lowest - width) * 10 <= width, "\(values)")
                }
            }
        }
    }

    private func range(_ lowest: Int, _ highest: Int) -> FigureRange {
        FigureRange(lowest: Int128(lowest), highest: Int128(highest))
    }
}
