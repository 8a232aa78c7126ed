import AidModel
import Foundation
import Testing

@testable import AidInput

/// Whole files, from bytes on disk to claims.
struct ReadClaimsTests {
    private static let id = MadeUpID.id(number: 21)

    private func error(_ text: String, _ layout: RecordLayout = ClaimsExport.layout()) throws -> InputError? {
        do {
            try ClaimsExport.read(try TemporaryFile(text).export(.csv(delimiter: nil)), layout)
            return nil
        } catch let error as InputError {
            return error
        }
    }

    @Test(
        "Rule 1: a header that lacks a needed column, or names one twice, is refused with the columns found",
        arguments: [
            (
                "赔付编号,身份证号,打款日期,状态,就诊类型\n", "missing columns: 互助金额. Columns found: 赔付编号, 身份证号, 打款日期, 状态, 就诊类型",
                "缺少列：互助金额。文件中的列：赔付编号、身份证号、打款日期、状态、就诊类型"
            ),
            (
                "身份证号,金额,就诊类型\n",
                "missing columns: 赔付编号 / ClaimNo; 打款日期; 互助金额; 状态. Columns found: 身份证号, 金额, 就诊类型",
                "缺少列：赔付编号 / ClaimNo；打款日期；互助金额；状态。文件中的列：身份证号、金额、就诊类型"
            ),
            (
                ClaimsExport.header + ",状态\n",
                "columns named twice: 状态 / 状态. Columns found: " + ClaimsExport.header.replacing(",", with: ", ")
                    + ", 状态",
                "列重复：状态 / 状态。文件中的列：" + ClaimsExport.header.replacing(",", with: "、") + "、状态"
            ),
            (
                ClaimsExport.header.replacing("状态", with: "ClaimNo") + "\n",
                "missing columns: 状态; columns named twice: 赔付编号 / ClaimNo. Columns found: "
                    + ClaimsExport.header.replacing("状态", with: "ClaimNo").replacing(",", with: ", "),
                "缺少列：状态；列重复：赔付编号 / ClaimNo。文件中的列："
                    + ClaimsExport.header.replacing("状态", with: "ClaimNo").replacing(",", with: "、")
            ),
        ])
    func columns(header: String, en: String, zh: String) throws {
        let error = try #require(try error(header + "HZ1,,,,\n"))
        #expect(error.kind == .refused && error.file == "export" && error.lineNumber == 1)
        #expect(error.what.en == en)
        #expect(error.what.zh == zh)
        #expect(error.mend.en.contains("fields") && error.mend.zh.contains("fields"))
    }

    @Test(
        "A column is found by its name without case, blanks, marks, widths of brackets and units behind it",
        arguments: [
            ("互助金额", "互助金额（元）"), ("互助金额", "互助 金额(元)"), ("互助金额", "*互助金额"), ("互助金额", "互助\n金额【必填】"),
            ("互助金额", "互助金额（人民币）（必填）"), ("状态", " 状　态："), ("ClaimNo", "claim_no"), ("ClaimNo", "CLAIM NO"),
            ("打款日期", "打款日期 *"),
        ])
    func namesThatAreAlike(name: String, found: String) throws {
        let header = ClaimsExport.header.replacing("赔付编号", with: name == "ClaimNo" ? "ClaimNo" : "赔付编号")
        #expect(header.contains(name))
        let written = found.contains("\n") ? "\"\(found)\"" : found
        #expect(try error(header.replacing(name, with: written) + "\n") == nil)
    }

    @Test(
        "A name that says something else is another column, and two that match are refused",
        arguments: [
            ("互助金额", "互助金额（自付）"), ("互助金额", "互助金额2"), ("互助金额", "（元）"), ("互助金额", "互助金额（元），互助金额(万元)"),
        ])
    func namesThatDiffer(name: String, found: String) throws {
        let names = found.split(separator: "，").map { "\"\($0)\"" }.joined(separator: ",")
        let error = try #require(try error(ClaimsExport.header.replacing(name, with: names) + "\n"))
        #expect(error.kind == .refused && error.what.en.contains(found.contains("，") ? "named twice" : "missing"))
        // The name as it stands goes before all that are like it.
        if found.contains("，") {
            #expect(try self.error(ClaimsExport.header + "," + names + "\n") == nil)
        }
    }

    @Test("A file without a header shows nothing of the person in its first line")
    func noHeader() throws {
        let lines = [
            "HZ001,\(Self.id),2023-04-05,12.50,已打款,,门诊", "HZ1,张三,5,1.00,已打款,20230405", "某某某,\"甲甲\n乙乙\"",
            "\(String(repeating: "张三李四", count: 11)),b",
        ]
        for line in lines {
            let error = try #require(try error(line + "\n"))
            for text in [error.what.zh, error.what.en, error.mend.zh, error.mend.en] {
                for value in line.split(whereSeparator: { ",\"\n".contains($0) }) {
                    let isShown = value.count > 1 && text.contains(value)
                    #expect(!isShown)
                }
            }
            // A line break within a column's name is nothing odd: it goes.
            let saysSo = [
                ("looks like a record", "看起来是数据"), ("It may be no header", "可能不是列名"),
            ].contains { error.what.en.contains($0.0) && error.what.zh.contains($0.1) }
            #expect(saysSo)
        }
    }

