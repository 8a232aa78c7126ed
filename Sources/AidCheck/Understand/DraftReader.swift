import AidModel
import AidNews

/// Goes through the words of one article in order and weighs what each figure may say.
///
/// A reader keeps in mind what has been said: the time, what is compared with, whose figures they are. So does
/// this, in frames that end with the clause, the sentence and the paragraph; what a frame hands on to the next
/// is set where it ends.
struct DraftReader {
    let setting: DraftSetting
    let known: KnownFigures
    let text: [Unicode.Scalar]
    let tokens: [DraftToken]
    /// Whether the article is about the programme; nil: it cannot be told.
    let isOurs: Bool?
    /// Whether the words are those of the heads of a table's cell.
    var isOfTable = false
    var figures: [DraftFigure] = []
    /// The times that the last heading names, or that may be meant since; none: it names none.
    private var heading: [Weighed<DraftSpan>] = []
    /// The word of it that names them.
    private var headingWord: Range<Int>?
    /// The year that it names.
    private var headingYear: Int?
    var paragraph: ParagraphFrame
    var sentence: SentenceFrame
    var clause: ClauseFrame
    /// What stood before an opening bracket.
    private var outside: [(sentence: SentenceFrame, clause: ClauseFrame)] = []
    var sentenceNumber: Int
    /// What the sentence before asked.
    var question: QuestionFrame?
    /// Whether the sentence is the first after it that tells a figure.
    var isAnswer = false
    /// The time to the left of an arrow: 2021年第一季度 → 2022年第一季度.
    var arrowBase: [Weighed<DraftSpan>] = []

    init(
        _ tokens: [DraftToken], text: [Unicode.Scalar], setting: DraftSetting, known: KnownFigures, isOurs: Bool?,
        firstSentence: Int
    ) {
        self.tokens = tokens
        self.text = text
        self.setting = setting
        self.known = known
        self.isOurs = isOurs
        let own = DraftSpan.quarter(setting.quarter)
        paragraph = ParagraphFrame(time: .steady(own), steady: own)
        sentence = SentenceFrame(time: .steady(own), main: .steady(own))
        clause = ClauseFrame(start: 0, number: 0)
        sentenceNumber = firstSentence
    }

    mutating func read() {
        for index in tokens.indices { read(index) }
        endSentence(tokens.count)
    }

    // MARK: Frames

    private mutating func startSentence(_ index: Int) {
        sentence = SentenceFrame(time: paragraph.time, main: paragraph.time)
        if let group = paragraph.groupOfTitle { sentence.groups = [group] }
        sentence.other = paragraph.topic.map { ($0, -1, true) }
        guard isAnswer else { return startClause(index) }
        sentence.isOfProgramme = question?.isOfProgramme ?? false
        sentence.comparison = question?.comparison
        startClause(index)
    }

    private mutating func startClause(_ index: Int) {
        clause = ClauseFrame(start: index, number: 0)
        outside = []
    }

    private mutating func endSentence(_ index: Int) {
        let asked = question(before: index)
        isAnswer = asked != nil || isAnswer && sentence.last == nil
        question = asked ?? question
        var next = sentence.main
        if next.isSaid, let first = next.spans.first?.value {
            next.isSaid = false
            next.isUsed = false
            // After a longer time a sentence may go on with it, or with the quarter of the story.
            let quarter = paragraph.quarter ?? .quarter(setting.quarter)
            if !first.isQuarter, !next.spans.contains(where: { $0.value == quarter }) {
                next.spans.append(Weighed(quarter, DraftWeights.open))
            }
            // 948 recipients, compared with 815 in the first three months of 2022: of the time that it began with, too.
            if let opening = sentence.opening?.spans.first?.value,
                !next.spans.contains(where: { $0.value == opening })
            {
                next.spans.append(Weighed(opening, DraftWeights.open))
            }
            paragraph.time = next
        }
        if let comparison = sentence.comparison { paragraph.comparison = comparison }
        if !sentence.levels.isEmpty { paragraph.levels = sentence.levels }
        if !sentence.listedGroups.isEmpty { paragraph.listedGroups = sentence.listedGroups }
        if !sentence.toldGroups.isEmpty {
            let before = paragraph.toldGroups.filter { !sentence.toldGroups.contains($0) }
            paragraph.toldGroups = (before + sentence.toldGroups).suffix(DraftWeights.mentionLimit)
        }
        paragraph.isOfProgramme = paragraph.isOfProgramme || sentence.isOfProgramme
        readTitle(index)
        paragraph.groupOfTitle = groupOfTitle(before: index)
        paragraph.groupOfTopic = groupOfTopic(before: index)
        if let last = sentence.last { paragraph.average = last.role == .level ? last.average : nil }
        sentenceNumber += 1
        startSentence(index)
    }

