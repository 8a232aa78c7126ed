import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Where the header of a CSV file stands, how many lines it takes, and columns that it or the records lack.
@Suite("Headers of CSV") struct HeaderTests {
    private static func id(_ number: Int) -> String { MadeUpID.id(number: number) }

    private static func layout(amount: [String] = ["金额"]) -> RecordLayout {
        RecordLayout(
            claim: .init(name: "claim", from: ["编号"]), person: .init(name: "person", from: ["身份证号"]),
            personRule: .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: amount), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [.init(name: "district", from: ["区"], isOptional: true)],
            currency: .cny)
    }

    private static let header = "编号,身份证号,打款日期,金额"

    private static func records(_ count: Int, from first: Int = 1, end: String = "") -> String {
        (first..<first + count).map { "C\($0),\(id($0)),2023-05-10,100.00\(end)\n" }.joined()
    }

    // MARK: Columns at the end

    @Test("Empty columns at the end of the records alone are none", arguments: ["\n", "\r\n"])
    func surplusColumns(lineEnd: String) throws {
        for end in [",", ",,", ",\"\"", ", "] {
            let text = (Self.header + "\n" + Self.records(5, end: end)).replacing("\n", with: lineEnd)
            let read = try BothWays.read(text, Self.layout())
            #expect(read.claims.count == 5 && read.rejects.isEmpty && read.scaffolding == .zero, "\(end)")
        }
    }

    @Test("Where something stands in such a column, cells are not where they belong")
    func filledSurplus() throws {
        let text =
            Self.header + "\n" + Self.records(21, end: ",") + "C90,\(Self.id(90)),2023-05-10,1,104.00\n"
            + "C91,\(Self.id(91)),2023-05-10,1.00\n合计,,,2100.00,x\n" + Self.records(1, from: 95, end: ",")
        let read = try BothWays.read(text, Self.layout())
        #expect(read.claims.count == 22 && read.reasons == ["malformed-record", "malformed-record"])
        #expect(read.rejects.map(\.maskedValue) == ["5 fields, expected 4", "4 fields, expected 5"])
        #expect(read.scaffolding.recordCount == 1)
    }

    @Test("Columns at the end of the header without a name, which no record has, are none")
    func lackingColumns() throws {
        for end in [",", ",,,", ",\"\", "] {
            let read = try BothWays.read(Self.header + end + "\n" + Self.records(4), Self.layout())
            #expect(read.claims.count == 4 && read.rejects.isEmpty, "\(end)")
        }
    }

    @Test(
        "Where the records differ, or are too few to tell, or a name stands there, nothing is taken off",
        arguments: [
            (header + "\n" + records(1, end: ","), 1), (header + "\n" + records(3, end: ",") + records(3), 3),
            (header + ",备注\n" + records(3), 3), (header + "\n" + records(3, end: ",x"), 3),
        ])
    func unsureColumns(text: String, rejectCount: Int) throws {
        let read = try BothWays.read(text, Self.layout())
        #expect(read.reasons == Array(repeating: "malformed-record", count: rejectCount))
    }

    @Test("The header as it stands is known where it is repeated, whatever columns were taken off or on")
    func repeatedHeaders() throws {
        for (header, end) in [(Self.header, ","), (Self.header + ",,", "")] {
            let text =
                header + "\n" + Self.records(3, end: end) + "\u{FEFF}" + header + "\n"
                + Self.records(2, from: 7, end: end)
            let read = try BothWays.read(text, Self.layout())
            #expect(read.claims.count == 5 && read.rejects.isEmpty && read.scaffolding.recordCount == 1)
        }
    }

    // MARK: Headers of two lines

    private static let twoLines = "编号,身份证号,发放,,区\n,,打款日期,金额,\n"

    @Test("Names are joined from top to bottom, and carried to the right over merged cells")
    func names() {
        func names(_ rows: [String]) -> [String] {
            CSVHeader(rows: rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) })
                .names
        }
        #expect(names(["编号,费用,,状态", ",申请,实付,"]) == ["编号", "费用 申请", "费用 实付", "状态"])
        #expect(names(["a,b,,c,", ",x,y,,"]) == ["a", "b x", "b y", "c", ""])
        #expect(names(["a,,,", ",b,,c", "d,e,f,g"]) == ["a d", "a b e", "a b f", "a c g"])
        #expect(names(["甲,,,乙", "一,,二,三", "x,y,z,w"]) == ["甲 一 x", "甲 一 y", "甲 二 z", "乙 三 w"])
        #expect(names(["编号,金额", "编号,金额"]) == ["编号", "金额"])
        #expect(names(["编号", ",金额"]) == ["编号", "金额"])
        #expect(names(["编号,金额"]) == ["编号", "金额"])
    }

    @Test("A header of two lines is read as told, or found where both together hold what is needed")
    func twoLines() throws {
        let records = (1...4).map { "C\($0),\(Self.id($0)),2023-05-10,1.00,东\n" }.joined()
        var layout = Self.layout(amount: ["发放 金额"])
        layout.day.from = ["发放打款日期"]
        for titles in ["", "明细表\n单位：元\n"] {
            let count = titles.isEmpty ? 0 : 2
            let text = titles + Self.twoLines + records + Self.twoLines + ",,,,\n"
            var shape = CSVShape()
            for isTold in [false, true] {
                if isTold { (shape.headerLine, shape.headerRowCount) = (count + 1, 2) }
                let read = try BothWays.read(text, layout, shape: shape)
                #expect(read.error == nil && read.rejects.isEmpty && read.amounts == [100, 100, 100, 100])
                #expect(read.groups == Array(repeating: ["东"], count: 4))
                #expect(read.scaffolding.recordCount == count + 3, "\(read.findings)")
            }
        }
    }

    // MARK: What a pipeline file says

    @Test("A header begins on the line that is told; what stands above is none of the records")
    func toldLine() throws {
        // Full enough to be records; and one that no reader understands.
        let titles = "甲,乙,丙,丁\n\n编号,身份证号,打款日期,金额\n标题 \"某\" 的表\n"
        var shape = CSVShape()
        shape.headerLine = 5
        let read = try BothWays.read(titles + Self.header + "\n" + Self.records(3), Self.layout(), shape: shape)
        #expect(read.claims.count == 3 && read.rejects.isEmpty)
        #expect(read.scaffolding.recordCount == 3)
        shape.headerLine = 6
        let wrong = try BothWays.read(titles + Self.header + "\n" + Self.records(3), Self.layout(), shape: shape)
        #expect(wrong.error?.lineNumber == 6 && wrong.claims.isEmpty)
        shape.headerLine = 60
        let past = try BothWays.read(titles + Self.header + "\n" + Self.records(3), Self.layout(), shape: shape)
        #expect(past.error?.problem == .noHeader)
    }

    @Test("Lines at the top are passed over by number, others by how they begin")
    func skippedLines() throws {
        var shape = CSVShape()
        shape.skippedCount = 2
        shape.skippedBeginnings = ["作废", "#", "备注"]
        let text =
            "甲,乙,丙,丁\n戊,己,庚,辛\n说明\n" + Self.header + "\n" + Self.records(2)
            + "作废C9,\(Self.id(9)),2023-05-10,100.00\n\"作废C8\",\(Self.id(8)),2023-05-10,100.00\n#x\n,备注：略,\n"
            + "备注 \"某\" 的\n\u{FEFF}作废,1,2,3\n" + Self.records(2, from: 5) + "注,\(Self.id(3)),2023-05-10,100.00\n"
        let read = try BothWays.read(text, Self.layout(), shape: shape)
        #expect(read.claims.count == 5 && read.rejects.isEmpty && read.error == nil, "\(read.rejects)")
        #expect(read.scaffolding.recordCount == 9)
        #expect(read.findings.contains { $0.contains("6 passed over by skip (line 7, 8, 9 …)") }, "\(read.findings)")
        #expect(read.findings.contains { $0.contains("3 above the header") })
    }

    // MARK: Ends and marks

    @Test(
        "What ends a file of old systems, or fills it up, is no record",
        arguments: [
            "\u{1A}", "\u{1A}\u{1A}\u{1A}", "\0", String(repeating: "\0", count: 3000), "\r\n\u{1A}", "\u{1A}\r\n",
        ])
    func ends(end: String) throws {
        for lineEnd in ["\n", "\r\n"] {
            let text = (Self.header + "\n" + Self.records(3)).replacing("\n", with: lineEnd) + end
            let read = try BothWays.read(text, Self.layout())
            #expect(read.claims.count == 3 && read.rejects.isEmpty && read.scaffolding.recordCount == 1)
        }
        // Right behind the last record.
        let text = Self.header + "\n" + Self.records(3).dropLast() + end
        #expect(try BothWays.read(text, Self.layout()).claims.count == 3)
    }

    @Test("A byte-order mark within a file takes nothing with it, be the next cell quoted or not")
    func marks() throws {
        let mark = "\u{FEFF}"
        let quoted = Self.records(2, from: 7).replacing("C", with: "\"C").replacing(
            ",\(Self.id(7))", with: "\",\(Self.id(7))"
        )
        .replacing(",\(Self.id(8))", with: "\",\(Self.id(8))")
        for (index, rest) in [
            mark + Self.records(2, from: 5), mark + "\"编号\",\"身份证号\",\"打款日期\",\"金额\"\n" + Self.records(2, from: 5),
            mark + quoted,
            mark + "\n" + Self.records(2, from: 5),
        ].enumerated() {
            for start in [mark, ""] {
                let read = try BothWays.read(start + Self.header + "\n" + Self.records(2) + rest, Self.layout())
                #expect(read.claims.count == 4 && read.rejects.isEmpty, "\(index)")
                #expect(read.scaffolding.recordCount == [0, 1, 0, 1][index])
            }
        }
    }

    @Test("Both ways agree on headers, marks and columns at random")
    func random() throws {
        for seed in SeededRandom.seeds(80) {
            var random = SeededRandom(seed)
            func some(_ texts: [String]) -> String { texts.randomElement(using: &random)! }
            let header = some([Self.header, "编号,发放,,\n,身份证号,打款日期,金额", Self.header + ",", "序号," + Self.header])
            let end = some(["", ",", ",,", ", "])
            var text = some(["", "", "标题\n", "标题,,,\n\n", "甲,乙,丙,丁\n"]) + header + some(["", ",", ",,"]) + "\n"
            for number in 0..<Int.random(in: 0...40, using: &random) {
                let isHeader = Int.random(in: 0..<12, using: &random) == 0
                let first = header.hasPrefix("序号") ? "1," : ""
                let record = first + "C\(number),\(Self.id(number)),2023-05-10,1.00"
                text += some(["", "", "", "", "", "\u{FEFF}"]) + (isHeader ? header : record)
                text += Int.random(in: 0..<15, using: &random) == 0 ? some(["", ",", ",x", ",,,"]) : end
                text += some(["\n", "\n", "\r\n"])
                if Int.random(in: 0..<10, using: &random) == 0 {
                    text += some([
                        "合计,,,5.00\n", "作废,\(Self.id(3)),2023-05-10,1.00\n", ",,,\n", "\"x\n", "作废\"\n",
                        "\u{FEFF}\"a\"\n",
                    ])
                }
            }
            text += some(["", "\u{1A}", "\0\0\0"])
            var shape = CSVShape()
            if Bool.random(using: &random) { shape.skippedBeginnings = ["作废"] }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: shape.headerLine = Int.random(in: 1...4, using: &random)
            case 1: shape.skippedCount = Int.random(in: 1...3, using: &random)
            default: break
            }
            if Int.random(in: 0..<3, using: &random) == 0 { shape.headerRowCount = 2 }
            let read = try BothWays.read(text, Self.layout(), shape: shape)
            #expect(
                read.error != nil
                    || read.records.recordCount
                        == read.claims.count + read.rejects.count + read.scaffolding.recordCount,
                "seed \(seed)")
        }
    }
}
