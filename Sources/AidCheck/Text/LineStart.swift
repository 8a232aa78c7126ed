/// What a line begins with.
enum LineStart {
    static func kind(_ text: [Unicode.Scalar], _ range: Range<Int>, hasSentenceEnd: Bool) -> TextLine.Start {
        let first = text[range.lowerBound]
        if isRule(text, range) { return .rule }
        if closings.contains(first) { return .closing }
        if !hasSentenceEnd, isPageMark(text, range) { return .pageMark }
        if isAside(text, range) { return .aside }
        if bullets.contains(first) || ("①"..."⑳").contains(first) { return .bullet }
        if listMarkEnd(text, range) != nil { return .listMark }
        if isDateline(text, range) { return .dateline }
        return .text
    }

    /// What a line never begins with.
    static let closings = Set("，。、；：？！”’）》】%‰℃…,;)!?".unicodeScalars)
    static let bullets = Set("■□●○▲△◆◇▼▽★☆•◎▪◦※►▶>".unicodeScalars)

    /// Whether one of some words stands at a place.
    static func has(_ words: [[Unicode.Scalar]], _ text: [Unicode.Scalar], at index: Int) -> Int? {
        for word in words where index + word.count <= text.count {
            if zip(word, text[index...]).allSatisfy(==) { return index + word.count }
        }
        return nil
    }

    static func words(_ text: String) -> [[Unicode.Scalar]] {
        text.split(separator: " ").map { Array($0.unicodeScalars) }
    }

    /// ----, ＊＊＊, ═══: a line of three marks and more, and nothing else.
    private static func isRule(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard ruleMarks.contains(text[range.lowerBound]), range.count >= 3 else { return false }
        return text[range].allSatisfy { ruleMarks.contains($0) || $0.isBlank }
    }
    private static let ruleMarks = Set("-*=_~—─━═·.…#+★☆※◆■●▲".unicodeScalars)

    // MARK: Lists

    /// The end of 1. 2、 （三） 四、 (5) at the start of a line.
    static func listMarkEnd(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let limit = range.upperBound
        if text[index] == "-" || text[index] == "*" || text[index] == "·" || text[index] == "—" {
            let isMark = index + 1 < limit && text[index + 1].isBlank
            return isMark ? index + 1 : nil
        }
        let isBracketed = text[index] == "（" || text[index] == "("
        if isBracketed { index += 1 }
        let start = index
        while index < limit, index - start < 3, text[index].isDigit || isHanNumeral(text[index]) { index += 1 }
        guard index > start, index < limit else { return nil }
        let isHan = !text[start].isDigit
        if isBracketed { return text[index] == "）" || text[index] == ")" ? index + 1 : nil }
        switch text[index] {
        case "、":
            // 一、二季度 is no mark.
            let next = index + 1 < limit ? text[index + 1] : " "
            return isHanNumeral(next) || next.isDigit ? nil : index + 1
        case ".", "．", ")", "）":
            guard !isHan, index - start <= 2 else { return nil }
            let next = index + 1 < limit ? text[index + 1] : " "
            return next.isDigit ? nil : index + 1
        default: return nil
        }
    }

    private static func isHanNumeral(_ scalar: Unicode.Scalar) -> Bool {
        "一二三四五六七八九十".unicodeScalars.contains(scalar)
    }

    // MARK: Articles

    /// 本报讯, 据新华社, 暖州7月16日电: with what a report begins.
    private static func isDateline(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        if has(datelines, text, at: range.lowerBound) != nil { return true }
        var index = range.lowerBound
        let limit = min(range.upperBound, index + 24)
        while index < limit, text[index].isHan || text[index].isBlank, text[index] != "月" { index += 1 }
        guard index > range.lowerBound, index - range.lowerBound <= 10 else { return false }
        for mark: Unicode.Scalar in ["月", "日"] {
            let start = index
            while index < limit, text[index].isDigit || text[index].isBlank { index += 1 }
            guard index > start, index < limit, text[index] == mark else { return false }
            index += 1
        }
        while index < limit, text[index].isBlank { index += 1 }
        return index < limit && (text[index] == "电" || text[index] == "讯")
    }
    private static let datelines = words("本报讯 本刊讯 本网讯 本台讯 本报综合 本报电 据新华社 新华社 中新社 据中新社 据新华网 据人民网")

    /// 相关链接, 图为…: what stands beside an article.
    private static func isAside(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, asideMarks.contains(text[index]) { index += 1 }
        if has(captions, text, at: index) != nil { return true }
        guard let end = has(asides, text, at: index) else { return false }
        guard end < range.upperBound else { return true }
        return "：:】]｜|丨 \u{3000}\t".unicodeScalars.contains(text[end])
    }
    private static let asideMarks = Set("■□●▲△◆◇▼★【[（(>》".unicodeScalars)
    private static let captions = words("图为 图片新闻 图片说明 上图为 下图为 左图为 右图为 资料图片")
    private static let asides = words(
        "相关链接 新闻链接 背景链接 延伸阅读 相关新闻 新闻背景 名词解释 小贴士 链接 图表 制图 导读 编后 编者按 短评 新闻多一点 知识链接 政策链接 数据链接")

    /// What stands at the head and foot of a page: 第2版 综合新闻 责编：周小禾.
    private static func isPageMark(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count <= 80 else { return false }
        var index = range.lowerBound
        // A03 要闻
        if ("A"..."Z").contains(text[index]) {
            index += 1
            let start = index
            while index < range.upperBound, text[index].isDigit { index += 1 }
            if (1...3).contains(index - start), index == range.upperBound || text[index].isBlank || text[index] == "版" {
                return true
            }
        }
        if has(pageWords, text, at: range.lowerBound) != nil { return true }
        for index in range where text[index] == "版" || text[index] == "责" || text[index] == "星" {
            if index > range.lowerBound, text[index] == "版", isEditionNumber(text, before: index, range) { return true }
            if has(pageInner, text, at: index) != nil, index > range.lowerBound, text[index - 1].isBlank {
                return true
            }
        }
        return false
    }

    private static func isEditionNumber(_ text: [Unicode.Scalar], before end: Int, _ range: Range<Int>) -> Bool {
        var index = end - 1
        while index > range.lowerBound, text[index].isDigit || isHanNumeral(text[index]) || text[index] == "0" {
            index -= 1
        }
        return index < end - 1 && text[index] == "第"
    }
    private static let pageWords = words("责编 责任编辑 本版编辑 版面编辑 本版责编 编辑： 校对： 版式： 美编： 值班编委 值班主任 本栏目由 投稿邮箱 新闻热线 国内统一刊号")
    private static let pageInner = words("版式 责编 责任编辑 责校 星期一 星期二 星期三 星期四 星期五 星期六 星期日")
}