    /// - Parameter isAlone: whether an empty line ends it.
    private mutating func endParagraph(_ index: Int, isAlone: Bool) {
        if paragraph.hasFigures { question = nil }
        let own = DraftSpan.quarter(setting.quarter)
        if !paragraph.hasFigures {
            if paragraph.hasPeriod {
                heading = paragraph.time.spans.filter { $0.cost == 0 }
                headingWord = paragraph.time.word
                headingYear = paragraph.year
                if heading.isEmpty { heading = [Weighed(paragraph.steady)] }
            } else if isAlone, let named = heading.first, named.value != own {
                // A heading or a byline without a time may begin something else.
                heading = [Weighed(own), Weighed(named.value, DraftWeights.open)]
                headingYear = nil
            }
        }
        var spans = heading.isEmpty ? [Weighed(own)] : heading
        if let last = paragraph.time.spans.first?.value, last.isYearToDate,
            last.quarter == setting.quarter || !isAlone, heading.isEmpty
        {
            // After 上半年 a new paragraph goes on with that or, more often, with the quarter of the story.
            spans.append(Weighed(last, DraftWeights.open))
        }
        let steady = heading.first { !$0.value.isCumulative }?.value ?? own
        let (levels, hasPerson) = (paragraph.levels, paragraph.hasPerson)
        // A title in a line of its own is that of the next.
        let topic = paragraph.hasFigures || paragraph.hasTopicFigures ? nil : paragraph.topic
        let time = TimeFrame(spans: spans, word: heading.isEmpty ? nil : headingWord, isOfHeading: true)
        paragraph = ParagraphFrame(time: time, steady: steady)
        paragraph.levels = levels
        paragraph.hasPerson = hasPerson
        paragraph.year = headingYear
        paragraph.topic = topic
        startSentence(index)
    }

    private mutating func endClause(_ index: Int, isStrong: Bool) {
        let isEndedByGroup =
            tokens[clause.start..<index].suffix(DraftWeights.reach).last {
                $0.kind != .plain && $0.kind.measure != .recipients
            }?.kind.group != nil
        if clause.groups.count == 1, clause.lastFigure == nil, !clause.beginsWithGroup, !isEndedByGroup,
            !isTopic(index)
        {
            // Words that only mention a group do not make it the next clause's.
            sentence.groups = []
        }
        if isStrong {
            sentence.segment += 1
            reopenTime(index)
            let isBackToGroup = index + 1 < tokens.count && tokens[index + 1].kind.group != nil
            if sentence.other?.reason == .rule || sentence.other?.reason == .otherSubject && isBackToGroup {
                sentence.other = nil
            }
            sentence.hundred = nil
        }
        if clause.lastFigure == nil, !clause.isInBrackets {
            for token in tokens[clause.start..<index].prefix(DraftWeights.titleWords) {
                if case .average(let average) = token.kind { sentence.fronted = (average, clause.number) }
            }
        }
        let number = clause.number + 1
        clause = ClauseFrame(start: index + 1, number: number)
        clause.isAfterSemicolon = isStrong
    }

    /// 因意外领到补助的职工，有200名; what Weitang received, 8,973.06 yuan, was: whether a clause without a figure names
    /// what the next one counts.
    private func isTopic(_ index: Int) -> Bool {
        if let last = tokens[clause.start..<index].last(where: { $0.kind != .plain }),
            last.kind.measure == .recipients,
            text[last.range.lowerBound].isHan, text[last.range.lowerBound - 1] == "的"
        {
            return true
        }
        let next = tokens[(index + 1)...].prefix(2)
        return next.count == 2 && next.first?.kind.isNumber == true
            && next.last?.kind.endsClause == true
    }

