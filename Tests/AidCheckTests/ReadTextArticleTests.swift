import Testing

@testable import AidCheck

/// The articles of a page, told apart.
struct ReadTextArticleTests {
    /// The first line of each article.
    private func firsts(_ text: String, _ format: DraftFormat = .text) throws -> [String] {
        let read = try ReadTextTests.read(text, format)
        return read.articles.map { article in
            let line = read.scalars[article.range].prefix { $0 != "\n" && $0 != "\t" }
            return ReadTextTests.string(line)
        }
    }

    private func headlines(_ text: String, _ format: DraftFormat = .text) throws -> [[String]] {
        let read = try ReadTextTests.read(text, format)
        return read.articles.map { $0.headline.map { ReadTextTests.string(read.scalars[$0]) } }
    }

    private static let ours = "本报讯（记者 林晚）二季度，“二次报销”受助职工15005人、16147人次，发放互助金335.68万元。"

    @Test("A page of reports with headlines, of one line and two")
    func page() throws {
        for mark in ["\n\n", "\n"] {
            let page = [
                "暖州工人报　2023年7月16日　星期日　第2版　责编：周小禾", "早稻开镰 亩产512公斤", "　　本报讯（记者 马骁）全市早稻亩产512公斤。",
                "“二次报销”惠及15005人\n二季度发放335.68万元", "　　" + Self.ours, "　　其中，住院209.32万元。", "高温津贴发了没有？\n工会督查268家企业",
                "　　暖州7月16日电 抽查企业268家。", "简讯", "　　▲市献血办：上半年献血4.12万人次。", "　　▲市图书馆：日均接待6800人。",
            ].joined(separator: mark)
            #expect(
                try firsts(page) == [
                    "暖州工人报2023年7月16日星期日第2版责编：周小禾", "早稻开镰亩产512公斤", "“二次报销”惠及15005人", "高温津贴发了没有？", "简讯",
                    "▲市献血办：上半年献血4.12万人次。", "▲市图书馆：日均接待6800人。",
                ])
            #expect(try headlines(page)[2] == ["“二次报销”惠及15005人", "二季度发放335.68万元"])
            #expect(try headlines(page)[0].isEmpty)
        }
    }

    @Test("Reports that follow each other without headlines")
    func datelines() throws {
        #expect(try firsts("本报讯 甲12人。\n续。\n本报讯 乙3人。\n\n江州7月16日电 丙4人。") == ["本报讯甲12人。", "本报讯乙3人。", "江州7月16日电丙4人。"])
    }

    @Test("Rules part articles")
    func rules() throws {
        for rule in ["----------", "＊＊＊", "====", "* * *", "————————"] {
            #expect(try firsts("甲12人。\n续。\n\(rule)\n乙3人。").map { $0 }.count == 2)
            #expect(try firsts("甲12人。\n\n\(rule)\n\n乙3人。").last == "乙3人。")
        }
        #expect(try firsts("甲12人。\n\n***\n\n乙3人。", .markdown) == ["甲12人。", "乙3人。"])
        #expect(try firsts("<p>甲12人。</p><hr><p>乙3人。</p>", .html) == ["甲12人。", "乙3人。"])
    }

    @Test("Items with headlines of their own are articles, those of a list are not")
    func items() throws {
        #expect(
            try firsts("■法律援助\n上月受理138件。\n■“二次报销”再添数\n二季度受助职工15005人。\n■工会经费\n返还2860万元。")
                == ["■法律援助", "■“二次报销”再添数", "■工会经费"])
        #expect(try firsts("“二次报销”有多少\n■受助职工15005人\n■受助人次16147人次\n■互助金335.68万元").count == 1)
        #expect(try firsts("二季度的数据：\n▲受助职工15005人，同比增长22.74%。\n▲受助人次16147人次。").count == 1)
    }

    @Test("One article: with paragraphs, with headlines of its parts, without any headline")
    func one() throws {
        #expect(try firsts(Self.ours).count == 1)
        #expect(try firsts("　　" + Self.ours + "\n　　其中，住院209.32万元。\n\n　　门诊126.36万元。").count == 1)
        let feature = """
            “二次报销”暖人心

            　　二季度，“二次报销”受助职工15005人，住院互助金209.32万元，门诊互助金126.36万元，减轻了医疗负担。

            报销不用跑腿

            　　“没跑一趟腿，没交一张单。”王师傅说，“二次报销”的互助金直接到账，医疗负担减轻了。

            　　一、谁能报销

            　　住院和门诊的医疗费用都能再报一次，受助职工越来越多，互助金直接到账。
            """
        #expect(try firsts(feature) == ["“二次报销”暖人心"])
        #expect(try headlines(feature) == [["“二次报销”暖人心"]])
        #expect(try firsts("# “二次报销”暖人心\n\n受助职工15005人。\n\n## 报销不用跑腿\n\n“二次报销”直接到账，受助职工很满意。", .markdown).count == 1)
    }

    @Test("Numbers with their words, and questions, are no headlines of others")
    func parts() throws {
        #expect(try firsts("数说二次报销\n\n15005\n受助职工\n\n16147\n受助人次\n\n335.68万元\n互助金").count == 1)
        #expect(try firsts("问：二季度有多少人受助？\n答：15005人。\n问：发放了多少？\n答：335.68万元。").count == 1)
    }

    @Test("What has another subject is another article, if a headline stands above it")
    func subjects() throws {
        let text = """
            “二次报销”惠及15005人

            　　二季度，“二次报销”受助职工15005人，住院互助金209.32万元，门诊互助金126.36万元。

            外贸进出口逆势增长

            　　海关统计，前5个月进出口总值728.6亿元，其中出口512.3亿元。
            """
        #expect(try firsts(text) == ["“二次报销”惠及15005人", "外贸进出口逆势增长"])
        #expect(try firsts("# 甲\n\n受助职工15005人。\n\n# 乙\n\n参加3人。", .markdown) == ["甲", "乙"])
        #expect(try firsts("<h2>甲</h2><p>受助职工15005人。<h2>乙</h2><p>参加3人。", .html) == ["甲", "乙"])
    }

    @Test("Links, captions and a second table stand apart")
    func asides() throws {
        #expect(try firsts(Self.ours + "\n\n相关链接\n\n　　去年资助学生328名。") == [try ReadTextTests.joined(Self.ours), "相关链接"])
        #expect(try firsts("　　" + Self.ours + "\n　　图为600余名建设者。\n　　完。").count == 3)
        #expect(try firsts("图为走访现场，600余人参加。 林晚 摄\n二季度受助职工15005人。").count == 2)
        #expect(
            try firsts("各区情况\n\n区\t人\n甲区\t5\n乙区\t6\n\n参保单位\n\n区\t家\n甲区\t7\n乙区\t8\n") == ["各区情况", "参保单位"])
    }
}
