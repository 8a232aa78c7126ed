import AidModel

/// The words that say what a figure is about, each with what it means.
enum DraftWords {
    /// The meaning of each word, by its first character, longer words first.
    static let chinese = Table(
        [
            (.direction(rises: true, isNoun: false), "增加 增长 上升 提高 提升 上涨 攀升 增多 多增 扩大 净增 多支出 多发放 多受助 多了 多出 增了 升高"),
            (.direction(rises: false, isNoun: false), "减少 下降 降低 下滑 回落 下跌 缩减 少了 缩小 减了 降了 负增长"),
            (.direction(rises: true, isNoun: true), "增幅 涨幅 增长率 增速 升幅 增量 增加额 增长额"),
            (.direction(rises: false, isNoun: true), "降幅 跌幅 下降率 减幅 减少额"),
            (.directionTo(rises: true), "增加到 增加至 增长到 增长至 上升到 上升至 提高到 提高至 增至 升至 增到 升到 扩大到 扩大至 攀升至"),
            (.directionTo(rises: false), "减少到 减少至 下降到 下降至 降低到 降低至 降至 减至 降到 减到 回落至 回落到 下滑至"),
            (.level, "达到 达 为 共计为 至 到 合计为 实现"),
            (.measure(.recipients), "受助职工 受助人数 受助人员 受益职工 受助会员 职工 人数 惠及 受助者"),
            (.measure(.personTimes), "受助人次 受助人次数 人次数 人次 次数 件数 笔数"),
            (.measure(.amount), "受助金额 互助金 金额 资金 互助保障金 补助金 赔付款 款项 发放额 补助款 互助保障资金"),
            (.average(.perRecipient), "人均 平均每人 每人平均 每位职工 平均每位 每位受助职工 每名受助职工 每名职工 平均每名"),
            (.average(.perPersonTime), "次均 每人次 平均每次 每次平均 平均每人次"),
            (.share, "占比 占 比重 所占"),
            (.whole, "总计 合计 共计 一共 总共 共 全部 全市 总数 总额"),
            (.part, "其中"),
            (.respectively, "分别"),
            (.unchanged(isAbout: true), "基本持平 大体持平 大致持平 基本相当 总体持平"),
            (.unchanged(isAbout: false), "持平 相同"),
            (.firstTime, "首次受助 首次获助 首次获得 新增受助 第一次受助"),
            (.added, "新增"),
            (.returning, "再次受助 再次获助 多次受助"),
            (
                .rule,
                "最高 上限 起付 限额 单笔 缴纳 会费 保费 自付 每份 一份 报销比例 赔付比例 报销标准 补助标准 缴费标准 热线 电话 咨询 每月 每年 每天 每日 每季度 目标 预计 预算 满意 个人 本人 参保 参加 覆盖 入会 投保 参会 在职职工 会员 培训 慰问 困难职工 送温暖 疗休养 就业 体检 参赛 报名 走访 招聘 法律援助 慰问金 投入 拨付 募集 捐款 筹集 补偿比例 支付比例 满意度 医疗费 医药费 药费 负担 收入 工资 效率 覆盖率 自费 花费 花了 门诊量 住院率"
            ),
            (.person, "先生 女士 师傅 妻子 丈夫 母亲 父亲 儿子 女儿 大姐 大哥"),
            (.sinceStart(through: nil), "累计 以来 至今 迄今"),
            (.comparison(.yearEarlier), "同比"),
            (.comparison(.quarterEarlier), "环比"),
            (.listMark, "、 和 及 以及 与"),
        ])

