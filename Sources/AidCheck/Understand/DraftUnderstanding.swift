import AidModel
import AidNews

/// Goes through a draft's words in order and understands what each figure speaks of.
///
/// A reader keeps in mind what a sentence has said: its time, what it compares with, whether things rose
/// or fell, and whose figures they are. So does this, in three layers that end with the paragraph, the
/// sentence and the clause.
struct DraftUnderstanding {
    let setting: DraftSetting
    let text: [Unicode.Scalar]
    let tokens: [DraftToken]
    var figures: [DraftFigure] = []
    var paragraph = Paragraph()
    /// The times that the last heading names, or that may be meant since; none: it names none.
    private var heading: [DraftSpan] = []
    var sentence = Sentence()
    var clause = Clause()
    /// What stood before an opening bracket.
    private var outside: [(sentence: Sentence, clause: Clause)] = []
    var sentenceNumber = 0
    /// Where the number begins that is being understood.
    var numberPlace = 0

    struct Paragraph {
        /// What the next sentence is about if it says nothing of it.
        var spans: [DraftSpan] = []
        /// The last time that was named and was neither cumulative nor relative.
        var steady: DraftSpan?
        /// The last quarter that was named.
        var quarter: DraftSpan?
        var year: Int?
        var comparison: PeriodWords?
        var measures: [Measure] = []
        /// The measures of all levels of the last sentence that has some.
        var stated: [Measure] = []
        var hasFigures = false
        var hasPeriod = false
        /// Whether nothing but its end ends a sentence.
        var isOneSentence = true
    }

    struct Sentence {
        var spans: [DraftSpan] = []
        var hasPeriod = false
        var hasFigureSincePeriod = false
        /// 去年同期, 上季度, or a month: not for the next sentence.
        var isRelative = false
        var comparison: PeriodWords?
        var group: Int?
        var isUnknownGroup = false
        var isOnePerson = false
        var isOfOtherProgramme = false
        /// Whether a word says that it is about aid at all; nil: nobody has asked yet.
        var isAboutAid: Bool?
        var isAgainstPublished = false
        /// Whether things went on for a while that no fact is of: 三年间.
        var isBaseOpen = false
        /// The measures of the last clause that has figures.
        var measures: [Measure] = []
        var noun: Measure?
        /// The measures of all its levels, each where it was stated last.
        var stated: [Measure] = []
        /// The times that it lists: 一季度、二季度.
        var listed: [[DraftSpan]] = []
        var lastChange: (rises: Bool, clause: Int)?
        /// The kind of recipients that the last figure counts.
        var kindOfRecipients: FactMeasure?
        var clauseNumber = 0
    }

    /// What the numbers after 分别 are of, in turn; what is listed but once is no list.
    struct Respectively {
        var measures: [Measure]
        var groups: [Int]
        var comparisons: [PeriodWords]
        var spans: [[DraftSpan]]
        var next = 0
    }

    struct Clause {
        var hasPeriod = false
        var comparison: PeriodWords?
        var comparisons: [PeriodWords] = []
        var comparisonEnd: Int?
        var groups: [Int] = []
        var nouns: [Measure] = []
        var direction: (rises: Bool, isNoun: Bool)?
        /// Whether 达 or 为 stands after the direction.
        var isToLevel = false
        var directionTo: Bool?
        var share = false
        var ratio = false
        var average: DraftToken.Average?
        var isRule = false
        var isAdded = false
        /// 首次受助, 再次受助: recipients of a kind.
        var kindOfRecipients: FactMeasure?
        var figureCount = 0
        var measures: [Measure] = []
        var respectively: Respectively?
        /// Whether something but a list mark stands between its start and the next number.
        var hasWords = false
        var beginsWithGroup = false
    }

    init(_ draft: DraftText, tokens: [DraftToken], setting: DraftSetting) {
        text = draft.plain
        self.tokens = tokens
        self.setting = setting
        paragraph.steady = .quarter(setting.quarter)
        startSentence()
    }

    static func figures(_ draft: DraftText, tokens: [DraftToken], setting: DraftSetting) -> [DraftFigure] {
        var understanding = DraftUnderstanding(draft, tokens: tokens, setting: setting)
        for index in tokens.indices { understanding.read(index) }
        return understanding.figures
    }

    /// The time that a sentence is about which names none.
    var steady: DraftSpan { paragraph.steady ?? .quarter(setting.quarter) }

    // MARK: Layers

