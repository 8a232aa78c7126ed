import AidModel
import AidNews

/// Reads the figures of a table: each is told of by its caption, the head of its row and that of its column.
///
///     单位：万元       二季度   同比(%)        a cell is read as the sentence
///     门诊互助金       126.36    18.30         caption · 门诊互助金 · 二季度 · 126.36 · 万元
struct DraftTables {
    let lexed: (Range<Int>) -> [DraftToken]
    let read: ReadText
    let setting: DraftSetting
    let known: KnownFigures

    /// More heads than any printed cell has above it or before it, so that a table without end stays linear.
    private static let headLimit = 8

    func figures(_ table: ReadText.Table, isOurs: Bool?, firstSentence: Int) -> [DraftFigure] {
        let rows = table.rows.map { row in row.map { Cell(range: $0, tokens: lexed($0)) } }
        // A sentence above a table is no caption.
        let caption = table.caption.map { Cell(range: $0, tokens: lexed($0)) }
            .flatMap { cell in cell.tokens.contains { $0.kind == .sentenceEnd } ? nil : cell }
            .map { cell in Self.hasChanges(rows.prefix(table.headCount)) ? cell.withoutDirections : cell }
        let heads = rows.prefix(table.headCount).suffix(Self.headLimit)
        var figures: [DraftFigure] = []
        for row in rows.dropFirst(table.headCount) {
            let head = Array(row.prefix { !$0.isFigure }.suffix(Self.headLimit))
            // Of heads that span several columns nobody can tell by counting what stands below them.
            let isRagged = heads.contains { $0.count > 1 && $0.count != row.count }
            for (column, cell) in row.enumerated() where cell.isFigure {
                let above = heads.compactMap { $0.count > column ? $0[column] : nil }
                figures += self.figures(
                    cell, around: [caption.map { [$0] } ?? [], head, above], isOurs: isOurs,
                    sentence: firstSentence + figures.count
                ).map { figure in
                    var figure = figure
                    if isRagged, figure.isCertain { figure.support = .plausible(.unknownWords) }
                    return figure
                }
            }
        }
        return figures
    }

    private struct Cell {
        var range: Range<Int>
        var tokens: [DraftToken]

        /// The same without 增幅, which the heads of columns say themselves.
        var withoutDirections: Cell {
            Cell(range: range, tokens: tokens.filter { $0.kind.direction == nil })
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

    /// - Parameter around: the caption, the head of the row, and that of the column.
    private func figures(_ cell: Cell, around: [[Cell]], isOurs: Bool?, sentence: Int) -> [DraftFigure] {
        let all = around.flatMap { $0 }
        // 重大疾病互助 | 45人次: a row of a name that is not known is of something else.
        let isUnknownRow = around[1].contains { cell in
            cell.tokens.contains { $0.kind == .unknown && $0.range.count >= DraftWeights.unknownCharacters }
                && !cell.tokens.contains {
                    $0.kind.group != nil || $0.kind.period != nil || $0.kind.measure != nil || $0.kind == .whole
                        || $0.kind == .sum
                }
        }
        var tokens = all.flatMap { words($0.tokens) }
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
            (around[2] + around[1]).lazy.compactMap { self.unit($0.range) }.first
            ?? (isChange ? nil : around[0].lazy.compactMap { self.unit($0.range, of: measure) }.first)
        tokens[place].kind = .number(Self.inUnit(numeral, named))
        var reader = DraftReader(
            tokens, text: read.scalars, setting: setting, known: known, isOurs: isOurs, firstSentence: sentence)
        reader.read()
        let isOtherRow = around[1].contains { cell in
            cell.tokens.contains { $0.kind.isOfOthers }
                && !cell.tokens.contains { $0.kind.group != nil || $0.kind.period != nil }
        }
        return reader.figures.map { figure in
            var figure = figure
            for place in figure.words.indices where !cell.range.overlaps(figure.words[place].range) {
                figure.words[place].origin = .table
            }
            guard isUnknownRow || isOtherRow else { return figure }
            if isOtherRow { figure.support = .notOurs(.otherSubject) }
            if figure.isCertain { figure.support = .plausible(.unknownWords) }
            return figure
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
        ("个百分点", Unit(unit: .percentagePoints)), ("百分点", Unit(unit: .percentagePoints)),
        ("人次", Unit(unit: .personTimes)), ("人", Unit(unit: .people)), ("元", Unit(unit: .money)),
        ("%", Unit(unit: .percent)), ("million yuan", Unit(unit: .money, factor: 1_000_000)),
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
