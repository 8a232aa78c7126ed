package import AidModel

/// A draft whose every figure was held against the facts and against each other.
///
///     text ─▶ words ─▶ figures, each with what it speaks of ─▶ facts ─▶ verdicts
///                                                       └─▶ each other ─┘
package struct DraftCheck: Sendable {
    package let draft: DraftText
    /// In the order of the draft.
    package let figures: [CheckedFigure]
    package let contradictions: [DraftContradiction]
    /// The quarter that “this quarter” is; nil: the draft was held against itself and names no year.
    package let quarter: Quarter?
    /// Whether there were facts at all.
    package let hasFacts: Bool

    /// - Parameters:
    ///   - quarter: the one that the draft is about; nil: what the draft, the date or the facts tell.
    ///   - date: of the draft, by which 今年 and 去年 are understood; nil: the year of the quarter.
    package init(
        _ draft: DraftText, against known: KnownFigures, quarter: Quarter?, date: CalendarDay?
    ) throws(DraftProblem) {
        let names = [known.programme?.title.zh, known.programme?.title.en].compactMap { $0 }
        let words = DraftLexer.tokens(draft, groups: GroupWords.names(known.groups), names: names)
        let tables = DraftTables(words, cells: draft.cells.all)
        let tokens = tables.tokens
        var setting = DraftCheck.setting(tokens, known, quarter: quarter, date: date)
        setting.starts = known.starts
        let understood = (DraftUnderstanding.figures(draft, tokens: tokens, setting: setting) + tables.figures).sorted {
            $0.number.range.lowerBound < $1.number.range.lowerBound
        }
        guard understood.count <= DraftText.figureLimit else {
            throw DraftProblem(kind: .tooManyFigures, lineNumber: nil)
        }
        let judge = DraftJudge(known: known)
        let totals = Set(understood.filter { $0.number.hasMagnitude && $0.doubt == nil }.map(\.sentence))
        let findings = understood.map { judge.finding($0, hasCompany: totals.contains($0.sentence)) }
        let statements = zip(understood, findings).map {
            $1.reason.isOfSomethingElse ? nil : $1.statement ?? $0.statements.first
        }
        self.draft = draft
        self.quarter = setting.thisYear == DraftSetting.unknownYear ? nil : setting.quarter
        hasFacts = !known.isEmpty
        let all = DraftContradictions.find(understood, statements, known: known)
        // What the facts say is true contradicts nothing; of what they say is wrong the facts say more.
        contradictions = all.filter { contradiction in
            let verdicts = contradiction.figures.map { findings[$0].verdict }
            return !verdicts.contains(.wrong) && verdicts.contains(.unknown)
        }
        let wording = StatementWording(known: known)
        figures = DraftCheck.checked(draft, understood, findings, contradictions, wording)
    }

    private static func checked(
        _ draft: DraftText, _ understood: [DraftFigure], _ findings: [DraftJudge.Finding],
        _ contradictions: [DraftContradiction], _ wording: StatementWording
    ) -> [CheckedFigure] {
        understood.indices.map { place in
            let finding = findings[place]
            let contradiction =
                finding.verdict == .unknown ? contradictions.first { $0.figures.contains(place) } : nil
            let shown = understood[place].number.range
            let range = draft.sourceRange(shown)
            let (lineNumber, columnNumber) = draft.place(range.lowerBound)
            return CheckedFigure(
                lineNumber: lineNumber, columnNumber: columnNumber, text: draft.shownText(shown),
                verdict: contradiction == nil ? finding.verdict : .contradicted,
                reason: contradiction?.reason ?? wording.text(finding.reason),
                subject: finding.statement.map(wording.subject),
                expected: finding.expected.flatMap { value in finding.statement.map { wording.value($0, value) } },
                factIDs: finding.ids, isProvisional: finding.isProvisional, range: range, shown: shown)
        }
    }

    package func count(_ verdict: CheckedFigure.Verdict) -> Int {
        figures.count { $0.verdict == verdict }
    }

    /// Whether something in the draft must be mended.
    package var isWrong: Bool { figures.contains { $0.verdict == .wrong || $0.verdict == .contradicted } }

    // MARK: What the draft is about

    /// How many tokens come before the end of the first sentence with a figure: with a date, what is named
    /// later does not say what the draft is about.
    private static func opening(_ tokens: [DraftToken]) -> Int {
        guard let first = tokens.firstIndex(where: { $0.kind.isNumber }) else { return tokens.count }
        return tokens[first...].firstIndex { $0.kind == .sentenceEnd || $0.kind == .paragraphEnd } ?? tokens.count
    }

    private static func setting(
        _ tokens: [DraftToken], _ known: KnownFigures, quarter: Quarter?, date: CalendarDay?
    ) -> DraftSetting {
        if let quarter {
            return DraftSetting(
                quarter: quarter, thisYear: date?.quarter.year ?? quarter.year, printedIn: date?.quarter)
        }
        // The first quarter that the draft names, and the latest year of one. 去年四季度 is what others are held
        // against.
        let named = tokens.prefix(date == nil ? tokens.count : opening(tokens)).compactMap {
            token -> (year: Int?, number: Int)? in
            guard case .period(let words) = token.kind, let number = words.quarterNumber else { return nil }
            switch words.year {
            case .absolute(let year)?: return (year, number)
            case .offset(let years)?: return years < 0 ? nil : (nil, number)
            case nil: return (nil, number)
            }
        }
        let number = named.first?.number
        let year = named.compactMap(\.year).max()
        if let date {
            var setting = DraftSetting(
                quarter: date.quarter.quarterEarlier, thisYear: date.quarter.year, printedIn: date.quarter)
            if let first = named.first {
                setting.quarter = Quarter(
                    year: first.year ?? setting.year(ofQuarter: first.number), number: first.number)
            }
            return setting
        }
        if let year {
            return DraftSetting(
                quarter: Quarter(year: named.first?.year ?? year, number: number ?? 4), thisYear: year)
        }
        if let latest = known.latest {
            return DraftSetting(
                quarter: number.map { Quarter(year: latest.year, number: $0) } ?? latest, thisYear: latest.year)
        }
        return DraftSetting(
            quarter: Quarter(year: DraftSetting.unknownYear, number: number ?? 1), thisYear: DraftSetting.unknownYear)
    }
}
