import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidInput

/// Fields that are in no record of an XML file, or in hardly any.
struct FoundFieldsTests {
    private static let pieces = [(97, 300, 2), (700, 40, 3), (512 << 10, 16 << 10, 1)]

    private static func record(_ number: Int, care: String = "<Care>门诊</Care>", status: String = "已打款") -> String {
        "<Claim no='C\(number)'><Person><Id>\(MadeUpID.id(number: number % 900))</Id></Person><日期>2023-04-05</日期>"
            + "<Amount>12.50</Amount><Status>\(status)</Status>\(care)</Claim>\n"
    }

    private static func document(_ records: [String], root: String = "<Claims year='2023'><City>上海</City>\n") -> [UInt8]
    {
        Array((root + records.joined() + "</Claims>").utf8)
    }

    private static func read(_ bytes: [UInt8], _ pieces: (Int, Int, Int), isSlow: Bool) throws
        -> XMLPiecesTests.ClaimsRead
    {
        let file = try TemporaryFile(bytes)
        return try XMLPiecesTests.read(
            file.path, keys: KeyTable(), pieceSize: pieces.0, tailSize: pieces.1, jobs: pieces.2, isSlow: isSlow)
    }

    @Test(
        "A field in no record refuses the file, with the names that are there",
        arguments: [
            "", "<CareType>门诊</CareType>", "<Care2/>", "<care>门诊</care>", "<X><Care>门诊</Care></X>", "<!--Care-->",
        ])
    func missing(care: String) throws {
        for count in [1, 30] {
            let bytes = Self.document((0..<count).map { Self.record($0, care: care) })
            let slow = try Self.read(bytes, Self.pieces[2], isSlow: true)
            let error = try #require(slow.error)
            #expect(error.kind == .refused)
            #expect(
                error.what.en.hasPrefix("in none of the \(count) records: Care. Records hold: @no, Person/Id, 日期, "))
            #expect(error.what.en.hasSuffix("outside of the records there are: Claims/@year, Claims/City"))
            #expect(error.what.zh.contains("记录中有：@no、Person/Id、日期、Amount、Status"))
            if care.contains("CareType") { #expect(error.what.en.contains("Status, CareType")) }
            for pieces in Self.pieces { #expect(try Self.read(bytes, pieces, isSlow: false).isDoubtful) }
        }
    }

    @Test("Records that are called by small letters are told of, in both ways of reading", arguments: [1, 20])
    func otherCase(count: Int) throws {
        let records = (0..<count).map { Self.record($0) }
        let others = (0..<count).map { Self.record($0).replacing("Claim", with: "claim") }
        for records in [records + others, others + records, zip(records, others).flatMap { [$0, $1] }] {
            let bytes = Self.document(records)
            let slow = try Self.read(bytes, Self.pieces[2], isSlow: true)
            #expect(slow.findings.contains("other-case"))
            for pieces in Self.pieces {
                let fast = try Self.read(bytes, pieces, isSlow: false)
                #expect(fast.isDoubtful || fast.findings == slow.findings)
            }
        }
    }

    @Test(
        "A field is found where it is empty, or in one record alone",
        arguments: [
            "<Care/>", "<Care></Care>", "<Care>\n</Care>", "<Care x='1'/>", "<Care><!-- --></Care>",
            "<Care>&amp;</Care>",
        ])
    func found(care: String) throws {
        for count in [1, 50] {
            let records = (0..<count).map { Self.record($0, care: $0 == count / 2 ? care : "") }
            for pieces in Self.pieces {
                let fast = try Self.read(Self.document(records), pieces, isSlow: false)
                #expect(!fast.isDoubtful && fast.error == nil && fast.records.recordCount == count)
            }
        }
    }

    @Test("A field in fewer than 1% of the records is a finding, the same at any piece size")
    func rare() throws {
        for (count, found, isRare) in [
            (200, 1, true), (200, 2, false), (99, 1, false), (1000, 9, true), (1000, 10, false),
        ] {
            let records = (0..<count).map { Self.record($0, care: $0 < found ? "<Care/>" : "") }
            let bytes = Self.document(records)
            let slow = try Self.read(bytes, Self.pieces[2], isSlow: true)
            #expect(slow.findings.contains("field-rarely-found") == isRare)
            for pieces in Self.pieces { #expect(try Self.read(bytes, pieces, isSlow: false).findings == slow.findings) }
        }
    }

    @Test("A record that cannot be read says nothing of what others hold")
    func malformed() throws {
        let records = ["<Claim><Care><b/></Care></Claim>"] + (0..<5).map { Self.record($0, care: "") }
        #expect(
            try Self.read(Self.document(records), Self.pieces[2], isSlow: true).error?.what.en.contains(
                "in none of the 5") == true)
        // Nor can a file be judged that holds nothing else.
        let alone = try Self.read(Self.document([records[0]]), Self.pieces[2], isSlow: true)
        #expect(alone.error == nil && alone.rejects.count == 1)
    }

    @Test("Where all records are unpaid, dates, amounts and persons may be missing")
    func unpaid() throws {
        let unpaid = "<Claim no='1'><Status>待审核</Status><Care/></Claim>"
        for pieces in Self.pieces {
            let read = try Self.read(Self.document([unpaid, unpaid]), pieces, isSlow: false)
            #expect(read.error == nil && !read.isDoubtful && read.claims.count == 2)
        }
        let one = try Self.read(
            Self.document([unpaid, "<Claim no='2'><Status>已打款</Status><Care/></Claim>"]), Self.pieces[2], isSlow: true)
        #expect(one.error?.what.en.hasPrefix("in none of the 2 records: Person/Id; 日期 / Day; Amount.") == true)
    }

    @Test("Random shapes of records: the same counts at any piece size")
    func counts() throws {
        let wanted = ["@no", "Person/Id", "日期", "Of", "Care"]
        for seed in SeededRandom.seeds(40) {
            var random = SeededRandom(seed)
            func one(_ choices: String...) -> String { choices.randomElement(using: &random)! }
            var text = "<Claims>"
            for number in 0..<60 {
                text += "<Claim" + one("", " no='\(number)'", " no=''") + ">"
                text += one("", "<Of/>", "<Of />", "<Of></Of>", "<Of>1</Of>", "<Of>&lt;</Of>")
                text += one("", "<Care>a</Care>", "<Care/>", "<Care/><Care/>", "<Care><!--x--></Care>")
                text += one("", "\n", "<Other a='b'/>") + one("", "<日期>2023</日期>", "<日期/>")
                text += "</Claim>" + one("\n", "", "<Claim/>", "<!-- -->")
            }
            text += "</Claims>"
            try expectSameReading(
                Array(text.utf8), record: "Claim", wanted: wanted, pieces: Self.pieces.map { ($0.0, $0.1) },
                "seed \(seed)")
        }
    }
}
