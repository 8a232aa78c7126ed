import AidModel
import TestSupport

/// Writes the published paragraphs in many ways that all say what is so.
struct DraftDocWriter {
    let story: DraftStory
    var random: SeededRandom

    /// - Parameter isPlain: as they were published, for mutations of just these.
    mutating func doc(isPlain: Bool) -> DraftDoc {
        let is2020 = chance(3)
        let quarter = is2020 ? DraftStory.third2020 : DraftStory.second2023
        var doc = DraftDoc(thisYear: quarter.year)
        doc.periods = [.init(quarter: quarter, style: isPlain ? 0 : Int.random(in: 0..<4, using: &random))]
        var sentences: [[DraftDoc.Part]] = [levels(isPlain, doc)]
        if !is2020 || (!isPlain && chance(2)) {
            sentences.append(changes(isPlain, &doc))
            if !isPlain || chance(2) { sentences.append(percents(isPlain, &doc)) }
        }
        let cumulative = self.cumulative(isPlain, doc)
        if !isPlain, chance(2) { sentences.append(named(doc)) }
        // The other order: what was paid in all comes first.
        if !isPlain, chance(4) { sentences.insert(cumulative, at: 1) } else { sentences.append(cumulative) }
        if !isPlain { sentences = sentences.flatMap { split($0) } }
        let isLines = !isPlain && chance(5)
        for sentence in sentences { doc.parts += sentence + [.text(isLines ? "。\n" : "。")] }
        return doc
    }

    // MARK: Sentences

    private mutating func levels(_ isPlain: Bool, _ doc: DraftDoc) -> [DraftDoc.Part] {
        let people = figure(.level, .recipients, doc, isPlain)
        let times = figure(.level, .personTimes, doc, isPlain)
        let money = figure(.level, .amount, doc, isPlain)
        let start: [DraftDoc.Part] = [.period(0), .text(isPlain ? "，“暖·互助”二次报销" : pick(["，", "，“暖·互助”二次报销", "，全市"]))]
        let body: [DraftDoc.Part] =
            switch isPlain ? 0 : Int.random(in: 0..<5, using: &random) {
            case 0: [.text("受助职工"), people, .text("、"), times, .text("，发放互助金共计"), money]
            case 1: [.text("发放互助金"), money, .text("，受助职工"), people, .text("、"), times]
            case 2: [.text("共有"), people, .text("受助，共"), times, .text("，受助金额为"), money]
            case 3: [.text("受助"), times, .text("，受助职工达"), people, .text("，受助金额达到"), money]
            default: [.text("受助职工人数为"), people, .text("（"), times, .text("），受助金额"), money]
            }
        return start + body
    }

    private mutating func changes(_ isPlain: Bool, _ doc: inout DraftDoc) -> [DraftDoc.Part] {
        let isQuarterEarlier = !isPlain && chance(4)
        doc.comparisons.append(
            .init(
                isQuarterEarlier: isQuarterEarlier, style: isPlain ? 0 : Int.random(in: 0..<5, using: &random),
                tail: "，"))
        let place = doc.comparisons.count - 1
        let people = figure(.change, .recipients, doc, isPlain, comparison: place)
        let times = figure(.change, .personTimes, doc, isPlain, comparison: place)
        let money = figure(.change, .amount, doc, isPlain, comparison: place)
        func rises(_ part: DraftDoc.Part) -> Bool { part.sign ?? true }
        func direct(_ part: DraftDoc.Part, _ doc: inout DraftDoc) -> [DraftDoc.Part] {
            doc.directions.append(.init(rises: rises(part)))
            return [.direction(doc.directions.count - 1), part.directed(doc.directions.count - 1)]
        }
        let first = direct(people, &doc)
        let isShared = rises(people) == rises(times)
        var second = isShared ? [DraftDoc.Part.text("、"), times.directed(doc.directions.count - 1)] : []
        if !isShared { second = [.text("，受助人次")] + direct(times, &doc) }
        let third = direct(money, &doc)
        // 比去年同期 stands right before what it is about.
        let noun = doc.comparisons[place].style == 0 || doc.comparisons[place].style == 2
        return noun
            ? [.comparison(place), .text("受助职工")] + first + second + [.text("，受助金额")] + third
            : [.text("受助职工"), .comparison(place)] + first + second + [.text("，受助金额")] + third
    }

    private mutating func percents(_ isPlain: Bool, _ doc: inout DraftDoc) -> [DraftDoc.Part] {
        doc.comparisons.append(.init(isQuarterEarlier: !isPlain && chance(3), style: 3))
        let place = doc.comparisons.count - 1
        var parts: [DraftDoc.Part] = []
        for (measure, noun) in [(Measure.recipients, "受助职工"), (.personTimes, "受助人次"), (.amount, "受助金额")] {
            if !isPlain, chance(4) { continue }
            let part = figure(.percent, measure, doc, isPlain, comparison: place)
            doc.directions.append(
                .init(rises: part.sign ?? true, style: isPlain ? 1 : Int.random(in: 1..<3, using: &random)))
            if !parts.isEmpty { parts.append(.text("，")) }
            parts += [
                .text(noun), .comparison(place), .direction(doc.directions.count - 1),
                part.directed(doc.directions.count - 1),
            ]
        }
        return parts.isEmpty ? [.text("受助情况平稳")] : parts
    }

