import AidModel
import AidNews

/// What a programme, its groups and its recipients are called in the press, in the forms in which a draft is read.
struct ProgrammeNames: Sendable {
    /// Names of the programme and of groups.
    private let own: Lexicon
    /// The groups whose whole names stand in a cell of a table.
    private let cells: [[Unicode.Scalar]: Int]
    /// Names of groups that say something else where they stand alone: 合计, 2023年.
    private let ambiguous: Set<[Unicode.Scalar]>
    /// The programme's names without marks.
    private let bare: [[Unicode.Scalar]]
    /// How many groups have facts; those after them are only named.
    let knownGroupCount: Int
    /// What the pipeline file calls it in full, which often says the city.
    private let title: [Unicode.Scalar]
    let chinese: Lexicon
    let english: Lexicon

    /// - Parameters:
    ///   - words: of the press, those of the pipeline file or the usual ones.
    ///   - groups: of which something is known.
    ///   - districts: of which nothing is known; groups besides.
    ///   - aid: what the draft calls the aid besides what the names do.
    init(
        _ words: NewsWords, groups: [PublishedCell.Group], districts: DistrictNames? = nil, aid: AidWords? = nil,
        title: String = ""
    ) {
        let titles = words.names.map(ReadText.word)
        // 暖·互助“二次报销” is called 暖互助二次报销 and “二次报销”, too.
        let forms = titles.flatMap { [$0, ProgrammeNames.bare($0), "“" + $0 + "”", "‘" + $0 + "’"] }
        var names: [(word: String, kind: DraftToken.Kind)] = forms.map { ($0, .programme) }
        var cells: [[Unicode.Scalar]: Int] = [:]
        var ambiguous: Set<[Unicode.Scalar]> = []
        for (name, place) in GroupWords.names(groups) {
            let word = ReadText.word(name)
            let isTwice = cells[Array(word.unicodeScalars)].map { $0 != place } ?? false
            if !GroupWords.isWord(word) { names.append((word, .group(place))) }
            if GroupWords.saysMore(word) || isTwice || ambiguous.contains(Array(word.unicodeScalars)) {
                cells[Array(word.unicodeScalars)] = nil
                ambiguous.insert(Array(word.unicodeScalars))
            } else {
                cells[Array(word.unicodeScalars)] = place
            }
        }
        self.ambiguous = ambiguous
        self.cells = cells
        let groupTitles = Dictionary(
            grouping: Set(groups.compactMap { $0.name.flatMap { words.groups[$0] } })
        ) { $0.split(separator: " ").last }
        for (place, group) in groups.enumerated() {
            if let title = group.name.flatMap({ words.groups[$0] }) {
                names.append((ReadText.word(title), .group(place)))
                if let other = ProgrammeNames.otherNumber(title) {
                    names.append((ReadText.word(other), .group(place)))
                }
                let word = title.split(separator: " ").first.map { $0.lowercased() } ?? ""
                for form in GroupWords.inOtherEnglish[word] ?? [] { names.append((form, .group(place))) }
                for form in ProgrammeNames.adjectives(title, among: groupTitles) {
                    names.append((ReadText.word(form), .group(place)))
                }
            }
        }
        // What a withheld group is called in English is told of nobody, as little as its own name.
        let known = Set(groups.compactMap(\.name))
        for (name, title) in words.groups where !known.contains(name) && !groups.isEmpty {
            names.append((ReadText.word(title), .unknownGroup))
        }
        knownGroupCount = groups.count
        self.title = Array(title.unicodeScalars)
        for (place, name) in (districts?.full ?? []).enumerated() {
            names.append((name, .group(groups.count + place)))
            let short = String(name.dropLast())
            if districts?.short.contains(short) == true { names.append((short, .group(groups.count + place))) }
        }
        own = Lexicon([]).adding(names.filter { $0.word.unicodeScalars.count > 1 })
        bare = titles.map { Array(ProgrammeNames.bare($0).unicodeScalars) }
        let more =
            words.recipients.map { (word: ReadText.word($0), kind: DraftToken.Kind.measure(.recipients)) }
            + words.notOurs.map {
                (word: ReadText.word($0), kind: ProgrammeNames.isName($0) ? DraftToken.Kind.otherProgramme : .other)
            }
        let ownAid = AidWords(of: titles + [title]).meanings + (aid?.meanings ?? [])
        // What calls its aid otherwise has 互助 in common with all others of its sort.
        let isMutual = ownAid.isEmpty || (titles + [title]).contains { $0.contains("互助") }
        chinese = Lexicon.chinese.adding((isMutual ? [] : ProgrammeNames.mutualAid) + ownAid + more)
        english = Lexicon.english.adding(more)
    }

