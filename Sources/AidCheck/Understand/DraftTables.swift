import AidModel
import AidNews

/// Reads the figures of a table: each is told of by its caption, the head of its row and that of its column.
///
///     单位：万元       二季度   同比(%)        a cell is read as the sentence
///     门诊互助金       126.36    18.30         caption · 门诊互助金 · 二季度 · 126.36 · 万元
///
/// What stands above the heads of the rows is said of all cells, 受助人次 in the first table; and a change without a
/// time of its own is that between the two times to its left:
///
///     受助人次   2023年上半年   2022年上半年   增减
///     门诊              1617           1349   +268
struct DraftTables {
    let lexed: (Range<Int>) -> [DraftToken]
    let isAmbiguous: (Range<Int>) -> Bool
    let read: ReadText
    let setting: DraftSetting
    let known: KnownFigures

    /// More heads than any printed cell has above it or before it, so that a table without end stays linear.
    private static let headLimit = 8

    func figures(_ table: ReadText.Table, isOurs: Bool?, firstSentence: Int) -> [DraftFigure] {
        let rows = table.rows.enumerated().map { number, row in
            row.map { Cell(range: $0, tokens: number < table.headCount ? headWords($0) : lexed($0)) }
        }
        // A sentence above a table is no caption.
        let caption = table.caption.map { Cell(range: $0, tokens: lexed($0)) }
            .flatMap { cell in cell.tokens.contains { $0.kind == .sentenceEnd } ? nil : cell }
            .map { cell in Self.hasChanges(rows.prefix(table.headCount)) ? cell.withoutDirections : cell }
        let heading = table.heading.map { Cell(range: $0, tokens: lexed($0).filter(Self.isDate)) }
            .flatMap { $0.tokens.count == 1 ? $0 : nil }
        let heads = Self.withCorner(
            Array(rows.prefix(table.headCount).suffix(Self.headLimit)), rows[table.headCount...])
        if heads.joined().contains(where: isOfRecords) { return notOurs(table, firstSentence) }
        let isOfVersions = heads.joined().contains(where: isOfVersions)
        var figures: [DraftFigure] = []
        var told: Set<Int> = []
        for row in rows.dropFirst(table.headCount) {
            let head = quarter(of: Array(row.prefix { !$0.isFigure }.suffix(Self.headLimit)), heads, yearNamed(table))
            let isRowOfVersions = isOfVersions || head.contains(where: self.isOfVersions)
            // Of heads that span several columns nobody can tell by counting what stands below them.
            let isRagged = heads.contains { $0.count > 1 && $0.count != row.count }
            for (column, cell) in row.enumerated() where cell.isFigure {
                // A cell that takes up several columns or rows is told of once.
                guard cell.range.isEmpty || told.insert(cell.range.lowerBound).inserted else { continue }
                var above = heads.compactMap { $0.count > column ? $0[column] : nil }
                if !isRagged { above = times(of: column, after: head.count, above, heads) + above }
                let corner = isRagged ? [] : self.corner(heads, head, above)
                let over = [caption].compactMap { $0 }
                let hasDate = (over + head + above + corner).contains { $0.tokens.contains(where: Self.isDate) }
                figures += self.figures(
                    cell, around: [hasDate ? over : [heading].compactMap { $0 } + over, head, above, corner],
                    isOurs: isOurs,
                    sentence: firstSentence + figures.count
                ).map { figure in
                    var figure = figure
                    if isRagged, figure.isCertain { figure.support = .plausible(.unknownWords) }
                    if isRowOfVersions || (head + above).contains(where: { isAmbiguous($0.range) }), figure.isOurs {
                        figure.support = .plausible(.record)
                    }
                    return figure
                }
            }
        }
        let others = (rows.prefix(table.headCount) + rows.dropFirst(table.headCount)).joined()
        for cell in others where !cell.isFigure && cell.hasAmount {
            guard told.insert(cell.range.lowerBound).inserted else { continue }
            figures += self.figures(
                cell, around: [[caption].compactMap { $0 }, [], [], []], isOurs: isOurs,
                sentence: firstSentence + figures.count)
        }
        return figures
    }

