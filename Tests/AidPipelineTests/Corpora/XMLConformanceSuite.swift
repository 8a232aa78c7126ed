import Foundation
import Testing

/// One entry of the lists of the W3C's XML conformance test suite.
struct ConformanceTest {
    let id: String
    /// `valid`, `invalid` (well-formed all the same), `not-wf` or `error`.
    let type: String
    let path: String

    /// The tests of all lists that `xmlconf.xml` names, in order; the one that is commented
    /// out in its list included.
    static func all() throws -> [ConformanceTest] {
        let folder = try #require(Corpus.xmlconf.folder)
        let main = try String(contentsOf: folder.appending(path: "xmlconf.xml"), encoding: .utf8)
        return try main.matches(of: /<!ENTITY\s+\S+\s+SYSTEM\s+"([^"]+)"/).flatMap { match in
            let list = folder.appending(path: String(match.1))
            let text = try String(contentsOf: list, encoding: .utf8)
            return try text.matches(of: /<TEST\s[^>]*>/).map { test in
                let parts = test.0.matches(of: /(\w+)\s*=\s*["']([^"']*)["']/)
                let attributes = Dictionary(parts.map { ($0.1, String($0.2)) }) { first, _ in first }
                let file = list.deletingLastPathComponent().appending(path: try #require(attributes["URI"]))
                return ConformanceTest(
                    id: try #require(attributes["ID"]), type: try #require(attributes["TYPE"]), path: file.path)
            }
        }
    }

    /// Whether `<!DOCTYPE` stands in the file outside of comments, processing instructions and
    /// CDATA, in whatever encoding.
    func hasDocumentType() throws -> Bool {
        let bytes = try Data(contentsOf: URL(filePath: path))
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        return text.replacing(/(?s)<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/, with: "").contains("<!DOCTYPE")
    }
}
