/// What stands at both sides of the end of a line.
enum Seam {
    /// How much it speaks for one line that was broken there.
    static func weight(_ text: [Unicode.Scalar], _ line: TextLine, _ next: TextLine) -> Int {
        let end = line.range.upperBound
        let start = next.range.lowerBound
        if isInsideFigure(text, line, next) { return LineWeights.insideFigure }
        if isInsideWord(text, line.range, next.range) { return LineWeights.insideWord }
        return particles.contains(text[end - 1]) && text[start].isHan
            || text[start].isDigit && verbs.contains(text[end - 1])
            ? LineWeights.afterParticle : 0
    }

    /// How two parts of what was one line hang together: where a blank stood, one stands.
    static func end(_ text: [Unicode.Scalar], _ line: Range<Int>, _ next: Range<Int>) -> LineEnd {
        let (last, first) = (text[line.upperBound - 1], text[next.lowerBound])
        guard last.isASCIIInk, first.isASCIIInk else { return .joined }
        if last.isDigit, first.isDigit { return isGroup(text, line, next) ? .blank : .joined }
        if first.isLatinLetter {
            if last == "-" { return EnglishLines.seam(text, line, next) }
            let count = text[next].prefix(3).prefix { $0.isLatinLetter }.count
            return last.isDigit && count < 3 ? .joined : .blank
        }
        let isName = line.count < 2 || !text[line.upperBound - 2].isLatinLetter
        return last.isLatinLetter && first.isDigit && !isName ? .blank : .joined
    }

    // MARK: Figures

    private static func isInsideFigure(_ text: [Unicode.Scalar], _ line: TextLine, _ next: TextLine) -> Bool {
        let end = line.range.upperBound
        let (last, first) = (text[end - 1], text[next.range.lowerBound])
        let before: Unicode.Scalar = line.range.count > 1 ? text[end - 2] : "\n"
        if first.isDigit {
            if line.isNumber { return false }
            if last.isDigit { return !beginsYear(text, next.range) }
            return joints.contains(last) && before.isDigit || "+-−¥$".unicodeScalars.contains(last)
        }
        if last.isDigit, next.range.count > 1, text[next.range.lowerBound + 1].isDigit, joints.contains(first) {
            return true
        }
        guard last.isDigit || numerals.contains(last) || "余多几".unicodeScalars.contains(last) && isNumeral(before)
        else { return false }
        // 十⏎五, 三百⏎余万, 5⏎千; but 二季度 is a time of its own.
        let second: Unicode.Scalar = next.range.count > 1 ? text[next.range.lowerBound + 1] : "\n"
        if numerals.contains(first), second == "季" || second == "月" { return false }
        return units.contains(first) || (numerals.contains(first) && !line.isNumber)
    }

    /// 2023年: a time of its own.
    private static func beginsYear(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let digits = text[range].prefix { $0.isDigit }
        guard digits.count == 4, digits.first == "2" || digits.first == "1", digits.endIndex < range.upperBound else {
            return false
        }
        return text[digits.endIndex] == "年"
    }

    /// Whether the number at the end goes on with a group of three: 3 356⏎762.13.
    private static func isGroup(_ text: [Unicode.Scalar], _ line: Range<Int>, _ next: Range<Int>) -> Bool {
        var start = line.upperBound
        while start > line.lowerBound, text[start - 1].isDigit { start -= 1 }
        var end = next.lowerBound
        while end < next.upperBound, text[end].isDigit { end += 1 }
        guard line.upperBound - start <= 3, end - next.lowerBound == 3 else { return false }
        let isLast =
            line.upperBound - start == 3 && start - 1 > line.lowerBound && text[start - 1] == " "
            && text[start - 2].isDigit
        let isFirst = end + 1 < next.upperBound && text[end] == " " && text[end + 1].isDigit
        return isLast || isFirst
    }

    /// Between two numbers, or the parts of one.
    private static let joints = Set(".,-—~–至到".unicodeScalars)
    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || numerals.contains(scalar) }

    private static let numerals = Set("〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars)
    private static let units = Set("万亿千百十元人名次个件户家项笔‰倍成年月日季天岁余多几分角点位例岁所场批条份度周届期块".unicodeScalars)
    private static let particles = Set("的和与及或至从由为达约近超比较共将在对向把被以第每各该其且而则即仅均并等于据经自约较".unicodeScalars)
    private static let verbs = Set("达为约近超共至计有了到长降加少占出入".unicodeScalars)

    // MARK: Words

    /// Whether a word that is known stands on both sides.
    private static func isInsideWord(_ text: [Unicode.Scalar], _ line: Range<Int>, _ next: Range<Int>) -> Bool {
        for left in 1...3 where left <= line.count {
            for right in 1...(4 - left) where right <= next.count {
                let parts = text[line.upperBound - left..<line.upperBound]
                if words.contains(key(parts, text[next.lowerBound..<next.lowerBound + right])) { return true }
            }
        }
        return false
    }

    /// Up to four characters as one number.
    private static func key(_ first: ArraySlice<Unicode.Scalar>, _ second: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var key: UInt64 = 0
        for scalar in first { key = key << 16 | UInt64(truncatingIfNeeded: scalar.value & 0xFFFF) }
        for scalar in second { key = key << 16 | UInt64(truncatingIfNeeded: scalar.value & 0xFFFF) }
        return key
    }

    private static let words = Set(
        """
        职工 受助 互助 互助金 人次 万人 万元 亿元 季度 年度 月份 同比 环比 增长 增加 减少 下降 上升 提高 发放 支出 支付 拨付 门诊 住院 医疗 报销 二次 \
        金额 总额 去年 今年 上年 同期 上半年 下半年 半年 前三季度 全年 百分 百分之 百分点 分之 工会 会员 困难 帮扶 救助 资助 补助 保障 项目 启动 以来 累计 其中 \
        分别 平均 人均 日均 月均 达到 超过 突破 比重 占比 全市 全省 全国 全区 企业 单位 服务 活动 工作 记者 会议 参加 惠及 覆盖 范围 扩大 资金 基金 经费 情况 \
        数据 统计 部门 负责 负责人 相关 管理 社会 经济 建设 发展 城市 地区 我们 他们 没有 可以 进行 通过 开展 实现 组织 职业 培训 就业 劳动 女职工 农民工 \
        学生 患者 医院 医保 参保 保险 健康 体检 中心 公司 集团 街道 社区 委员 委员会 主席 表示 介绍 根据 按照 截至 目前 期间 此外 同时 元素 人员 人民 群众 领取 \
        投入 落实 政策 制度 机制 推进 推动 提供 享受 获得 得到 帮助 解决 需要 问题 要求 加强 坚持 完善 建立 重点 重大 主要 主题 以及 并且 因为 所以 但是 如果 \
        虽然 已经 正在 还有 这个 这些 这是 那个 一个 一些 第一 第二 第三 第四 一季 二季 三季 四季 慰问 慰问金 助学 助学金 送清凉 补贴 津贴 工资 收入 费用 自付 \
        负担 减轻 缓解 温暖 暖心 关爱 关心 家庭 生活 生产 安全 质量 水平 能力 建筑 交通 教育 文化 体育 科技 技术 技能 工程 产业 市场 消费 投资 财政 税收 贷款 \
        银行 账户 线上 线下 网络 平台 手机 短信 电话 咨询 热线 申请 审核 办理 手续 材料 报告 显示 公布 发布 消息 新闻 报道 报讯 本报 通讯 通讯员 讯员
        """.split { $0 == " " || $0 == "\n" }.map { key(Array($0.unicodeScalars)[...], []) })
}