    /// Heartbridge aid by quarter, 2022: the year that a caption names.
    private func yearNamed(_ table: ReadText.Table) -> PeriodWords.Year? {
        for range in [table.caption, table.heading].compactMap({ $0 }) {
            for start in range where start + 4 <= range.upperBound {
                let isAlone =
                    (start == range.lowerBound || !read.scalars[start - 1].isDigit)
                    && (start + 4 == range.upperBound || !read.scalars[start + 4].isDigit)
                guard isAlone, TableCell.isYear(read.scalars, start..<start + 4) else { continue }
                return Int(String(String.UnicodeScalarView(read.scalars[start..<start + 4]))).map { .absolute($0) }
            }
        }
        return nil
    }

    /// First | 58.9 | 42.4, in a column that is called Quarter: the head of a row as the time that it is.
    private func quarter(of head: [Cell], _ heads: [[Cell]], _ year: PeriodWords.Year?) -> [Cell] {
        let scan = TextScan(text: read.scalars)
        guard head.count == 1, let corner = heads.last?.first?.range, !corner.isEmpty,
            scan.hasWord("quarter", at: corner.lowerBound) || scan.has("季", at: corner.lowerBound)
        else { return head }
        let start = head[0].range.lowerBound
        let number =
            ["first", "second", "third", "fourth"].firstIndex { scan.hasWord($0, at: start) }
            ?? ["一", "二", "三", "四"].firstIndex { scan.has($0, at: start) && head[0].range.count == 1 }
        let span: PeriodWords.Span
        if let number, head[0].range.count <= 6 {
            span = .quarter(number + 1)
        } else if ["year", "full year", "whole year"].contains(where: { scan.hasWord($0, at: start) }) {
            span = .toQuarter(4)
        } else {
            return head
        }
        let words = PeriodWords(year: year, span: span)
        return [Cell(range: head[0].range, tokens: [DraftToken(range: head[0].range, kind: .period(words))])]
    }

    /// Heads that begin above the first figures, with the corner that stands empty to their left: blanks that part
    /// columns say nothing at the beginning of a line.
    private static func withCorner(_ heads: [[Cell]], _ rows: ArraySlice<[Cell]>) -> [[Cell]] {
        guard let first = rows.first else { return heads }
        let headCount = first.prefix { !$0.isFigure }.count
        let areAlike = rows.allSatisfy { row in
            row.count == first.count && row.prefix { !$0.isFigure }.count == headCount
        }
        guard areAlike, headCount > 0 else { return heads }
        return heads.map { head in
            guard head.count == first.count - headCount else { return head }
            let start = head.first?.range.lowerBound ?? 0
            return Array(repeating: Cell(range: start..<start, tokens: []), count: headCount) + head
        }
    }

    /// The words of a head, in which a year alone is a time: 2022.
    private func headWords(_ range: Range<Int>) -> [DraftToken] {
        let tokens = lexed(range)
        guard TableCell.isYear(read.scalars, range),
            let year = tokens.first?.kind.numeral.map({ Int($0.value / DraftBounds.one) })
        else { return tokens }
        return [DraftToken(range: range, kind: .period(PeriodWords(year: .absolute(year), span: nil)))]
    }

    private struct Cell {
        var range: Range<Int>
        var tokens: [DraftToken]

        /// The same without 增幅, which the heads of columns say themselves.
        var withoutDirections: Cell {
            Cell(range: range, tokens: tokens.filter { $0.kind.direction == nil })
        }

        /// Whether a number of people, payments or money, or a percent, stands in it.
        var hasAmount: Bool {
            tokens.contains { token in
                token.kind.numeral.map { [.people, .personTimes, .money, .percent].contains($0.unit) } ?? false
            }
        }

        /// Whether it states figures rather than names something.
        var isFigure: Bool {
            guard let first = tokens.first, tokens.contains(where: { $0.kind.isNumber }) else { return false }
            return first.kind.isNumber || first.kind.direction != nil
        }
    }

    /// Whether the head of a column says that there are changes below it.
    private static func hasChanges(_ heads: ArraySlice<[Cell]>) -> Bool {
        heads.contains { row in
            row.contains { cell in
                cell.tokens.contains { token in
                    if case .comparison = token.kind { true } else { token.kind.direction != nil }
                }
            }
        }
    }