    static let english = Table(
        [
            (
                .direction(rises: true, isNoun: false),
                "up|rose|rise|rises|rising|risen|increase|increased|increases|increasing|grew|grow|grown|growth|gained|climbed|higher|more|jumped|surged|soared|swelled"
            ),
            (
                .direction(rises: false, isNoun: false),
                "down|fell|fall|falls|falling|fallen|decrease|decreased|decreases|declined|decline|dropped|drop|lower|shrank|fewer|less|slumped|plunged|slipped"
            ),
            (.level, "to|reached|totalled|totaled|totalling|totaling"),
            (.measure(.recipients), "recipients|people|workers|employees|persons|beneficiaries"),
            (.measure(.personTimes), "person-times|person times|payments|claims"),
            (.measure(.amount), "amount|money|aid|aid paid|paid out|payouts|paid|funds|yuan"),
            (.average(.perRecipient), "per person|per recipient|per worker|each recipient|per head"),
            (.average(.perPersonTime), "per person-time|per payment|per claim"),
            (
                .share,
                "accounted for|accounting for|share|accounts for|made up|of the amount|of the total|of recipients|of the recipients|of person-times|of all"
            ),
            (.whole, "in total|altogether|total|in all"),
            (.part, "of them|of these|of which"),
            (.respectively, "respectively"),
            (.unchanged(isAbout: true), "broadly unchanged|roughly unchanged|little changed"),
            (.unchanged(isAbout: false), "unchanged|flat"),
            (.firstTime, "first-time|for the first time|new recipients|were new"),
            (.returning, "returned|returning"),
            (.rule, "up to|at most|maximum|limit|hotline|target|plan|planned|expected|budget|ceiling|deductible"),
            (
                .published,
                "those published|figures published|as published|was published|were published|previously published|last published"
            ),
            (.person, "mr|mrs|ms|his|her"),
            (
                .sinceStart(through: nil),
                "cumulative|cumulatively|since the programme began|since the start|so far|since its launch|since its start"
            ),
            (
                .comparison(.yearEarlier),
                "year on year|year-on-year|year over year|year-over-year|yoy|from a year earlier|than a year earlier|on the year"
            ),
            (
                .comparison(.quarterEarlier),
                "quarter on quarter|quarter-on-quarter|quarter over quarter|quarter-over-quarter|qoq|on the quarter"
            ),
        ], separator: "|")

    /// Words in which a numeral counts nothing, or which only look like words of the tables.
    static let skipped = [
        "二次报销", "一次性", "二次", "一定", "统一", "一线", "一些", "为了", "因为", "认为", "以为", "作为", "成为", "为民", "到位", "到期",
        "到场", "职工医保", "职工之家", "职工互助", "总工会", "同比例", "一体", "一站式", "公共", "共同", "共享", "共建", "是否", "还是", "但是",
        "可是", "凡是", "只是", "于是", "直至", "甚至", "占地", "至于", "到来", "得到", "看到", "做到", "想到", "遇到", "受到", "收到", "提到", "来到",
        "与会", "参与", "和谐", "以及时", "及时", "普及", "涉及", "为期", "人为", "最为", "较为", "更为", "个人所得", "会员单位", "一直", "惠及面",
    ]

    static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
    }

    /// Words by their first character.
    struct Table: Sendable {
        private let words: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: DraftToken.Kind)]]

        init(_ lists: [(DraftToken.Kind, String)], separator: Character = " ") {
            var words: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: DraftToken.Kind)]] = [:]
            for (kind, list) in lists {
                for word in list.split(separator: separator) {
                    let scalars = Array(word.unicodeScalars)
                    words[scalars[0], default: []].append((scalars, kind))
                }
            }
            self.words = words.mapValues { list in list.sorted { $0.word.count > $1.word.count } }
        }

        /// The longest word that stands at a place.
        func word(_ text: [Unicode.Scalar], at index: Int) -> (count: Int, kind: DraftToken.Kind)? {
            guard let list = words[DraftWords.lowered(text[index])] else { return nil }
            for (word, kind) in list where text.count - index >= word.count {
                if zip(text[index...], word).allSatisfy({ DraftWords.lowered($0) == $1 }) { return (word.count, kind) }
            }
            return nil
        }
    }
}
