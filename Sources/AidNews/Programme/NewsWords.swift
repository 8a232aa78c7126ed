package import AidModel

/// The words by which the press speaks of the programme, and those that take a figure away from it.
package struct NewsWords: Sendable, Hashable {
    /// What the programme is called.
    package var names: [String]
    /// What those are called whom it has helped.
    package var recipients: [String]
    /// What a figure is of that is none of the programme's: other schemes, other subjects. Whoever reads drafts knows
    /// many by itself; these come on top.
    package var notOurs: [String]
    /// What English news calls groups, by their names in the exports.
    package var groups: [String: String]

    package init(
        names: [String] = [], recipients: [String] = NewsWords.usualRecipients, notOurs: [String] = [],
        groups: [String: String] = [:]
    ) {
        self.names = names
        self.recipients = recipients
        self.notOurs = notOurs
        self.groups = groups
    }

    /// The titles of a programme, and what stands in quotation marks in them: `暖·互助“二次报销”`, `二次报销`. Each once.
    package static func names(of title: BilingualText) -> [String] {
        var names: [String] = []
        for title in [title.zh, title.en] {
            for name in [title] + quoted(title) where !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static let closing: [Character: Character] = [
        "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "\"": "\"",
    ]

    /// What stands in quotation marks, those within others included; what is never closed is not quoted.
    private static func quoted(_ text: String) -> [String] {
        var quoted: [String] = []
        for start in text.indices {
            guard let mark = closing[text[start]] else { continue }
            let rest = text[text.index(after: start)...]
            guard let end = rest.firstIndex(of: mark), rest.startIndex < end else { continue }
            quoted.append(String(rest[..<end]))
            // The mark that opens is the one that closes.
            if mark == text[start] { break }
        }
        return quoted
    }
}
