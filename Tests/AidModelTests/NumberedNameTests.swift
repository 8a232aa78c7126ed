import AidModel
import TestSupport
import Testing

struct NumberedNameTests {
    /// Names in the order in which they come, of which the bytes say otherwise somewhere.
    static let series: [[String]] = [
        ["1月.csv", "2月.csv", "9月.csv", "10月.csv", "11月.csv", "12月.csv"],
        ["claims-9.csv", "claims-10.csv", "claims-100.csv"],
        ["2023-9.csv", "2023-10.csv", "2024-1.csv"],
        ["2023年9月/导出.csv", "2023年10月/导出.csv"],
        ["2023-9-30.csv", "2023-10-1.csv"],
        ["９月.csv", "１０月.csv"],
        ["二月.csv", "三月.csv", "四月.csv", "九月.csv", "十月.csv", "十一月.csv", "十二月.csv"],
        ["二〇二二年.csv", "二〇二三年.csv"],
        ["第九十九批.csv", "第一百零二批.csv", "第一百二十批.csv"],
        ["6月上旬.csv", "6月中旬.csv", "6月下旬.csv"],
        ["12-2022.csv", "01-2023.csv", "2-2023.csv"],
        ["2023-Feb.csv", "2023-Dec.csv"], ["march 2023.csv", "april 2023.csv"],
        ["Dec-2022.csv", "jan-2023.csv"],
        ["9月.csv", "9月-更正.csv"], ["9月.csv", "9月 (1).csv"], ["9月.csv.gz", "9月(2).csv.gz"],
        ["claims-9.csv", "claims-10-corrected.csv"],
        ["a.zip#9月.csv", "a.zip#10月.csv"], ["9月.zip#a.csv", "9月-更正.zip#a.csv"],
        ["2023/9月.csv", "2023 更正/9月.csv"],
        ["00000000000000000000009.csv", "12345678901234567890123.csv"],
    ]

    @Test("Names of one kind have an order, and it is the same whichever is asked", arguments: series)
    func order(names: [String]) {
        for (place, name) in names.enumerated() {
            for (otherPlace, other) in names.enumerated() {
                let isLater = NumberedName(name).isLater(than: NumberedName(other))
                #expect(isLater == (place > otherPlace), "\(name) behind \(other)")
            }
        }
    }

    @Test(
        "Names of different kinds have none",
        arguments: [
            ("导出.csv", "更正1.csv"), ("2023.csv", "summary.csv"), ("a.csv", "B.csv"), ("9月.csv", "9月.xlsx"),
            ("09月.csv", "9月.csv"), ("2023-9.csv", "2023.9.csv"), ("mayor-2.csv", "march-1.csv"), ("", "/"),
            ("中心区.csv", "上海.csv"),
        ])
    func noOrder(one: String, other: String) {
        #expect(!NumberedName(one).isLater(than: NumberedName(other)), "\(one), \(other)")
        #expect(!NumberedName(other).isLater(than: NumberedName(one)), "\(other), \(one)")
    }

    @Test("Of two names never each is behind the other, whatever they are")
    func oneWay() {
        let parts = [
            "9", "10", "0", "二", "十", "百", "2023", "1999", "月", "-", " ", ".", ".csv", "/", "#", "a", "May", "上旬", "上",
            "旬", "(2)",
        ]
        for seed in SeededRandom.seeds(20) {
            var random = SeededRandom(seed)
            for _ in 0..<200 {
                let names = (0..<2).map { _ in
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
                        .joined()
                }
                let (one, other) = (NumberedName(names[0]), NumberedName(names[1]))
                #expect(!(one.isLater(than: other) && other.isLater(than: one)), "seed \(seed): \(names)")
                #expect(!one.isLater(than: one), "seed \(seed): \(names)")
            }
        }
    }
}