    @Test("Columns in any order, by any of their names; a column that may be lacking is empty; others do not matter")
    func anyOrder() throws {
        let files = [
            "赔付编号,身份证号,打款日期,互助金额,状态,就诊类型\nHZ1,\(Self.id),2023-04-05,1.00,已打款,门诊\n",
            "\u{FEFF}就诊类型;备注;状态;\u{3000}互助金额 ;打款日期;'身份证号;ClaimNo\r\n门诊;x;已打款;1.00;2023/4/5;\(Self.id);HZ1\r\n",
        ]
        let claims = try files.map { try ClaimsExport.read(try TemporaryFile($0).export(.csv(delimiter: nil))) }
        for (reading, outcome) in claims {
            #expect(reading.rejects.listed.isEmpty && reading.findings.isEmpty)
            #expect(reading.records == Tally(recordCount: 1, amountMinor: 100))
            #expect(outcome.claims.count == 1 && outcome.groups == [["门诊"]])
        }
        #expect(claims[0].outcome.claims.first?.person == claims[1].outcome.claims.first?.person)
        #expect(claims[0].outcome.claims.first?.dayNumber == claims[1].outcome.claims.first?.dayNumber)
    }

    @Test(
        "Malformed records are rejects in their places, and invalid bytes a finding", arguments: EncodedText.encodings)
    func malformed(encoding: TextEncoding) throws {
        let good = "HZ1,\(Self.id),2023-04-05,1.00,已打款,,门诊\n"
        func disk(_ text: String) -> [UInt8] {
            text.unicodeScalars.flatMap { EncodedText.disk(Character($0), encoding) }
        }
        let broken: [UInt8] =
            switch encoding {
            case .utf8, .gb18030: [0xFF]
            case .utf16LittleEndian: [0x00, 0xDC]
            case .utf16BigEndian: [0xDC, 0x00]
            }
        let start = EncodedText.mark(encoding) + disk(ClaimsExport.header + "\n" + good)
        let bytes = start + disk("HZ2,") + broken + disk(",门诊\n" + good + "a,b\n")
        for pieceSize in [1, 7, 512 << 10] {
            let export = try TemporaryFile(bytes).export(.csv(delimiter: nil), pieceSize: pieceSize)
            let (reading, outcome) = try ClaimsExport.read(export)
            #expect(export.encoding == encoding)
            #expect(outcome.claims.count == 2)
            #expect(reading.records.recordCount == 4)
            #expect(reading.rejects.listed.map(\.reason) == [.malformedRecord, .malformedRecord])
            let places = try DiskOffsets.placed(
                reading.rejects.listed, in: export.file, encoding: export.encoding
            ).map(\.place)
            let first = start.count + disk("HZ2,").count
            let second = bytes.count - disk("a,b\n").count
            #expect(places.map(\.byteOffset) == [first, second])
            #expect(places.map(\.recordNumber) == [2, 4] && places.map(\.lineNumber) == [3, 5])
            #expect(reading.findings.map(\.code) == ["invalid-bytes"])
            #expect(
                reading.rejects.listed.map(\.maskedValue) == [
                    "bytes that are not valid in the file's encoding", "2 fields, expected 7",
                ])
        }
    }

    @Test("An export without records is told, and an empty file is refused")
    func empty() throws {
        let reading = try ClaimsExport.read(try TemporaryFile(ClaimsExport.header).export(.csv(delimiter: nil))).reading
        #expect(reading.findings.map(\.code) == ["no-records"])
        #expect(try error("")?.what.en == "the file is empty: it has no header")
    }

    @Test("XML: paths, an element that is in no file, and none named")
    func xml() throws {
        var layout = ClaimsExport.layout()
        layout.person.from = ["who/id"]
        layout.claim?.from = ["@no"]
        let text = """
            <?xml version="1.0" encoding="GB2312"?><s><claim no="HZ1"><who><id>\(Self.id)</id></who><打款日期>20230405</打款日期>\
            <互助金额>1.00</互助金额><状态>已打款</状态><就诊类型>门诊</就诊类型></claim></s>
            """
        let file = try TemporaryFile(text.unicodeScalars.flatMap { EncodedText.disk(Character($0), .gb18030) })
        let name = try #require(ElementName("claim"))
        let (reading, outcome) = try ClaimsExport.read(try file.export(.xml(record: name)), layout)
        #expect(reading.rejects.listed.isEmpty && outcome.claims.count == 1 && outcome.groups == [["门诊"]])
        let other = try file.export(.xml(record: ElementName("Claim")))
        let missing = #expect(throws: InputError.self) { try ClaimsExport.read(other, layout) }
        #expect(missing?.what.en == "no element Claim; below the root s there are: claim")
        #expect(missing?.what.zh == "没有名为 Claim 的元素；根元素 s 之下有：claim")
        let none = #expect(throws: InputError.self) {
            try ClaimsExport.read(try file.export(.xml(record: nil)), layout)
        }
        #expect(none?.kind == .refused)
    }

    @Test("A place that is one of the disk already stays; a place in the text is found on disk")
    func errorsOnDisk() throws {
        let file = try TemporaryFile("中中中".unicodeScalars.flatMap { EncodedText.disk(Character($0), .gb18030) })
        let export = try file.export(.csv(delimiter: nil), encoding: .gb18030)
        func placed(_ problem: InputProblem) -> Int? {
            export.onDisk(InputError(problem: problem, file: "export", byteOffset: 3)).byteOffset
        }
        #expect(placed(.noHeader) == 2)
        #expect(placed(.systemFailed(code: EIO)) == 3)
    }
}
