import Testing

@testable import AidCheck

/// How far an exact value may be from what is said of it.
struct NumeralBoundsTests {
    private func says(_ text: String, _ exact: Int128, over divisor: Int128 = 1) throws -> Bool {
        let numeral = try #require(NumeralSample(text).numerals.first)
        return numeral.accepted.contains(DraftRatio(exact, over: divisor))
    }

    @Test("A number without a hedge is what the exact value rounds to, a half either way")
    func rounding() throws {
        #expect(try says("98.58万人", 985_850))
        #expect(try says("98.58万人", 985_750))
        #expect(try !says("98.58万人", 985_851))
        #expect(try !says("98.58万人", 985_749))
        #expect(try says("15005人", 15005))
        #expect(try !says("15005人", 15006))
        #expect(try says("9800万元", 98_499_999))
        #expect(try says("62.36%", 623_557, over: 10_000))
        #expect(try !says("62.36%", 623_549, over: 10_000))
    }

    @Test("余 and 多 are less than a step above")
    func andMore() throws {
        #expect(try says("1.2万余人", 12_999))
        #expect(try !says("1.2万余人", 13_000))
        #expect(try says("三百三十余万元", 3_356_762))
        #expect(try !says("三百三十余万元", 3_400_000))
        #expect(try says("15000多人", 15005))
        #expect(try !says("15000多人", 14_999))
        #expect(try !says("15000多人", 16_000))
        #expect(try says("百余人", 105))
        #expect(try !says("百余人", 205))
        #expect(try says("翻了一番多", 126))
        #expect(try !says("翻了一番多", 201))
        #expect(try says("三成多", 35))
    }

    @Test("超, 过半 and 以上 are true of anything at or above, and far above is told apart")
    func above() throws {
        #expect(try says("超1.5万人", 17_234))
        #expect(try says("超1.5万人", 15_000))
        #expect(try !says("超1.5万人", 14_999))
        #expect(try says("过半", 6236, over: 100))
        #expect(try !says("过半", 4999, over: 100))
        #expect(try says("一半以上", 6236, over: 100))
        #expect(try says("超过50%", 6236, over: 100))
        #expect(try says("超五成", 6236, over: 100))
        #expect(try says("超四分之三", 8345, over: 100))
        #expect(try says("上万人", 15005))
        #expect(try says("at least 15,000 people", 16_147))
        let numeral = try #require(NumeralSample("超1.5万人").numerals.first)
        #expect(!numeral.isFarAbove(DraftRatio(16_500)))
        #expect(numeral.isFarAbove(DraftRatio(16_501)))
        #expect(!numeral.isFarAbove(DraftRatio(14_000)))
        let plain = try #require(NumeralSample("1.5万人").numerals.first)
        #expect(!plain.isFarAbove(DraftRatio(99_999)))
    }

    @Test("近 is below by less than a step, and at most a tenth")
    func below() throws {
        #expect(try says("近99万人", 985_800))
        #expect(try says("近99万人", 990_000))
        #expect(try !says("近99万人", 990_001))
        #expect(try !says("近98万人", 985_800))
        #expect(try !says("近99万人", 980_000))
        #expect(try says("近百万人", 900_000))
        #expect(try !says("近百万人", 899_999))
    }

    @Test("不足 is below, and not less than a half; 以内 takes the number in")
    func under() throws {
        #expect(try says("不足300人", 299))
        #expect(try says("不足300人", 150))
        #expect(try !says("不足300人", 149))
        #expect(try !says("不足300人", 300))
        #expect(try says("300人以内", 300))
        #expect(try says("up to 300 people", 300))
        #expect(try !says("up to 300 people", 301))
    }

    @Test("约 is at most a step away, and at most a tenth")
    func around() throws {
        #expect(try says("约98万人", 990_000))
        #expect(try !says("约98万人", 990_001))
        #expect(try says("约100人", 110))
        #expect(try !says("约100人", 111))
        #expect(try says("a dozen workers", 13))
        #expect(try !says("a dozen workers", 14))
    }

    @Test("A range takes in its ends, and 数千 all of its size")
    func ranges() throws {
        #expect(try says("98万至99万人", 980_000))
        #expect(try says("98万至99万人", 990_000))
        #expect(try !says("98万至99万人", 979_999))
        #expect(try says("数千人", 2000))
        #expect(try says("数千人", 9999))
        #expect(try !says("数千人", 15005))
        #expect(try says("二十几人", 29))
        #expect(try !says("二十几人", 20))
        #expect(try says("hundreds of thousands of people", 980_000))
    }

    @Test("Tens in words are counted, hundreds may be rounded")
    func words() throws {
        #expect(try !says("二十人", 23))
        #expect(try says("三百人", 312))
        #expect(try !says("百分之二十", 22))
        #expect(try says("三分之一", 1, over: 3) == false)
        #expect(try says("三分之一", 100, over: 3))
        #expect(try says("不到三分之二", 66))
    }
}
