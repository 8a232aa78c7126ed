/// A value that was checked against its spec, defaults filled in.
struct CheckedValue: Sendable {
    enum Content: Sendable {
        /// The key is left out and has no default.
        case absent
        /// A finding says already what is wrong, so rules keep quiet about it.
        case faulty
        case text(String)
        case integer(Int)
        case flag(Bool)
        case list([CheckedValue])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var keyPlace: Place
        var value: CheckedValue
    }

    /// Where the value stands; for a default, where its mapping does.
    var place: Place
    /// Whether the file says it, rather than the spec.
    var isGiven: Bool
    var content: Content

    /// The value behind a key, absent where this is no mapping.
    subscript(key: String) -> CheckedValue {
        entries.first { $0.key == key }?.value
            ?? CheckedValue(place: place, isGiven: false, content: isFaulty ? .faulty : .absent)
    }

    var entries: [Entry] {
        if case .mapping(let entries) = content { entries } else { [] }
    }

    var items: [CheckedValue] {
        if case .list(let items) = content { items } else { [] }
    }

    /// The items that are texts, faulty ones left out.
    var textItems: [(text: String, place: Place)] {
        items.compactMap { item in item.text.map { ($0, item.place) } }
    }

    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// The texts of a list, as one names it; nil where it has none.
    var joinedTexts: String? {
        let texts = textItems.map(\.text)
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    var integer: Int? {
        if case .integer(let integer) = content { integer } else { nil }
    }

    var isTrue: Bool {
        if case .flag(true) = content { true } else { false }
    }

    var isAbsent: Bool {
        if case .absent = content { true } else { false }
    }

    var isFaulty: Bool {
        if case .faulty = content { true } else { false }
    }

    /// The place of a key, or of the mapping that lacks it.
    func keyPlace(_ key: String) -> Place {
        entries.first { $0.key == key }?.keyPlace ?? place
    }
}