    /// What stands above the heads of the rows, if it names what is counted, or when, and they do not.
    private func corner(_ heads: [[Cell]], _ head: [Cell], _ above: [Cell]) -> [Cell] {
        func isMeasure(_ cell: Cell) -> Bool { cell.tokens.contains { $0.kind.measure != nil } }
        // 与上年同期相比的增减 says against what, not when.
        func isTime(_ cell: Cell) -> Bool { cell.tokens.contains(where: Self.isDate) }
        let lacksMeasure = !(head + above).contains(where: isMeasure)
        let lacksTime = !(head + above).contains(where: isTime)
        return heads.flatMap { $0.prefix(head.count) }.filter {
            lacksMeasure && isMeasure($0) || lacksTime && isTime($0)
        }
    }

    /// The two times between which a column tells a change, where its own heads name none: what it is of, and what
    /// that is compared with.
    private func times(of column: Int, after first: Int, _ above: [Cell], _ heads: [[Cell]]) -> [Cell] {
        let said = above.flatMap(\.tokens)
        func changes(_ place: Int) -> Bool {
            heads.contains { $0.count > place && $0[place].tokens.contains { $0.kind.direction != nil } }
        }
        // Change | Percent
        let isPlain = !said.contains { $0.kind.measure != nil || $0.kind.group != nil || $0.kind == .share }
        let isChange = changes(column) || isPlain && column > first && changes(column - 1)
        guard isChange, !said.contains(where: Self.isTime), first < column else { return [] }
        let columns = (first..<column).compactMap { place in
            heads.compactMap { $0.count > place ? $0[place] : nil }.last { $0.tokens.contains(where: Self.isTime) }
        }.suffix(2)
        let reader = DraftReader(
            [], text: read.scalars, setting: setting, known: known, isOurs: nil, firstSentence: 0)
        let named = columns.compactMap { cell -> (words: PeriodWords, range: Range<Int>, last: Int)? in
            guard let token = cell.tokens.first(where: { $0.kind.period != nil }), let words = token.kind.period,
                let span = reader.resolved(words).first?.value
            else { return nil }
            return (words, token.range, span.last)
        }.sorted { $0.last < $1.last }
        guard named.count == columns.count, let now = named.last else { return [] }
        var tokens = [DraftToken(range: now.range, kind: .period(now.words))]
        if named.count > 1 { tokens.append(DraftToken(range: named[0].range, kind: .comparison(named[0].words))) }
        return [Cell(range: now.range, tokens: tokens)]
    }

    /// 第2版, published on: figures as they once were.
    private func isOfVersions(_ cell: Cell) -> Bool {
        let scan = TextScan(text: read.scalars)
        return cell.range.contains { place in
            scan.end(ofAny: ["公布", "发布", "版本", "修订", "应付金额"], at: place) != nil
                || ["published", "version", "versions", "restated", "revised", "amount due"].contains {
                    scan.hasWord($0, at: place)
                }
        }
    }

    /// Whether a word says by itself when something was, as 上年同期 does not.
    private static func isDate(_ token: DraftToken) -> Bool {
        switch token.kind {
        case .period(let words): !words.isRelative
        case .since: true
        default: false
        }
    }

    private static func isTime(_ token: DraftToken) -> Bool {
        switch token.kind {
        case .period, .comparison, .since: true
        default: false
        }
    }

    // MARK: Of records

    /// 记录数: a table that counts the lines of exports, not what they tell.
    private func isOfRecords(_ cell: Cell) -> Bool {
        let scan = TextScan(text: read.scalars)
        return cell.range.contains { place in
            scan.end(ofAny: ["记录数", "记录总数", "条记录"], at: place) != nil || scan.hasWord("records", at: place)
        }
    }

    private func notOurs(_ table: ReadText.Table, _ firstSentence: Int) -> [DraftFigure] {
        table.rows.dropFirst(table.headCount).joined().flatMap { range in
            let tokens = lexed(range)
            return tokens.compactMap { token in
                token.kind.numeral.map {
                    DraftFigure(
                        numeral: $0, readings: [], support: .notOurs(.otherSubject), doubt: .noMeaning,
                        sentence: firstSentence, clause: range)
                }
            }
        }
    }

    // MARK: Cells