    private mutating func cumulative(_ isPlain: Bool, _ doc: DraftDoc) -> [DraftDoc.Part] {
        let people = figure(.cumulative, .recipients, doc, isPlain)
        let times = figure(.cumulative, .personTimes, doc, isPlain)
        let money = figure(.cumulative, .amount, doc, isPlain)
        let start =
            isPlain ? "自2012年5月以来，累计" : pick(["自2012年5月以来，累计", "自2012年5月启动以来，累计", "2012年5月至今，累计有", "自2012年5月起累计"])
        return chance(2) || isPlain
            ? [.text(start + "受助职工"), people, .text("、"), times, .text("，发放互助金"), money]
            : [.text(start + "发放互助金"), money, .text("，惠及职工"), people, .text("，受助"), times]
    }

    /// 今年二季度，“暖·互助”惠及98万余职工
    private mutating func named(_ doc: DraftDoc) -> [DraftDoc.Part] {
        guard case .figure(var people) = figure(.level, .recipients, doc, false) else { return [] }
        if people.magnitude != .one { people.isNamed = true }
        return [.period(0), .text("，“暖·互助”惠及"), .figure(people)]
    }

    /// Moves the last figure of a sentence of levels into a sentence of its own.
    private mutating func split(_ sentence: [DraftDoc.Part]) -> [[DraftDoc.Part]] {
        guard chance(3), case .period = sentence[0], sentence.count == 7,
            case .figure(let last) = sentence[6], last.measure == .amount
        else { return [sentence] }
        return [Array(sentence[..<5]), [.period(0), .text("，受助金额"), .figure(last)]]
    }

    // MARK: Figures

    /// A figure, printed in some way that is true.
    private mutating func figure(
        _ kind: DraftDoc.Kind, _ measure: Measure, _ doc: DraftDoc, _ isPlain: Bool, comparison: Int = 0
    ) -> DraftDoc.Part {
        for _ in 0..<200 {
            var figure = DraftDoc.Figure(
                kind: kind, measure: measure, period: 0, comparison: comparison, digits: "", magnitude: .wan)
            var (numerator, denominator) = value(figure, doc)
            let sign = numerator >= 0
            if !sign { numerator = -numerator }
            if measure != .amount, kind != .percent { denominator = 1 }
            let decimals = isPlain ? 2 : [2, 2, 2, 1, 0, 3].randomElement(using: &random)!
            if kind == .percent {
                figure.magnitude = .one
            } else if numerator >= 100_000_000 * denominator, measure == .amount || !chance(4) {
                figure.magnitude = .yi
            } else if !isPlain, chance(5) {
                figure.magnitude = .one
            }
            // Money is written out to the fen, people to the last one.
            let isOut = figure.magnitude == .one && kind != .percent
            let places = isOut ? (measure == .amount ? 2 : 0) : decimals
            let rounded = TruthTwin.Written(numerator, by: denominator).moved(figure.magnitude.rawValue).rounded(places)
                .first!
            figure.digits = point(rounded, places)
            if !isOut, figure.digits.contains(".") {
                while figure.digits.last == "0" { figure.digits.removeLast() }
                if figure.digits.last == "." { figure.digits.removeLast() }
            }
            figure.hasCommas = isOut && chance(2)
            if !isPlain {
                figure.writing = DraftDoc.Writing.allCases.randomElement(using: &random)!
                if figure.writing == .chinese, isOut { figure.writing = .plain }
                if figure.hasCommas, figure.writing == .spaced { figure.writing = .plain }
                if kind != .percent, !isOut, chance(2) { hedge(&figure, numerator, denominator) }
            }
            var trial = doc
            trial.directions = [.init(rises: sign)]
            figure.direction = 0
            if trial.isTrue(figure, story) == true {
                // The sign is kept in the place of the direction until there is one.
                figure.direction = sign ? -1 : -2
                return .figure(figure)
            }
        }
        fatalError("no true figure could be written")
    }

    private mutating func hedge(_ figure: inout DraftDoc.Figure, _ numerator: Int128, _ denominator: Int128) {
        figure.word = DraftDoc.Word.allCases.randomElement(using: &random)!
        let written = TruthTwin.Written(numerator, by: denominator).moved(figure.magnitude.rawValue)
        let places = Int.random(in: 0..<2, using: &random)
        let cut = (written.whole + written.fraction.prefix(places)).map(String.init).joined()
        var value = Int(cut) ?? 0
        if figure.word == .nearly { value += 1 }
        if figure.word == .about { value += Int.random(in: 0..<2, using: &random) }
        figure.digits = point(String(value), places)
        if figure.writing == .wide, figure.digits.contains(".") { figure.writing = .plain }
    }

    private func point(_ digits: String, _ places: Int) -> String {
        guard places > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }

    private func value(_ figure: DraftDoc.Figure, _ doc: DraftDoc) -> (Int128, Int128) {
        let quarter = doc.periods[0].quarter
        let now = story.quarters[quarter]!
        let unit: Int128 = figure.measure == .amount ? 100 : 1
        switch figure.kind {
        case .level: return (now.quarter[figure.measure], unit)
        case .cumulative: return (now.cumulative[figure.measure], unit)
        case .change, .percent:
            let isQuarterEarlier = doc.comparisons[figure.comparison].isQuarterEarlier
            let base = story.quarters[isQuarterEarlier ? quarter.quarterEarlier : quarter.yearEarlier]!.quarter[
                figure.measure]
            let change = now.quarter[figure.measure] - base
            return figure.kind == .change ? (change, unit) : (change * 100, base)
        }
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random)! }
}

extension DraftDoc.Part {
    /// Whether a figure that was just written rises.
    var sign: Bool? {
        if case .figure(let figure) = self { figure.direction == -1 } else { nil }
    }

    func directed(_ direction: Int) -> DraftDoc.Part {
        guard case .figure(var figure) = self else { return self }
        figure.direction = direction
        return .figure(figure)
    }
}
