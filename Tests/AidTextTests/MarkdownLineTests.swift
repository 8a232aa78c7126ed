import TestSupport
import Testing

@testable import AidText

@Suite struct MarkdownLineTests {
    @Test(
        arguments: [
            ("**全部** 1 < 2", "<strong>全部</strong> 1 &lt; 2", "全部 1 < 2"),
            ("\\* 不公布；\\*\\* 一并", "* 不公布；** 一并", "* 不公布；** 一并"),
            ("`a**b`**c", "<code>a**b</code><strong>c</strong>", "a**bc"),
            ("<script>\"&'", "&lt;script&gt;&quot;&amp;&#39;", "<script>\"&'"),
            ("末尾\\", "末尾\\", "末尾\\"), ("`a\\`", "<code>a\\</code>", "a\\"),
        ])
    func marksBecomeTags(markdown: String, html: String, plain: String) {
        #expect(MarkdownLine.html(markdown) == html)
        #expect(MarkdownLine.plain(markdown) == plain)
    }

    /// A text that was escaped for Markdown is shown as it is.
    @Test(arguments: SeededRandom.seeds(300))
    func escapedTextsAreShownAsTheyAre(seed: UInt64) {
        var random = SeededRandom(seed)
        let characters = Array("*`\\[]()<>&\"'#|_~ \n\tab1.-+人\u{202E}\u{0}\u{A0}😀\u{FFFF}").map(String.init)
        let text = (0..<20).map { _ in characters.randomElement(using: &random) ?? "" }.joined()
        let escaped = MarkdownText.escaped(text)
        #expect(MarkdownLine.plain(escaped) == VisibleText.of(text), "seed \(seed)")
        #expect(MarkdownLine.html(escaped) == XMLText.escaped(text), "seed \(seed)")
        #expect(!XMLText.escaped(text).contains(/[<>"']/), "seed \(seed)")
    }

    /// Whatever the Markdown, tags open and close as they should.
    @Test(arguments: SeededRandom.seeds(300))
    func tagsAreNested(seed: UInt64) {
        var random = SeededRandom(seed)
        let markdown = (0..<15).map { _ in ["*", "**", "`", "\\", "a", "<b>"].randomElement(using: &random) ?? "" }
            .joined()
        var open: [Substring] = []
        for tag in MarkdownLine.html(markdown).matches(of: /<(\/?)([a-z]+)>/) {
            if tag.output.1.isEmpty {
                open.append(tag.output.2)
            } else {
                #expect(open.popLast() == tag.output.2, "seed \(seed): \(markdown)")
            }
            #expect(["strong", "code"].contains(tag.output.2), "seed \(seed)")
        }
        #expect(open.isEmpty, "seed \(seed): \(markdown)")
    }
}
