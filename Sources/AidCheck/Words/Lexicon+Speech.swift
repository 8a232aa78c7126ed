import AidModel

/// Words of all speech, by their classes, which change nothing in what a figure beside them is of: how, when, why and
/// with what right something is said.
///
/// Verbs that say what is done to people (培养, trained) and nouns of what can be counted are none of these.
extension Lexicon {
    static let chineseSpeech: [(DraftToken.Kind, String)] = [
        (.plain, chineseAdverbs), (.plain, chineseLinks), (.plain, chineseQualities), (.plain, chineseActs),
    ]

    private static let chineseAdverbs = """
        已经 必须 自然 原来 不断 不敢 当然 终于 似乎 真正 首先 更加 仍然 通常 忽然 经常 立即 也许 竟然 相对 不再 曾经 难道 立刻 正常 难以 相互 只好 始终 亲自 绝对 必要
        常常 早已 很快 纷纷 果然 日常 永远 互相 毕竟 慢慢 必然 随即 不禁 最早 再也 究竟 不必 尚未 更新 依然 渐渐 恐怕 大概 早就 赶快 真实 微微 居然 远远 当即 仿佛 不得不
        深刻 未必 暂时 好好 赶紧 无不 随时 更好 相继 简直 单独 顿时 反正 连忙 缓缓 特定 不停 并未 相连 或许 尽快 自觉 毫不 必定 难得 不难 仍旧 事先 暗中 已然 就此 连连
        绝不 偶尔 终究 不觉 偶然 极了 随意 干脆 偏偏 难免 不仅仅 尽可能 独自 原先 不曾 不已 即可 竭力 恰恰 着实 未免 不尽 兀自 届时 必将 牢牢 日趋 时常 尽力 亲眼 历经
        势必 想必 起初 决不 连夜 顺手 未曾 长远 特意 恰当 长久 自愿 亲手 默默 稍微 照样 极度 频频 并肩 稍稍 唯独 最先 果断 幸亏 务必 轻微 迟早 暂且 轮番 起步 业已 毅然
        往常 即刻 迟迟 突然 迅速 积极 努力 充分 正确 明确 确实 普遍 公开 显然 严格 认真 彻底 密切 坚决 仔细 详细 适时 迅猛 踊跃 紧接 逐一 逐项 逐笔 逐个 一贯 历次 如期 如数
        悉数 尽数 一并 一律 大都 大多 每每 日日 天天 时时 处处 事事 样样 笔笔 桩桩 件件 一一 依旧 匆匆 悄悄 实实在在
        """

    private static let chineseLinks = """
        或者 然后 不仅 只要 然而 尽管 还要 即使 接着 既然 无论 不管 不但 此后 否则 而言 并非 反而 所说 之所以 再说 不如 不论 何况 只不过 以便 既有 即便 不免 固然 不怕
        以致 何以 以此 别说 不然 以免 纵然 除非 只管 哪怕 要么 无非 所致 加之 反之 紧接着 而后 况且 除外 若非 转而 不光 继而 除此之外 非但 尚且 根据 关于 按照 除了 针对 依据
        依照 基于 沿着 凭借 随之 顺着 鉴于 向着 朝着 趁着 借着 靠着 本着 凭着 什么 这样 这种 这里 怎么 你们 如何 这么 有些 任何 那里 这时 那样 哪里 某些 怎样 有时 本身
        那种 自身 某种 此刻 此事 哪些 这话 之类 自行 彼此 那边 此处 何处 此举 自此 此类 来说 在内 所有 所谓 临时 现有 所属 特有 常有 固有 之间 中间 周围 面前 眼前 现在
        今天 后来 过来 往往 本来 刚才 昨天 平时 当前 当初 当今 日后 向来 素来 从来 从此 如同 犹如 好比 譬如 比方 例如 诸如 正如 恰如
        """

    private static let chineseQualities = """
        重要 先进 重大 丰富 严重 根本 容易 清楚 很大 重新 广泛 巨大 特殊 简单 复杂 良好 健康 不足 适当 不错 优秀 强烈 紧张 不久 充满 伟大 完整 平衡 强大 极大 方便 独特 有限
        准确 紧急 常见 沉重 有利 适宜 热闹 轻松 热烈 平静 频繁 不幸 敏感 不易 严肃 精细 清晰 紧密 庞大 鲜明 完美 美好 罕见 珍贵 平常 精确 寻常 坚定 严峻 充足 辛苦 惊讶
        遗憾 深远 艰苦 深厚 谨慎 亲切 冷静 剧烈 着重 优越 猛烈 便利 很小 纯粹 著称 巧妙 隆重 薄弱 明亮 平稳 乐观 圆满 耐心 强劲 繁忙 正规 迫切 持久 真诚 严谨 郑重 细致 牢固
        短暂 悬殊 醒目 亮眼 抢眼 可观 喜人 可喜 感人 动人 暖人 实打实 沉甸甸 热乎乎 红彤彤 响当当 大型 新型 小型 间接 主导 新兴 首要 主流 难忘 崭新 优良 最佳
        """