    /// After a semicolon a sentence goes back to the time that it began with: 受助986人，一季度为948人；发放13.5万元.
    private mutating func reopenTime(_ index: Int) {
        if sentence.time.isBase { sentence.time = sentence.main }
        guard let first = sentence.opening, sentence.time.isSaid, first.spans != sentence.time.spans else { return }
        let rest = sentence.time.spans.filter { span in !first.spans.contains { $0.value == span.value } }
        sentence.time = first
        sentence.main = first
        // 受助986人，一季度为948人；发放13.5万元，一季度为12.87万元: what goes on says its other time again.
        let next = tokens[(index + 1)...].prefix(DraftWeights.reach).prefix {
            !$0.kind.endsSentence && $0.kind != .semicolon
        }
        if let number = next.firstIndex(where: { $0.kind.isNumber }), next[number...].contains(where: isTime) { return }
        sentence.time.spans += rest.map { Weighed($0.value, $0.cost + DraftWeights.open) }
        sentence.main = sentence.time
    }

    private func isTime(_ token: DraftToken) -> Bool { token.kind.period != nil }

    // MARK: Words

    private mutating func read(_ index: Int) {
        let token = tokens[index]
        if case .group = token.kind, !clause.hasWords { clause.beginsWithGroup = true }
        switch token.kind {
        case .number(let numeral):
            read(numeral, index)
            clause.lastFigure = index
            clause.hasWords = true
            clause.groups = []
            return
        case .period(let words): read(words, index)
        case .comparison(let words):
            clause.comparison = words
            clause.comparisons.appendLast(words)
            clause.comparisonToken = index
            sentence.comparison = words
        case .since(let through, let from): readSince(through, from, index)
        case .from:
            clause.fromToken = index
            clause.fromTime = nil
        case .than: clause.thanToken = index
        case .group(let place): readGroup(place, index)
        case .measure(let measure), .noun(let measure):
            sentence.noun = (measure, index, clause.number)
            if case .measure = token.kind { readOwn(index) }
        case .programme: readOwn(index)
        case .aid, .firstTime, .returning: sentence.isOfProgramme = true
        case .perHundred(let measure):
            sentence.hundred = measure
            sentence.isOfProgramme = true
        case .share: readShare(index)
        case .whole:
            // 占全市的20.68%
            if index > 0, tokens[index - 1].kind == .share { break }
            // 人数在全市占8%
            if index + 1 < tokens.count, tokens[index + 1].kind == .share { break }
            // 居全市第一, 在全市各区中列第七位
            if isOfRank(index) { break }
            readWhole(index)
            if sentence.other?.reason.isOfWhom == true { sentence.other = nil }
        case .sum:
            readSumOfTimes(index)
            // 三区合计 is of those that were listed.
            let isOfList = sentence.groups.count > 1 || isTotalOfGroup(index)
            if clause.groups.isEmpty, sentence.groupClause != clause.number, !isOfList { readSum() }
        case .sameGroup: if let last = paragraph.lastGroup { readGroups([last]) }
        case .ownDistrict:
            // 59 workers in the district
            let isBehind = isLatin(index) && clause.lastFigure != nil
            if let own = paragraph.lastDistrict ?? districtAhead(index), !isBehind { readGroups([own]) }
        case .those(let count, let numeral): readThose(count, numeral)
        case .lastTwo: readLastTwo()
        case .former, .latter: readFormer(token.kind)
        case .respectively: readRespectively(index)
        case .unchanged(let isAbout): readUnchanged(token, isAbout: isAbout, index)
        case .published:
            // 市总工会公布的这一数据 is none to compare with.
            if !TextScan(text: text).has("这", at: tokens[index].range.upperBound) { sentence.isAgainstPublished = true }
        case .person:
            paragraph.hasPerson = true
            if !isSpeaker(index) { sentence.isOfPerson = true }
        case .unknown where isName(index):
            paragraph.hasPerson = true
            if !isSpeaker(index) { sentence.isOfPerson = true }
        case .other, .otherProgramme, .otherPlace, .unknownGroup, .rule, .plan: readOther(token.kind, index)
        case .comma: return endClause(index, isStrong: false)
        case .semicolon: return endClause(index, isStrong: true)
        case .open:
            outside.appendLast((sentence, clause))
            let asked = clause
            clause = ClauseFrame(start: index + 1, number: clause.number)
            clause.isInBrackets = true
            readBase(before: index, asked)
            return
        case .close:
            if let saved = outside.popLast() {
                let inside = sentence
                let isTimeAlone =
                    clause.lastFigure == nil && inside.time.isSaid && inside.time.word != saved.sentence.time.word
                sentence = saved.sentence
                clause = saved.clause
                sentence.time.isUsed = sentence.time.isUsed || inside.time.isUsed
                sentence.percents = inside.percents
                // 近四个季度（2021年第一季度至第四季度）
                if isTimeAlone {
                    (sentence.time, sentence.main, sentence.listed) = (inside.time, inside.main, inside.listed)
                }
            }
            return
        case .sentenceEnd: return endSentence(index + 1)
        case .lineEnd:
            endSentence(index + 1)
            return endParagraph(index + 1, isAlone: false)
        case .paragraphEnd:
            endSentence(index + 1)
            return endParagraph(index + 1, isAlone: true)
        case .listMark, .part, .colon, .restated, .plain: return
        default: break
        }
        if tellsOfAll(token.kind) { sentence.isOfPerson = false }
        clause.hasWords = true
    }

