import TestSupport
import Testing

@testable import AidCheck

/// Paragraphs broken at random widths are read as if they were not.
struct ReadTextWrapTests {
    private static let paragraphs = [
        "本报讯（记者 林晚）2023年第二季度，全市共有15005名职工通过暖·互助“二次报销”获得帮助，合计16147人次，发放互助金335.68万元，与上年同期相比分别增长22.74%、22.32%和26.25%。",
        "其中，住院职工3412名，互助金209.32万元；门诊职工11593名，互助金126.36万元，占比分别为62.36%、37.64%。",
        "“职工不出一分钱，费用全由工会承担。”市总工会副主席介绍，2023年安排专项资金1200万元，比上年增加三百三十余万元。",
        "张师傅算过一笔账：去年住院两次，总费用4.6万元，医保报了3.1万元，自付1.5万元。“二次报销”又给了2260元。",
        "该项目自2012年5月启动以来，受助职工不断增加，保障覆盖面不断扩大。累计受助职工达317.35万人、3035.15万人次，受助金额36.92亿元。",
        "在暖州，像张师傅这样的受助职工越来越多：一季度是14138人，二季度是15005人；互助金则从317.2万元增加到335.68万元，环比增长5.83%。",
        "截至6月30日，全市已有6012家单位、42.3万名职工参加医疗互助，近三年累计发放互助金3,356,762.13元，百分之六十二用于住院。",
    ]

    private enum Layout: CaseIterable {
        /// So many characters a line, whatever they are.
        case characters
        /// So wide a line, full-width characters counted twice.
        case widths
        /// The same, but no number is broken.
        case wholeNumbers
    }

    private func wrapped(_ text: String, _ width: Int, _ layout: Layout) -> String {
        let scalars = Array(text.unicodeScalars)
        var lines = ""
        var used = 0
        for (index, scalar) in scalars.enumerated() {
            let size = layout == .characters ? 2 : scalar.halves
            var needed = size
            if layout == .wholeNumbers, scalar.isASCIIInk, index == 0 || !scalars[index - 1].isASCIIInk {
                needed = scalars[index...].prefix { $0.isASCIIInk }.count
            }
            let mayBreak = layout != .wholeNumbers || !scalar.isASCIIInk || index == 0 || !scalars[index - 1].isASCIIInk
            if used + needed > width * 2, used > 0, mayBreak, !"，。、；：？！”）》%".unicodeScalars.contains(scalar),
                scalar != " "
            {
                lines += "\n"
                used = 0
            }
            lines.unicodeScalars.append(scalar)
            used += size
        }
        return lines
    }

    @Test("At random widths, by characters and by width")
    func random() throws {
        var wrong: [String] = []
        for seed in SeededRandom.seeds(400) {
            var random = SeededRandom(seed)
            let width = Int.random(in: 8...40, using: &random)
            let layout = Layout.allCases.randomElement(using: &random)!
            let chosen = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                "　　" + Self.paragraphs.randomElement(using: &random)!
            }
            let whole = try ReadTextTests.joined(chosen.joined(separator: "\n"))
            let lines = chosen.map { wrapped($0, width, layout) }.joined(separator: "\n")
            let joined = try ReadTextTests.joined(lines)
            if joined != whole { wrong.append("seed \(seed), \(width) \(layout):\n\(lines)\n→ \(joined)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(2).joined(separator: "\n\n"))")
    }

    @Test("Without indentation, paragraphs apart")
    func apart() throws {
        var wrong: [String] = []
        for seed in SeededRandom.seeds(400) {
            var random = SeededRandom(seed)
            let width = Int.random(in: 8...40, using: &random)
            let layout = Layout.allCases.randomElement(using: &random)!
            let chosen = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                Self.paragraphs.randomElement(using: &random)!
            }
            let whole = try ReadTextTests.joined(chosen.joined(separator: "\n\n"))
            let lines = chosen.map { wrapped($0, width, layout) }.joined(separator: "\n\n")
            let joined = try ReadTextTests.joined(lines)
            // Where a sentence or a part of one ends at a line's end, a line of its own may.
            let isSame = joined.replacing("\n", with: "") == whole.replacing("\n", with: "")
            let parts = joined.split(separator: "\n")
            let areWhole = parts.dropLast().allSatisfy { "。；”".contains($0.last ?? " ") }
            if !isSame || !areWhole { wrong.append("seed \(seed), \(width) \(layout):\n\(lines)\n→ \(joined)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(2).joined(separator: "\n\n"))")
    }

    @Test("Every character leads back to its own in the shown text")
    func places() throws {
        let pieces = [
            "受助職工", "１６１４７", "人 次", "\n", "\n\n", "　　", "\r\n", "|", "\t", "  ", " ", "\u{200B}", "3 356 762.13元", "，",
            "。", "■",
            "本報訊", "----\n", "# ", "<td>", "<tr>", "<table>", "</table>", "「二次報銷」", "a b", "98.", "58万", "1. ", "第2版",
            "○", "-\n",
        ]
        for seed in SeededRandom.seeds(300) {
            var random = SeededRandom(seed)
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            for format in DraftFormat.allCases {
                guard let draft = try? DraftText(Array(text.utf8), name: "draft", format: format) else { continue }
                check(ReadText(draft), draft, seed)
            }
        }
    }

    private func check(_ read: ReadText, _ draft: DraftText, _ seed: UInt64) {
        #expect(read.gaps.count == read.scalars.count && read.places.count == read.scalars.count, "seed \(seed)")
        #expect(zip(read.places, read.places.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
        let clean = CleanText(draft.shown)
        for (scalar, place) in zip(read.scalars, read.places) where !scalar.isBlank && scalar != "\n" {
            #expect(clean.places[clean.index(place)] == place, "seed \(seed)")
            #expect(clean.scalars[clean.index(place)] == scalar, "seed \(seed)")
        }
        // Articles hold every character once.
        var end = 0
        for article in read.articles {
            #expect(article.range.lowerBound == end, "seed \(seed)")
            end = article.range.upperBound
            #expect(article.headline.allSatisfy { article.range.contains($0.lowerBound) }, "seed \(seed)")
        }
        #expect(end == read.scalars.count, "seed \(seed)")
        for table in read.tables {
            for cell in table.rows.joined() { #expect(read.scalars[cell.upperBound] == "\t", "seed \(seed)") }
            for row in table.rows { #expect(row.last.map { read.scalars[$0.upperBound + 1] == "\n" } ?? false) }
            #expect(table.headCount <= table.rows.count)
        }
        // Nothing that is seen is lost but blanks, bars, and rules of tables.
        let kept = read.scalars.count { !$0.isBlank && $0 != "\n" }
        let seen = clean.scalars.count { !$0.isBlank && $0 != "\n" }
        #expect(
            kept <= seen
                && (draft.format != .text || seen - kept <= clean.scalars.count { "|-".unicodeScalars.contains($0) }),
            "seed \(seed)")
    }
}
