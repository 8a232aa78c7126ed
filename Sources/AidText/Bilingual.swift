package import AidModel

/// What says its texts in one of the two languages, which stand side by side.
package protocol Bilingual: Sendable {
    var language: Language { get }
}

extension Bilingual {
    package func text<Text>(zh: @autoclosure () -> Text, en: @autoclosure () -> Text) -> Text {
        language == .zh ? zh() : en()
    }
}
