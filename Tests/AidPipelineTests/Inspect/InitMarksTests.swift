import Foundation
import TestSupport
import Testing

/// What `init` cannot know stands in what it writes where `lint` points at it, and is never guessed in silence.
@Suite struct InitMarksTests {
    private static let days = [
        "2023-04-05", "2023-04-06", "2023-05-16", "2023-05-26", "2023-06-26", "2023-06-29", "2023-05-04", "2023-05-03",
    ]

    /// Claims of three people, with further columns behind.
    private static func lines(
        _ columns: [(name: String, value: (Int) -> String)], from first: Int = 0,
        claim: String = "赔付编号", person: String = "职工身份证号", date: String = "支付日期", amount: String = "赔付金额",
        day: (String) -> String = { $0 }
    ) -> String {
        let header = [claim, person, date, amount] + columns.map(\.name)
        let rows = days.indices.map { index in
            ["A\(1001 + first + index)", Persons.all[index % 3].id, day(days[index]), "\(100 + index).50"]
                + columns.map { $0.value(index) }
        }
        return ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    }

    private static func drafted(_ place: Workplace, _ files: String...) throws -> (
        text: String, lint: String, code: Int32
    ) {
        let drafted = try Executable.run(["init"] + files + ["--name", "aid", "--lang", "en"], in: place.path)
        #expect(drafted.exitCode == 0, "\(drafted.errorText)")
        #expect(!drafted.outputText.contains(/[0-9]{15}/))
        try place.write("pipeline.yaml", drafted.outputText)
        let lint = try place.aidstats("lint", "pipeline.yaml", "--lang", "en")
        return (drafted.outputText, lint.outputText, lint.exitCode)
    }

    @Test("A column that is called one of states is never passed over", arguments: ["状态", "status", "审核结果"])
    func manyStates(name: String) throws {
        let place = try Workplace()
        try place.write("a.csv", Self.lines([(name, { "已支付 2023-05-0\($0 % 9 + 1) 10:\(10 + $0)" })]))
        let (text, lint, code) = try Self.drafted(place, "a.csv")
        #expect(text.contains(name) && !text.contains("no column of states"), "\(text)")
        #expect(code == 78, "\(lint)\n\(text)")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 78)
    }

