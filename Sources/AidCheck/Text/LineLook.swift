/// What a line that was read looks like on its page.
struct LineLook: Sendable {
    enum Kind: Sendable, Hashable {
        case headline
        case prose
        /// A report's beginning: 本报讯.
        case dateline
        /// （记者 林晚）
        case byline
        case row
        case rule
        case pageMark
        /// 相关链接
        case aside
        /// 图为…
        case caption
        /// ▲市图书馆：…
        case item
        /// ■法律援助, with its text below.
        case headedItem
        /// An item of a list.
        case listed
    }

    var kind: Kind
    /// 简讯
    var isDigestHead = false

    /// Whether it is text of an article.
    var isBody: Bool { kind == .prose || kind == .dateline || kind == .row || kind == .item || kind == .listed }

    /// - Parameter headings: the headlines, where a format says which lines are some.
    static func all(_ read: ReadWriter, headings: [Int: Int]?) -> [LineLook] {
        var looks = read.lines.indices.map { index in
            let line = read.lines[index]
            var look = LineLook(kind: kind(read.scalars, line))
            if let headings, look.kind == .headline || headings[index] != nil {
                look.kind = headings[index] == nil ? .prose : .headline
            }
            look.isDigestHead = isDigestHead(read.scalars, line.range)
            return look
        }
        // A mark with a short line is an item with a headline if a text without one follows.
        for index in looks.indices where looks[index].kind == .item {
            let range = read.lines[index].range
            let isShort = range.count <= longestHeadline && read.lines[index].last.ending == .open
            let next = index + 1 < looks.count ? looks[index + 1].kind : .rule
            if isShort, next == .prose || next == .dateline { looks[index].kind = .headedItem }
            if isShort, looks[index].isDigestHead { looks[index].kind = .headedItem }
        }
        // A headline has something below it that is no list's item.
        for index in looks.indices where looks[index].kind == .headline && headings == nil {
            let isLast = index + 1 == looks.count
            let isFirst = index == 0
            if isLast, !isFirst { looks[index].kind = .prose }
        }
        return looks
    }

    /// In characters.
    private static let longestHeadline = 40
    private static let longestEnglishHeadline = 110

    private static func kind(_ text: [Unicode.Scalar], _ line: ReadWriter.Line) -> Kind {
        if line.first.tableNumber != nil { return .row }
        switch line.first.start {
        case .rule: return .rule
        case .pageMark: return .pageMark
        case .dateline: return .dateline
        case .aside:
            let isCaption =
                line.range.count > 8 && (line.last.ending == .sentence || text[line.range.upperBound - 1] == "摄")
            return isCaption ? .caption : .aside
        case .bullet: return articleBullets.contains(text[line.range.lowerBound]) ? .item : .listed
        case .listMark: return .listed
        case .text, .closing: break
        }
        if isBylined(text, line.range) { return .byline }
        if isBracketed(text, line) { return .item }
        return isHeadline(text, line) ? .headline : .prose
    }

    private static let articleBullets = Set("■□▲△◆◇▼▽★☆".unicodeScalars)

    private static func isHeadline(_ text: [Unicode.Scalar], _ line: ReadWriter.Line) -> Bool {
        let last = line.last
        let range = line.range
        let isEnglish = !text[range].contains(where: \.isHan)
        guard range.count <= (isEnglish ? longestEnglishHeadline : longestHeadline), range.count >= 2, !last.isNumber,
            text[range].contains(where: { $0.isHan || $0.isLatinLetter }),
            !text[range].dropLast().contains(where: { "。；;".unicodeScalars.contains($0) })
        else { return false }
        if TableCell.isNumber(text, range) || LineStart.has(speakers, text, at: range.lowerBound) != nil {
            return false
        }
        switch last.ending {
        case .open: return true
        // 高温津贴发了没有？
        case .sentence:
            return !isEnglish && "？！?!…”".unicodeScalars.contains(text[range.upperBound - 1]) && range.count <= 24
        default: return false
        }
    }

    private static let speakers = LineStart.words("问： 答： 记者： 问: 答: 记者: Q: A:")

    /// 本报记者 林晚
    private static func isBylined(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count <= 24 else { return false }
        let isBracketed = "（(□■".unicodeScalars.contains(text[range.lowerBound])
        return LineStart.has(bylines, text, at: range.lowerBound + (isBracketed ? 1 : 0)) != nil
    }
    private static let bylines = LineStart.words("本报记者 本报通讯员 记者 通讯员 文/ 图/ 文： 作者 见习记者 特约记者 本刊记者 编辑 By by BY")

    /// 【文体】市图书馆…
    private static func isBracketed(_ text: [Unicode.Scalar], _ line: ReadWriter.Line) -> Bool {
        text[line.range.lowerBound] == "【" && line.last.ending == .sentence
    }

    private static func isDigestHead(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count <= 16 else { return false }
        return range.contains { LineStart.has(digests, text, at: $0) != nil }
    }
    private static let digests = LineStart.words(
        "简讯 短讯 快讯 资讯 速览 速递 快报 简报 集锦 一句话新闻 微新闻 新闻点击 新闻速读 要闻回顾 动态 短波 短新闻 便民 信息窗 一周 各地")
}
