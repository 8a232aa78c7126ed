import AidModel
import Testing

@testable import AidCheck

/// What is found as a figure, and as what.
struct DraftNumberTests {
    /// The figures of a text, each as `shown text|unit|value|step|hedge`.
    private func found(_ text: String) throws -> [String] {
        let draft = try DraftText(Array(text.utf8), name: "draft", format: .text)
        return DraftLexer.tokens(draft, groups: [("门诊", 0), ("住院", 1)], names: ["暖·互助“二次报销”"]).compactMap { token in
            guard case .number(let number) = token.kind else { return nil }
            return "\(draft.shownText(number.range))|\(number.unit)|\(plain(number.value))|\(plain(number.step))"
                + (number.hedge == .none ? "" : "|\(number.hedge)") + (number.upper.map { "|to \(plain($0))" } ?? "")
        }
    }

    /// In whole units, decimals as far as there are any.
    private func plain(_ value: Int128) -> String {
        let (whole, rest) = value.quotientAndRemainder(dividingBy: DraftBounds.one)
        if rest == 0 { return String(whole) }
        var digits = String(String(DraftBounds.one + rest).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }

    @Test(
        "Figures with their units, hedges and precision",
        arguments: [
            ("受助职工98.58万人", "98.58万人|people|985800|100"),
            ("共105.54万人次", "105.54万人次|personTimes|1055400|100"),
            ("发放1.35亿元", "1.35亿元|money|135000000|1000000"),
            ("金额9800万元", "9800万元|money|98000000|1000000"),
            ("受助985,800人", "985,800人|people|985800|1"),
            ("受助９８５,８００人", "９８５,８００人|people|985800|1"),
            ("受助９８．５８万人", "９８．５８万人|people|985800|100"),
            ("受助98.58 万人", "98.58 万人|people|985800|100"),
            ("惠及98万余职工", "98万余|none|980000|10000|andMore"),
            ("惠及98余万人", "98余万人|people|980000|10000|andMore"),
            ("近99万人次", "近99万人次|personTimes|990000|10000|below"),
            ("超过90万人", "超过90万人|people|900000|100000|above"),
            ("约1.4亿元", "约1.4亿元|money|140000000|10000000|around"),
            ("98万人左右", "98万人左右|people|980000|10000|around"),
            ("90万人以上", "90万人以上|people|900000|100000|above"),
            ("增长18.26%", "18.26%|percent|18.26|0.01"), ("增长18.26％", "18.26％|percent|18.26|0.01"),
            ("提高1.2个百分点", "1.2个百分点|percentagePoints|1.2|0.1"),
            ("是去年的1.2倍", "1.2倍|multiple|1.2|0.1"), ("是去年的两倍", "两倍|multiple|2|0.1"),
            ("近三成", "近三成|percent|30|10|below"), ("占六成五", "六成五|percent|65|1"),
            ("占五分之一", "五分之一|percent|20|2"), ("百分之十八点二六", "百分之十八点二六|percent|18.26|0.01"),
            ("翻了一番", "翻了一番|percent|100|10"), ("过半", "过半|percent|50|5|above"),
            ("九十八万人", "九十八万人|people|980000|10000"), ("九十八点五八万人", "九十八点五八万人|people|985800|100"),
            ("一亿三千五百万元", "一亿三千五百万元|money|135000000|1000000"),
            ("1亿3500万元", "1亿3500万元|money|135000000|1000000"),
            ("三千零三十五万人次", "三千零三十五万人次|personTimes|30350000|10000"),
            ("上百万人", "上百万人|people|1000000|1000000|above"),
            ("98万至99万人", "98万至99万人|people|980000|10000|to 990000"),
            ("98—99万人", "98—99万人|people|980000|1|to 990000"), ("30%-40%", "30%-40%|percent|30|1|to 40"),
            ("3.6万亿元", "3.6万亿元|money|3600000000000|100000000000"),
            ("985,800 people", "985,800 people|people|985800|1"),
            ("in 1.05 million payments", "1.05 million payments|personTimes|1050000|10000"),
            ("CNY 135 million was", "CNY 135 million|money|135000000|1000000"),
            ("nearly 30 percent", "nearly 30 percent|percent|30|10|below"),
            ("more than 980,000 people", "more than 980,000 people|people|980000|10000|above"),
            ("¥135,000,000.00", "¥135,000,000.00|money|135000000|0.01"),
        ])
    func figure(_ text: String, _ expected: String) throws {
        #expect(try found(text) == [expected])
    }

    @Test(
        "What is no figure of ours",
        arguments: [
            "2023年7月16日", "7月16日10时30分", "2023-07-16", "2023/7/16", "10:30", "第二季度", "2012年5月", "第3页", "第十五届理事会",
            "暖·互助“二次报销”", "二次报销", "一次性", "16个区", "5家医院", "60岁以上", "12年来", "近年来", "3号楼", "A4纸", "COVID-19", "GB18030",
            "电话010-12345678", "13812345678", "400-810-1234", "1.2.3版", "[1]", "〔2023〕15号", "1. 报名", "3、办理", "一、概况",
            "（二）情况",
            "三十余年", "一位职工", "每人一份", "十分", "万一", "统一", "千方百计", "三个季度", "2023Q2", "Q3", "in 2023", "3 days",
            "16 districts",
        ])
    func none(_ text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test("Hedges are true within their tolerance, which is written down once")
    func hedges() {
        func says(_ hedge: DraftHedge, _ value: Int128, _ step: Int128, _ exact: Int128) -> Bool {
            hedge.accepted(value * DraftBounds.one, step: step * DraftBounds.one).contains(DraftRatio(exact))
        }
        // 98万余 and 近99万 of 985,800; not 近98万, nor 99万余.
        #expect(says(.andMore, 980_000, 10_000, 985_800))
        #expect(says(.below, 990_000, 10_000, 985_800))
        #expect(!says(.below, 980_000, 10_000, 985_800))
        #expect(!says(.andMore, 990_000, 10_000, 985_800))
        // A figure that is the number is neither more nor less.
        #expect(!says(.andMore, 980_000, 10_000, 980_000))
        #expect(!says(.below, 980_000, 10_000, 980_000))
        #expect(says(.around, 980_000, 10_000, 990_000))
        #expect(!says(.around, 980_000, 10_000, 990_001))
        // A tenth is the most.
        #expect(says(.below, 1_000_000, 1_000_000, 900_001))
        #expect(!says(.below, 1_000_000, 1_000_000, 899_999))
        // Rounding either way of the half.
        #expect(says(.none, 985_800, 100, 985_850))
        #expect(says(.none, 985_800, 100, 985_750))
        #expect(!says(.none, 985_800, 100, 985_851))
    }
}
