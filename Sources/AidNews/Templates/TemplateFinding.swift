package import AidModel

/// Something that is wrong with a template, and where.
package struct TemplateFinding: Sendable, Hashable {
    /// From 1.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    package let code: String
    package let message: BilingualText
}
