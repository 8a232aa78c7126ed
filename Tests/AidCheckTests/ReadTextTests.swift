import TestSupport
import Testing

@testable import AidCheck

/// What is read of a draft: lines joined, blanks and invisible characters left out, characters in one form.
struct ReadTextTests {
    static func read(_ text: String, _ format: DraftFormat = .text) throws -> ReadText {
        ReadText(try DraftText(Array(text.utf8), name: "draft", format: format))
    }

    /// - Returns: what is read.
    static func joined(_ text: String, _ format: DraftFormat = .text) throws -> String {
        string(try read(text, format).scalars[...])
    }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    @Test(
        "A line that the layout broke is joined",
        arguments: [
            // Inside a figure, between figure and unit.
            ("发放互助金98⏎00万元。", "发放互助金9800万元。"), ("增长3.⏎35亿元。", "增长3.35亿元。"), ("达3⏎.35亿元。", "达3.35亿元。"),
            ("惠及1.61万⏎人次。", "惠及1.61万人次。"), ("惠及1.61万人⏎次。", "惠及1.61万人次。"), ("共计3,⏎356,762元。", "共计3,356,762元。"),
            ("共计3 356⏎762.13元。", "共计3 356 762.13元。"), ("共计3⏎356 762.13元。", "共计3 356 762.13元。"),
            ("增长22.32⏎%。", "增长22.32%。"), ("三百三⏎十余万元。", "三百三十余万元。"), ("约15005⏎名职工。", "约15005名职工。"),
            ("占百分⏎之六十二。", "占百分之六十二。"), ("占百⏎分之六十二。", "占百分之六十二。"), ("提高5个百⏎分点。", "提高5个百分点。"),
            ("今年7月1⏎6日。", "今年7月16日。"), ("2023⏎年第二季度。", "2023年第二季度。"), ("2023年第⏎二季度。", "2023年第二季度。"),
            ("增长2⏎至3倍。", "增长2至3倍。"), ("从3-⏎5万元。", "从3-5万元。"),
            // Inside a word, a sentence, a quote.
            ("受助职⏎工15005人。", "受助职工15005人。"), ("受助职工15005人，⏎同比增长。", "受助职工15005人，同比增长。"),
            ("暖·互助“二⏎次报销”", "暖·互助“二次报销”"), ("门诊、⏎住院", "门诊、住院"), ("惠及职工的⏎人数", "惠及职工的人数"),
            ("他说⏎，很好。", "他说，很好。"), ("惠及职工（⏎下同）", "惠及职工（下同）"),
        ])
    func broken(_ shown: String, _ expected: String) throws {
        #expect(try Self.joined(shown.replacing("⏎", with: "\n")) == expected)
        #expect(try Self.joined("　　" + shown.replacing("⏎", with: "\r\n")) == expected)
    }

