import AidModel

/// One key of the pipeline file: its documentation, its validator and its default at once.
///
/// Unknown keys, wrong types, defaults and the JSON Schema all follow from the tree of
/// these (`PipelineSpec`); what two keys say against each other is a rule in `Lint/`.
struct KeySpec: Sendable {
    enum Presence: Sendable {
        case required
        case optional
        /// What a file says that leaves the key out.
        case defaulted(Default)
    }

    enum Default: Sendable {
        case text(String)
        case integer(Int)
        case flag(Bool)
        case list([String])
        /// A mapping of nothing but defaults.
        case mapping
    }

    let name: String
    let value: ValueSpec
    let presence: Presence
    /// One sentence.
    let doc: BilingualText

    init(_ name: String, _ value: ValueSpec, _ presence: Presence, zh: String, en: String) {
        self.name = name
        self.value = value
        self.presence = presence
        doc = BilingualText(zh: zh, en: en)
    }
}

/// What may stand behind a key.
indirect enum ValueSpec: Sendable {
    case text(TextFormat)
    case word(WordSpec)
    case integer(ClosedRange<Int>)
    case integerOrWord(ClosedRange<Int>, WordSpec)
    case flag
    case list(ListSpec)
    case mapping(MappingSpec)
    case textOrMapping(TextFormat, MappingSpec)
    case listOrMapping(ListSpec, MappingSpec)
    /// A flag that cannot be true here, and why.
    case onlyFalse(BilingualText)
}

/// One of a few words.
struct WordSpec: Sendable {
    /// A word and what else may be written for it.
    struct Word: Sendable {
        let canonical: String
        let aliases: [String]
    }

    let words: [Word]
    let ignoresCase: Bool

    init(_ canonicals: [String], aliases: [String: [String]] = [:], ignoresCase: Bool = false) {
        words = canonicals.map { Word(canonical: $0, aliases: aliases[$0] ?? []) }
        self.ignoresCase = ignoresCase
    }

    /// Everything that may be written.
    var all: [String] { words.flatMap { [$0.canonical] + $0.aliases } }

    /// The word that a text means.
    func canonical(of text: String) -> String? {
        let text = ignoresCase ? text.lowercased() : text
        return words.first { $0.canonical == text || $0.aliases.contains(text) }?.canonical
    }
}

struct ListSpec: Sendable {
    let item: ValueSpec
    let count: ClosedRange<Int>
    /// Whether one item may stand without brackets.
    let allowsSingle: Bool
    let isUnique: Bool

    init(of item: ValueSpec, count: ClosedRange<Int> = 0...1000, allowsSingle: Bool = false, isUnique: Bool = true) {
        self.item = item
        self.count = count
        self.allowsSingle = allowsSingle
        self.isUnique = isUnique
    }
}

struct MappingSpec: Sendable {
    let keys: [KeySpec]
    /// What the file's author may name; nil: nothing but `keys`.
    let others: ValueSpec?
    /// What such names look like.
    let names: TextFormat
    /// The fewest keys that make sense.
    let minKeys: Int

    init(_ keys: [KeySpec], others: ValueSpec? = nil, names: TextFormat = .fieldName, minKeys: Int = 0) {
        self.keys = keys
        self.others = others
        self.names = names
        self.minKeys = minKeys
    }
}
