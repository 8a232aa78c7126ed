import AidInput
import AidModel
import TestSupport
import Testing

/// Values of a category that mean another one (`values`).
struct ValueNamesTests {
    private static let names = RecordLayout.ValueNames([
        "上海": ["上 海", "上海市", "SH"], "未知": ["", "不详"], "B": ["b"],
    ])

    private static func layout(_ names: RecordLayout.ValueNames, second: RecordLayout.ValueNames? = nil) -> RecordLayout
    {
        var breakdowns = [RecordLayout.Field(name: "care", from: ["就诊类型"], values: names)]
        if let second { breakdowns.append(.init(name: "status2", from: ["原赔付编号"], values: second)) }
        return ClaimsExport.layout(hasReverses: second == nil, breakdowns: breakdowns)
    }

    private static func line(_ value: String, _ number: Int, _ second: String = "") -> String {
        "HZ\(number),\(MadeUpID.id(number: number % 900)),2023-04-05,1.00,已打款,\(second),\(value)\n"
    }

    @Test("A value counts as the group that it means, cleaned first; others as themselves")
    func mapped() throws {
        let values = ["上海", "上 海", " 上海市\u{3000}", "ＳＨ", "sh", "", "不详", "b", "B", "ｂ", "北京"]
        let text = ClaimsExport.header + "\n" + values.enumerated().map { Self.line($1, $0) }.joined()
        for pieceSize in [1, 7, 512 << 10] {
            let export = try TemporaryFile(text).export(.csv(delimiter: nil), pieceSize: pieceSize)
            let outcome = try ClaimsExport.read(export, Self.layout(Self.names)).outcome
            #expect(
                outcome.claims.sorted { $0.position < $1.position }.map { outcome.groups(of: $0)[0] } == [
                    "上海", "上海", "上海", "上海", "sh", "未知", "未知", "B", "B", "B", "北京",
                ])
            // What means one group has one code.
            #expect(Set(outcome.groups).count == outcome.groups.count)
        }
    }

    @Test("The fast way and the slow way give the same groups, of few and of many values")
    func twins() throws {
        for seed in SeededRandom.seeds(12) {
            var random = SeededRandom(seed)
            let count = [3, 40, 600].randomElement(using: &random)!
            let values = (0..<count).map { _ in
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    ["A", "b", "海", " ", "Ｃ", "上"].randomElement(using: &random)!
                }.joined() + String(Int.random(in: 0..<count, using: &random))
            }
            func names() -> RecordLayout.ValueNames {
                var byName: [String: [String]] = [:]
                for value in values.indices where Bool.random(using: &random) {
                    byName["N\(value % 3)", default: []].append(values[value])
                }
                return RecordLayout.ValueNames(byName)
            }
            let layout = Self.layout(names(), second: names())
            let rows = (0..<2000).map { _ in
                (values.randomElement(using: &random)!, values.randomElement(using: &random)!)
            }
            let text =
                ClaimsExport.header + "\n"
                + rows.enumerated().map { Self.line($1.0, $0, $1.1) }.joined()
            let fast = try ClaimsExport.read(
                try TemporaryFile(text).export(.csv(delimiter: nil), pieceSize: 4096), layout
            ).outcome
            let slow = ClaimsExport.decode(
                rows.enumerated().map { index, row in
                    [
                        "HZ\(index)", MadeUpID.id(number: index % 900), "2023-04-05", "1.00", "已打款", row.0, row.1,
                    ]
                }, layout)
            #expect(fast.claims.count == rows.count && slow.claims.count == rows.count, "seed \(seed)")
            let fastGroups = fast.claims.sorted { $0.position < $1.position }.map(fast.groups(of:))
            #expect(fastGroups == slow.claims.map(slow.groups(of:)), "seed \(seed)")
        }
    }
}
