/// The language of a report or of a message to the user.
package enum Language: String, Sendable, CaseIterable {
    case zh
    case en
}

/// One text in both languages of the project.
///
/// Everything that a user reads outside of `--help` is written in both, so
/// that neither the newsroom nor the next developer has to translate.
package struct BilingualText: Sendable, Hashable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in one language.
    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
