import AidModel
import TestSupport

/// Pages of a paper with an article of ours, in the layouts in which drafts come.
struct GrammarPage {
    let text: String
    let date: CalendarDay

    init(_ world: GrammarWorld, _ seed: UInt64) {
        date = CalendarDay(daysSinceEpoch: world.quarter.lastDay.daysSinceEpoch + 16)
        var random = SeededRandom(seed)
        let isEnglish = Int.random(in: 0..<4, using: &random) == 0
        text = isEnglish ? GrammarPage.english(world, &random) : GrammarPage.chinese(world, &random)
    }

    // MARK: Chinese

    private static func chinese(_ world: GrammarWorld, _ random: inout SeededRandom) -> String {
        var sentences = GrammarSentences(world, random)
        func texts(_ count: Int) -> [String] {
            var texts: [String] = []
            while texts.count < count {
                if let text = sentences.sentence(isFirst: texts.isEmpty) { texts.append(text) }
            }
            return texts
        }
        let count = sentences.figures.pick([1, 2, 2, 3, 3, 4, 5])
        var own = texts(count)
        // What an article tells besides, of others.
        while sentences.figures.chance(3) {
            own.insert(
                sentences.figures.pick(asides),
                at: Int.random(in: 1...own.count, using: &sentences.figures.random))
        }
        let layout = Int.random(in: 0..<7, using: &sentences.figures.random)
        let body: String
        switch layout {
        case 0: body = own.map { $0 + "。" }.joined()
        case 1: body = own.map { "　　" + $0 + "。" }.joined(separator: "\n")
        case 2: body = wrapped("　　" + own.map { $0 + "。" }.joined(), sentences.figures.pick([14, 18, 22, 28]))
        case 3: body = own.map { $0 + "。" }.joined(separator: "\n\n")
        case 4: body = "问：这一季度的情况怎么样？\n答：" + own.map { $0 + "。" }.joined()
        case 5: body = GrammarTables(world: world).text(&sentences.figures)
        default: body = "本报讯（记者 张三）" + own.map { $0 + "。" }.joined()
        }
        random = sentences.figures.random
        guard Int.random(in: 0..<3, using: &random) == 0 else { return body + "\n" }
        let headline = ["职工医疗互助再添暖意", "“二次报销”减轻职工负担", "小小互助金 浓浓职工情"].randomElement(using: &random)!
        var articles = [headline + "\n" + body]
        for other in others.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)) {
            articles.insert(other, at: Int.random(in: 0...articles.count, using: &random))
        }
        return articles.joined(separator: "\n\n") + "\n"
    }

    /// Lines of so many characters, as a column has them.
    private static func wrapped(_ text: String, _ width: Int) -> String {
        var (lines, line) = ([String](), "")
        for character in text {
            // No line begins or ends within a full-width decimal.
            if line.count >= width, !"。，、；）．%％".contains(character), line.last != "．" {
                lines.append(line)
                line = ""
            }
            line.append(character)
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// What else stands on a page, with figures that are not ours.
    private static let others = [
        "青年歌手大赛开赛\n本报讯 全市24支代表队1200余名选手参赛，决赛将于下月举行，门票收入预计达35万元。",
        "江州地铁三号线通车\n昨日，江州地铁三号线开通，全长28.6公里，设站21座，日均客流预计18万人次，总投资156亿元。",
        "技能竞赛点燃车间\n本报讯（记者 李四）第二季度，全市举办技能竞赛86场，3.2万名职工参加，同比增长12.5%，发放奖金186万元。",
        "图书馆夜间开放受欢迎\n上半年，市图书馆接待读者98.6万人次，同比增长15.3%，外借图书62万册。",
        "粮食丰收在望\n全省夏粮播种面积3860万亩，比上年增加12万亩，预计总产量156亿斤。",
        "金秋助学启动\n本报讯 今年金秋助学计划资助困难职工子女1200人，发放助学金360万元，人均3000元。",
        "职工书屋建成200家\n截至6月底，全市建成职工书屋200家，藏书46万册，覆盖职工12.8万人。",
        "法律援助追回欠薪\n二季度，市总工会法律援助中心受理案件412件，为1860名农民工追回欠薪2380万元。",
        "Marathon draws record field\nMore than 12,000 runners from 35 countries took part in Sunday's race, up 8% on last year.",
    ]

    /// Sentences of an article of ours whose figures are not ours.
    private static let asides = [
        "截至目前，全市参加职工医疗互助的职工达320万人，参保率为91.5%",
        "“金秋助学”资助困难职工子女1200人，发放助学金360万元",
        "市总工会还走访慰问一线职工1.2万人，送去慰问金680万元",
        "“送清凉”活动惠及户外劳动者3.6万人次，投入资金420万元，同比增长12.6%",
        "王女士住院花费2.3万元，医保报销后自付8600元，“二次报销”又给她报了3200元",
        "缴费标准为每人每年60元，单人最高可报销20万元",
        "服务热线接听咨询电话9842个，满意率达98.7%",
        "职工医保住院报销比例达85%，起付线为1300元",
        "全省同类项目受助人次186.4万人次，发放互助金3.2亿元",
        "下一步，市总工会计划新增参保职工5万人，预计全年救助6万人次",
        "法律援助中心受理案件412件，为1860名农民工追回欠薪2380万元",
        "会议室里坐满了120名职工代表，会议开了3个小时",
    ]

    // MARK: English

    private static func english(_ world: GrammarWorld, _ random: inout SeededRandom) -> String {
        var sentences = GrammarEnglish(world, random)
        var texts: [String] = []
        let count = Int.random(in: 1...4, using: &sentences.random)
        while texts.count < count {
            if let text = sentences.sentence(isFirst: texts.isEmpty) { texts.append(text) }
        }
        random = sentences.random
        while Int.random(in: 0..<3, using: &random) == 0 {
            texts.insert(
                englishAsides.randomElement(using: &random)!,
                at: Int.random(in: 1...texts.count, using: &random))
        }
        var body = texts.joined(separator: Int.random(in: 0..<3, using: &random) == 0 ? "\n\n" : " ")
        if Int.random(in: 0..<3, using: &random) == 0 { body = folded(body, Int.random(in: 30...70, using: &random)) }
        if Int.random(in: 0..<6, using: &random) == 0 {
            body += "\n\n" + GrammarTables(world: world).english(&random)
        }
        return body + "\n"
    }

    private static let englishAsides = [
        "Some 3.2 million workers were covered by the programme at the end of the quarter.",
        "The federation's hotline took 9,842 calls, and 98.7 percent of the callers were satisfied.",
        "A separate bursary scheme supported 1,200 students with 3.6 million yuan.",
        "Ms Wang, 46, had a hospital bill of 23,000 yuan and got 3,200 yuan back.",
        "The annual subscription is 60 yuan, and payments are capped at 200,000 yuan.",
        "The provincial federation paid 320 million yuan in aid over the same period.",
        "The federation plans to help 60,000 people next year.",
        "The job fair drew 12,600 visitors, up 8 percent from a year earlier.",
    ]

    /// Lines of no more than so many characters.
    private static func folded(_ text: String, _ width: Int) -> String {
        text.components(separatedBy: "\n\n").map { paragraph in
            var (lines, line) = ([String](), "")
            for word in paragraph.split(separator: " ") {
                if line.count + word.count + 1 > width, !line.isEmpty {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            return (lines + [line]).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}
