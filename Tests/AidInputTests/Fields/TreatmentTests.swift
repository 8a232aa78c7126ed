import AidModel
import TestSupport
import Testing

@testable import AidInput

/// The day of the treatment, and what comes of it: days to the payment, and groups of them.
struct TreatmentTests {
    private static func layout(forms: [DateForm] = []) -> RecordLayout {
        var layout = ClaimsExport.layout(breakdowns: [
            .init(name: "care", from: ["就诊类型"]),
            .init(name: "wait", from: [], isOptional: true, source: .dayBand(GroupBands([30, 60]))),
        ])
        layout.treatment = .init(name: "treatedOn", from: ["就诊日期"], isOptional: true)
        layout.treatmentDateForms = forms
        return layout
    }

    private static let header = "赔付编号,身份证号,打款日期,互助金额,状态,原赔付编号,就诊日期,就诊类型"

    private static func row(_ number: Int, _ treated: String, paid: String = "2023-04-05", status: String = "已打款")
        -> [String]
    {
        ["C\(number)", MadeUpID.id(number: number % 1000), paid, "1.00", status, "", treated, "门诊"]
    }

    @Test(
        "A day, none, one that is too far off, or one after the payment; nothing of it rejects a record",
        arguments: [
            ("2023-04-05", 0, "<30"), ("2023/3/7", 29, "<30"), ("2023年3月6日", 30, "30–59"), ("20230101", 94, "≥60"),
            ("2022-04-05 09:30", 365, "≥60"), ("", nil, ""), ("-", nil, ""), ("无", nil, ""), ("昨天", nil, ""),
            ("45021", nil, ""), ("1900-01-01", nil, ""), ("2023-04-06", nil, ""), ("2023-02-30", nil, ""),
        ] as [(String, Int?, String)])
    func decoded(treated: String, days: Int?, group: String) throws {
        let outcome = ClaimsExport.decode([Self.row(1, treated)], Self.layout())
        let claim = try #require(outcome.claims.first)
        #expect(outcome.rejects.isEmpty && claim.daysToPayment.days == days)
        #expect(claim.daysToPayment.isBeforeTreatment == (treated == "2023-04-06"))
        #expect(outcome.groups(of: claim) == ["门诊", group])
    }

    @Test("Its forms are its own")
    func forms() throws {
        let outcome = ClaimsExport.decode([Self.row(1, "45021")], Self.layout(forms: [.serial1900]))
        #expect(outcome.claims.first?.daysToPayment.days == 0)
    }

    @Test("A record that says another day of treatment is another version")
    func versions() {
        let rows = [Self.row(1, "2023-04-01"), Self.row(1, "2023-04-02"), Self.row(1, "2023/4/2")]
        let claims = ClaimsExport.decode(rows, Self.layout()).claims
        #expect(!claims[0].saysTheSame(as: claims[1]) && claims[1].saysTheSame(as: claims[2]))
        var layout = Self.layout()
        layout.treatment = nil
        layout.breakdowns.removeLast()
        let plain = ClaimsExport.decode(rows.map { Array($0[..<6] + $0[7...]) }, layout).claims
        #expect(plain[0].saysTheSame(as: plain[1]) && plain[0].daysToPayment == .unknown)
    }

    @Test("What cannot be understood is told, once a file, of paid claims alone")
    func told() throws {
        let rows = [
            Self.row(1, "昨天"), Self.row(2, "2023-04-31"), Self.row(3, ""), Self.row(4, "-"),
            Self.row(5, "昨天", status: "待审核"), Self.row(6, "2023-04-01"),
        ]
        let file = try TemporaryFile(Self.text(rows))
        for isSlow in [true, false] {
            let read = try BothWays(file.path, Self.layout(), .csv(delimiter: nil), isSlow: isSlow)
            #expect(read.findings.count == 1 && read.findings.first?.contains("2 claims") == true)
        }
    }

    @Test("The fast way, the slow way and a count of days agree")
    func twins() throws {
        for seed in SeededRandom.seeds(12) {
            var random = SeededRandom(seed)
            let rows = (0..<1500).map { number in
                let paid = CalendarDay(daysSinceEpoch: Int32.random(in: 18_000...20_000, using: &random))
                let days = Int32.random(in: -3...100, using: &random) * (number % 40 == 0 ? 300 : 1)
                let treated = CalendarDay(daysSinceEpoch: paid.daysSinceEpoch - days).description
                let texts = [treated, treated, treated, "", "-", "不详", "20230230", "\u{200B}" + treated, "“" + treated]
                return (row: Self.row(number, texts.randomElement(using: &random)!, paid: paid.description), days: days)
            }
            let layout = Self.layout()
            let slow = ClaimsExport.decode(rows.map(\.row), layout)
            let expected = rows.map { row, days -> Int? in
                let isDay = row[6].contains("-") && row[6].count > 5 && !row[6].hasPrefix("“")
                return isDay && days >= 0 && days <= 16_381 ? Int(days) : nil
            }
            #expect(slow.claims.map(\.daysToPayment.days) == expected, "seed \(seed)")
            let file = try TemporaryFile(Self.text(rows.map(\.row)))
            for isSlow in [true, false] {
                let read = try BothWays(file.path, layout, .csv(delimiter: nil), pieceSize: 4096, isSlow: isSlow)
                #expect(read.claims.map(\.daysToPayment) == slow.claims.map(\.daysToPayment), "seed \(seed)")
                #expect(read.groups == slow.claims.map(slow.groups(of:)), "seed \(seed)")
            }
        }
    }

    private static func text(_ rows: [[String]]) -> String {
        header + "\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
}