    private mutating func startSentence() {
        sentence = Sentence()
        sentence.spans = paragraph.spans.isEmpty ? [steady] : paragraph.spans
        clause = Clause()
        outside = []
    }

    private mutating func endSentence() {
        if sentence.hasPeriod, !sentence.isRelative {
            paragraph.spans = sentence.spans
            if sentence.spans.first?.isCumulative == true { paragraph.spans += [steady] }
            if case .yearToDate? = sentence.spans.first {
                paragraph.spans += [paragraph.quarter ?? .quarter(setting.quarter)]
            }
        }
        if let comparison = sentence.comparison { paragraph.comparison = comparison }
        if !sentence.measures.isEmpty { paragraph.measures = sentence.measures }
        if !sentence.stated.isEmpty { paragraph.stated = sentence.stated }
        sentenceNumber += 1
        startSentence()
    }

    private mutating func endParagraph() {
        let own = DraftSpan.quarter(setting.quarter)
        if !paragraph.hasFigures, paragraph.isOneSentence {
            if paragraph.hasPeriod {
                heading = [steady]
            } else if paragraph.spans.first?.isCumulative == true {
                heading = paragraph.spans
            } else if let named = heading.first, named != own {
                // A heading or a byline without a time may begin something else.
                heading = [own, named]
            }
        }
        var next = Paragraph()
        // What stands under a heading is of its time; all else is of the story's own quarter.
        next.steady = heading.first { !$0.isCumulative } ?? own
        if heading.count > 1 {
            next.spans = heading
        } else if case .yearToDate(let quarter)? = paragraph.steady, next.steady == .quarter(quarter) {
            // After 上半年 a new paragraph goes on with that or, more often, with the quarter of the story.
            next.spans = [.quarter(quarter), .yearToDate(quarter)]
        }
        paragraph = next
        startSentence()
    }

    private mutating func endClause() {
        if !clause.measures.isEmpty { sentence.measures = clause.measures }
        if let last = clause.nouns.last { sentence.noun = last }
        // 门诊方面，…… and 门诊60万人，…… go on in the next clause; words that only mention a group do not.
        let isSubject = clause.groups.count == 1 && clause.beginsWithGroup
        if !clause.groups.isEmpty, clause.figureCount == 0, !isSubject { sentence.group = nil }
        sentence.clauseNumber += 1
        clause = Clause()
    }

    // MARK: Words

    private mutating func read(_ index: Int) {
        let token = tokens[index]
        if case .group = token.kind, !clause.hasWords { clause.beginsWithGroup = true }
        if token.kind != .listMark, token.kind != .part, !token.kind.isNumber, !token.kind.endsClause {
            clause.hasWords = true
        }
        switch token.kind {
        case .number(let number): read(number, index)
        case .period(let words): read(words, index)
        case .comparison(let words):
            clause.comparison = words
            clause.comparisons.append(words)
            clause.comparisonEnd = token.range.upperBound
            sentence.comparison = words
        case .sinceStart(let through, let from): readSinceStart(through, from, token)
        case .direction(let rises, let isNoun):
            clause.direction = (rises, isNoun)
            clause.isToLevel = false
            clause.directionTo = nil
        case .directionTo(let rises):
            clause.directionTo = rises
            clause.direction = nil
        case .level: if clause.direction != nil { clause.isToLevel = true }
        case .measure(let measure): clause.nouns.append(measure)
        case .group(let place):
            sentence.group = place
            sentence.isUnknownGroup = false
            clause.groups.append(place)
        case .unknownGroup: sentence.isUnknownGroup = true
        case .average(let average): clause.average = average
        case .share: clause.share = true
        case .whole:
            if clause.groups.count != 1 {
                sentence.group = nil
                sentence.isUnknownGroup = false
            }
        case .part: break
        case .respectively: readRespectively(index)
        case .unchanged(let isAbout): readUnchanged(token, isAbout: isAbout)
        case .firstTime: clause.kindOfRecipients = .firstTime
        case .added: clause.isAdded = true
        case .openBase: sentence.isBaseOpen = true
        case .returning: clause.kindOfRecipients = .returning
        case .published: sentence.isAgainstPublished = true
        case .nothing: break
        case .rule: clause.isRule = true
        case .otherProgramme: sentence.isOfOtherProgramme = true
        case .person: sentence.isOnePerson = true
        case .listMark: break
        case .clauseEnd: endClause()
        case .open: outside.append((sentence, clause))
        case .close:
            if let saved = outside.popLast() {
                sentence = saved.sentence
                clause = saved.clause
            } else {
                endClause()
            }
        case .sentenceEnd:
            endSentence()
            paragraph.isOneSentence = false
        case .paragraphEnd:
            endSentence()
            endParagraph()
        }
    }

