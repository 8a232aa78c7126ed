import TestSupport
import Testing

@testable import AidReport

@Suite struct ChartTextTests {
    private static let pieces = ["受助", "职工", "，", "；", "（", "）", " ", "word", "a", "100", "%", "“", "”", "。"]

    @Test(arguments: SeededRandom.seeds(300))
    func linesHoldTheWholeTextAndFit(seed: UInt64) {
        var random = SeededRandom(seed)
        let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            Self.pieces.randomElement(using: &random) ?? ""
        }.joined()
        let room = Length(Int.random(in: 60...400, using: &random))
        let lines = ChartText.lines(text, ChartLook.Text(size: 12), room: room)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed)")
        for line in lines where line.contains(where: { $0 == " " }) {
            #expect(ChartText.width(line, ChartLook.Text(size: 12)) <= room, "seed \(seed): \(line)")
        }
        // A space in front of a mark is a place to break.
        for line in lines.dropFirst() where !text.contains(" " + line.prefix(1)) {
            #expect(!["，", "；", "）", "”", "。"].contains(line.first.map(String.init) ?? ""), "seed \(seed): \(line)")
        }
    }

    @Test func chineseBreaksAnywhereAndEnglishAtSpaces() {
        #expect(ChartText.lines("竖线：上年同期；斜纹：下降", ChartLook.Text(size: 12), room: 84) == ["竖线：上年同", "期；斜纹：下降"])
        #expect(ChartText.lines("one two three", ChartLook.Text(size: 10), room: 46) == ["one two", "three"])
        #expect(ChartText.lines("", ChartLook.Text(size: 10), room: 42) == [])
    }

    @Test(arguments: [
        ("受助职工", 48, "受助职工"), ("受助职工", 47, "受助…"), ("abcdef", 36, "abc…"), ("a\u{202E}b", 400, "a[U+202E]b"),
    ])
    func aNameThatIsTooLongIsCutOff(text: String, room: Int, cut: String) {
        let shown = ChartText.cut(text, ChartLook.Text(size: 12), to: Length(room))
        #expect(shown == cut)
        #expect(ChartText.width(shown, ChartLook.Text(size: 12)) <= Length(room))
    }
}
