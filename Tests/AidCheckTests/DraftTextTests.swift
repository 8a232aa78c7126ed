import AidText
import AidModel
import TestSupport
import Testing

@testable import AidCheck

/// Reading drafts: what is shown, where it stands, and what is refused.
struct DraftTextTests {
    private func shown(_ text: String, _ format: DraftFormat) throws -> String {
        let draft = try DraftText(Array(text.utf8), name: "draft", format: format)
        return draft.shownText(0..<draft.shown.count)
    }

    @Test("HTML shows what a browser does")
    func html() throws {
        #expect(try shown("<p>受助<b>98.58</b>万人</p>\n<p>另段", .html).trimmed == "受助98.58万人\n\n另段")
        #expect(try shown("a<script>12万人</script>b<style>1</style><!-- 2万 -->c", .html) == "abc")
        #expect(try shown("&#57;&#x38;.58&nbsp;万&lt;人&gt; &unknown; &", .html) == "98.58 万<人> &unknown; &")
        #expect(try shown("98.58<sup>[1]</sup>万人<br>下行<a title=\"5万>人\">x</a> 1 < 2", .html) == "98.58万人\n下行x 1 < 2")
        #expect(try shown("<P>大写<SCRIPT>1</SCRIPT></P>", .html).trimmed == "大写")
        #expect(try shown("a \n\t b", .html) == "a b")
    }