    private mutating func readSinceStart(
        _ through: PeriodWords?, _ from: DraftToken.Beginning?, _ token: DraftToken
    ) {
        let isStart = setting.starts.contains { start in
            let (year, month, _) = start.civil
            return from?.year == year && (from?.month ?? month) == month
        }
        if let from, !setting.starts.isEmpty, !isStart {
            // 2020年以来 is no time of the programme's whole, unless that year is this one.
            let isThisYear = from.year == setting.thisYear && (from.month ?? 1) == 1
            setSpans(
                isThisYear ? [DraftSpan.toQuarter(setting.quarter.number, year: from.year)] : [], isRelative: true)
            return
        }
        // 今年二季度累计 is of the quarter; 累计 in a later clause may be of either.
        let isWeak =
            through == nil && from == nil
            && (text[token.range.lowerBound] == "累" || text[token.range.lowerBound].isLatinLetter)
        if isWeak, clause.hasPeriod { return }
        // 截至2022年底，累计: the end is named already.
        if through == nil, sentence.hasPeriod, sentence.spans.first?.isCumulative == true { return }
        let end = through.flatMap { resolved($0).first } ?? steady
        let cumulative = DraftSpan.cumulative(end.quarter)
        let open = isWeak && sentence.hasPeriod && !sentence.hasFigureSincePeriod ? sentence.spans : []
        setSpans([cumulative] + open.filter { $0 != cumulative }, isRelative: false)
    }

    /// Pairs the numbers that follow with what was listed before them: n numbers with the last n of a kind.
    private mutating func readRespectively(_ index: Int) {
        let numbers = tokens[(index + 1)...].prefix { !$0.kind.endsClause }.count { $0.kind.isNumber }
        var measures: [Measure] = []
        for noun in clause.nouns where !measures.contains(noun) { measures.append(noun) }
        let isOfOne = clause.groups.count > 1 || clause.comparisons.count > 1 || sentence.listed.count > 1
        if measures.count < 2, !isOfOne {
            let stated = sentence.stated.isEmpty ? paragraph.stated : sentence.stated
            measures = numbers > stated.count ? [] : stated.suffix(numbers)
        }
        clause.respectively = Respectively(
            measures: measures.count > 1 ? measures : [], groups: clause.groups.count > 1 ? clause.groups : [],
            comparisons: clause.comparisons,
            spans: numbers == sentence.listed.count && measures.count < 2 && clause.groups.count < 2
                ? sentence.listed : [])
    }

    mutating func setSpans(_ spans: [DraftSpan], isRelative: Bool) {
        sentence.spans = spans
        sentence.hasPeriod = true
        sentence.hasFigureSincePeriod = false
        sentence.isRelative = isRelative
        clause.hasPeriod = true
    }

    /// Whether some word of the sentence around a place says that it is about the programme.
    mutating func isAboutAid(_ place: Int) -> Bool {
        if let known = sentence.isAboutAid { return known }
        let ends: [Unicode.Scalar] = ["。", "！", "？", "\n"]
        let start = text[..<place].lastIndex { ends.contains($0) } ?? 0
        let end = text[place...].firstIndex { ends.contains($0) } ?? text.count
        let words = String(String.UnicodeScalarView(text[start..<end])).lowercased()
        let isAbout = ["受助", "互助", "报销", "惠及", "受益", "人次", "recipient", " aid", "helped", "paid", "reach", "amount"]
            .contains {
                words.contains($0)
            }
        sentence.isAboutAid = isAbout
        return isAbout
    }

    mutating func add(_ figure: DraftFigure) {
        var figure = figure
        figure.sentence = sentenceNumber
        figure.isAboutAid = isAboutAid(figure.number.range.lowerBound)
        figures.append(figure)
        paragraph.hasFigures = true
    }
}

extension DraftToken.Kind {
    var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    var isPeriod: Bool {
        if case .period = self { true } else { false }
    }

    var endsClause: Bool {
        switch self {
        case .clauseEnd, .sentenceEnd, .paragraphEnd, .close, .open: true
        default: false
        }
    }
}
