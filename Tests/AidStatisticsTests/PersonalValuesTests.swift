import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// What of a breakdown's values looks like personal data.
struct PersonalValuesTests {
    private static func found(_ values: [String], claims: Int = 1) -> [PersonalValues.Kind: Int] {
        let counts = Dictionary(values.map { ($0, claims) }) { $0 + $1 }
        let found = PersonalValues.found(in: counts, breakdownIndex: 0)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.kind, $0.valueCount) })
    }

    /// Of nobody: the region 99 does not exist.
    private static func id(_ number: Int) -> String {
        let digits = "99010119900307" + String(number + 1000).suffix(3)
        let sum = digits.utf8.enumerated().reduce(0) { $0 + Int($1.element - 48) * ResidentID.weight(at: $1.offset) }
        return digits + String(UnicodeScalar(ResidentID.checkCharacter(weightedSum: sum)))
    }

    /// With the digit that ISO/IEC 7812 asks for.
    private static func card(_ digits: String) -> String {
        for check in 0...9 {
            let all = Array((digits + "\(check)").utf8.reversed()).map { Int($0) - 48 }
            let sum = all.enumerated().reduce(0) { sum, digit in
                sum + (digit.offset % 2 == 0 ? digit.element : digit.element * 2 / 10 + digit.element * 2 % 10)
            }
            if sum % 10 == 0 { return digits + "\(check)" }
        }
        return digits
    }

    @Test("One number of a person is enough, however it is written")
    func numbers() {
        let usual = ["门诊", "住院", "体检", "2023-04-05", "B1", "3楼"]
        let old = "11010119900307" + "1"
        for number in 0..<200 {
            #expect(Self.found(usual + [Self.id(number)]) == [.residentID: 1])
        }
        #expect(Self.found(usual + [Self.id(7).lowercased(), "张三 " + Self.id(8)]) == [.residentID: 2])
        #expect(Self.found(usual + [old]) == [.residentID: 1])
        for phone in [
            "13800138000", "138 0013 8000", "199-0013-8000", "+8613800138000", "008613800138000", "电话：16600138000（家）",
        ] {
            #expect(Self.found(usual + [phone]) == [.mobileNumber: 1], "\(phone)")
        }
        for digits in ["622202", "62220210010", "6222021001012345"] {
            let card = Self.card(digits + String(repeating: "1", count: max(0, 15 - digits.count)))
            #expect(Self.found(usual + [card]) == [.bankCard: 1], "\(digits)")
        }
        #expect(Self.found(usual) == [:])
    }

    @Test("Numbers that are none: a wrong check digit, no date, a landline, a code")
    func otherNumbers() {
        let id = Self.id(5)
        let wrong = String(id.dropLast()) + (id.last == "1" ? "2" : "1")
        for value in [
            // Neither the check digit of an ID nor, by chance, that of a card.
            wrong, "11010119901307" + "1", "02112345678", "12345678901", "1234567", "00000000000000000",
            "20230405123000",
        ] where PersonalValuesTests.card(String(value.dropLast())) != value {
            #expect(Self.found([value]) == [:], "\(value.count) digits")
        }
    }

    @Test("Codes of many digits pass by chance now and then, and are let through; people's numbers are not")
    func codes() {
        for seed in SeededRandom.seeds(20) {
            var random = SeededRandom(seed)
            for count in [11, 15, 16, 17, 18, 19] {
                let codes = (0..<1000).map { _ in
                    (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
                }
                #expect(Self.found(codes) == [:], "seed \(seed), \(count) digits")
            }
            let people = (0..<300).map { Self.id($0) }
            #expect(Self.found(people) == [.residentID: 300])
            let phones = (0..<300).map { "1\(3 + $0 % 7)" + String(100_000_000 + $0 * 7919) }
            #expect(Self.found(phones) == [.mobileNumber: 300])
        }
    }

    private static let surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "欧阳", "司马", "诸葛"]
    private static let givenNames = ["伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "建国"]

    @Test("A column of names is one, a column of places, illnesses or kinds of care is none")
    func names() {
        let names = Self.surnames.flatMap { surname in Self.givenNames.map { surname + $0 } }
        #expect(Self.found(names, claims: 3) == [.personalName: names.count])
        #expect(Self.found(Array(names.prefix(12)) + ["门诊", "住院", ""]) == [.personalName: 12])
        // A handful of people who each decide thousands of claims are a category, if not a good one.
        #expect(Self.found(Array(names.prefix(12)), claims: 5000) == [:])
        #expect(Self.found(Array(names.prefix(9))) == [:])
        let others = [
            "黄浦", "徐汇", "长宁", "静安", "普陀", "虹口", "杨浦", "闵行", "宝山", "嘉定", "浦东", "金山", "松江", "青浦", "奉贤", "崇明",
            "黄浦区", "徐汇区", "杨浦区", "金山区", "高血压", "白血病", "黄疸症", "石家庄", "张家口", "王家村", "李庄", "陈家湾", "马桥镇", "江苏省", "周浦镇",
            "广州", "深圳", "武汉", "成都", "温州", "郑州", "徐州", "常州", "苏州", "杭州", "金华", "唐山", "秦皇岛", "邯郸", "承德", "沧州", "廊坊",
            "高中", "金融", "石油", "钟表厂", "马达", "门诊", "住院", "体检", "急诊", "其他", "未知",
        ]
        #expect(Self.found(others) == [:])
        #expect(Self.found((0..<500).map { "第\($0)小学" }) == [:])
    }

    @Test("Ten thousand groups take no time")
    func many() {
        let values = (0..<20_000).map { "单位\($0)" }
        let clock = ContinuousClock()
        var found: [PersonalValues.Kind: Int] = [:]
        let time = clock.measure { found = Self.found(values) }
        #expect(found == [:])
        #expect(time < .seconds(5), "\(time)")
    }
}