    private static let mutualAid: [(word: String, kind: DraftToken.Kind)] =
        ["互助金", "互助保障金", "互助金额", "互助资金", "互助补助金", "互助金支出", "互助金总额", "互助补助"].map { ($0, .noun(.amount)) }
        + [("互助人次", .noun(.personTimes))]

    /// The longest name that stands at a place.
    func word(_ text: [Unicode.Scalar], at index: Int) -> (count: Int, kind: DraftToken.Kind)? {
        own.word(text, at: index)
    }

    /// The group whose name is the whole of a table's cell.
    func group(of cell: ArraySlice<Unicode.Scalar>) -> Int? { cells[Array(cell)] }

    /// Whether a table's cell may as well be the name of a group.
    func isAmbiguous(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
        !ambiguous.isEmpty && ambiguous.contains(Array(cell))
    }

    /// Whether the programme's title names a city: 江州市职工互助保障.
    var hasCity: Bool {
        title.indices.contains { title[$0] == "市" && $0 >= 2 && $0 <= 4 && title[..<$0].allSatisfy(\.isHan) }
    }

    /// Whether one of the programme's names has a word in it.
    func contains(_ word: String) -> Bool {
        let word = Array(word.unicodeScalars)
        return (bare + [title]).contains { name in
            name.count >= word.count
                && (0...(name.count - word.count)).contains { name[$0..<($0 + word.count)].elementsEqual(word) }
        }
    }

    /// Whether a name in quotes is a part of the programme's own.
    func isOwn(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = name.filter { !"·“”‘’ ".unicodeScalars.contains($0) }
        guard !bare.isEmpty else { return true }
        return bare.contains { own in
            own.count >= name.count
                && (0...(own.count - name.count)).contains { own[$0..<($0 + name.count)].elementsEqual(name) }
        }
    }

    /// chronic-illness and chronic, where another group is called severe illness.
    ///
    /// - Parameter titles: of all groups, by their last words.
    private static func adjectives(_ title: String, among titles: [Substring?: [String]]) -> [String] {
        let parts = title.split(separator: " ")
        guard parts.count == 2, title.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        let isOneOfMany = titles[parts[1], default: []].count > 1
        return [parts.joined(separator: "-")] + (isOneOfMany ? [String(parts[0])] : [])
    }

    /// Whether a word that takes figures away names another scheme: Bright Future, 圆梦助学; not: students.
    private static func isName(_ word: String) -> Bool {
        word.first?.isUppercase == true
            || ["保", "险", "计划", "行动", "项目", "工程", "助学", "互助", "基金"].contains { word.hasSuffix($0) }
    }

    /// accident, of a group that is called accidents; nil: there is none.
    private static func otherNumber(_ title: String) -> String? {
        guard title.utf8.allSatisfy({ $0 < 0x80 }), let last = title.last, last.isLowercase else {
            return nil
        }
        if title.hasSuffix("ss") { return title + "es" }
        return last == "s" ? String(title.dropLast()) : title + "s"
    }

    private static func bare(_ name: String) -> String {
        String(name.filter { !$0.isWhitespace && !"·“”‘’\"'".contains($0) })
    }
}
