extension NumeralReader {
    /// A word right after a number.
    struct UnitWord: Sendable {
        enum Kind: Sendable, Hashable {
            case unit(Numeral.Unit)
            /// 成: tenths, in percent.
            case tenths
            /// ‰.
            case perMille
            /// 角: a tenth of a yuan.
            case jiao
            /// (万元): a unit with a magnitude, as in the heads of tables.
            case tenThousandYuan
            /// Times, said of how much or of how often.
            case times
            /// A word that only begins like a unit: 名单, 人均.
            case none
        }

        var kind: Kind
        /// How many characters of the word are the unit, if not all: 名 of 名单位.
        var length: Int?
        var isEnglish = false
    }

    static let units: NumeralWords<UnitWord> = {
        let chinese: [(String, UnitWord)] = [
            ("人 名 位 人员 个人 个职工 (人) （人） 口人 号人", UnitWord(kind: .unit(.people))),
            ("名单位 位居民 名次要", UnitWord(kind: .unit(.people), length: 1)),
            ("人均 人民 人口 人才 人大 人社 人格 人情 名单 名额 名列 名牌 名校 位居 位数 位列 位于", UnitWord(kind: .none)),
            (
                "人次 人(次) 人（次） (人次) （人次） 人·次 人/次 次 件 件次 例 例次 笔 笔次 次(人) 次（人） 人份次",
                UnitWord(kind: .unit(.personTimes))
            ),
            ("次均 次日 次年 次数 次月 次要 次序 次性 例会 例如 例外", UnitWord(kind: .none)),
            ("件事 件套 件衣", UnitWord(kind: .unit(.thing), length: 1)),
            ("元 圆 元钱 块 块钱 人民币 元人民币 (元) （元） 元整 元正 圆整 圆正 ¥", UnitWord(kind: .unit(.money))),
            ("元旦 元宵 元素 元件 块头", UnitWord(kind: .none)), ("(万元) （万元）", UnitWord(kind: .tenThousandYuan)),
            ("角 角钱 毛钱", UnitWord(kind: .jiao)), ("角度 角色 角落", UnitWord(kind: .none)),
            ("% ％ (%) （%）", UnitWord(kind: .unit(.percent))), ("‰", UnitWord(kind: .perMille)),
            ("个百分点 百分点 个点 pct点", UnitWord(kind: .unit(.percentagePoints))), ("成", UnitWord(kind: .tenths)),
            (
                "成为 成立 成员 成功 成绩 成本 成果 成长 成都 成年 成品 成套 成交 成就 成效 成熟 成型 成分 成果",
                UnitWord(kind: .none)
            ),
            ("倍", UnitWord(kind: .unit(.multiple))),
            (
                "美元 美金 港元 港币 欧元 日元 英镑 韩元 澳元 加元 澳门元 新台币 台币 卢布 新元 瑞士法郎 泰铢",
                UnitWord(kind: .unit(.otherMoney))
            ),
            (things, UnitWord(kind: .unit(.thing))),
            (
                "个性 个体 个税 个别 项目 家庭 家属 家长 天津 年轻 年龄 日常 日前 日均 月均 年均 年度 点评 点击 号召 场景 部门 部分 条件 条例 页面 期间 期待",
                UnitWord(kind: .none)
            ),
            ("年轻人 强调 强化 强大 强烈", UnitWord(kind: .none)),
        ]
        return NumeralWords(
            chinese,
            english: englishUnits.map { ($0.0, UnitWord(kind: $0.1, isEnglish: true)) })
    }()

    private static let things =
        "个 家 项 场 所 天 年 个月 月 日 岁 小时 分钟 秒 秒钟 米 千米 公里 里 厘米 毫米 平方米 平方公里 平米 立方米 亩 公顷 公斤 斤 克 千克 毫克 吨 两 "
        + "℃ 度 摄氏度 户 张 册 届 版 期 页 号 条 台 辆 支 部 套 份 盒 瓶 箱 袋 本 篇 封 幅 台次 车次 班次 场次 户次 家次 篇次 册次 批次 项次 "
        + "单 种 类 级 层 楼 室 栋 座 间 处 站 点 个点位 区 市 县 镇 村 省 街道 社区 组 队 批 轮 步 字 字节 线 路 段 节 课 课时 学时 学分 分 时 "
        + "刻 周 周岁 周年 星期 季 季度 世纪 年代 代 起 宗 桩 门 扇 把 顶 件套 架 艘 只 头 匹 棵 株 朵 粒 片 块地 滴 杯 碗 桌 席 床 床位 "
        + "张床 对 双 副 串 束 排 行 列 圈 趟 回 遍 番 声 款 样 道 股 宗地 股份 折 票 枚 尊 面 具 尺 寸 丈 亩地 千瓦 千瓦时 度电 兆 赫兹 伏 瓦 "
        + "个基点 基点 人天 人日 家单位 亩次 户籍 分之 集 章 卷 环 局 胎 孩 甲 名次 口 强 卡 码 格 档 等 环节 倍速 载 旬 夜 晚 余载 个多月 个半月"

