import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Groups that are derived from a person, a date or an amount.
struct GroupSourceTests {
    private static func fields(_ sources: [GroupSource]) -> [RecordLayout.Field] {
        [.init(name: "care", from: ["就诊类型"])]
            + sources.enumerated().map {
                RecordLayout.Field(name: "g\($0)", from: [], isOptional: true, source: $1)
            }
    }

    private static let all: [GroupSource] = [
        .sex, .ageBand(GroupBands([0, 18, 30, 45, 60])), .region(digitCount: 2), .region(digitCount: 6), .month,
        .year(firstMonth: 1), .year(firstMonth: 7),
        .amountBand(GroupBands([10_000, 50_000], decimals: 2)),
    ]

    /// The derived groups of one record.
    private static func groups(
        _ person: String, _ day: String, _ amount: String, status: String = "已打款", sources: [GroupSource] = all,
        rule: RecordLayout.PersonRule = .residentID(acceptsOtherDocuments: true, countsInvalidAsUnidentified: true)
    ) throws -> [String] {
        let layout = ClaimsExport.layout(personRule: rule, breakdowns: fields(sources))
        let outcome = ClaimsExport.decode([["C1", person, day, amount, status, "", "门诊"]], layout)
        return Array(outcome.groups(of: try #require(outcome.claims.first)).dropFirst())
    }

    private static func age(born: String, paid: String) throws -> String {
        try groups(
            MadeUpID.id(birth: born, number: 1), paid, "1", sources: [.ageBand(GroupBands(Array(0...130)))])[0]
    }

    @Test("Each of them, of a usual record")
    func usual() throws {
        let id = MadeUpID.id(region: "310104", birth: "19800615", number: 17)
        #expect(
            try Self.groups(id, "2023-06-14", "99.99") == [
                "男", "30–44", "31", "310104", "6月", "2023年", "2022—2023年度", "<100",
            ])
        #expect(
            try Self.groups(MadeUpID.id(birth: "19630401", number: 18), "2023-04-01", "500") == [
                "女", "≥60", "99", "990101", "4月", "2023年", "2022—2023年度", "≥500",
            ])
        for (day, year) in [("2023-06-30", "2022—2023年度"), ("2023-07-01", "2023—2024年度")] {
            #expect(try Self.groups(id, day, "1", sources: [.year(firstMonth: 7)]) == [year])
        }
        #expect(try Self.groups(id, "2023-12-31", "100.00").suffix(1) == ["100–499.99"])
        // Fifteen digits are a person of the twentieth century.
        let short = String(id.prefix(6) + id.dropFirst(8).dropLast())
        #expect(try Self.groups(short, "2023-06-15", "1").prefix(4) == ["男", "30–44", "31", "310104"])
    }

    @Test("Whoever has no resident ID, or a record that says no date or amount, is in the empty group")
    func empty() throws {
        #expect(try Self.groups("E12345678", "2023-04-05", "1").prefix(4) == ["", "", "", ""])
        #expect(try Self.groups("11", "2023-04-05", "1", rule: .text).prefix(4) == ["", "", "", ""])
        // A check digit that is wrong: counted without a person.
        let id = MadeUpID.id(number: 1)
        let wrong = id.dropLast() + (id.hasSuffix("0") ? "1" : "0")
        #expect(try Self.groups(String(wrong), "2023-04-05", "1").prefix(4) == ["", "", "", ""])
        #expect(try Self.groups("", "", "", status: "待审核").allSatisfy(\.isEmpty))
        // Paid before the birth.
        #expect(try Self.age(born: "20230406", paid: "2023-04-05") == "")
    }

    @Test(
        "Years are whole on the birthday; one of 29 February is on 1 March in other years",
        arguments: [
            ("19800615", "2023-06-14", "42"), ("19800615", "2023-06-15", "43"), ("20000229", "2023-02-28", "22"),
            ("20000229", "2023-03-01", "23"), ("20000229", "2024-02-28", "23"), ("20000229", "2024-02-29", "24"),
            ("19991231", "2000-01-01", "0"), ("20230405", "2023-04-05", "0"), ("19000101", "2023-01-01", "123"),
        ])
    func birthdays(born: String, paid: String, age: String) throws {
        #expect(try Self.age(born: born, paid: paid) == age)
    }

