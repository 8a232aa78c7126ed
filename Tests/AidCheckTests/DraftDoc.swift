import AidModel

/// A draft in parts, so that a test can write it in many ways, change one thing, and know what it then says.
struct DraftDoc {
    enum Word: CaseIterable {
        case none, over, more, above, beyond, nearly, about
    }

    enum Writing: CaseIterable {
        case plain, wide, chinese, spaced
    }

    enum Magnitude: Int, CaseIterable {
        case one = 0
        case wan = 4
        case yi = 8
    }

    enum Kind {
        case level, cumulative, change, percent
    }

    /// One figure.
    struct Figure {
        var kind: Kind
        var measure: Measure
        /// Of the quarter, by its place in `periods`.
        var period: Int
        /// By their places; for changes and percents.
        var comparison = 0
        var direction = 0
        /// `98.58`, without commas.
        var digits: String
        var magnitude: Magnitude
        var word = Word.none
        var hasCommas = false
        var writing = Writing.plain
        /// 98万余职工: the noun stands for the unit.
        var isNamed = false
    }

    enum Part {
        case text(String)
        case figure(Figure)
        case period(Int)
        case comparison(Int)
        case direction(Int)
    }

    struct Period {
        var quarter: Quarter
        /// 0: 2023年第二季度, 1: 今年二季度, 2: 2023年二季度, 3: 2023年4月至6月.
        var style = 0
    }

    struct Comparison {
        var isQuarterEarlier: Bool
        /// 0: 相比去年同期, 1: 比去年同期, 2: 与去年同期相比, 3: 同比, 4: 较上年同期.
        var style = 0
        /// Whether a comma follows, as the sentence is built.
        var tail = ""
    }

    struct Direction {
        var rises: Bool
        /// 0: 增加, 1: 增长, 2: 上升
        var style = 0
    }

    var parts: [Part] = []
    var periods: [Period] = []
    var comparisons: [Comparison] = []
    var directions: [Direction] = []
    var thisYear: Int

    var figures: [Figure] {
        parts.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    // MARK: As text

    var text: String { parts.map(text).joined() }

    private func text(_ part: Part) -> String {
        switch part {
        case .text(let text): return text
        case .figure(let figure): return DraftDoc.text(figure)
        case .period(let place):
            let (year, number) = (periods[place].quarter.year, periods[place].quarter.number)
            let name = ["一", "二", "三", "四"][number - 1]
            switch periods[place].style {
            case 1 where year == thisYear: return "今年\(name)季度"
            case 1 where year == thisYear - 1: return "去年\(name)季度"
            case 2: return "\(year)年\(name)季度"
            case 3: return "\(year)年\(number * 3 - 2)月至\(number * 3)月"
            default: return "\(year)年第\(name)季度"
            }
        case .comparison(let place):
            let comparison = comparisons[place]
            let base = comparison.isQuarterEarlier ? "上季度" : comparison.style == 4 ? "上年同期" : "去年同期"
            switch comparison.style {
            case 0: return "相比\(base)" + comparison.tail
            case 1: return "比\(base)"
            case 2: return "与\(base)相比" + comparison.tail
            case 3: return comparison.isQuarterEarlier ? "环比" : "同比"
            default: return "较\(base)"
            }
        case .direction(let place):
            let direction = directions[place]
            return direction.rises
                ? ["增加", "增长", "上升"][direction.style] : ["减少", "下降", "下降"][direction.style]
        }
    }

    static func text(_ figure: Figure) -> String {
        var digits = figure.digits
        if figure.hasCommas, !digits.contains(".") {
            var grouped = ""
            for (index, digit) in digits.enumerated() {
                if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
                grouped.append(digit)
            }
            digits = grouped
        }
        switch figure.writing {
        case .plain, .spaced: break
        case .wide: digits = String(digits.map { $0 == "." ? "．" : $0 == "," ? "," : wide($0) })
        case .chinese: digits = ChineseWriting.text(digits) ?? digits
        }
        let unit = ["", "万", "亿"][figure.magnitude.rawValue / 4]
        let measure =
            figure.kind == .percent
            ? figure.writing == .wide ? "％" : "%"
            : figure.isNamed ? "职工" : [Measure.recipients: "人", .personTimes: "人次", .amount: "元"][figure.measure]!
        if figure.kind == .percent, figure.writing == .chinese, let words = ChineseWriting.text(figure.digits) {
            return prefix(figure.word) + "百分之" + words
        }
        let space = figure.writing == .spaced ? " " : ""
        return prefix(figure.word) + digits + space + unit + suffix(figure.word) + measure
    }

    private static func wide(_ digit: Character) -> Character {
        Character(Unicode.Scalar(digit.unicodeScalars.first!.value + 0xFEE0)!)
    }

    private static func prefix(_ word: Word) -> String {
        switch word {
        case .above: "超"
        case .beyond: "逾"
        case .nearly: "近"
        case .about: "约"
        case .none, .over, .more: ""
        }
    }

    private static func suffix(_ word: Word) -> String {
        switch word {
        case .over: "余"
        case .more: "多"
        default: ""
        }
    }

    // MARK: Whether it is true

    /// Whether a figure says what is so; nil: nothing is known of its time.
    func isTrue(_ figure: Figure, _ story: DraftStory) -> Bool? {
        let quarter = periods[figure.period].quarter
        guard let now = story.quarters[quarter] else { return nil }
        var numerator: Int128
        var denominator: Int128 = figure.measure == .amount ? 100 : 1
        switch figure.kind {
        case .level: numerator = now.quarter[figure.measure]
        case .cumulative: numerator = now.cumulative[figure.measure]
        case .change, .percent:
            let isQuarterEarlier = comparisons[figure.comparison].isQuarterEarlier
            guard let base = story.quarters[isQuarterEarlier ? quarter.quarterEarlier : quarter.yearEarlier] else {
                return nil
            }
            numerator = now.quarter[figure.measure] - base.quarter[figure.measure]
            if !directions[figure.direction].rises { numerator = -numerator }
            if figure.kind == .percent {
                numerator *= 100
                denominator = base.quarter[figure.measure]
            }
        }
        if figure.word != .none {
            guard numerator > 0 else { return false }
            return TruthTwin.isTrue(
                figure.word, figure.digits, power: figure.magnitude.rawValue, of: numerator, by: denominator)
        }
        return TruthTwin.isRounding(
            figure.digits, power: figure.magnitude.rawValue,
            zerosCount: figure.kind == .percent || figure.magnitude == .one, of: numerator, by: denominator)
    }
}

/// Numbers in Chinese characters, for tests to write.
enum ChineseWriting {
    private static let digits = Array("零一二三四五六七八九")

    /// `九十八点五八` for `98.58`; nil: too long to be written so.
    static func text(_ number: String) -> String? {
        let parts = number.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts[0].count <= 4, !number.contains(","), let value = Int(parts[0]) else { return nil }
        var text = ""
        var rest = value
        var hasGap = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / unit
            rest %= unit
            if digit == 0 {
                hasGap = !text.isEmpty
                continue
            }
            if hasGap { text += "零" }
            hasGap = false
            if !(unit == 10 && digit == 1 && text.isEmpty) { text.append(digits[digit]) }
            text += name
        }
        if text.isEmpty { text = "零" }
        if parts.count == 2 { text += "点" + parts[1].map { String(digits[$0.wholeNumberValue!]) }.joined() }
        return text
    }
}