    /// - Parameter around: the caption, the head of the row, that of the column, and that of the rows' heads.
    private func figures(_ cell: Cell, around: [[Cell]], isOurs: Bool?, sentence: Int) -> [DraftFigure] {
        let all = [around[0], around[3], around[1], around[2]].joined()
        // 重大疾病互助 | 45人次, 其余6个 | 986: a row or a column of a name that is not known is of something else.
        let isUnknownRow = around[1].contains(where: isUnread) || around[2].contains(where: isUnread)
        let isUnnamedRow = !around[1].isEmpty && around[1].allSatisfy { !$0.tokens.contains(where: saysOfWhat) }
        // 丙厂 | 全部: of all kinds of care, but of the group.
        let hasGroup = (around[1] + around[2]).contains { $0.tokens.contains { $0.kind.group != nil } }
        var tokens = all.flatMap { words($0.tokens) }.filter { !hasGroup || $0.kind != .whole && $0.kind != .sum }
        let start = tokens.count
        tokens += cell.tokens.filter { !$0.kind.endsSentence }
        guard let place = tokens[start...].firstIndex(where: { $0.kind.isNumber }),
            let numeral = tokens[place].kind.numeral
        else { return [] }
        // The nearest head that names a unit: the column's, the row's, the caption's.
        let measure = tokens.last { $0.kind.measure != nil }?.kind.measure
        let isChange = around[2].contains {
            $0.tokens.contains { if case .comparison = $0.kind { true } else { false } }
        }
        let named =
            (around[2] + around[1] + around[3]).lazy.filter { cell in
                !(cell.tokens.count == 1 && cell.tokens[0].kind.group != nil)
            }
            .compactMap { self.unit($0.range) }.first
            ?? (isChange ? nil : around[0].lazy.compactMap { self.unit($0.range, of: measure) }.first)
        // 同比增减 | 0.17: whether it is in percent, or in the caption's unit, nothing says.
        let isOfOpenUnit = isChange && named == nil && numeral.unit == .none
        tokens[place].kind = .number(Self.inUnit(numeral, named))
        var reader = DraftReader(
            tokens, text: read.scalars, setting: setting, known: known, isOurs: isOurs, firstSentence: sentence)
        reader.isOfTable = true
        reader.read()
        let isOtherRow = around[1].contains { cell in
            cell.tokens.contains { $0.kind.isOfOthers }
                && !cell.tokens.contains { $0.kind.group != nil || $0.kind.period != nil }
        }
        // 每千名会员受助职工, 增减来自哪里: what is made of ours together with something else is another figure.
        let isOfMore = (around[0] + around[2] + around[3]).contains { cell in
            cell.tokens.contains { $0.kind.isOfOthers } || isPerThousand(cell)
        }
        let isOfAllTime = around[1].contains(where: isOfAllTime)
        return reader.figures.map { figure in
            var figure = figure
            if isOfAllTime || isUnnamedRow || isUnknownRow, figure.isOurs { figure.support = .plausible(.record) }
            for place in figure.words.indices where !cell.range.overlaps(figure.words[place].range) {
                figure.words[place].origin = .table
            }
            if isOfOpenUnit, figure.isCertain { figure.support = .plausible(.wordsLeft) }
            guard isUnknownRow || isOtherRow || isOfMore else { return figure }
            if isOtherRow { figure.support = .notOurs(.otherSubject) }
            // No slip makes another figure one of ours.
            if isOfMore, figure.isOurs { figure.support = .plausible(.record) }
            if figure.isCertain { figure.support = .plausible(.unknownWords) }
            return figure
        }
    }

    /// Whether a head has words that are not known, which may say that it is of something else; or a group's name as a
    /// part of another.
    private func isUnread(_ cell: Cell) -> Bool {
        let hasGroup = cell.tokens.contains { $0.kind.group != nil }
        return cell.tokens.contains { token in
            switch token.kind {
            case .unknown: hasGroup || token.range.count >= DraftWeights.unknownCharacters
            case .direction, .period, .comparison, .number, .share, .since: hasGroup
            default: false
            }
        }
    }

    /// Whether a word names what the figures beside it are of: a group, a time, what is counted.
    private func saysOfWhat(_ token: DraftToken) -> Bool {
        switch token.kind {
        case .plain, .unknown, .number, .listMark, .open, .close, .comma, .colon, .semicolon, .to, .from: false
        default: !token.kind.endsSentence
        }
    }

    /// 各时期的受助人次: what a row of a balance tells of all its input is of no column's time.
    private func isOfAllTime(_ cell: Cell) -> Bool {
        let scan = TextScan(text: read.scalars)
        return cell.range.contains { place in scan.has("各时期", at: place) || scan.hasWord("of all time", at: place) }
    }

