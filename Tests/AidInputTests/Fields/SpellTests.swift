import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Rows of reference tables, from bytes on disk to spells.
struct SpellTests {
    private static func layout(hasDays: Bool = true, isByPerson: Bool = true) -> RecordLayout {
        func field(_ name: String, _ from: String) -> RecordLayout.Field { .init(name: name, from: [from]) }
        func day(_ name: String, _ from: String) -> RecordLayout.Field {
            .init(name: name, from: hasDays ? [from] : [], isOptional: !hasDays)
        }
        return RecordLayout(
            spells: field("key", "编号"),
            rule: isByPerson
                ? .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false) : .text,
            first: day("from", "起"), last: day("until", "止"),
            values: [
                field("union", "工会"),
                .init(
                    name: "membership", from: ["状态"],
                    values: .init(["会籍保留": ["失业"]], empty: "在籍", otherwise: "在籍")),
            ], of: ClaimsExport.layout())
    }

    private static let header = "编号,起,止,工会,状态,单位,金额单位"

    private struct Row: Equatable {
        var key: PersonKey
        var first: Int32
        var last: Int32
        var values: [String]
    }

    private static func rows(_ read: BothWays) -> [Row] {
        zip(read.claims, read.groups).map { claim, values in
            let spell = Spell(claim)
            return Row(key: spell.key, first: spell.first, last: spell.last, values: values)
        }
    }

    @Test("The fast way, the slow way and the texts agree; what is wrong is rejected with its reason")
    func twins() throws {
        var reasons: Set<String> = []
        for seed in SeededRandom.seeds(12) {
            var random = SeededRandom(seed)
            var lines: [String] = []
            var expected: [Row] = []
            for number in 0..<1500 {
                let id = MadeUpID.id(number: number % 700)
                let first = CalendarDay(daysSinceEpoch: Int32.random(in: -30_000...20_000, using: &random))
                let last = CalendarDay(daysSinceEpoch: first.daysSinceEpoch + Int32.random(in: 0...900, using: &random))
                var person = id
                var days = (first.description, last.description)
                var spell = (first.daysSinceEpoch, last.daysSinceEpoch)
                var isRight = true
                switch Int.random(in: 0..<40, using: &random) {
                case 0...9: (days.0, spell.0) = (["", "-", "　"].randomElement(using: &random)!, Spell.noStart)
                case 10...19:
                    (days.1, spell.1) = (["", "至今", "长期", "NULL"].randomElement(using: &random)!, Spell.noEnd)
                case 20: (days, spell) = (("", ""), (Spell.noStart, Spell.noEnd))
                case 21: days.0 = days.0.replacing("-", with: "/")
                case 22: (days.0, isRight) = ("2023-02-30", false)
                case 23: (days.1, isRight) = ("昨天", false)
                case 24: (days, isRight) = ((last.description, first.description), first == last)
                case 25: (person, isRight) = ("", false)
                case 26: (person, isRight) = (String(id.prefix(17)) + (id.hasSuffix("X") ? "1" : "X"), false)
                case 27: person = "“" + id + "”"
                case 28: (days.1, spell.1) = ("9999-12-31", CalendarDay(year: 9999, month: 12, day: 31)!.daysSinceEpoch)
                default: break
                }
                if person.hasPrefix("“") { isRight = false }
                let union = ["甲", "乙", " 丙 ", "U\(number)"].randomElement(using: &random)!
                let state = ["失业", "在职", "", "会籍保留"].randomElement(using: &random)!
                lines.append("\(person),\(days.0),\(days.1),\(union),\(state),上海电气（万元）,万元")
                guard isRight else { continue }
                expected.append(
                    Row(
                        key: PersonKey(ResidentID(number: UInt64(MadeUpID.seventeen(number: number % 700))!)),
                        first: spell.0, last: spell.1,
                        values: [
                            union.replacing(" ", with: ""),
                            state == "失业" || state == "会籍保留" ? "会籍保留" : "在籍",
                        ]))
            }
            let file = try TemporaryFile(([Self.header] + lines).joined(separator: "\n") + "\n合计,,,,,,\n")
            var first: BothWays?
            for isSlow in [true, false] {
                let read = try BothWays(
                    file.path, Self.layout(), .csv(delimiter: nil), pieceSize: 4096, isSlow: isSlow)
                #expect(Self.rows(read) == expected, "seed \(seed), slow \(isSlow)")
                #expect(read.records == Tally(recordCount: lines.count + 1, amountMinor: 0))
                #expect(read.scaffolding.recordCount == 1)
                #expect(read.rejects.count == lines.count - expected.count)
                reasons.formUnion(read.reasons)
                if let first { #expect(first.rejects == read.rejects, "seed \(seed)") }
                first = read
            }
        }
        #expect(reasons == ["missing-person", "bad-person", "bad-date"])
    }

    @Test("Days that a spreadsheet made numbers of are days")
    func serialDays() throws {
        let lines = (0..<20).map { "\(MadeUpID.id(number: $0)),\(45_000 + $0),\($0 < 10 ? "" : "45100"),甲,在职,," }
        let file = try TemporaryFile(([Self.header] + lines).joined(separator: "\n") + "\n")
        for isSlow in [true, false] {
            let read = try BothWays(file.path, Self.layout(), .csv(delimiter: nil), isSlow: isSlow)
            let first = CalendarDay(year: 2023, month: 3, day: 15)!.daysSinceEpoch
            #expect(Self.rows(read).map(\.first) == (0..<20).map { first + Int32($0) })
            #expect(Self.rows(read).map(\.last) == (0..<20).map { $0 < 10 ? Spell.noEnd : first + 100 })
        }
    }

    @Test("A table of codes without days")
    func codes() throws {
        let file = try TemporaryFile("编号,工会,状态\n工会一,甲,\n A1 ,乙,失业\n,丙,\n一个很长的工会名称一个很长的工会名称,丁,\n")
        for isSlow in [true, false] {
            let keys = KeyTable()
            let read = try BothWays(
                file.path, Self.layout(hasDays: false, isByPerson: false), .csv(delimiter: nil), keys: keys,
                isSlow: isSlow)
            let names = ["工会一", "A1", "一个很长的工会名称一个很长的工会名称"].map { name in
                Array(name.utf8).withUnsafeBufferPointer { keys.personKey(of: $0) }
            }
            #expect(Self.rows(read).map(\.key) == names)
            #expect(Self.rows(read).allSatisfy { $0.first == Spell.noStart && $0.last == Spell.noEnd })
            #expect(read.groups == [["甲", "在籍"], ["乙", "会籍保留"], ["丁", "在籍"]])
            #expect(read.reasons == ["missing-person"])
        }
    }
}