    @Test("Markdown shows its text without marks, addresses and code")
    func markdown() throws {
        #expect(
            try shown("---\ndate: 2023-07-16\n---\n# 标题98万\n正文**98.58**万人", .markdown).trimmed == "标题98万\n\n正文98.58万人")
        #expect(try shown("1. 第一\n2. 第二12万\n", .markdown).trimmed == "第一\n第二12万")
        #expect(
            try shown("[98.58万](http://a.cn/12万)人 `x` ![图](b.png) 注[^1]\n\n[^1]: 注文5万", .markdown).trimmed
                == "98.58万人 x 注\n\n: 注文5万")
        #expect(try shown("文\n```\n12万人\n```\n后", .markdown).trimmed == "文\n\n后")
        #expect(try shown("| 季度 | 人 |\n|---|--:|\n| 二 | 98.58万 |", .markdown).trimmed == "季度\n人\n\n二\n98.58万")
        #expect(try shown("a\\*b &nbsp;c <b>d</b>\nsoft", .markdown).trimmed == "a*b c d soft")
    }

    @Test("Plain text is shown with its layout")
    func plain() throws {
        for text in ["标题\n　　正文\n\n\n次段 \n", "one\ntwo\n\nthree", "| 甲 |\t| 5  |\n|---|"] {
            #expect(try shown(text, .text) == text)
        }
        #expect(try shown("\u{FEFF}受助\r\n二\r三\r", .text) == "受助\n二\n三\n")
    }

    @Test("Every shown character leads back to its line and column")
    func places() throws {
        let text = "<p>一</p>\r\n<p>受助&#57;8.58万<i>人</i>。\n"
        let draft = try DraftText(Array(text.utf8), name: "draft", format: .html)
        let check = try DraftCheck(draft, against: KnownFigures(), quarter: DraftStory.second2023, date: nil)
        #expect(check.figures.map(\.text) == ["98.58万人"])
        #expect(check.figures.map(\.lineNumber) == [2])
        #expect(check.figures.map(\.columnNumber) == [6])
        #expect(draft.sourceText(check.figures[0].range) == "&#57;8.58万<i>人")
    }

    @Test(
        "What cannot be read is refused, with its line",
        arguments: [
            ("一\n<script>\nvar x = 1;", DraftFormat.html, DraftProblem.Kind.unclosed("<script>"), 2),
            ("<!-- 没有结束", .html, .unclosed("<!--"), 1), ("一\n二\n<p class=\"x", .html, .unclosed("<p"), 3),
            ("一\n<!-- 没有结束", .markdown, .unclosed("<!--"), 2), ("a\n\0b", .text, .binary, 2),
        ])
    func refused(_ text: String, _ format: DraftFormat, _ kind: DraftProblem.Kind, _ lineNumber: Int) {
        #expect(throws: DraftProblem(kind: kind, lineNumber: lineNumber)) { try shown(text, format) }
    }

    @Test("Bytes that are no text, and files that are too large, are refused")
    func bytes() {
        #expect(throws: DraftProblem(kind: .invalidText, lineNumber: 2)) {
            try DraftText([0x61, 0x0A, 0xB0, 0xA1], name: "draft", format: .text)
        }
        #expect(throws: DraftProblem(kind: .tooLarge, lineNumber: nil)) {
            try DraftText([UInt8](repeating: 0x61, count: DraftText.byteLimit + 1), name: "draft", format: .text)
        }
        let many = String(repeating: "受助职工1万人。", count: DraftText.figureLimit + 1)
        #expect(throws: DraftProblem(kind: .tooManyFigures, lineNumber: nil)) {
            try DraftStory.check(many, KnownFigures())
        }
    }

    @Test("No mixture of words, marks and digits brings the checker down")
    func mixtures() throws {
        let pieces = [
            "98.58", "万", "亿", "万亿", "人", "人次", "元", "%", "％", "个百分点", "倍", "成", "分之", "百分之", "翻一番", "近", "余", "多", "超",
            "约", "左右",
            "至", "-", "—", "~", "，", "、", "。", "；", "：", "（", "）", "(", ")", "\n", "\n\n", " ", "　", "2023年", "今年",
            "去年同期", "第二季度", "上季度",
            "前三季度", "4月至6月", "13月", "截至", "自", "以来", "累计", "同比", "环比", "相比", "比", "与", "增加", "减少", "增至", "由", "从", "到",
            "达", "为",
            "受助职工", "金额", "门诊", "住院", "海淀区", "其中", "分别", "占", "是", "人均", "持平", "九十八", "一亿三千", "〇", "点五", "十", "百", "千",
            "两",
            "<p>", "</p>", "<b", ">", "<script>", "</script>", "<!--", "-->", "&#57;", "&", "&amp;", "**", "_", "[",
            "](", "|", "```", "#", "1. ", "- ",
            "\u{202E}", "\u{0301}", "👩‍👩‍👧", "９８", "．", "\t", "\r", "since May 2012", "the second quarter of 2023",
            "rose by", "million", "from", "than",
            "0", "00", "999999999999999", "1,000", "1,00", "9999年", "0000年", "CNY", "¥", "Q2", "2023Q9", "第", "一", "的",
            "year on year", "more than",
        ]
        let story = DraftStory(isOdd: false)
        let known = [KnownFigures(), story.exact, DraftStory.imported]
        for seed in SeededRandom.seeds(300) {
            var random = SeededRandom(seed)
            let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            for format in DraftFormat.allCases {
                guard let draft = try? DraftText(Array(text.utf8), name: "d\u{202E}", format: format) else { continue }
                let check = try DraftCheck(
                    draft, against: known[Int(seed % 3)], quarter: seed % 2 == 0 ? nil : DraftStory.second2023,
                    date: nil)
                // The figures stand in order, apart from each other, and in the file.
                for (first, second) in zip(check.figures, check.figures.dropFirst()) {
                    #expect(first.shown.upperBound <= second.shown.lowerBound, "seed \(seed)")
                }
                for figure in check.figures {
                    #expect(figure.range.lowerBound < figure.range.upperBound, "seed \(seed)")
                    #expect(figure.lineNumber >= 1 && figure.columnNumber >= 1)
                }
                for language in Language.allCases {
                    #expect(check.text(language).hasSuffix("\n"))
                    #expect(!check.html(language).contains("<script"), "seed \(seed)")
                    #expect(!check.html(language).contains("\u{202E}"), "seed \(seed)")
                }
                let again = try DraftCheck(
                    draft, against: known[Int(seed % 3)], quarter: seed % 2 == 0 ? nil : DraftStory.second2023,
                    date: nil)
                #expect(
                    DraftCheckDocument.document.text(check) == DraftCheckDocument.document.text(again), "seed \(seed)")
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first == "\n" || text.first == " " { text.removeFirst() }
        while text.last == "\n" || text.last == " " { text.removeLast() }
        return String(text)
    }
}