    private static let chineseActs = """
        没有 进行 知道 不能 决定 可能 出来 出现 提出 应该 进入 准备 觉得 表现 存在 实行 希望 引起 了解 控制 加强 坚持 改变 注意 采取 喜欢 集中 结束 认识 回答 考虑 作出 展开
        完善 安排 宣布 相信 看着 创造 促进 带来 看来 反映 导致 讨论 不得 肯定 处于 重视 适应 面对 听说 好像 理解 愿意 类似 体现 不了 掌握 突出 在于 欢迎 想起 显得 担心 记载
        推动 创新 变得 判断 加以 改善 承认 象征 具备 放心 停止 避免 维持 转化 走向 加速 使得 做法 防止 做出 相似 可惜 说法 值得 依靠 适用 追求 熟悉 用来 过渡 听取 据说 反复
        推广 出于 走进 排列 就算 扩展 探索 富有 自主 提醒 延伸 足够 做好 想法 记得 看法 留在 确立 予以 把握 鼓励 消除 原有 代替 得以 提前 赋予 懂得 转向 引导 说出 得知 开辟
        历来 围绕 列入 遵守 打破 带有 兴起 对待 陷入 摆脱 承诺 优化 活跃 进展 优先 尝试 营造 调控 波动 换来 撑起 织牢 织密 筑牢 守住 托住 扛起 点亮 打通 惠民 利民 便民 提质 增效
        回应 聚焦 紧盯 着力 着眼 立足 扎实 深化 细化 强化 固化 简化 压实 夯实 牵挂 惦记 惦念 叮嘱 感慨 感叹 感激 感谢 感动 欣慰 由衷 翻看 翻开 打开 合上 摊开 列出 写着 写道 印着
        写下 记着 记下 摆在 放在 落到 落在 流到 淌进 装进 揣进 攥着
        """

    static let englishSpeech: [(DraftToken.Kind, String)] = [
        (.plain, englishAdverbs), (.plain, englishQualities), (.plain, englishActs), (.plain, englishMatters),
    ].map { kind, words in
        (kind, words.split { $0 == " " || $0 == "\n" }.joined(separator: "|"))
    }

    private static let englishAdverbs = """
        actually additionally afterwards always anyway apparently aside away basically briefly carefully certainly
        clearly closely collectively comfortably commonly comparatively completely consequently consistently
        constantly currently dramatically duly early easily effectively entirely equally especially eventually
        evidently exclusively fairly finally firmly formerly fully generally generously greatly hardly heavily hence
        highly hitherto honestly immediately importantly increasingly initially lately likewise literally naturally
        necessarily newly nevertheless nonetheless normally notwithstanding obviously occasionally often officially
        ordinarily originally otherwise overwhelmingly partially particularly partly perhaps plainly possibly
        precisely predominantly presumably primarily principally probably promptly properly quietly quite
        rapidly rarely rather readily really recently regularly relatively repeatedly reportedly seasonally
        separately seriously simply simultaneously solely somewhat soon specifically strictly strikingly suddenly
        surely surprisingly swiftly thereby therefore thereafter thoroughly thus tightly traditionally truly
        ultimately uniformly unusually usually vastly widely unsurprisingly unexpectedly visibly appreciably
        noticeably marginally fractionally sizeably healthily smoothly straight sometimes seldom hopefully
        inevitably incidentally interestingly crucially evenly fortunately unfortunately mildly merrily
        """

    private static let englishQualities = """
        able available bare big bright broad certain clear common comparable complete considerable constant current
        deep different difficult direct dramatic easy effective essential evident exact extraordinary fair familiar
        fast final firm full good great hard heavy huge important impressive initial likely limited little
        long low major mere minor modern modest natural necessary nice normal notable obvious old open ordinary
        original own particular past peak poor popular possible present proud quick quiet rapid rare ready real
        recent regular related relative rich right robust rough safe secure sharp short significant similar simple
        single slight slow solid sound special specific stable standard striking strong substantial sudden sure
        tight true typical unexpected unprecedented usual useful various vast warm weak wide wrong grateful
        ordinary working welcome sizeable sizable hefty tidy brisk buoyant lively healthy
        respectable remarkable noteworthy telling encouraging heartening reassuring unmistakable bigger-than-usual
        best-ever record-breaking headline flagship long-running decade-old city-run voluntary non-profit
        """

    private static let englishActs = """
        argue argued argues ask asked asks asking attribute attributed attributes believe believed believes
        calculate calculated calculates calculation cite cited cites citing comment commented conclude concluded
        confirm confirmed confirms confirming consider considered credit credited declare declared demonstrate
        demonstrated demonstrates describe described describes detail detailed details disclose disclosed discloses
        emphasise emphasised emphasize emphasized ensure ensured ensures ensuring express expressed find found finds
        highlight highlighted highlights illustrate illustrated illustrates indicate indicated indicates indicating
        insist insisted list listed lists mean means meant mention mentioned mentions observe observed outline
        outlined point pointed points praise praised recall recalled recalls reflect reflected reflects reflecting
        release releases remark remarked reveal revealed reveals revealing stress stressed stresses suggest suggested
        suggests summarise summarised summarize summarized tell tells telling think thought understand understood
        underline underlined want welcome welcomed write wrote written writes happen happened happens appear
        appeared appears seem seemed seems prove proved proves show showing underscore underscored underscores
        mark marked marks marking depend depends depended matter matters mattered help's need needed needs use used
        uses using let lets allow allowed allows bring brings bringing leave leaves leaving lie lies lay stay stayed
        stays sit sits sat speak spoke speaks talk talked come comes coming try tried work works worked owe owes owed
        """

    private static let englishMatters = """
        announcement article basis board briefing bulletin chairman chairwoman chart column context document effort
        efforts evidence fact facts head heart interview item leader life line mark matter milestone moment note
        organisation organization organiser pace page paper point position pressure problem project purpose question
        reason result results review role round safety net season section sense sign situation source stage start
        step story structure summary summer winter spring autumn system table task term thing things title tradition
        update version voice word words world breakdown bookkeeping books ledger tables footnote appendix annex
        spokesperson secretary director deputy vice president chief manager accountant treasurer reporter
        correspondent editor colleague colleagues neighbour neighbor behalf standpoint
        cny rmb renminbi yardstick benchmark baseline comparison
        """
}
