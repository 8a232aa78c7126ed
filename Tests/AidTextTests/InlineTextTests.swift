import TestSupport
import Testing

@testable import AidText

@Suite struct InlineTextTests {
    @Test func eachPieceIsShownInItsWay() {
        let text: InlineText = "合计 \(strong: "全部") 1 < 2, \(value: "*a*<b>|\u{202E}") \(code: "c*d")"
        #expect(text.markdown == "合计 **全部** 1 < 2, \\*a\\*\\<b\\>\\|\\[U+202E\\] `c*d`")
        #expect(text.html == "合计 <strong>全部</strong> 1 &lt; 2, *a*&lt;b&gt;|[U+202E] <code>c*d</code>")
        #expect(text.plain == "合计 全部 1 < 2, *a*<b>|[U+202E] c*d")
        #expect([text, "b"].joined(separator: "; ").plain == text.plain + "; b")
    }

    /// A text from outside is shown as it is, and opens no tag.
    @Test(arguments: SeededRandom.seeds(300))
    func textsFromOutsideAreShownAsTheyAre(seed: UInt64) {
        var random = SeededRandom(seed)
        let characters = Array("*`\\[]()<>&\"'#|_~ \n\tab1.-+人\u{202E}\u{0}\u{A0}😀\u{FFFF}").map(String.init)
        let text = (0..<20).map { _ in characters.randomElement(using: &random) ?? "" }.joined()
        let inline = InlineText.value(text)
        #expect(inline.markdown == MarkdownText.escaped(text), "seed \(seed)")
        #expect(inline.plain == VisibleText.of(text), "seed \(seed)")
        #expect(inline.html == XMLText.escaped(text), "seed \(seed)")
        #expect(!inline.html.contains(/[<>"']/), "seed \(seed)")
    }
}
