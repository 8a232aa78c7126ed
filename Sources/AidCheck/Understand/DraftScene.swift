import AidModel
import AidNews

/// What the surroundings of a figure name, whether or not a word ties it to the figure: its times, groups, measures
/// and bases of comparison.
///
/// A figure whose structure was not understood may still be told by its value: see `DraftCoincidence`.
struct DraftScene: Sendable, Hashable {
    /// What is named, and the token of the sentence that first names it; nil: no word of the sentence does.
    struct Named<Value: Sendable & Hashable>: Sendable, Hashable {
        var value: Value
        var token: Int?
    }

    /// The token that it is.
    var figure = 0
    /// The end of the words right behind it.
    var right = 0
    /// The times of which its sentence tells, then that with which the sentence began.
    var spans: [Named<DraftSpan>] = []
    /// Of each of `spans` the times that it may be held against.
    var bases: [DraftSpan: [DraftSpan]] = [:]
    /// Whether a word beside it says that it is what another one is compared with, and the times of which it may then be.
    var isBase = false
    var comparedSpans: [DraftSpan] = []
    /// One group each, several that are summed up, or none: the whole.
    var groups: [Named<[Int]>] = []
    /// What its sentence told before it.
    var told: [DraftQuantity] = []
    /// The words of what is counted, by the tokens that name it first.
    var measures: [Named<Measure>] = []
    /// What its own words say, which nothing else may contradict; none: they say nothing.
    var ownGroups: [Int] = []
    var ownSpans: [DraftSpan] = []
    var ownMeasures: [Measure] = []
    /// Whether a word says that averages are told, and of what it says that this one is.
    var hasAverage = false
    var average: DraftToken.Average?
    /// Whether a word says that a part of a whole is told, and whether one says that something rose or fell.
    var hasShare = false
    var rises: Bool?
    /// Whether a word beside it says that it is of a part of what was told: 其中.
    var isPart = false
    /// Whether it is by how much something rose or fell, not what it rose to.
    var isChange = false

    /// Where in the sentence something of a statement is named first; nil: nowhere.
    func token(of span: DraftSpan) -> Int? { spans.first { $0.value == span }?.token }
    func token(of groups: [Int]) -> Int? { self.groups.first { $0.value == groups }?.token }
    func token(of measure: Measure) -> Int? { measures.first { $0.value == measure }?.token }
}

extension DraftReader {
    /// What surrounds a figure that was read just now.
    func scene(_ numeral: Numeral, _ site: Site, _ role: Role) -> DraftScene {
        let words = sentenceTokens(site.index)
        var scene = DraftScene(figure: site.index, right: site.right.upperBound)
        addSpans(words, &scene)
        addGroups(words, &scene)
        for place in words {
            let counted: Measure? =
                tokens[place].kind.measure ?? measure(of: tokens[place].kind.numeral?.unit)
            if let counted, scene.token(of: counted) == nil {
                scene.measures.append(DraftScene.Named(value: counted, token: place))
            }
            switch tokens[place].kind {
            case .average: scene.hasAverage = true
            case .share: scene.hasShare = true
            default: break
            }
        }
        scene.hasAverage = scene.hasAverage || paragraph.average != nil
        addOwn(site, role, &scene)
        scene.rises = role.rises ?? direction(in: site.near)
        scene.isChange = role.kind == .change
        scene.average = role.average
        scene.told = sentence.told.suffix(DraftWeights.toldTimes).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
        return scene
    }

    /// The places of a sentence's tokens around a figure.
    private func sentenceTokens(_ index: Int) -> Range<Int> {
        var start = index
        while start > 0, index - start < DraftWeights.reach, !tokens[start - 1].kind.endsSentence { start -= 1 }
        var end = index
        while end < tokens.count, end - index < DraftWeights.reach, !tokens[end].kind.endsSentence { end += 1 }
        return start..<end
    }

    private func measure(of unit: Numeral.Unit?) -> Measure? {
        switch unit {
        case .people?: .recipients
        case .personTimes?: .personTimes
        case .money?: .amount
        default: nil
        }
    }

    // MARK: Times

