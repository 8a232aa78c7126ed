import AidModel
import TestSupport
import Testing

@testable import AidInput

private let placeholders = [
    "-", "--", "/", "*", "***", "?", ".", "#N/A", "#REF!", "NULL", "null", "(null)", "NaN", "None", "n/a", "无", "空",
    "（空白）",
    "未知", "不详", "暂无", "——", "－", "0", "000", "000000000000", "undefined", "未提供",
]
private let lookAlikes = [
    "1", "10", "A", "x", "HZ-0", "N1", "无锡001", "0000000000000", "00A", "-1", "NULL1", "nullify", "未知1", "A/B",
    "2023-0",
    "空军总医院", "null-null-null",
]

/// Cells that hold something where there is nothing.
@Suite("Rule 2: placeholders") struct PlaceholderTests {
    private static func layout(isText: Bool, acceptsOthers: Bool = true) -> RecordLayout {
        RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["人员"]),
            personRule: isText
                ? .text : .residentID(acceptsOtherDocuments: acceptsOthers, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["日期"]), amount: .init(name: "amount", from: ["金额"]),
            status: .init(name: "status", from: ["状态"]), statusClasses: ["付": .paid, "退": .reversed],
            reverses: .init(name: "reverses", from: ["原编号"]), breakdowns: [], currency: .cny)
    }

    @Test(
        "They are no claim numbers and no persons: missing, and not one claim or person for all",
        arguments: placeholders)
    func missing(text: String) throws {
        for isText in [true, false] {
            let csv = """
                编号,人员,日期,金额,状态,原编号
                \(text),P1,2023-05-10,1.00,付,
                C1,\(text),2023-05-10,1.00,付,
                "\(text)",P2,2023-05-10,1.00,付,
                C2,"\(text)",2023-05-10,1.00,付,
                C3,P3,2023-05-10,1.00,退,\(text)

                """
            let found = try BothWays.read(csv, Self.layout(isText: isText))
            #expect(found.reasons == ["missing-claim", "missing-person", "missing-claim", "missing-person"], "\(text)")
            #expect(found.claims.isEmpty && found.reversals.count == 1)
        }
    }

    /// Whatever is to become of other documents, of nothing there is none.
    @Test(arguments: placeholders)
    func noDocument(text: String) throws {
        let csv = "编号,人员,日期,金额,状态,原编号\nC1,\(text),2023-05-10,1.00,付,\n"
        let found = try BothWays.read(csv, Self.layout(isText: false, acceptsOthers: false))
        #expect(found.reasons == ["missing-person"], "\(text)")
    }

    @Test("What merely looks like one is a number", arguments: lookAlikes)
    func numbers(text: String) throws {
        let csv = """
            编号,人员,日期,金额,状态,原编号
            \(text),P1,2023-05-10,1.00,付,
            C1,\(text),2023-05-10,1.00,付,

            """
        let found = try BothWays.read(csv, Self.layout(isText: true))
        #expect(found.claims.count == 2 && found.rejects.isEmpty, "\(text)")
    }
}
