import AidModel
import AidNews

/// Finds what else of the programme's a failing figure states, to its last printed digit.
///
/// So many digits do not agree by chance. So either the figure was taken from the wrong row, or its words were read
/// wrongly. The first is only believed where the draft itself says the one thing in which both differ.
struct DraftCoincidence {
    let known: KnownFigures

    /// What the figure states instead; nil: nothing, or words say that it does not.
    func other(_ figure: DraftFigure, _ number: Numeral, _ statement: DraftStatement) -> DraftStatement? {
        guard number.isPlain, [.level, .change, .percent, .share, .ratio].contains(statement.kind) else { return nil }
        // Zeros at the end may be those of a round number.
        let written = String(number.value / max(number.step, 1)).utf8
        let digits = written.count - written.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        guard digits >= DraftWeights.coincidenceDigits else { return nil }
        let isWide = digits >= DraftWeights.wideCoincidenceDigits
        for span in spans(statement, isWide: isWide) {
            for groups in self.groups(statement, isWide: isWide) {
                for other in statements(figure, statement, span, groups) where other != statement {
                    guard let range = known.value(other).range, let exact = range.exactly, exact.numerator != 0,
                        number.accepted.contains(exact) || number.accepted.contains(exact.negated),
                        !isExcluded(other, statement, figure, isWide: isWide)
                    else { continue }
                    return other
                }
            }
        }
        return nil
    }

    // MARK: What it may be

    private func spans(_ statement: DraftStatement, isWide: Bool) -> [DraftSpan] {
        let quarter = statement.span.quarter
        var spans: [DraftSpan] = [
            statement.span, .quarter(quarter), .quarter(quarter.quarterEarlier), .quarter(quarter.yearEarlier),
            .yearToDate(quarter), .yearToDate(Quarter(year: quarter.year, number: 4)), .cumulative(quarter),
            .yearToDate(quarter.yearEarlier),
        ]
        let reach = isWide ? DraftWeights.coincidenceQuarters : 0
        for last in (quarter.ordinal - reach)...(quarter.ordinal + reach) {
            spans.append(DraftSpan(first: nil, last: last))
            for count in isWide ? 1...DraftWeights.coincidenceQuarters : 2...4 {
                spans.append(DraftSpan(first: last - count + 1, last: last))
            }
        }
        return spans.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func groups(_ statement: DraftStatement, isWide: Bool) -> [[Int]] {
        let own = statement.now.groups.isEmpty ? [[]] : [statement.now.groups, []]
        guard isWide, known.knownGroupCount <= DraftWeights.coincidenceGroups else { return own }
        return own + (0..<known.knownGroupCount).map { [$0] }.filter { !own.contains($0) }
    }

    private func statements(
        _ figure: DraftFigure, _ statement: DraftStatement, _ span: DraftSpan, _ groups: [Int]
    ) -> [DraftStatement] {
        let measures: [FactMeasure]
        switch figure.numeral.unit {
        case .people: measures = [.recipients]
        case .personTimes: measures = [.personTimes]
        case .money: measures = [.amount, .amountPerRecipient, .amountPerPersonTime]
        default: measures = [.recipients, .personTimes, .amount]
        }
        let isPercent = figure.numeral.unit == .percent
        let bases = [span.moved(years: -1), span.before].compactMap { $0 }
        return measures.flatMap { measure -> [DraftStatement] in
            let now = DraftQuantity(measure: measure, span: span, groups: groups)
            if isPercent {
                let share =
                    groups.isEmpty ? [] : [DraftStatement(kind: .share, now: now, base: now.of(groups: []))]
                return share + bases.map { DraftStatement(kind: .percent, now: now, base: now.of($0)) }
            }
            let isTotal = measure == FactMeasure(measure.plain) && (span.quarterCount ?? 0) > 0
            let rates: [DraftQuantity.Rate] = span.quarterCount == 1 ? [.day, .month] : [.day, .month, .quarter]
            let levels = ([nil] + (isTotal ? rates : [])).map { (rate: DraftQuantity.Rate?) in
                var quantity = now
                quantity.rate = rate
                return DraftStatement(kind: .level, now: quantity)
            }
            return levels + bases.map { DraftStatement(kind: .change, now: now, base: now.of($0)) }
        }
    }

    // MARK: What words exclude

    /// Whether the two differ in one thing alone, in which whoever wrote may have erred, as the words say it.
    private func isExcluded(
        _ other: DraftStatement, _ statement: DraftStatement, _ figure: DraftFigure, isWide: Bool
    ) -> Bool {
        func isSaid(_ role: DraftWord.Role) -> Bool {
            figure.words.contains { $0.role == role && ($0.origin == .clause || $0.origin == .table) }
        }
        var excluded: [Bool] = []
        let isOfOtherBase = other.kind == statement.kind && other.base?.span != statement.base?.span
        if other.now.span != statement.now.span || isOfOtherBase {
            excluded.append(!figure.hasUnreadTime)
        }
        if other.now.groups != statement.now.groups {
            excluded.append(statement.now.groups.isEmpty ? figure.saysWhole : isSaid(.group))
        }
        if other.measure != statement.measure || other.now.rate != statement.now.rate {
            let areAverages = statement.measure != FactMeasure(statement.measure.plain)
            let isNamed = [.people, .personTimes].contains(figure.numeral.unit) || isSaid(.measure)
            excluded.append(figure.numeral.unit == .money ? areAverages || isSaid(.average) : isNamed)
        }
        if other.kind != statement.kind {
            // Nothing is a change of which no word says so, and what is said to have risen by so much is no level.
            let isOpen =
                statement.kind != .change
                && figure.words.contains { $0.role == .direction && $0.origin == .clause }
            guard isOpen else { return true }
            excluded.append(false)
        }
        return excluded.count > 1 ? !isWide : excluded.allSatisfy { $0 }
    }
}
