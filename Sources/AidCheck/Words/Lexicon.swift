/// Words with what they mean, found by their first character, longer ones first.
struct Lexicon: Sendable {
    private var words: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: DraftToken.Kind)]] = [:]

    /// - Parameter lists: meanings, each with words parted by a separator, in lower case.
    init(_ lists: [(DraftToken.Kind, String)], separator: Character = " ") {
        for (kind, list) in lists {
            for word in list.split(whereSeparator: { $0 == separator || $0 == "\n" }) { add(String(word), kind) }
        }
        sort()
    }

    /// The same with more words, which come before those that are known.
    func adding(_ more: [(word: String, kind: DraftToken.Kind)]) -> Lexicon {
        var lexicon = self
        for (word, kind) in more {
            if let first = word.unicodeScalars.first {
                lexicon.words[first.lowered]?.removeAll { $0.word == Lexicon.scalars(word) }
            }
            lexicon.add(word, kind)
        }
        lexicon.sort()
        return lexicon
    }

    private static func scalars(_ word: String) -> [Unicode.Scalar] { word.unicodeScalars.map(\.lowered) }

    private mutating func add(_ word: String, _ kind: DraftToken.Kind) {
        let scalars = Lexicon.scalars(word)
        guard let first = scalars.first else { return }
        words[first, default: []].append((scalars, kind))
    }

    private mutating func sort() {
        words = words.mapValues { list in list.sorted { $0.word.count > $1.word.count } }
    }

    /// The longest word that stands at a place; in Latin letters, a whole word.
    func word(_ text: [Unicode.Scalar], at index: Int) -> (count: Int, kind: DraftToken.Kind)? {
        guard let list = words[text[index].lowered] else { return nil }
        let isLatin = text[index].isLatinLetter
        if isLatin, index > 0, text[index - 1].isLatinLetter { return nil }
        for (word, kind) in list where text.count - index >= word.count {
            guard (1..<word.count).allSatisfy({ text[index + $0].lowered == word[$0] }) else { continue }
            let end = index + word.count
            if isLatin, end < text.count, text[end].isLatinLetter { continue }
            return (word.count, kind)
        }
        return nil
    }
}