    private func addSpans(_ words: Range<Int>, _ scene: inout DraftScene) {
        func add(_ span: DraftSpan, _ place: Int?) {
            guard scene.spans.count < DraftWeights.sceneLimit, scene.token(of: span) == nil,
                !scene.spans.contains(where: { $0.value == span })
            else { return }
            scene.spans.append(DraftScene.Named(value: span, token: place))
        }
        let named = last(words, before: scene.figure) { $0.period.map { !$0.isRelative } ?? false }
        var compared: [PeriodWords] = []
        var isSince: Int?
        for place in words {
            switch tokens[place].kind {
            case .period(let said) where said.isRelative:
                if place < scene.figure || compared.isEmpty { compared = [said] }
            case .period(let said)
            where named.contains(place) || place > scene.figure && (place < scene.right || named.isEmpty):
                for span in resolved(said) { add(span.value, place) }
            case .comparison(let said):
                if place < scene.figure || compared.isEmpty { compared = [said] }
            case .since(let through, _):
                isSince = isSince ?? place
                if let through, let end = resolved(through).first?.value.quarter { add(.cumulative(end), place) }
            default: continue
            }
        }
        let isNamed = !scene.spans.isEmpty
        for span in sentence.time.spans + sentence.main.spans
        where !sentence.time.isBase || sentence.main.spans.contains(span) {
            add(span.value, nil)
        }
        if !isNamed {
            for span in paragraph.time.spans { add(span.value, nil) }
            add(.quarter(setting.quarter), nil)
            add(steady, nil)
        }
        if let isSince {
            for span in scene.spans where !span.value.isCumulative { add(.cumulative(span.value.quarter), isSince) }
            // 自2012年5月以来，累计: no quarter is told of, unless one is named since.
            if isSince < scene.figure, !named.contains(where: { $0 > isSince }) {
                scene.spans.removeAll { !$0.value.isCumulative && !sentence.time.spans.map(\.value).contains($0.value) }
            }
        }
        for span in scene.spans {
            let words: [PeriodWords?] = compared.isEmpty ? [nil] : compared.map { $0 }
            var spans = words.flatMap { bases(of: span.value, $0).map(\.value) }
            spans += scene.spans.map(\.value).filter {
                $0.last < span.value.last && $0.quarterCount == span.value.quarterCount
            }
            scene.bases[span.value] = spans.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// The words of a kind that were named last before a figure, with no other figure between them: those before that
    /// are told of already.
    private func last(_ words: Range<Int>, before figure: Int, _ isMeant: (DraftToken.Kind) -> Bool) -> Set<Int> {
        var places: Set<Int> = []
        for place in words.prefix(while: { $0 < figure }).reversed() {
            if isMeant(tokens[place].kind) { places.insert(place) }
            if tokens[place].kind.isNumber, !places.isEmpty { break }
        }
        return places
    }

    // MARK: Groups

    private func addGroups(_ words: Range<Int>, _ scene: inout DraftScene) {
        func add(_ groups: [Int], _ place: Int?) {
            guard scene.groups.count < DraftWeights.sceneLimit, !scene.groups.contains(where: { $0.value == groups })
            else { return }
            scene.groups.append(DraftScene.Named(value: groups, token: place))
        }
        let before = last(words, before: scene.figure) { $0.group != nil }
        var whole: Int?
        for place in words {
            if let group = tokens[place].kind.group,
                before.contains(place) || (scene.figure..<scene.right).contains(place)
            {
                add([group], place)
            }
            if tokens[place].kind == .whole { whole = whole ?? place }
        }
        let named = scene.groups.flatMap(\.value)
        if named.isEmpty {
            for group in (paragraph.lastGroup.map { [$0] } ?? []) + paragraph.toldGroups.suffix(2) + sentence.groups {
                add([group], nil)
            }
        }
        add([], whole)
        let hasSum = words.contains { place in
            switch tokens[place].kind {
            case .sum, .those, .lastTwo: true
            default: false
            }
        }
        guard hasSum else { return }
        for list in [named, sentence.toldGroups, paragraph.toldGroups, paragraph.listedGroups, paragraph.namedGroups] {
            for count in 2...4 where list.count >= count { add(list.suffix(count).sorted(), nil) }
        }
    }

    // MARK: Its own words

    /// Whether a word beside the figure says that it is what another one is compared with.
    private func isBesideBase(_ site: Site) -> Bool {
        if trailingTime(site)?.isRelative == true { return true }
        let last = site.near.last { place in
            switch tokens[place].kind {
            case .comparison, .from, .than, .to, .directionTo, .direction: true
            case .period(let words): words.isRelative
            default: false
            }
        }
        switch last.map({ tokens[$0].kind }) {
        case .to?, .directionTo?, .direction?, nil: return false
        default: return true
        }
    }

    private func addOwn(_ site: Site, _ role: Role, _ scene: inout DraftScene) {
        for place in site.near {
            switch tokens[place].kind {
            case .group(let group): scene.ownGroups.append(group)
            case .period(let words) where !words.isRelative: scene.ownSpans += resolved(words).map(\.value)
            case .since: scene.ownSpans += scene.spans.map(\.value).filter(\.isCumulative)
            default: break
            }
            if let measure = tokens[place].kind.measure { scene.ownMeasures.append(measure) }
            if tokens[place].kind == .unknownGroup { scene.ownGroups.append(known.groups.count) }
        }
        if scene.ownSpans.isEmpty {
            let behind = site.right.compactMap { tokens[$0].kind.period }.first { !$0.isRelative }
            scene.ownSpans = behind.map { resolved($0).map(\.value) } ?? []
        }
        if scene.ownMeasures.isEmpty, role.kind != .level, let last = sentence.last, last.clause >= clause.number - 1 {
            scene.ownMeasures = last.measures.map(\.plain)
        }
        scene.isBase = isBesideBase(site) || sentence.time.isBase
        scene.isPart = site.near.contains { tokens[$0].kind == .part }
        if scene.ownMeasures.isEmpty, role.kind == .share {
            scene.ownMeasures = site.right.prefix(6).compactMap { tokens[$0].kind.measure }
        }
        if scene.isBase { scene.comparedSpans = scene.spans.flatMap { scene.bases[$0.value] ?? [] } }
    }
}
