import AidModel
import Testing

@testable import AidPipeline

/// Files made to bring a parser down are refused, quickly and with a place.
@Suite struct PipelineFileLimitTests {
    static func codes(_ text: String) -> [String] {
        PipelineFileReader.read(text, name: "test.yaml").findings.map(\.finding.code)
    }

    @Test func aFileAboveOneMebibyteIsRefusedUnread() {
        let comment = "#" + String(repeating: "x", count: (1 << 20) - PipelineFileValueTests.minimal().utf8.count - 2)
        let text = comment + "\n" + PipelineFileValueTests.minimal()
        #expect(text.utf8.count == 1 << 20)
        #expect(Self.codes(text) == [])
        #expect(Self.codes(text + "\n") == ["too-large"])
    }

    @Test(arguments: ["[", "{", "[[{", "{a: ", "- ", "? "])
    func deepNestingEndsInAFinding(opening: String) {
        let findings = PipelineFileReader.read(String(repeating: opening, count: 50_000), name: "test.yaml").findings
        #expect(findings.count == 1)
        #expect(["yaml-syntax", "too-deep"].contains(findings.first?.finding.code))
    }

    @Test func nestingIsRefusedPastSixteenLevels() {
        func nested(_ depth: Int) -> String {
            "a: " + String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        }
        #expect(!Self.codes(nested(14)).contains("too-deep"))
        #expect(Self.codes(nested(15)) == ["too-deep"])
        #expect(Self.codes(nested(900)) == ["too-deep"])
    }

    /// As many aliases as are let through, in the shape that costs most where keys are compared.
    @Test(.timeLimit(.minutes(1))) func aliasesInKeysStayCheap() {
        var text = "a0: &a0 [x, x, x]\n"
        for level in 1...10 {
            text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
        }
        #expect(Self.codes(text + "? [*a10]\n: 1\n") == ["too-large"])
        let fewer = text.replacing("a10: &a10 [*a9, *a9, *a9]\n", with: "? *a9\n: 1\n? [*a9]\n: 2\n")
        #expect(Self.codes(fewer) == ["too-large"])
    }

    @Test func asterisksInCommentsAndGlobsAreNoAliases() {
        let comments = String(repeating: "# * one point\n", count: 100)
        let globs = (0..<100).map { "\"*/\($0).csv\"" }.joined(separator: ", ")
        #expect(Self.codes(comments + PipelineFileValueTests.minimal("inputs:\n  - { files: [\(globs)] }")) == [])
    }

    @Test func manyDuplicateKeysEndInAFinding() {
        let text = (0..<200).map { "key\($0 / 2): 1\n" }.joined()
        #expect(Self.codes(text).contains("duplicate-key"))
    }

    @Test func aCharacterOfPrivateUseInTheTextDoesNotConfuseDuplicateKeys() {
        let findings = PipelineFileReader.read("\u{E000}b: 1\nname: x\nname: y\n", name: "test.yaml").findings
        let duplicates = findings.filter { $0.finding.code == "duplicate-key" }
        #expect(duplicates.map { [$0.line, $0.column] } == [[3, 1]])
        #expect(findings.contains { $0.finding.message.en.contains("“\u{E000}b”") })
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func placesHoldForEveryLineEnd(lineEnd: String) {
        let text = ["# 注", "name: x", "name: y", "fields: { 'person': 1, \"person\": 2 }"].joined(separator: lineEnd)
        let duplicates = PipelineFileReader.read(text, name: "test.yaml").findings
            .filter { $0.finding.code == "duplicate-key" }
        #expect(duplicates.map { [$0.line, $0.column] } == [[3, 1], [4, 24]])
    }
}