    /// Recipients per 1,000
    private func isPerThousand(_ cell: Cell) -> Bool {
        let scan = TextScan(text: read.scalars)
        return cell.tokens.indices.dropFirst().contains { place in
            cell.tokens[place].kind.isNumber
                && scan.hasWord("per", at: cell.tokens[place - 1].range.lowerBound)
        }
    }

    /// What heads say, but for units and figures.
    private func words(_ tokens: [DraftToken]) -> [DraftToken] {
        tokens.filter { token in
            switch token.kind {
            case .number, .open, .close, .comma, .semicolon, .colon, .unknown: false
            default: !token.kind.endsSentence
            }
        }
    }

    // MARK: Units in heads

    struct Unit: Sendable, Hashable {
        var unit: Numeral.Unit
        var factor: Int128 = 1
    }

    private static let units: [(word: String, unit: Unit)] = [
        ("亿元", Unit(unit: .money, factor: 100_000_000)), ("百万元", Unit(unit: .money, factor: 1_000_000)),
        ("万元", Unit(unit: .money, factor: 10_000)), ("千元", Unit(unit: .money, factor: 1000)),
        ("万人次", Unit(unit: .personTimes, factor: 10_000)), ("万人", Unit(unit: .people, factor: 10_000)),
        ("percentage points", Unit(unit: .percentagePoints)), ("个百分点", Unit(unit: .percentagePoints)),
        ("百分点", Unit(unit: .percentagePoints)),
        ("人次", Unit(unit: .personTimes)), ("人", Unit(unit: .people)), ("元", Unit(unit: .money)),
        ("%", Unit(unit: .percent)), ("'000 yuan", Unit(unit: .money, factor: 1000)),
        ("’000 yuan", Unit(unit: .money, factor: 1000)), ("000 yuan", Unit(unit: .money, factor: 1000)),
        ("thousand yuan", Unit(unit: .money, factor: 1000)), ("million yuan", Unit(unit: .money, factor: 1_000_000)),
        ("yuan", Unit(unit: .money)),
        ("Yuan", Unit(unit: .money)), ("people", Unit(unit: .people)),
    ]

    /// The unit that a head names in brackets, or after 单位 or a comma, or alone.
    private func unit(_ range: Range<Int>) -> Unit? {
        let scan = TextScan(text: read.scalars)
        func unit(at place: Int) -> Unit? {
            let start = scan.skipSpace(scan.end(ofAny: ["单位：", "单位:", "单位"], at: place) ?? place)
            return Self.units.first {
                scan.has($0.word, at: start) && start + $0.word.unicodeScalars.count <= range.upperBound
            }?.unit
        }
        for place in range where "(（:：,，/".unicodeScalars.contains(read.scalars[place]) {
            if let found = unit(at: place + 1) { return found }
        }
        guard let found = unit(at: range.lowerBound) else { return nil }
        return range.count <= 6 ? found : nil
    }

    /// The unit of a measure among those that a caption lists: 单位：人、人次、万元.
    private func unit(_ range: Range<Int>, of measure: Measure?) -> Unit? {
        let scan = TextScan(text: read.scalars)
        guard let start = range.first(where: { scan.has("单位", at: $0) }) else { return unit(range) }
        var place = start
        while place < range.upperBound {
            if let found = Self.units.first(where: { scan.has($0.word, at: place) }) {
                let isOfMeasure =
                    switch measure {
                    case .recipients?: found.unit.unit == .people
                    case .personTimes?: found.unit.unit == .personTimes
                    case .amount?: found.unit.unit == .money
                    case nil: true
                    }
                if isOfMeasure { return found.unit }
                place += found.word.unicodeScalars.count
            } else {
                place += 1
            }
        }
        return nil
    }

    private static func inUnit(_ numeral: Numeral, _ unit: Unit?) -> Numeral {
        guard numeral.unit == .none, let unit else { return numeral }
        var numeral = numeral
        numeral.unit = unit.unit
        guard unit.factor > 1, numeral.value < Int128.max / unit.factor / 1000 else { return numeral }
        numeral.value *= unit.factor
        numeral.step *= unit.factor
        numeral.upper = numeral.upper.map { $0 * unit.factor }
        numeral.hasMagnitude = true
        return numeral
    }
}
