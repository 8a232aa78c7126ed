package import AidModel
package import AidNews

/// A draft whose every figure was held against the facts and against each other.
///
///     text ─▶ what is read ─▶ words ─▶ figures, each with its readings ─▶ choice ─▶ verdicts
///                                                       facts ─┘    └─▶ each other ─┘
package struct DraftCheck: Sendable {
    package let draft: DraftText
    /// In the order of the draft.
    package let figures: [CheckedFigure]
    package let contradictions: [DraftContradiction]
    /// The quarter that “this quarter” is; nil: the draft was held against itself and names no year.
    package let quarter: Quarter?
    /// Whether there were facts at all.
    package let hasFacts: Bool
    let read: ReadText
    /// What was weighed, for each of `figures`.
    let understood: [DraftFigure]
    let known: KnownFigures
    let setting: DraftSetting
    /// The number of its first figure in the whole draft.
    package let firstNumber: Int
    /// What the next piece of the draft goes on from.
    package let carry: DraftCarry

    /// - Parameters:
    ///   - words: by which the press speaks of the programme; nil: its titles, and those that are usual.
    ///   - quarter: the one that the draft is about; nil: what the draft, the date or the facts tell.
    ///   - date: of the draft, by which 今年 and 去年 are understood; nil: the year of the quarter.
    ///   - carry: of a piece of a larger draft, what it goes on from; nil: it is a whole draft.
    /// - Throws: where a whole draft has more figures than are held at once.
    package init(
        _ draft: DraftText, against known: KnownFigures, words: NewsWords? = nil, quarter: Quarter?,
        date: CalendarDay?, after carry: DraftCarry? = nil
    ) throws(DraftProblem) {
        let read = ReadText(draft)
        let words = words ?? NewsWords(names: known.programme.map { NewsWords.names(of: $0.title) } ?? [])
        let (articles, known) = DraftCheck.articles(read, words, known, after: carry)
        let setting = carry?.setting ?? DraftSetting(articles, known, quarter: quarter, date: date)
        let understood = DraftCheck.figures(read, articles, setting, known)
        guard carry != nil || understood.count <= DraftText.figureLimit else {
            throw DraftProblem(kind: .tooManyFigures, lineNumber: nil)
        }
        let findings = DraftJudge(known: known).findings(understood)
        let statements = zip(understood, findings).map {
            $1.reason.isOfSomethingElse ? nil : $0.onlyStatement ?? ($1.verdict == .unknown ? nil : $1.statement)
        }
        self.draft = draft
        self.known = known
        self.setting = setting
        firstNumber = (carry?.figureCount ?? 0) + 1
        self.carry = DraftCarry(
            setting: carry?.setting ?? (articles.namesQuarter(setting) ? setting : nil),
            isOurs: articles.all.last?.isOurs ?? nil, figureCount: (carry?.figureCount ?? 0) + understood.count)
        self.read = read
        self.understood = understood
        self.quarter = setting.thisYear == DraftSetting.unknownYear ? nil : setting.quarter
        hasFacts = !known.isEmpty
        let all = DraftContradictions.find(understood, statements, known: known)
        // What the facts say is true contradicts nothing; of what they say is wrong the facts say more.
        contradictions = all.filter { contradiction in
            let verdicts = contradiction.figures.map { findings[$0].verdict }
            return !verdicts.contains(.wrong) && verdicts.contains(.unknown)
                && contradiction.figures.allSatisfy { understood[$0].isCertain }
        }
        let wording = StatementWording(known: known)
        figures = DraftCheck.checked(draft, read, understood, findings, contradictions, wording)
    }

    /// The draft taken apart, and what is known with the districts that it names besides.
    private static func articles(
        _ read: ReadText, _ words: NewsWords, _ known: KnownFigures, after carry: DraftCarry?
    ) -> (DraftArticles, KnownFigures) {
        let title = known.programme.map { ReadText.word($0.title.zh) } ?? ""
        let articles = DraftArticles(
            read, names: ProgrammeNames(words, groups: known.groups, title: title), after: carry)
        let districts = articles.districts(read, known: known.groups)
        let aid = AidWords(read.scalars, articles.all.flatMap(\.tokens))
        guard !districts.isEmpty || !aid.isEmpty else { return (articles, known) }
        let names = ProgrammeNames(words, groups: known.groups, districts: districts, aid: aid, title: title)
        return (DraftArticles(read, names: names, after: carry), known.naming(districts))
    }

    /// The figures of all articles and tables, in the order of the draft.
    private static func figures(
        _ read: ReadText, _ articles: DraftArticles, _ setting: DraftSetting, _ known: KnownFigures
    ) -> [DraftFigure] {
        var figures: [DraftFigure] = []
        var sentence = 0
        let tables = DraftTables(
            lexed: articles.lexed, isAmbiguous: articles.isAmbiguous, read: read, setting: setting, known: known)
        for (article, ownTables) in zip(articles.all, read.articleTables) {
            var reader = DraftReader(
                article.tokens, text: read.scalars, setting: setting, known: known, isOurs: article.isOurs,
                firstSentence: sentence)
            reader.read()
            figures += reader.figures
            sentence = reader.sentenceNumber + 1
            for table in ownTables {
                let own = tables.figures(table, isOurs: article.isOurs, firstSentence: sentence)
                figures += own
                sentence += own.count + 1
            }
        }
        return figures.sorted { $0.numeral.range.lowerBound < $1.numeral.range.lowerBound }
    }

    private static func checked(
        _ draft: DraftText, _ read: ReadText, _ understood: [DraftFigure], _ findings: [DraftJudge.Finding],
        _ contradictions: [DraftContradiction], _ wording: StatementWording
    ) -> [CheckedFigure] {
        var contradicted: [Int: DraftContradiction] = [:]
        for contradiction in contradictions {
            for place in contradiction.figures where contradicted[place] == nil { contradicted[place] = contradiction }
        }
        return understood.indices.map { place in
            let finding = findings[place]
            let contradiction = finding.verdict == .unknown ? contradicted[place] : nil
            let shown = read.shownRange(understood[place].numeral.range)
            let range = draft.sourceRange(shown)
            let (lineNumber, columnNumber) = draft.place(range.lowerBound)
            return CheckedFigure(
                lineNumber: lineNumber, columnNumber: columnNumber,
                text: understood[place].numeral.isUnread
                    ? masked(draft.shownText(shown)) : oneLine(draft.shownText(shown)),
                verdict: contradiction == nil ? finding.verdict : .contradicted,
                reason: contradiction?.reason ?? wording.text(finding.reason),
                subject: finding.statement.map(wording.subject),
                expected: finding.expected.flatMap { value in finding.statement.map { wording.value($0, value) } },
                factIDs: finding.ids, isProvisional: finding.isProvisional, isOurs: understood[place].isOurs,
                range: range, shown: shown)
        }
    }

    /// Longer ones are not shown in full.
    private static let shownDigits = 20

    /// Digits that were not read as a number may be somebody's: an identity number, an account.
    private static func masked(_ text: String) -> String {
        String(repeating: "*", count: min(text.count, shownDigits)) + (text.count > shownDigits ? "…" : "")
    }

    /// A figure that was broken over lines, in one: 1.05 million⏎payments.
    private static func oneLine(_ text: String) -> String {
        var line = ""
        for character in text {
            guard character.isNewline else {
                line.append(character)
                continue
            }
            if line.last?.isASCII == true, line.last?.isLetter == true { line.append(" ") }
        }
        return line
    }

    package func count(_ verdict: CheckedFigure.Verdict) -> Int {
        figures.count { $0.verdict == verdict }
    }

    /// Whether something in the draft must be mended.
    package var isWrong: Bool { figures.contains(where: \.mustBeMended) }
}
