package import AidModel
import AidText

/// The templates of one language from which news is made: headline, deck, lead and body.
///
/// They are in the language of Mustache, of which they may use variables, sections, inverted sections and
/// comments. They are plain text; a newsroom that puts Markdown into them finds it in `news.zh.md`.
package struct NewsTemplates: Sendable, Hashable {
    package enum Part: String, Sendable, Hashable, CaseIterable {
        case headline
        case deck
        case lead
        /// Paragraphs, with blank lines between them.
        case body

        /// `headline.zh.mustache`
        package func fileName(_ language: Language) -> String {
            "\(rawValue).\(language.rawValue).mustache"
        }
    }

    package let language: Language
    /// What templates may say of the programme besides facts.
    package let statements: [NewsStatement]
    /// What English news calls groups, by their names in the exports.
    let groupNames: [String: String]
    private var texts: [Part: String]

    /// A template is no longer than this.
    package static let byteLimit = 64 << 10

    /// Those that come with the program.
    package init(_ language: Language, statements: [NewsStatement] = [], groupNames: [String: String] = [:]) {
        self.language = language
        self.statements = statements
        self.groupNames = groupNames
        texts = NewsTemplates.given(language)
    }

    /// Those that come with the program.
    private static func given(_ language: Language) -> [Part: String] {
        switch language {
        case .zh: chinese
        case .en: english
        }
    }

    /// The text of a part.
    package subscript(part: Part) -> String {
        get { texts[part] ?? "" }
        set { texts[part] = newValue }
    }

    /// Everything that is wrong with the template of a part; empty: nothing, as with those that come with the program.
    package func findings(_ part: Part) -> [TemplateFinding] {
        if texts[part] == NewsTemplates.given(language)[part] { return [] }
        return TemplateCheck.findings(self[part], language: language, statements: statements.map(\.id))
    }
}