    static let moneyMarks = NumeralWords<Numeral.Unit>(
        [("¥ ￥ 人民币", .money), ("$ € £ US$ HK$ U.S.$ A$ C$", .otherMoney)],
        english: [
            ("rmb|cny|rmb¥|cny¥", .money), ("us$|hk$|a$|c$|nt$|usd|hkd|eur|jpy|gbp|jp¥|twd|krw|aud|cad", .otherMoney),
        ])

    /// The word of a unit that stands right at a place.
    func unitWord(at index: Int) -> (word: UnitWord, end: Int)? {
        guard isJoined(index), let (word, end) = Self.units.longest(self, at: index), word.kind != .none else {
            return nil
        }
        return (word, word.length.map { index + $0 } ?? end)
    }

    /// Reads the unit after a number, what is divided by, and the hedge after them.
    func readUnit(_ numeral: inout Numeral, _ part: inout NumeralPart, _ prefix: Prefix) {
        numeral.unit = part.unit
        var end = part.end
        if prefix.money != .none, part.unit == .none {
            numeral.unit = prefix.money
            numeral.unitRange = prefix.mark
        }
        if let found = Self.ordinalEndings.longest(self, at: end), part.writing == .digits, !part.hasMagnitude,
            !part.hasPoint,
            isJoined(end)
        {
            part.isOrdinal = true
            end = found.end
        } else if part.unit == .none, !part.isClosed || part.writing == .word, let found = unit(after: part) {
            take(found, &numeral, &part, prefix)
            end = numeral.unitRange?.upperBound ?? end
            end = max(end, part.end)
        }
        numeral.digits = numeral.digits.lowerBound..<max(numeral.digits.upperBound, numeral.digits.lowerBound + 1)
        if numeral.unit == .money || numeral.unit == .otherMoney, has("人民币", at: end) { end += 3 }
        if let (hedge, last) = hedge(afterUnit: numeral, part, at: end) {
            numeral.hedge = numeral.hedge.combined(with: hedge)
            end = last
        }
        numeral.value = part.value
        numeral.step = part.step
        numeral.upper = part.upper
        numeral.range = numeral.range.lowerBound..<end
    }

    private func unit(after part: NumeralPart) -> (word: UnitWord, at: Int, end: Int)? {
        if let found = unitWord(at: part.end) { return (found.word, part.end, found.end) }
        // An English word after a blank or a hyphen: 3.5 percent, 3.5-percent.
        let at = peek(part.end) == "-" ? part.end + 1 : afterBlank(part.end)
        guard at > part.end, let found = unitWord(at: at), found.word.isEnglish || peek(part.end) == " " else {
            return nil
        }
        return (found.word, at, found.end)
    }

    private func take(
        _ found: (word: UnitWord, at: Int, end: Int), _ numeral: inout Numeral, _ part: inout NumeralPart,
        _ prefix: Prefix
    ) {
        var unit = Numeral.Unit.thing
        var end = found.end
        switch found.word.kind {
        case .none: return
        case .unit(let known): unit = known
        case .perMille:
            unit = .percent
            part.scale(by: 1, over: 10)
        case .jiao:
            unit = has("钱", at: end - 1) ? .money : .thing
            if unit == .money { part.scale(by: 1, over: 10) }
        case .tenThousandYuan:
            unit = .money
            part.scale(by: 10_000)
            part.hasMagnitude = true
        case .times:
            // Three times as many, but 16,147 times.
            unit = part.value >= 100 * DraftBounds.one && !part.hasPoint ? .personTimes : .multiple
            if isRepeated(at: end) { unit = .thing }
        case .tenths:
            guard !part.isOrdinal, (part.upper ?? part.value) <= 10 * DraftBounds.one, !part.hasMagnitude else {
                return
            }
            unit = .percent
            part.scale(by: 10)
            readTenthsAfter(&part, &end)
        }
        if prefix.money == .otherMoney, unit == .money { unit = .otherMoney }
        if prefix.money == .money, unit != .money, unit != .thing { return }
        numeral.unitsAreEnglish = found.word.isEnglish
        if unit == .money, !found.word.isEnglish { readSmallMoney(&part, &end) }
        if unit == .multiple || unit == .thing, peek(end) == "半", !Self.isMagnitude(peek(end + 1)), part.hedge == .none
        {
            if unit == .multiple { (part.value, part.step) = (part.value + DraftBounds.one / 2, DraftBounds.one / 2) }
            end += 1
        }
        if scalars[found.at] == "个", end == found.at + 1, let more = moreOfMeasure(at: end) {
            unit = more.unit
            end = more.end
            if more.isMore { part.hedge = .andMore }
            numeral.hedge = numeral.hedge.combined(with: part.hedge)
        }
        if let last = divisorEnd(at: end, unit) {
            unit = .thing
            end = last
        }
        if unit == .thing, "号届".unicodeScalars.contains(scalars[found.at]) { part.isOrdinal = true }
        numeral.unit = unit
        numeral.unitRange = found.at..<end
    }