    @Test("Bands are named by what they hold")
    func names() {
        func names(_ bounds: [Int64], _ decimals: Int) -> [String] {
            GroupBands(bounds, decimals: decimals).names.map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(names([0, 18, 19], 0) == ["<0", "0–17", "18", "≥19"])
        #expect(names([9950, 10_000], 2) == ["<99.50", "99.50–99.99", "≥100"])
        #expect(names([100, 500], 0) == ["<100", "100–499", "≥500"])
        #expect(names([1005], 3) == ["<1.005", "≥1.005"])
    }

    @Test("Bounds are exact, or none")
    func bounds() {
        #expect(GroupBands.bound("100", decimals: 2) == 10_000)
        #expect(GroupBands.bound("99.5", decimals: 2) == 9950)
        #expect(GroupBands.bound("99.500", decimals: 2) == 9950)
        #expect(GroupBands.bound("18", decimals: 0) == 18)
        #expect(GroupBands.bound("999999999999", decimals: 4) == 9_999_999_999_990_000)
        for text in ["", "-1", "1e3", "1,000", ".5", "5.", "1.2.3", "9999999999999", "１", " 1"] {
            #expect(GroupBands.bound(text, decimals: 2) == nil, "\(text)")
        }
        #expect(GroupBands.bound("0.001", decimals: 2) == nil)
        #expect(GroupBands.bound("0.5", decimals: 0) == nil)
    }

    @Test("The fast way, the slow way and a count on fingers agree")
    func twins() throws {
        for seed in SeededRandom.seeds(12) {
            var random = SeededRandom(seed)
            var sources = Self.all.shuffled(using: &random)
            sources.removeLast(Int.random(in: 0..<sources.count, using: &random))
            // Too many for one word.
            if seed % 4 == 3 { sources += Self.all }
            let layout = ClaimsExport.layout(
                personRule: .residentID(acceptsOtherDocuments: true, countsInvalidAsUnidentified: false),
                breakdowns: Self.fields(sources))
            let rows = (0..<1500).map { Self.row($0, &random) }
            let text = ClaimsExport.header + "\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
            let file = try TemporaryFile(text)
            let fast = try BothWays(
                file.path, layout, .csv(delimiter: nil), pieceSize: 4096, isSlow: false)
            let slow = ClaimsExport.decode(rows, layout)
            #expect(fast.claims.count == rows.count && slow.claims.count == rows.count, "seed \(seed)")
            let expected = rows.map { row in [row[6]] + sources.map { GroupSourceTwin.group($0, row) } }
            #expect(slow.claims.map(slow.groups(of:)) == expected, "seed \(seed)")
            #expect(fast.groups == expected, "seed \(seed)")
        }
    }

    private static func row(_ number: Int, _ random: inout SeededRandom) -> [String] {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        func date(_ years: ClosedRange<Int>) -> (Int, Int, Int) {
            let (year, month) = (Int.random(in: years, using: &random), Int.random(in: 1...12, using: &random))
            // Many at the end of February.
            if Int.random(in: 0..<4, using: &random) == 0 {
                return (year, 2, CalendarDay.dayCount(year: year, month: 2))
            }
            let day = Int.random(in: 1...CalendarDay.dayCount(year: year, month: month), using: &random)
            return (year, month, day)
        }
        let born = date(1900...2023)
        let paid = date(2019...2025)
        let region = ["310101", "310104", "110105", "990203"].randomElement(using: &random)!
        let id = MadeUpID.id(
            region: region, birth: "\(born.0)" + two(born.1) + two(born.2),
            number: Int.random(in: 0...999, using: &random))
        let amount = ["0.01", "99.99", "100", "100.00", "499.99", "500.00", "12345.60"].randomElement(using: &random)!
        return [
            "C\(number)", number % 13 == 0 ? "护照\(number)" : id, "\(paid.0)-\(two(paid.1))-\(two(paid.2))", amount,
            "已打款", "",
            ["门诊", "住院", ""].randomElement(using: &random)!,
        ]
    }
}

/// What is derived, of the texts of a record, slowly.
private enum GroupSourceTwin {
    static func group(_ source: GroupSource, _ row: [String]) -> String {
        let person = row[1]
        let isID = person.utf8.count == 18 && person.utf8.first.map { $0 < 0x80 } ?? false
        let paid = row[2].split(separator: "-").compactMap { Int($0) }
        switch source {
        case .sex:
            guard isID, let digit = person.dropFirst(16).first?.wholeNumberValue else { return "" }
            return ["女", "男"][digit % 2]
        case .region(let count): return isID ? String(person.prefix(count)) : ""
        case .ageBand:
            guard isID, let age = age(Array(person), paid) else { return "" }
            return age < 18 ? "0–17" : age < 30 ? "18–29" : age < 45 ? "30–44" : age < 60 ? "45–59" : "≥60"
        case .month: return "\(paid[1])月"
        case .year(let firstMonth):
            guard firstMonth > 1 else { return "\(paid[0])年" }
            return paid[1] >= firstMonth ? "\(paid[0])—\(paid[0] + 1)年度" : "\(paid[0] - 1)—\(paid[0])年度"
        case .amountBand:
            let whole = Int(row[3].split(separator: ".")[0])!
            return whole < 100 ? "<100" : whole < 500 ? "100–499.99" : "≥500"
        // Those of days have tests of their own.
        case .dayBand, .path, .constant, .table: return ""
        }
    }

    /// How many birthdays there were; nil: the birth is to come.
    private static func age(_ id: [Character], _ paid: [Int]) -> Int? {
        func number(_ range: Range<Int>) -> Int { Int(String(id[range]))! }
        let (year, month, day) = (number(6..<10), number(10..<12), number(12..<14))
        func isPast(_ birthday: [Int]) -> Bool { !paid.lexicographicallyPrecedes(birthday) }
        guard isPast([year, month, day]) else { return nil }
        var age = 0
        while true {
            let next = year + age + 1
            let isLeap = next % 4 == 0 && (next % 100 != 0 || next % 400 == 0)
            let birthday = month == 2 && day == 29 && !isLeap ? [next, 3, 1] : [next, month, day]
            guard isPast(birthday) else { return age }
            age += 1
        }
    }
}
