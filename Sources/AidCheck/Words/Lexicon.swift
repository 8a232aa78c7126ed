/// Words with what they mean, the longest that stands at a place.
struct Lexicon: Sendable {
    private struct Entry {
        var word: [Unicode.Scalar]
        var kind: DraftToken.Kind
    }

    /// By their first character, in the order of the others, so that however many begin alike, few are looked at.
    private var words: [Unicode.Scalar: [Entry]] = [:]

    /// - Parameter lists: meanings, each with words parted by a separator, in lower case. Of two for a word the first
    ///   counts.
    init(_ lists: [(DraftToken.Kind, String)], separator: Character = " ") {
        var kinds: [[Unicode.Scalar]: DraftToken.Kind] = [:]
        for (kind, list) in lists {
            for word in list.split(whereSeparator: { $0 == separator || $0 == "\n" }) {
                let scalars = Lexicon.scalars(word)
                if kinds[scalars] == nil { kinds[scalars] = kind }
            }
        }
        take(kinds)
    }

    /// The same with more words, whose meanings come before those that are known. Of two for a word the last counts.
    func adding(_ more: [(word: String, kind: DraftToken.Kind)]) -> Lexicon {
        var kinds: [[Unicode.Scalar]: DraftToken.Kind] = [:]
        for (word, kind) in more { kinds[Lexicon.scalars(word)] = kind }
        var lexicon = self
        lexicon.take(kinds)
        return lexicon
    }

    private static func scalars(_ word: some StringProtocol) -> [Unicode.Scalar] { word.unicodeScalars.map(\.lowered) }

    private mutating func take(_ kinds: [[Unicode.Scalar]: DraftToken.Kind]) {
        let added = Dictionary(grouping: kinds.filter { !$0.key.isEmpty }) { $0.key[0] }
        for (first, list) in added {
            let kept = words[first, default: []].filter { kinds[$0.word] == nil }
            words[first] = (kept + list.map { Entry(word: $0.key, kind: $0.value) })
                .sorted { $0.word.lexicographicallyPrecedes($1.word) }
        }
    }

    /// The longest word that stands at a place; in Latin letters, a whole word.
    ///
    /// - Complexity: linear in its length, but for the logarithm of the number of words.
    func word(_ text: [Unicode.Scalar], at index: Int) -> (count: Int, kind: DraftToken.Kind)? {
        guard let list = words[text[index].lowered] else { return nil }
        let isLatin = text[index].isLatinLetter
        if isLatin, index > 0, text[index - 1].isLatinLetter { return nil }
        var (rest, count) = (list.startIndex..<list.endIndex, 1)
        var found: (count: Int, kind: DraftToken.Kind)?
        // All words of the rest begin with what was read so far; one that ends there is the first of them.
        while let first = rest.first {
            if list[first].word.count == count {
                let end = index + count
                let isWhole = !isLatin || !text[end - 1].isLatinLetter || end >= text.count || !text[end].isLatinLetter
                if isWhole { found = (count, list[first].kind) }
                rest = first + 1..<rest.upperBound
            }
            guard index + count < text.count else { break }
            let next = text[index + count].lowered
            let low = Lexicon.first(in: rest) { list[$0].word[count] >= next }
            rest = low..<Lexicon.first(in: low..<rest.upperBound) { list[$0].word[count] > next }
            count += 1
        }
        return found
    }

    /// The first place from which on something is so, or the end.
    private static func first(in places: Range<Int>, _ isSo: (Int) -> Bool) -> Int {
        var (low, high) = (places.lowerBound, places.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isSo(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