    @Test(
        "A line of its own stays one",
        arguments: [
            // Headlines of one and two lines.
            "惠及职工一万五千人⏎⏎今年二季度，发放互助金335.68万元。", "惠及15005人⏎发放335.68万元⏎⏎今年二季度，发放互助金335.68万元。",
            "惠及15005名职工⏎发放互助金335.68万元⏎⏎本报讯（记者 林晚）今年二季度发放互助金335.68万元。",
            "“二次报销”惠及15005人⏎今年二季度，受助职工15005人、16147人次，发放互助金共计335.68万元，同比增长26.25%，惠及全市各行各业的职工。",
            // Numbers below each other.
            "15005⏎16147⏎335.68", "受助职工⏎15005人⏎受助人次⏎16147人次",
            // Lists.
            "三项指标全面增长：⏎受助职工15005人，同比增长22.74%；⏎受助16147人次，同比增长22.32%；⏎发放335.68万元，同比增长26.25%。",
            "● 受助职工：15005人⏎● 受助人次：16147人次", "一、受助职工15005人⏎二、受助人次16147人次⏎三、互助金335.68万元",
            "1. 受助职工15005人；⏎2. 受助人次16147人次；⏎3. 互助金335.68万元。", "（一）受助职工15005人。⏎（二）受助人次16147人次。",
            "受助职工：15005人⏎受助人次：16147人次⏎互助金额：335.68万元",
            // Rules.
            "上一篇。⏎--------⏎下一篇", "标题⏎正文⏎⏎次段",
        ])
    func kept(_ shown: String) throws {
        let text = shown.replacing("⏎", with: "\n")
        let joined = try Self.joined(text)
        #expect(
            joined.replacing("\n\n", with: "\n")
                == text.replacing("\n\n", with: "\n").replacing("● ", with: "●")
                .replacing(". ", with: ".").replacing("（记者 ", with: "（记者"))
    }

    @Test("An empty line and an indented one begin paragraphs")
    func paragraphs() throws {
        #expect(try Self.joined("首段。\n\n次段。") == "首段。\n\n次段。")
        #expect(try Self.joined("　　首段。\n　　次段。\n") == "首段。\n\n次段。")
        #expect(try Self.joined("标题\n　　首段。") == "标题\n首段。")
        #expect(try Self.joined("标题\n本报讯 首段。") == "标题\n\n本报讯首段。")
        #expect(try Self.joined("\n\n\n一\n\n\n\n二\n\n") == "一\n\n二")
        #expect(try Self.joined("") == "" && Self.joined("\n \n　\n") == "")
    }

    @Test(
        "English lines are joined with a blank, split words without",
        arguments: [
            (
                "In the second quarter of 2023 the scheme⏎reached 15,005 workers and paid out 3.36⏎million yuan.",
                "In the second quarter of 2023 the scheme reached 15,005 workers and paid out 3.36 million yuan."
            ),
            (
                "The reimbursement pro-⏎gramme paid out in the sec-⏎ond quarter.",
                "The reimbursement programme paid out in the second quarter."
            ),
            ("It was the third-⏎quarter record of all.", "It was the third-quarter record of all."),
            (
                "Aid rises⏎In the second quarter of 2023 the scheme reached 15,005 workers⏎and paid.⏎The next paragraph.",
                "Aid rises\nIn the second quarter of 2023 the scheme reached 15,005 workers and paid.\n\nThe next paragraph."
            ),
        ])
    func english(_ shown: String, _ expected: String) throws {
        #expect(try Self.joined(shown.replacing("⏎", with: "\n")) == expected)
    }

    @Test(
        "Blanks are read only between characters of ASCII, and told of",
        arguments: [
            ("16147 人 次", "16147人次", "....." + "bb"), ("受 助 职 工", "受助职工", ".bbb"),
            ("受　助", "受助", ".w"), ("受  助", "受助", ".w"), ("受\t助", "受助", ".w"),
            ("3 356 762.13元", "3 356 762.13元", "............."), ("3\u{A0}356\u{2009}762元", "3 356 762元", ".........."),
            ("1 6 1 4 7 人 次", "16147人次", ".bbbb" + "bb"), ("98 . 58 万", "98.58万", "..bb.b"),
            ("3 . 6 8 万", "3.68万", ".bbbb"),
            ("12  34", "12 34", "..w.."), ("a b", "a b", "..."), ("共 12 人", "共12人", ".b.b"),
        ])
    func blanks(_ shown: String, _ expected: String, _ gaps: String) throws {
        let read = try Self.read(shown)
        #expect(Self.string(read.scalars[...]) == expected)
        let letters: [ReadText.Gap: Character] = [.none: ".", .blank: "b", .wide: "w", .line: "l"]
        #expect(String(read.gaps.compactMap { letters[$0] }) == gaps)
    }

    @Test("A line end within a figure is told of")
    func lineGap() throws {
        let read = try Self.read("惠及1.61万\n人次。")
        #expect(read.gaps.firstIndex(of: .line) == 7)
        #expect(read.gaps.count { $0 != .none } == 1)
        #expect(read.shownRange(2..<8) == 2..<9)
    }

    @Test(
        "Characters are half-width, simplified and of one kind",
        arguments: [
            ("１６１４７人", "16147人"), ("２２．７４％", "22.74%"), ("３，３５６，７６２元", "3,356,762元"), ("５人，６人", "5人，6人"),
            ("Ａ座", "A座"), ("￥５", "¥5"), ("＋２２％", "+22%"), ("（１０人）；：！？", "（10人）；：！？"),
            ("「二次報銷」『甲』", "“二次报销”‘甲’"), ("受助職工約15,005餘人，貳萬叁仟圓", "受助职工约15,005余人，贰万叁仟圆"),
            ("億個點佔總額較長減與從來兩達計別將過歲區灣陸參單筆幣環", "亿个点占总额较长减与从来两达计别将过岁区湾陆参单笔币环"),
            ("二○二三年", "二〇二三年"), ("○ 要点", "○要点"), ("受\u{200B}助\u{FEFF}职\u{AD}工\u{202E}", "受助职工"),
            ("⼆次报销⼈次", "二次报销人次"),
        ])
    func characters(_ shown: String, _ expected: String) throws {
        #expect(try Self.joined(shown) == expected)
    }

    @Test("No character has two simple forms, none is its own, and none has itself another")
    func simplified() {
        let pairs = SimplifiedCharacters.pairsInOrder
        let keys = pairs.map(\.0.value)
        #expect(pairs.count >= 400)
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
        #expect(pairs.allSatisfy { $0 != $1 && SimplifiedCharacters.simplified($0) == $1 })
        #expect(pairs.allSatisfy { SimplifiedCharacters.simplified($0.1) == $0.1 })
        #expect((0x2F00...0x2FD5).allSatisfy { SimplifiedCharacters.simplified(Unicode.Scalar($0)!).isHan })
    }

    @Test("Markdown and HTML say themselves which lines go on")
    func formats() throws {
        #expect(try Self.joined("# 标题\n受助职工98\n00人\n\n次段  \n另行", .markdown) == "标题\n\n受助职工9800人\n\n次段\n另行")
        #expect(try Self.joined("- 甲1人\n- 乙2人\n", .markdown) == "甲1人\n乙2人")
        #expect(try Self.joined("<p>受助\n职工</p><p>一<br>二</p>", .html) == "受助职工\n\n一\n二")
        #expect(try Self.joined("<h1>标题</h1><p>98&nbsp;00</p>", .html) == "标题\n\n98 00")
    }
}
