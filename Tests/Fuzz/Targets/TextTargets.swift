import AidCheck
import AidModel
import AidText

@testable import AidInput
@testable import AidNews

extension Target {
    private static let jsonSeeds = [
        "\u{3}[{\"a\":1,\"b\":\"x\\u4e00\"},{\"b\":\"y\",\"c\":true,\"d\":{\"e\":null}}]",
        "\u{1}{\"a\":1}\n{\"a\":-1.5e-3}\n",
        "\u{2}{\"code\":0,\"data\":{\"list\":[{\"p\":{\"id\":\"1\"},\"x\":[1,{\"y\":2}]}]}}",
    ]
    private static let known = DraftStory(isOdd: false).exact
    private static let facts = FactDocument.bytes(DraftStory(isOdd: false).sets[0])

    static let textTargets = [
        // Records of JSON as a table; and whatever is JSON to the program's own reader is JSON here.
        Target(
            "json", takes: [".json", ".jsonl"], choiceCount: 1, seeds: jsonSeeds,
            words: ["\\u", "\\ud83d\\ude00", "null", "true", "[{", "}]", "1e5", "\":", ",\""]
        ) {
            bytes in
            var input = Input(bytes)
            let size = input.pick([1, 2, 3, 7, 4096])
            func table(_ pieceSize: Int, _ roomSize: Int) -> TextRead {
                TextRead(roomSize: roomSize) { () throws(InputError) in
                    func source() -> MemoryTextSource { MemoryTextSource(input.bytes, name: "j", pieceSize: pieceSize) }
                    return JSONTableText(source(), try JSONSurvey(source(), wanted: nil))
                }
            }
            let whole = table(65_536, 65_536)
            expectEqual(table(size, size), whole, "pieces of \(size)")
            if (try? JSONReader.read(input.bytes)) != nil, case .json(let problem)? = whole.error?.problem {
                switch problem {
                case .unexpected, .cutOff: expect(false, "JSON to one reader alone")
                default: break
                }
            }
        },
        // What is read is written, and read again, as it is.
        Target(
            "json-text", takes: [".json"], seeds: jsonSeeds.map { String($0.dropFirst()) },
            words: ["\\u", "null", "\\n"]
        ) { bytes in
            guard let value = try? JSONReader.read(bytes) else { return }
            for text in [value.pretty(), value.compact()] {
                let again = try? JSONReader.read(Array(text.utf8))
                expect(again == value, "written and read again, it is another")
            }
        },
        Target("facts", takes: ["facts.json"], seedBytes: [facts], words: ["\"facts\": [", "2023Q2", "null"]) { bytes in
            guard let facts = try? FactDocument.read(bytes) else { return }
            expect((try? FactDocument.read(FactDocument.bytes(facts))) != nil, "what is written cannot be read")
        },
        Target(
            "draft", takes: [".md", "draft.html"], choiceCount: 1,
            seeds: [
                "\u{0}今年二季度，受助职工98.58万人，同比增长18.2%，受助金额1.35亿元。", "\u{1}# 标题\n\n| 季度 | 人 |\n|---|--:|\n| 二 | 98.58万 |\n",
                "\u{2}<p>受助<b>98.58</b>万人&#57;</p><table><tr><td>1</td></tr></table>",
                "\u{0}In the second quarter of 2023, 985,800 workers, up 18.2 percent.",
            ],
            words: [
                "万", "亿", "元", "人次", "同比", "环比", "增长", "下降", "%", "季度", "2023年", "去年", "上半年", "约", "近", "百分之", "三分之一",
                "分别为", "其中", "percent", "million", "quarter", "year", "|---|", "```", "<td>", "</td>", "&nbsp;", "<!--",
                "９",
            ]
        ) { bytes in
            var input = Input(bytes)
            let format = input.pick(DraftFormat.allCases)
            guard let draft = try? DraftText(input.bytes, name: "draft", format: format),
                let check = try? DraftCheck(draft, against: known, quarter: nil, date: nil)
            else { return }
            for language in Language.allCases {
                expect(!hasControls(check.text(language)), "a control character for a terminal")
                _ = check.html(language)
            }
            _ = DraftCheckDocument.document.text(check)
        },
        Target(
            "template", seeds: ["{{#quarter}}{{recipients}}{{/quarter}}", "{{^x}}{{{y}}}{{! z }}{{> p}}"],
            words: ["{{#", "{{/", "{{^", "}}", "{{!", "{{>", "{{{", "{{=", "quarter", "recipients"]
        ) { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return }
            for language in Language.allCases { _ = TemplateCheck.findings(text, language: language) }
        },
        // What stands in a report shows as it is, and breaks out of nothing.
        Target(
            "escape", seeds: ["a|b<c>\n# d", "1. x", "\u{202E}www.a.b", "=1+2"], words: ["\u{202E}", "\u{1B}[", "]("]
        ) {
            bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return }
            for escaped in [MarkdownText.escaped(text), XMLText.escaped(text), TextTable.shown(text)] {
                expect(!hasControls(escaped) && !escaped.unicodeScalars.contains("\n"), "a control character is left")
            }
            let string = JSONText.string(text)
            expect((try? JSONReader.read(Array(string.compact().utf8))) == string, "JSON shows another text")
        },
    ]

    static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            switch $0.properties.generalCategory {
            case .control: $0 != "\n"
            case .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
