import AidModel

/// Which of the cities that a draft names is the programme's own.
///
/// No word tells that by itself. A city that stands beside the programme's name or before 总工会, in the dateline or
/// the headline is its own, and then every other one is another place. The only city of a draft is its own, too.
struct OwnCities: Sendable, Hashable {
    private var own: Set<String> = []
    private var named: Set<String> = []
    /// Whether the programme is told to be of 本市, so that what has another name is elsewhere.
    private var hasOwnWord = false

    /// - Parameter articles: the words of those articles that may be about the programme.
    init(_ text: [Unicode.Scalar], _ articles: [[DraftToken]], names: ProgrammeNames) {
        for tokens in articles {
            for sentence in tokens.split(whereSeparator: { $0.kind.endsSentence || $0.kind == .semicolon }) {
                read(sentence, text, isHeadline: OwnCities.isHeadline(sentence, of: tokens), names)
            }
        }
        if own.isEmpty, named.count == 1, !hasOwnWord, !names.hasCity { own = named }
    }

    /// The first line of an article that has more.
    private static func isHeadline(_ sentence: ArraySlice<DraftToken>, of tokens: [DraftToken]) -> Bool {
        guard sentence.startIndex == tokens.startIndex, sentence.endIndex + 1 < tokens.count else { return false }
        let end = tokens[sentence.endIndex].kind
        return end == .lineEnd || end == .paragraphEnd
    }

    private mutating func read(
        _ sentence: ArraySlice<DraftToken>, _ text: [Unicode.Scalar], isHeadline: Bool, _ names: ProgrammeNames
    ) {
        let isOfProgramme = sentence.contains { $0.kind == .programme }
        let scan = TextScan(text: text)
        if isOfProgramme {
            hasOwnWord =
                hasOwnWord
                || sentence.contains {
                    $0.kind == .whole && scan.end(ofAny: ["本市", "我市"], at: $0.range.lowerBound) != nil
                }
        }
        var cities: [(name: String, isElsewhere: Bool)] = []
        for place in sentence.indices where sentence[place].kind == .city {
            let range = sentence[place].range
            let name = OwnCities.name(text, range)
            let isElsewhere = place > sentence.startIndex && isOther(sentence[..<place].suffix(2))
            cities.append((name, isElsewhere))
            named.insert(name)
            let isOffice = scan.end(ofAny: ["总工会", "总工", "讯", "电"], at: range.upperBound) != nil
            if !isElsewhere, isOffice || names.contains(name) { own.insert(name) }
        }
        // 澜江市的“安康伞”
        for place in sentence.indices where sentence[place].kind == .city {
            let next = sentence[(place + 1)...].prefix(2)
            if next.contains(where: { $0.kind == .programme }),
                place == sentence.startIndex || !isOther(sentence[..<place].suffix(2))
            {
                own.insert(OwnCities.name(text, sentence[place].range))
            }
        }
        let here = Set(cities.filter { !$0.isElsewhere }.map(\.name))
        if isOfProgramme || isHeadline, here.count == 1, !names.hasCity { own.formUnion(here) }
    }

    /// 邻近的江州市
    private func isOther(_ words: ArraySlice<DraftToken>) -> Bool { words.contains { $0.kind == .otherPlace } }

    private static func name(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range]))
    }

    /// The same words, with cities as what they are to the programme.
    func told(_ tokens: [DraftToken], _ text: [Unicode.Scalar]) -> [DraftToken] {
        tokens.map { token in
            guard token.kind == .city else { return token }
            var token = token
            let isOwn = own.contains(OwnCities.name(text, token.range))
            token.kind = isOwn ? (named.count > 1 ? .whole : .plain) : .otherPlace
            return token
        }
    }
}