    /// 三成五, 六成半, 七成多.
    private func readTenthsAfter(_ part: inout NumeralPart, _ end: inout Int) {
        guard part.upper == nil, part.hedge == .none else { return }
        if peek(end) == "半" {
            // As rough as other shares in words.
            (part.value, part.step) = (part.value + 5 * DraftBounds.one, 2 * DraftBounds.one)
            end += 1
        } else if let digit = Self.hanDigits[peek(end)], digit > 0, peek(end) != "两", !Self.isMagnitude(peek(end + 1)),
            unitWord(at: end + 1) == nil
        {
            (part.value, part.step) = (part.value + digit * DraftBounds.one, DraftBounds.one)
            end += 1
        }
    }

    /// 3元5角2分, 3块5.
    private func readSmallMoney(_ part: inout NumeralPart, _ end: inout Int) {
        guard part.hedge == .none, part.upper == nil, !part.hasPoint else { return }
        func digit(_ index: Int) -> Int128? {
            let scalar = peek(index)
            return scalar.isDigit ? Int128(scalar.value - 0x30) : Self.hanDigits[scalar] ?? Self.formalDigits[scalar]
        }
        var isRead = false
        if let tenths = digit(end), "角毛".unicodeScalars.contains(peek(end + 1)) {
            part.value += tenths * DraftBounds.one / 10
            part.step = DraftBounds.one / 10
            end += 2
            isRead = true
        }
        var index = end
        if peek(index) == "零" { index += 1 }
        if let cents = digit(index), peek(index + 1) == "分", peek(index + 2) != "之", peek(index + 2) != "钟" {
            part.value += cents * DraftBounds.one / 100
            part.step = DraftBounds.one / 100
            end = index + 2
            isRead = true
        } else if scalars[end - 1] == "块", let tenths = digit(end), !Self.isHanNumeral(peek(end + 1)),
            !peek(end + 1).isDigit,
            unitWord(at: end + 1) == nil
        {
            part.value += tenths * DraftBounds.one / 10
            part.step = DraftBounds.one / 10
            end += 1
            isRead = true
        }
        if isRead {
            part.hasPoint = true
            if "整正".unicodeScalars.contains(peek(end)) { end += 1 }
        }
    }

    /// 个多月, 个多百分点, 个半小时: after 个.
    private func moreOfMeasure(at index: Int) -> (unit: Numeral.Unit, end: Int, isMore: Bool)? {
        let mark = peek(index)
        guard mark == "多" || mark == "半", let found = unitWord(at: index + 1) else { return nil }
        switch found.word.kind {
        case .unit(.percentagePoints): return (.percentagePoints, found.end, mark == "多")
        case .unit(.thing): return (.thing, found.end, mark == "多")
        default: return nil
        }
    }

    /// The end of what a unit is divided by: 元/人, 元每人, 元/人次.
    private func divisorEnd(at index: Int, _ unit: Numeral.Unit) -> Int? {
        guard unit != .percent, unit != .percentagePoints, unit != .multiple else { return nil }
        if peek(index) == "/", !peek(index + 1).isDigit {
            if let found = unitWord(at: index + 1) { return found.end }
            return nil
        }
        guard peek(index) == "每", unit == .money, let found = unitWord(at: index + 1) else { return nil }
        return found.end
    }

    /// A hedge after the unit, or after a number without one.
    private func hedge(afterUnit numeral: Numeral, _ part: NumeralPart, at index: Int) -> (Numeral.Hedge, Int)? {
        guard !part.isOrdinal, let (word, end) = hedgeAfter(index, part), !word.isBeforeUnit else { return nil }
        if scalars[index] == "多" {
            // Right after the number it has been read; 人多 and 次多 are other words.
            switch numeral.unit {
            case .percent, .multiple, .money: break
            case .thing: guard "年天月时岁米里".unicodeScalars.contains(scalars[index - 1]) else { return nil }
            default: return nil
            }
            if "人名次种年个".unicodeScalars.contains(peek(end)) { return nil }
        }
        return (word.hedge, end)
    }

    /// Three times a week counts nothing that grows.
    private func isRepeated(at end: Int) -> Bool {
        has(" a ", at: end) || has(" per ", at: end) || has(" each", at: end) || has(" every", at: end)
    }
}
