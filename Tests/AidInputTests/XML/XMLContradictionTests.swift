import AidInput
import AidModel
import Foundation
import Testing

/// The encoding that a file's declaration names, its byte-order mark and its bytes: where one
/// contradicts another, XML 1.0 (4.3.3) makes it a fatal error.
struct XMLContradictionTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        /// What the file is read as; nil: it is refused.
        var encoding: TextEncoding?

        init(_ name: String, _ bytes: [UInt8], _ encoding: TextEncoding?) {
            testDescription = name
            self.bytes = bytes
            self.encoding = encoding
        }
    }

    private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func text(_ label: String?) -> String {
        let encoding = label.map { " encoding=\"\($0)\"" } ?? ""
        return "<?xml version=\"1.0\"\(encoding)?><r><a>x中</a></r>"
    }

    private static func utf8(_ label: String?, mark: Bool = false) -> [UInt8] {
        (mark ? utf8Mark : []) + Array(text(label).utf8)
    }

    private static func utf16(_ label: String?, mark: Bool = true, bigEndian: Bool = false) -> [UInt8] {
        let units = (mark ? [0xFEFF] : []) + Array(text(label).utf16)
        return units.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
    }

    /// The same text with `中` as GB18030 has it.
    private static func gb18030(_ label: String?) -> [UInt8] {
        let parts = text(label).split(separator: "中").map { Array($0.utf8) }
        return parts[0] + [0xD6, 0xD0] + parts[1]
    }

    static let cases: [Case] = [
        Case("no label", utf8(nil), .utf8),
        Case("UTF-8 mark, no label", utf8(nil, mark: true), .utf8),
        Case("UTF-8 label", utf8("UTF-8"), .utf8),
        Case("UTF-8 mark and label", utf8("utf-8", mark: true), .utf8),
        Case("UTF-8 mark, GBK label", utf8("GBK", mark: true), nil),
        Case("UTF-8 mark, UTF-16 label", utf8("UTF-16", mark: true), nil),
        Case("UTF-8 mark, label of an encoding not read here", utf8("ISO-8859-1", mark: true), nil),
        Case("UTF-8 bytes, UTF-16 label", utf8("UTF-16"), nil),
        Case("ASCII bytes, UTF-16 label", Array("<?xml version='1.0' encoding='utf-16'?><r/>".utf8), nil),
        Case("UTF-8 bytes, GBK label", utf8("GBK"), nil),
        Case(
            "UTF-8 bytes that are valid in GBK, too, GB2312 label",
            Array("<?xml version='1.0' encoding='gb2312'?><r><a>上海</a><a>x</a></r>".utf8), nil),
        Case(
            "no UTF-8 that anybody writes, GBK label",
            Array("<?xml version='1.0' encoding='gbk'?><r><a>".utf8) + [0xC3, 0xA9] + Array("</a></r>".utf8), .gb18030),
        Case("ASCII bytes, GBK label", Array("<?xml version='1.0' encoding='gbk'?><r/>".utf8), .gb18030),
        Case("ASCII bytes, Latin label", Array("<?xml version='1.0' encoding='ISO-8859-1'?><r/>".utf8), .utf8),
        Case("GB18030 bytes, GB2312 label", gb18030("gb2312"), .gb18030),
        Case("UTF-16 mark, no label", utf16(nil), .utf16LittleEndian),
        Case("UTF-16 mark and label", utf16("UTF-16"), .utf16LittleEndian),
        Case("UTF-16 mark and label, big-endian", utf16("utf-16", bigEndian: true), .utf16BigEndian),
        Case("UTF-16 label, no mark", utf16("UTF-16", mark: false), .utf16LittleEndian),
        Case("UTF-16 mark, UTF-8 label", utf16("UTF-8"), nil),
        Case("UTF-16 mark, GB18030 label", utf16("GB18030", bigEndian: true), nil),
        Case("UTF-16 mark, label of an encoding not read here", utf16("ISO-8859-1"), nil),
        Case("UTF-16 bytes without a mark, UTF-8 label", utf16("UTF-8", mark: false), nil),
        Case(
            "a processing instruction is no declaration",
            Array("<?xml-stylesheet encoding='utf-16'?><r><a>中</a></r>".utf8), .utf8),
    ]

    @Test(arguments: cases)
    func contradictionsAreRefused(_ test: Case) throws {
        let file = try TemporaryFile(test.bytes)
        guard let encoding = test.encoding else {
            let error = #expect(throws: InputError.self) { try file.export(.xml(record: nil)) }
            #expect(error?.kind == .refused)
            #expect(error?.lineNumber == 1)
            #expect(error?.file == "export")
            return
        }
        let export = try file.export(.xml(record: nil))
        #expect(export.encoding == encoding)
        #expect(export.invalidCount == 0)
        #expect(try RecordDump(export).run { _ in } == 0)
    }

    @Test("An encoding that is asked for is refused where the bytes contradict it")
    func askedForAndContradicted() throws {
        let error = #expect(throws: InputError.self) {
            try TemporaryFile("<r><a>上海</a></r>").export(.xml(record: nil), encoding: .gb18030)
        }
        #expect(error?.kind == .refused && error?.mend.en.contains("encoding: utf-8") == true)
        #expect(error?.what.zh == "指明的编码是 gb18030，但 1 处文字中有 1 处是 utf-8")
    }

    @Test("Claims in UTF-8 under a GBK label are refused; a few among others in GBK are told")
    func claims() throws {
        func record(_ number: Int, _ care: String) -> String {
            "<Claim no='\(number)'><Person><Id>\(MadeUpID.id(number: number))</Id></Person><Day>2023-04-05</Day>"
                + "<Amount>1</Amount><Status/><Care>\(care)</Care></Claim>"
        }
        let start = Array("<?xml version='1.0' encoding='GBK'?><Claims>".utf8)
        let end = Array("</Claims>".utf8)
        let foreign = (0..<9).flatMap { Array(record($0, "上海").utf8) }
        let own = (9..<30).flatMap { ChineseWords.gb18030(record($0, "门诊")) }
        for (bytes, isRefused) in [(start + foreign + end, true), (start + foreign + own + end, false)] {
            let file = try TemporaryFile(bytes)
            let slow = try XMLPiecesTests.read(
                file.path, keys: KeyTable(), pieceSize: 512, tailSize: 64, jobs: 2, isSlow: true)
            #expect((slow.error != nil) == isRefused)
            if !isRefused { #expect(slow.findings.contains("mixed-encoding")) }
            let fast = try XMLPiecesTests.read(
                file.path, keys: KeyTable(), pieceSize: 512, tailSize: 64, jobs: 2, isSlow: false)
            #expect(fast.isDoubtful)
        }
    }

    @Test func anEncodingThatIsAskedForGoesBeforeTheLabel() throws {
        let export = try TemporaryFile(Self.utf8("UTF-16")).export(.xml(record: nil), encoding: .utf8)
        #expect(export.encoding == .utf8)
        #expect(try RecordDump(export).run { _ in } == 0)
    }
}