    /// 增速比上一季度（同比增长6.06%）放缓: what stands in brackets after a time to compare with is of that time.
    private mutating func readBase(before index: Int, _ asked: ClauseFrame) {
        // 增速比一季度（16.55%）加快
        let isOfChange = tokens[..<max(0, index - 1)].suffix(3).contains { $0.kind.direction?.isNoun == true }
        // 均高于一季度（10.7万元、870人次）
        let isOfLevels =
            index + 1 < tokens.count
            && tokens[index + 1].kind.numeral.map {
                [.money, .people, .personTimes].contains($0.unit)
            } ?? false
        guard index > 0, case .comparison(let words) = tokens[index - 1].kind,
            words.isRelative || isOfChange || isOfLevels,
            text[tokens[index - 1].range.upperBound - 1] != "比", let now = sentence.main.spans.first?.value
        else { return }
        let spans = bases(of: now, words)
        guard !spans.isEmpty else { return }
        sentence.time = TimeFrame(spans: spans, isSaid: true, word: tokens[index - 1].range)
        sentence.main = sentence.time
        sentence.comparison = nil
    }

    /// The programme itself, or what only it counts, is named: what others count is over.
    private mutating func readOwn(_ index: Int) {
        sentence.isOfProgramme = true
        // 全省互助金支出9800万元 is of another place still.
        if let other = sentence.other, other.reason.isOfWhom {
            // 全省各市均已建立职工医疗补助制度: a name without marks may be what others have, too.
            let isMarked =
                tokens[index].kind == .programme && (text[tokens[index].range.lowerBound] == "“" || isLatin(index))
            if tokens[index].kind != .programme || other.clause == clause.number && !isMarked { return }
        }
        if sentence.other?.reason == .plan || sentence.other?.reason == .unknownGroup { return }
        sentence.other = nil
    }

    /// Whether the whole is only named as that in which a group has its place.
    private func isOfRank(_ index: Int) -> Bool {
        let scan = TextScan(text: text)
        let isAfter = index > 0 && scan.end(ofAny: DraftReader.rankWords, at: tokens[index - 1].range.lowerBound) != nil
        return isAfter || scan.end(ofAny: ["第", "各区", "各县", "首位", "前列"], at: tokens[index].range.upperBound) != nil
    }

    static let rankWords = ["居", "位居", "位列", "列", "名列", "排", "排名", "排在", "排列"]

    /// 朝阳区受助职工3996人，互助金共计63.5万元: of the group whose money was not told yet.
    private func isTotalOfGroup(_ index: Int) -> Bool {
        guard index > clause.start, let measure = tokens[index - 1].kind.measure, !sentence.groups.isEmpty else {
            return false
        }
        return !sentence.told.contains {
            $0.groups == sentence.groups.sorted() && $0.measure == FactMeasure(measure)
        }
    }

    /// From the quarter in which the programme began on: that is all since its start, of which people are told apart.
    private func sinceStart(_ span: DraftSpan) -> DraftSpan {
        guard !span.isQuarter, !span.isYearToDate,
            setting.starts.contains(where: { $0.quarter.ordinal == span.first })
        else { return span }
        return .cumulative(span.quarter)
    }

    mutating func setTime(_ spans: [Weighed<DraftSpan>], isBase: Bool, _ word: Range<Int>) {
        let spans = spans.map { Weighed(sinceStart($0.value), $0.cost) }
        if isBase, let first = spans.first?.value { paragraph.lastBase = first }
        sentence.time = TimeFrame(spans: spans, isBase: isBase, isSaid: true, isUsed: false, word: word)
        if !isBase {
            sentence.main = sentence.time
            if sentence.opening == nil, !spans.isEmpty { sentence.opening = sentence.time }
        }
    }
}
