import AidInput
import AidModel
import Testing

/// A file that must be refused, and how the message begins.
struct RefusedCase: Sendable, CustomTestStringConvertible {
    var bytes: [UInt8]
    var what: String
    /// Where; nil: not looked at.
    var byteOffset: Int?

    init(_ text: String, _ what: String, at byteOffset: Int? = nil) {
        self.init(bytes: Array(text.utf8), what, at: byteOffset)
    }

    init(bytes: [UInt8], _ what: String, at byteOffset: Int? = nil) {
        self.bytes = bytes
        self.what = what
        self.byteOffset = byteOffset
    }

    var testDescription: String { what + ": " + String(decoding: bytes.prefix(40), as: UTF8.self) }
}

struct XMLRefusalTests {
    static let cases: [RefusedCase] = [
        RefusedCase("", "the XML file is empty", at: 0),
        RefusedCase("<", "the XML file is cut off"),
        RefusedCase(" \n", "the XML file is cut off"),
        RefusedCase("编号,姓名\n", "the file does not begin as XML", at: 0),
        RefusedCase("<s><r></s>", "start and end tags that do not match", at: 10),
        RefusedCase("<s/><s/>", "content after the end", at: 4),
        RefusedCase("<s/>x", "content after the end", at: 4),
        RefusedCase("<s/>\u{0}", "a byte 0", at: 4),
        RefusedCase("<s/>\u{0}<r/>", "a byte 0", at: 4),
        RefusedCase("\u{0}<s/>", "a byte 0", at: 0),
        RefusedCase("<s>\u{0}</s>", "a byte 0", at: 3),
        RefusedCase("<s><r x='\u{0}'/></s>", "a byte 0", at: 9),
        RefusedCase("<s>\u{1}</s>", "a character that XML does not allow", at: 3),
        RefusedCase("<s>\u{FFFF}</s>", "a character that XML does not allow", at: 3),
        RefusedCase("<s>&#0;</s>", "a character that XML does not allow"),
        RefusedCase("<s>&#xFFFE;</s>", "a character that XML does not allow"),
        RefusedCase("<s>&#1;</s>", "a character that XML does not allow"),
        RefusedCase("<s>a & b</s>", "“<” or “&” without"),
        RefusedCase("<s>&amp</s>", "“&” that begins no proper"),
        RefusedCase("<s>&e;</s>", "a reference to an entity other than"),
        RefusedCase("<s x='&e;'/>", "a reference to an entity other than"),
        RefusedCase("<s x='<'/>", "a broken attribute"),
        RefusedCase("<s x=1/>", "a broken attribute"),
        RefusedCase("<s x/>", "a broken attribute"),
        RefusedCase("<s x='1' x='2'/>", "an attribute that comes twice"),
        RefusedCase("<s xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "a broken namespace"),
        RefusedCase("<s xmlns:p='u'><p:r/><q:r/></s>", "a namespace prefix that is not declared"),
        RefusedCase("<s q:x='1'/>", "a namespace prefix that is not declared"),
        RefusedCase("<s xmlns:p=''/>", "a broken namespace"),
        RefusedCase("<s xmlns:xml='urn:x'/>", "a broken namespace"),
        RefusedCase("<a:b:c xmlns:a='u'/>", "a broken namespace"),
        RefusedCase(" <?xml version='1.0'?><s/>", "an XML declaration that is broken or not at the start"),
        RefusedCase("<?xml version='1.1'?><s/>", "the XML version is not 1.0"),
        RefusedCase("<?xml version='2.0'?><s/>", "the XML version is not 1.0"),
        RefusedCase("<?xml encoding='UTF-8'?><s/>", "an XML declaration that is broken"),
        RefusedCase("<!DOCTYPE s><s/>", "the file has a DOCTYPE"),
        RefusedCase("<!DOCTYPE s SYSTEM 'no-such-file.dtd'><s/>", "the file has a DOCTYPE"),
        RefusedCase("<!DOCTYPE s [<!ENTITY e 'x'>]><s>&e;</s>", "the file has a DOCTYPE"),
        RefusedCase("<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><s>&e;</s>", "the file has a DOCTYPE"),
        RefusedCase(
            "<!DOCTYPE s [<!ENTITY % p SYSTEM 'http://localhost/p'> %p;]><s/>", "the file has a DOCTYPE"),
        RefusedCase(bombText, "the file has a DOCTYPE"),
        // Bytes that are no UTF-8, at the start, in the middle and at the end.
        RefusedCase(bytes: [0xFF, 0xFE] + Array("<s/>".utf8), "the file does not begin"),
        RefusedCase(bytes: Array("<s>".utf8) + [0xC3, 0x28] + Array("</s>".utf8), "a character", at: 3),
        RefusedCase(bytes: Array("<s>".utf8) + [0xED, 0xA0, 0x80] + Array("</s>".utf8), "a character", at: 3),
        RefusedCase(bytes: Array("<s>".utf8) + [0xC0, 0x80] + Array("</s>".utf8), "a character", at: 3),
        RefusedCase(bytes: Array("<s>".utf8) + [0xF5, 0x80, 0x80, 0x80] + Array("</s>".utf8), "a character", at: 3),
        RefusedCase(bytes: Array("<s x='".utf8) + [0xB2] + Array("'/>".utf8), "a character"),
        RefusedCase(bytes: Array("<s><!--".utf8) + [0xB2] + Array("--></s>".utf8), "a character"),
        RefusedCase(bytes: Array("<s><![CDATA[".utf8) + [0xB2] + Array("]]></s>".utf8), "a character"),
        // What libxml2 could take for another encoding by its first four bytes.
        RefusedCase(bytes: [0x3C, 0, 0x73, 0, 0x2F, 0, 0x3E, 0], "a byte 0"),
        RefusedCase(bytes: [0, 0x3C, 0, 0x73, 0, 0x2F, 0, 0x3E], "a byte 0"),
        RefusedCase(bytes: [0x4C, 0x6F, 0xA7, 0x94, 0x40, 0x40], "the file does not begin"),
    ]

    static let bombText: String = {
        let entities = (1...9).map { "<!ENTITY e\($0) '" + String(repeating: "&e\($0 - 1);", count: 10) + "'>" }
        return "<!DOCTYPE s [<!ENTITY e0 'x'>" + entities.joined() + "]><s>&e9;</s>"
    }()

    @Test(arguments: cases) func refused(_ item: RefusedCase) throws {
        let whole = try Reading(item.bytes)
        let error = try #require(whole.error)
        #expect(error.kind == .refused && error.file == "export.xml")
        #expect(error.what.en.hasPrefix(item.what), "\(error.what.en)")
        if let byteOffset = item.byteOffset { #expect(error.byteOffset == byteOffset) }
        #expect(try #require(error.byteOffset) <= item.bytes.count)
        for pieceSize in pieceSizes { #expect(try Reading(item.bytes, pieceSize: pieceSize) == whole) }
    }

    @Test func errorsNameTheLine() throws {
        let error = try #require(try Reading("<s>\n<r>\r\n\n<q></r>\n</s>").error)
        #expect(error.lineNumber == 4)
    }

    @Test func errorsHoldNothingOfTheText() throws {
        let secret = "110105194912310"
        for text in [
            "<s><r x='\(secret)' x='\(secret)'/></s>", "<s>&\(secret);</s>", "<s><\(secret)/></s>",
            "<s>\(secret)\u{1}</s>", "<s>\(secret)</q>", "<s>&id\(secret);</s>",
        ] {
            let error = try #require(try Reading(text).error)
            for part in [error.what.en, error.what.zh, error.mend.en, error.mend.zh] {
                #expect(!part.contains(secret))
            }
        }
    }

    @Test func truncatedAtEveryByte() throws {
        let text = """
            <?xml version="1.0" encoding="GB18030"?>
            <!-- 导出 -->
            <s xmlns="urn:x"><?pi x?><r x="1&amp;2"><a>甲&#x4E59;</a><![CDATA[ ]]></r>
            <r><b><![CDATA[<丙>]]></b></r><r/></s>
            """
        let bytes = Array(text.utf8)
        let whole = try Reading(bytes)
        #expect(whole.outcomes == [["甲乙", "", "1&2"], ["", "<丙>", ""], ["", "", ""]])
        for length in 0..<bytes.count {
            let part = Array(bytes[..<length])
            let reading = try Reading(part)
            let error = try #require(reading.error, "\(length) bytes")
            #expect(error.kind == .refused)
            #expect(error.byteOffset == length, "\(error.what.en)")
            let expected = length == 0 ? "the XML file is empty" : "the XML file is cut off here"
            #expect(error.what.en == expected, "\(length) bytes")
            // No more records than have ended by then.
            let ended = whole.entries.prefix { entry in
                guard case .record(_, let offset, let number) = entry else { return false }
                return (number == 3 ? offset + 4 : offset + 1 + recordLength(bytes, from: offset)) <= length
            }
            #expect(reading.entries == Array(ended), "\(length) bytes")
            for pieceSize in [1, 3] { #expect(try Reading(part, pieceSize: pieceSize) == reading) }
        }
    }

    /// How far behind its `<` a record's end tag ends, less one.
    private func recordLength(_ bytes: [UInt8], from offset: Int) -> Int {
        let end = Array("</r>".utf8)
        var at = offset
        while Array(bytes[at..<at + 4]) != end { at += 1 }
        return at + 3 - offset
    }

    @Test func nothingOutsideIsAskedFor() throws {
        for item in Self.cases { _ = try Reading(item.bytes) }
        _ = try Reading("<?xml-stylesheet href='a.xsl'?><?oasis-xml-catalog catalog='file:///c'?><s/>")
        #expect(XMLLibrary.outsideRequestCount == 0)
    }
}
