import AidInput
import AidModel
import Foundation
import Testing

/// The conformance suite of the W3C, 20130923: each of its 2,586 tests, the one that is
/// commented out included.
///
/// Its files are not part of this project: they are looked for in `xmlconf` of the folder that
/// AIDSTATS_CORPORA names, else of `../shared/corpora`.
struct XMLConformanceTests {
    /// Not well-formed by the suite, no DOCTYPE, and yet read: the identifier and why.
    static let accepted: [String: String] = [
        "rmt-016": "U+1D109 may stand in names since the fifth edition of XML 1.0; the test is for editions 1 to 4",
        "rmt-019": "U+EFFFF may stand in names since the fifth edition of XML 1.0; the test is for editions 1 to 4",
        "hst-lhs-007": labelReason, "hst-lhs-008": labelReason, "rmt-e2e-61": labelReason,
    ]

    /// XML 1.0 (4.3.3) would refuse these too, but not this reader can tell.
    private static let labelReason =
        "its label contradicts its byte-order mark or its bytes; a reader gets text that is decoded, and ignores the label"

    /// Well-formed by the suite, no DOCTYPE, and yet refused: the identifier and why.
    static let refused: [String: String] = [
        "rmt-015": versionReason, "rmt-017": versionReason, "rmt-018": versionReason,
        "o-p04pass1": namespaceReason, "o-p05pass1": namespaceReason,
    ]

    private static let versionReason = "it is XML 1.1"
    private static let namespaceReason = "names that are none in a file with namespaces (NAMESPACE='no' in the list)"

    /// `another encoding`: the label names one that no source reads, such as ISO-8859-1; a
    /// source refuses such a file before there is any text.
    private static let expectedCounts = [
        "not-wf with DOCTYPE refused": 1171, "not-wf without DOCTYPE refused": 310,
        "not-wf without DOCTYPE read": 5, "valid with DOCTYPE refused": 792, "invalid with DOCTYPE refused": 158,
        "invalid without DOCTYPE read": 73, "invalid without DOCTYPE refused": 5, "error with DOCTYPE refused": 22,
        "error without DOCTYPE refused": 2, "error without DOCTYPE read": 1,
        "not-wf with DOCTYPE for another encoding": 10, "not-wf without DOCTYPE for another encoding": 3,
        "valid with DOCTYPE for another encoding": 20, "invalid with DOCTYPE for another encoding": 6,
        "error with DOCTYPE for another encoding": 7, "error without DOCTYPE for another encoding": 1,
    ]

    @Test(.enabled(if: ConformanceTest.folder != nil, "skipped: the folder xmlconf is not there; set AIDSTATS_CORPORA"))
    func eachOfTheSuite() throws {
        let tests = try ConformanceTest.all()
        #expect(tests.count == 2586)
        var counts: [String: Int] = [:]
        var unexpectedlyRead: Set<String> = []
        var unexpectedlyRefused: Set<String> = []
        for test in tests {
            guard let bytes = try test.text() else {
                let kind = test.hasDocumentType ? "with DOCTYPE" : "without DOCTYPE"
                counts["\(test.type) \(kind) for another encoding", default: 0] += 1
                continue
            }
            let reading = try Reading(bytes, record: "doc", wanted: ["a", "@a"])
            #expect(try Reading(bytes, record: "doc", wanted: ["a", "@a"], pieceSize: 7) == reading, "\(test.id)")
            let kind = test.hasDocumentType ? "with DOCTYPE" : "without DOCTYPE"
            counts["\(test.type) \(kind) \(reading.isRefused ? "refused" : "read")", default: 0] += 1
            if test.hasDocumentType {
                #expect(reading.isRefused, "\(test.id) has a DOCTYPE")
            } else if test.type == "not-wf", !reading.isRefused {
                unexpectedlyRead.insert(test.id)
            } else if test.type != "not-wf", test.type != "error", reading.isRefused {
                unexpectedlyRefused.insert(test.id)
            }
        }
        #expect(unexpectedlyRead == Set(Self.accepted.keys))
        #expect(unexpectedlyRefused == Set(Self.refused.keys))
        #expect(XMLLibrary.outsideRequestCount == 0)
        #expect(counts == Self.expectedCounts)
    }
}

/// One entry of the suite's lists.
struct ConformanceTest {
    let id: String
    /// `valid`, `invalid` (well-formed all the same), `not-wf` or `error`.
    let type: String
    let file: URL
    let bytes: [UInt8]

    static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let corpora = ProcessInfo.processInfo.environment["AIDSTATS_CORPORA"].map { URL(filePath: $0) }
        let folder = (corpora ?? root.appending(path: "../shared/corpora")).appending(path: "xmlconf")
        return FileManager.default.fileExists(atPath: folder.appending(path: "xmlconf.xml").path) ? folder : nil
    }()

    /// The tests of all lists that `xmlconf.xml` names, in order.
    static func all() throws -> [ConformanceTest] {
        let folder = try #require(folder)
        let main = try String(contentsOf: folder.appending(path: "xmlconf.xml"), encoding: .utf8)
        return try main.matches(of: /<!ENTITY\s+\S+\s+SYSTEM\s+"([^"]+)"/).flatMap { match in
            let list = folder.appending(path: String(match.1))
            let text = try String(contentsOf: list, encoding: .utf8)
            return try text.matches(of: /<TEST\s[^>]*>/).map { test in
                let parts = test.0.matches(of: /(\w+)\s*=\s*["']([^"']*)["']/)
                let attributes = Dictionary(parts.map { ($0.1, String($0.2)) }) { first, _ in first }
                let file = list.deletingLastPathComponent().appending(path: try #require(attributes["URI"]))
                return ConformanceTest(
                    id: try #require(attributes["ID"]), type: try #require(attributes["TYPE"]), file: file,
                    bytes: Array(try Data(contentsOf: file)))
            }
        }
    }

    var hasDocumentType: Bool {
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        // What only looks like one is in a comment, a processing instruction or CDATA.
        return text.replacing(/(?s)<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/, with: "").contains("<!DOCTYPE")
    }

    /// The text as UTF-8, as a source would hand it over; nil where a source would refuse
    /// the file or read it in another encoding: its label is none that is known here.
    func text() throws -> [UInt8]? {
        func decoded(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8]? {
            let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
                let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
            }
            if bytes.count % 2 != 0 { return nil }
            return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
        }
        switch Array(bytes.prefix(2)) {
        case [0xFE, 0xFF]: return decoded(bytes.dropFirst(2), bigEndian: true)
        case [0xFF, 0xFE]: return decoded(bytes.dropFirst(2), bigEndian: false)
        case [0x00, 0x3C]: return decoded(bytes[...], bigEndian: true)
        case [0x3C, 0x00]: return decoded(bytes[...], bigEndian: false)
        default: break
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let label = text.firstMatch(of: /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/) {
            let known = ["utf-8", "utf-16", "gb2312", "gbk", "gb18030"]
            if !known.contains(label.1.lowercased()) { return nil }
        }
        return Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
    }
}
