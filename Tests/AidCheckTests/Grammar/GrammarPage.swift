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
        let own = texts(count)
        let layout = Int.random(in: 0..<7, using: &sentences.figures.random)
        let body: String
        switch layout {
        case 0: body = own.map { $0 + "。" }.joined()
        case 1: body = own.map { "　　" + $0 + "。" }.joined(separator: "\n")
        case 2: body = wrapped("　　" + own.map { $0 + "。" }.joined(), sentences.figures.pick([14, 18, 22, 28]))
        case 3: body = own.map { $0 + "。" }.joined(separator: "\n\n")
        case 4: body = "问：这一季度的情况怎么样？\n答：" + own.map { $0 + "。" }.joined()
        case 5: body = table(world, &sentences)
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

    private static func table(_ world: GrammarWorld, _ sentences: inout GrammarSentences) -> String {
        let quarter = world.quarter
        let name = "\(quarter.year)年\(["一", "二", "三", "四"][quarter.number - 1])季度“暖·互助”二次报销情况"
        let isMarks = sentences.figures.chance(2)
        var rows = [["项目", "受助职工（人）", "受助人次（人次）", "互助金（万元）"]]
        for (group, name) in [(nil, "合计")] + GrammarWorld.care.enumerated().map({ (Optional($0), $1) }) {
            let money = world.value(.amount, quarter, group)
            let written = TruthTwin.Written(money.numerator, by: money.denominator).moved(4).rounded(2).max()!
            let padded = String(repeating: "0", count: max(0, 3 - written.count)) + written
            rows.append([
                name, String(world.value(.recipients, quarter, group).numerator),
                String(world.value(.personTimes, quarter, group).numerator),
                padded.dropLast(2) + "." + padded.suffix(2),
            ])
        }
        let lines = rows.map { isMarks ? "| " + $0.joined(separator: " | ") + " |" : $0.joined(separator: "\t") }
        return name + "\n" + lines.joined(separator: "\n")
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

    // MARK: English

    private static func english(_ world: GrammarWorld, _ random: inout SeededRandom) -> String {
        var sentences = GrammarEnglish(world, random)
        var texts: [String] = []
        let count = Int.random(in: 1...4, using: &sentences.random)
        while texts.count < count {
            if let text = sentences.sentence(isFirst: texts.isEmpty) { texts.append(text) }
        }
        random = sentences.random
        var body = texts.joined(separator: Int.random(in: 0..<3, using: &random) == 0 ? "\n\n" : " ")
        if Int.random(in: 0..<3, using: &random) == 0 { body = folded(body, Int.random(in: 30...70, using: &random)) }
        return body + "\n"
    }

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
