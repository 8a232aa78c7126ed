/// What an article speaks of, by the pairs of characters in it.
struct ArticleSubject: Sendable {
    private var pairs: Set<UInt32> = []

    /// Adds a part of it, without figures, marks and words that stand in all articles.
    mutating func add(_ text: ArraySlice<Unicode.Scalar>) {
        var last: Unicode.Scalar?
        var word: (hash: UInt32, count: Int) = (0, 0)
        for scalar in text {
            if scalar.isLatinLetter {
                word = (word.hash &* 31 &+ (scalar.value | 0x20), word.count + 1)
            } else {
                addWord(word.hash, word.count)
                word = (0, 0)
            }
            if let last, last.isHan, scalar.isHan {
                let pair = ArticleSubject.pair(last, scalar)
                if !ArticleSubject.common.contains(pair) { pairs.insert(pair) }
            }
            last = scalar
        }
        addWord(word.hash, word.count)
    }

    /// Adds a word of English, as a number that no pair of Chinese characters has; short ones stand in all articles.
    private mutating func addWord(_ hash: UInt32, _ count: Int) {
        if count >= 6 { pairs.insert(hash & 0x3FFF_FFFF) }
    }

    /// Whether it shares several pairs with another, a tenth of the fewer at least.
    func isNear(_ other: ArticleSubject) -> Bool {
        let (few, many) = pairs.count < other.pairs.count ? (pairs, other.pairs) : (other.pairs, pairs)
        let shared = few.count { many.contains($0) }
        return shared >= 3 && shared * 10 >= few.count
    }

    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32 {
        first.value << 16 | second.value & 0xFFFF
    }

    private static let common: Set<UInt32> = {
        let words = """
            职工 工会 全市 全省 全国 今年 去年 上年 同期 同比 环比 增长 下降 增加 减少 季度 一季 二季 三季 四季 上半 半年 年度 其中 分别 达到 发放 人次 万人 万元 亿元 \
            项目 服务 活动 企业 单位 员工 会员 记者 本报 报讯 目前 截至 以来 已经 累计 我市 市总 总工 一线 困难 进行 开展 组织 参加 惠及 方面 全部 工作 情况 介绍 \
            负责 责人 年第 第一 第二 第三 第四 期间 余名 名职 余人 万名 余家 一个 年上 年下 比去 比上 较去 较上 年同 计划 平均 超过 人均 我们 他们 可以 通过 成为
            """
        return Set(
            words.split { $0 == " " || $0 == "\n" }.compactMap { word in
                let scalars = Array(word.unicodeScalars)
                return scalars.count == 2 ? pair(scalars[0], scalars[1]) : nil
            })
    }()
}