    @Test func moreStatesThanAnybodyCanList() throws {
        let place = try Workplace()
        let header = "赔付编号,身份证号,支付日期,赔付金额,状态\n"
        let rows = (0..<220).map { "A\(1000 + $0),\(Persons.all[$0 % 3].id),2023-04-05,\($0).50,缺材料\($0)" }
        try place.write("a.csv", header + rows.joined(separator: "\n") + "\n")
        let (text, lint, code) = try Self.drafted(place, "a.csv")
        #expect(
            text.contains("status: { from: [] }") && text.contains("状态 seems to hold states, but has 220"), "\(text)")
        #expect(code == 78, "\(lint)")
    }

    @Test(
        "A word of paying beside one that takes it back is left to a person",
        arguments: [
            ("已支付（作废）", ""), ("已发放（退票）", ""), ("已支付-退回", ""), ("paid (void)", ""), ("已支付：部分", ""), ("拒付（已支付部分）", ""),
            ("已支付（经办：某甲）", "paid"), ("已打款-工行", "paid"), ("拒付-缺材料", "unpaid"), ("to-be-paid", "unpaid"),
            ("已拒付", "unpaid"), ("已拒赔", "unpaid"), ("拒绝赔付", "unpaid"), ("已拒绝赔付", "unpaid"),
            ("已拒付：缺材料", "unpaid"), ("拒赔", "unpaid"), ("已驳回", "unpaid"), ("审核不通过", "unpaid"),
        ])
    func states(state: String, meaning: String) throws {
        let place = try Workplace()
        try place.write("a.csv", Self.lines([("状态", { $0 == 3 ? state : "已支付" })]))
        let (text, lint, code) = try Self.drafted(place, "a.csv")
        let key = meaning.isEmpty ? "undecided" : meaning
        let line = text.split(separator: "\n").first { $0.hasPrefix("    \(key): [") } ?? ""
        #expect(line.contains(state), "\(text)")
        #expect(code == (meaning.isEmpty ? 78 : 0), "\(lint)")
    }

    /// What a second file calls a field, and whether that surely means the same as the first file's name.
    struct Names: CustomTestStringConvertible {
        var claim = "赔付编号"
        var person = "职工身份证号"
        var date = "支付日期"
        var amount = "赔付金额"
        var isSame = false
        var testDescription: String { [claim, person, date, amount].joined(separator: " ") }
    }

    private static let otherNames =
        ["申请金额", "申报金额", "余额", "发票金额", "保额", "合计金额", "审核金额", "扣款金额", "退回金额", "核减金额"].map { Names(amount: $0) }
        + ["参保日期", "导出时间", "登记时间", "日期"].map { Names(date: $0) }
        + ["就诊人身份证号", "户主身份证号", "领款人证件号"].map { Names(person: $0) }
        + ["银行流水号"].map { Names(claim: $0) }
    private static let sameNames =
        ["金额", "互助金额", "实付金额", "理赔金额", "AidAmount"].map { Names(amount: $0, isSame: true) }
        + ["打款日期", "到账时间"].map { Names(date: $0, isSame: true) }
        + ["证件号码", "身份证"].map { Names(person: $0, isSame: true) }
        + ["单号", "流水号"].map { Names(claim: $0, isSame: true) }

    @Test("Names of different meaning are not joined in silence", arguments: otherNames + sameNames)
    func namesOfTwoFiles(names: Names) throws {
        let place = try Workplace()
        try place.write("1.csv", Self.lines([]))
        try place.write(
            "2.csv",
            Self.lines(
                [], from: 50, claim: names.claim, person: names.person, date: names.date, amount: names.amount))
        let (text, lint, code) = try Self.drafted(place, "1.csv", "2.csv")
        guard !names.isSame else {
            #expect(code == 0, "\(lint)\n\(text)")
            return
        }
        #expect(code == 78 && text.contains("files call it differently"), "\(lint)\n\(text)")
        let own = [names.claim, names.person, names.date, names.amount]
        let usual = Names()
        for (name, other) in zip(own, [usual.claim, usual.person, usual.date, usual.amount]) where name != other {
            #expect(text.contains("\(other) (1.csv), \(name) (2.csv)"), "\(text)")
        }
    }

    @Test(
        "A sole column with a name of another meaning is left to a person",
        arguments: ["余额", "核减金额", "退回金额", "发票金额", "申请金额", "累计支付金额"].map { Names(amount: $0) }
            + ["导出时间", "参保日期", "申请日期", "就诊日期"].map { Names(date: $0) }
            + ["医生身份证", "户主身份证号", "患者身份证号"].map { Names(person: $0) })
    func soleNames(names: Names) throws {
        let place = try Workplace()
        try place.write("a.csv", Self.lines([], person: names.person, date: names.date, amount: names.amount))
        let (text, lint, code) = try Self.drafted(place, "a.csv")
        #expect(code == 78 && text.contains("from: []"), "\(lint)\n\(text)")
    }

    @Test(
        "Marks of void records are told of",
        arguments: [
            ("是否冲正", "否", "是", true), ("is_deleted", "0", "1", true), ("作废标志", "", "1", true), ("有效标志", "1", "0", true),
            ("deleted_at", "", "2023-07-01 10:00:00", true), ("是否冲正", "否", "否", false), ("有效标志", "1", "1", false),
            ("退回原因", "", "", false),
        ])
    func flags(name: String, usual: String, void: String, isMark: Bool) throws {
        let place = try Workplace()
        try place.write("a.csv", Self.lines([("状态", { _ in "已支付" }), (name, { $0 == 3 ? void : usual })]))
        let (text, lint, code) = try Self.drafted(place, "a.csv")
        #expect(code == (isMark ? 78 : 0), "\(lint)\n\(text)")
        #expect(lint.contains("[undecided-choice]") == isMark && text.contains("\n  - \"\(name) of a.csv") == isMark)
        #expect(!text.contains("breakdowns: [\(name)"))
        guard isMark else { return }
        // Settled, it is removed.
        let rest = text.components(separatedBy: "undecided:")[0]
        try place.write("pipeline.yaml", rest)
        #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == 0)
    }

    @Test(
        "A record of several person-times is told of",
        arguments: [("次数", 3, true), ("次数", 1, false), ("住院次数", 3, false)])
    func personTimes(name: String, most: Int, isMark: Bool) throws {
        let place = try Workplace()
        try place.write("a.csv", Self.lines([("状态", { _ in "已支付" }), (name, { "\(min($0 + 1, most))" })]))
        let (text, lint, code) = try Self.drafted(place, "a.csv")
        #expect(code == (isMark ? 78 : 0) && text.contains("\n  - \"\(name) of a.csv") == isMark, "\(lint)\n\(text)")
    }

    @Test("Files that are called unpaid are told of", arguments: ["退回清单.csv", "拒付.csv", "refunds.csv", "未支付.csv"])
    func namesOfUnpaid(name: String) throws {
        let place = try Workplace()
        try place.write("支付清单.csv", Self.lines([]))
        try place.write(name, Self.lines([]))
        let (text, lint, code) = try Self.drafted(place, "支付清单.csv", name)
        #expect(code == 78 && text.contains("\n  - \"\(name) has"), "\(lint)\n\(text)")
        // Where states tell, there is nothing to settle; nor of one file alone.
        try place.write("支付清单.csv", Self.lines([("状态", { _ in "已支付" })]))
        try place.write(name, Self.lines([("状态", { _ in "拒付" })]))
        #expect(try Self.drafted(place, "支付清单.csv", name).code == 0)
        try place.write(name, Self.lines([]))
        #expect(try Self.drafted(place, name).code == 0)
    }

    @Test func aFileThatDoesNotTellItsDatesIsNotReadAsAnother() throws {
        let place = try Workplace()
        func parts(_ day: String) -> [String] { day.split(separator: "-").map { String(Int($0) ?? 0) } }
        try place.write("b.csv", Self.lines([], day: { "\(parts($0)[2])/\(parts($0)[1])/\(parts($0)[0])" }))
        #expect(try Self.drafted(place, "b.csv").code == 0)
        // All of its days may be months.
        try place.write(
            "a.csv",
            Self.lines([], from: 50, day: { "\(parts($0)[1])/\((Int(parts($0)[2]) ?? 0) % 9 + 1)/\(parts($0)[0])" }))
        let (text, lint, code) = try Self.drafted(place, "a.csv", "b.csv")
        #expect(text.contains("dateForms: [\"d/m/yyyy\", \"m/d/yyyy\"]"), "\(text)")
        #expect(text.contains("16 values are d/m/yyyy, but files of 8 of them do not tell by themselves"), "\(text)")
        #expect(code == 78 && lint.contains("[forms-contradict]"), "\(lint)")
    }

    private static func xml(_ body: (Int) -> (open: String, close: String), groups: (String, String)? = nil) -> String {
        let records = days.indices.map { index in
            body(index).open + "<no>A\(1001 + index)</no><idCard>\(Persons.all[index % 3].id)</idCard><payDate>"
                + "\(days[index])</payDate><amount>\(100 + index).50</amount>" + body(index).close
        }
        let text = groups.map { first, second in
            "<\(first)>" + records[..<5].joined() + "</\(first)><\(second)>" + records[5...].joined() + "</\(second)>"
        }
        return "<export xmlns:p=\"urn:p\" xmlns:r=\"urn:r\">" + (text ?? records.joined(separator: "\n")) + "</export>"
    }

    @Test func otherElementsLikeTheRecordsAreToldOf() throws {
        let place = try Workplace()
        try place.write("a.xml", Self.xml { $0 < 5 ? ("<claim>", "</claim>") : ("<refund>", "</refund>") })
        let (text, lint, code) = try Self.drafted(place, "a.xml")
        #expect(code == 78 && lint.contains("[undecided-choice]"), "\(lint)")
        #expect(text.contains("other elements like claim, which are not read: export/refund 3"), "\(text)")
    }

    @Test func recordsInSeveralPlacesAreToldOf() throws {
        let place = try Workplace()
        try place.write("a.xml", Self.xml({ _ in ("<claim>", "</claim>") }, groups: ("Paid", "Returned")))
        var (text, lint, code) = try Self.drafted(place, "a.xml")
        #expect(code == 78, "\(lint)")
        #expect(text.contains("several places: export/Paid/claim 5, export/Returned/claim 3"), "\(text)")
        try place.write("a.xml", Self.xml { $0 < 5 ? ("<p:claim>", "</p:claim>") : ("<r:claim>", "</r:claim>") })
        (text, lint, code) = try Self.drafted(place, "a.xml")
        #expect(text.contains("export/claim {urn:p} 5, export/claim {urn:r} 3"), "\(text)")
        try place.write("a.xml", Self.xml({ _ in ("<claim>", "</claim>") }, groups: ("Month", "Month")))
        #expect(!(try Self.drafted(place, "a.xml").text.contains("undecided")))
    }

    @Test func recordsThatAgreeWithoutANumberAreHintedAt() throws {
        let place = try Workplace()
        let header = "身份证号,支付日期,赔付金额,就诊类型\n"
        let row = { (day: Int, note: String) in "\(Persons.all[0].id),2023-04-0\(day),100.50,\(note)\n" }
        try place.write("a.csv", header + row(1, "门诊") + row(1, "住院") + row(2, "门诊") + row(2, "住院") + row(2, "门诊"))
        let text = try Self.drafted(place, "a.csv").text
        #expect(text.contains("3 agree with another in person, days and money"), "\(text)")
    }

    @Test func theFirstDayOfTheDataIsShown() throws {
        let place = try Workplace()
        try place.write("a.csv", Self.lines([]))
        let (text, _, code) = try Self.drafted(place, "a.csv")
        #expect(code == 0 && text.contains("\n# since: 2023-04-05"), "\(text)")
    }
}
