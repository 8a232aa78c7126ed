import AidModel

/// What a programme calls its aid where no word that is known does: 互济 of 职工互济保障, with 互济金 and 互济人次.
struct AidWords: Sendable, Hashable {
    private(set) var all: [String] = []

    var isEmpty: Bool { all.isEmpty }

    /// The words that stand within the programme's own descriptive names.
    ///
    /// - Parameter names: in the form in which a draft is read.
    init(of names: [String]) {
        for name in names { read(Array(name.unicodeScalars)) }
    }

    /// Those that a draft puts between the programme's name and 金 or 人次: “同舟计划”互济金.
    init(_ text: [Unicode.Scalar], _ tokens: [DraftToken]) {
        for place in tokens.indices.dropFirst() where tokens[place].kind == .unknown {
            let range = tokens[place].range
            let isOfProgramme =
                tokens[place - 1].kind == .programme && tokens[place - 1].range.upperBound <= range.upperBound
            guard isOfProgramme, range.count == AidWords.length, text[range].allSatisfy(\.isHan),
                TextScan(text: text).end(ofAny: ["金", "人次"], at: range.upperBound) != nil
            else { continue }
            add(text[range])
        }
    }

    /// Words of care that say nothing by themselves, and are the aid where a programme is called by them: 医疗关怀.
    private static let caring: Set<String> = [
        "关怀", "关爱", "关心", "温暖", "爱心", "暖心", "守护", "共济", "安心", "帮困", "济困", "扶助", "援助",
    ]

    private static func string(_ word: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(word))
    }

    /// How many characters such a word has: more are several words.
    private static let length = 2

    private mutating func add(_ word: ArraySlice<Unicode.Scalar>) {
        let word = String(String.UnicodeScalarView(word))
        if !all.contains(word) { all.append(word) }
    }

    private mutating func read(_ name: [Unicode.Scalar]) {
        var unknown: [Range<Int>] = []
        var (index, isOfWorkers, isQuoted) = (0, false, false)
        while index < name.count {
            if "“‘".unicodeScalars.contains(name[index]) { isQuoted = true }
            if "”’".unicodeScalars.contains(name[index]) { isQuoted = false }
            if name[index].isHan, let (count, kind) = Lexicon.chinese.word(name, at: index) {
                if kind.measure == .recipients { isOfWorkers = true }
                let isCare =
                    count == AidWords.length
                    && AidWords.caring.contains(AidWords.string(name[index..<index + count]))
                if isCare, !isQuoted { unknown.append(index..<index + count) }
                index += count
                continue
            }
            if name[index].isHan, !isQuoted {
                if let last = unknown.last, last.upperBound == index {
                    unknown[unknown.count - 1] = last.lowerBound..<index + 1
                } else {
                    unknown.append(index..<index + 1)
                }
            }
            index += 1
        }
        guard isOfWorkers else { return }
        for range in unknown where range.count == AidWords.length {
            let isPlace = range.upperBound < name.count && "市省区县".unicodeScalars.contains(name[range.upperBound])
            if !isPlace { add(name[range]) }
        }
    }

    /// The words with what they mean, and those that are made of them.
    var meanings: [(word: String, kind: DraftToken.Kind)] {
        let made: [(DraftToken.Kind, [String])] = [
            (.aid(nil), [""]), (.measure(.amount), ["金", "金额", "款", "资金", "金总额", "总额", "支出", "金支出", "金发放额"]),
            (.measure(.personTimes), ["人次", "人次数", "次数", "笔数", "总人次"]),
            (.rule, ["比例", "标准", "限额", "额度", "上限"]),
            (.measure(.recipients), ["职工", "人数", "会员", "职工数", "职工人数"]),
        ]
        return all.flatMap { word in made.flatMap { kind, ends in ends.map { (word + $0, kind) } } }
    }
}
