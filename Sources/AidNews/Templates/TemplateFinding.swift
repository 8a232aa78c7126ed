/// Something that is wrong with a template, and where.
package struct TemplateFinding: Sendable, Hashable {
    /// From 1.
    package let line: Int
    /// From 1, in characters.
    package let column: Int
    let breach: TemplateBreach
}

/// What a template may not have.
enum TemplateBreach: Sendable, Hashable {
    case tooLarge
    /// A section that nothing closes.
    case sectionOpen(String)
    /// Mustache does not take it, for a reason of its own.
    case notMustache
    /// One of the characters that stand for facts.
    case reservedCharacter
    case typedFigure(String)
    case tagOpen
    case unknownTag
    /// A name that is no text; what of it is.
    case noText(String, parts: [String])
    case tooDeep
    case wrongEnd(String)
    /// A name that nothing fills; those that are known there.
    case unknownName(String, known: [String])
    /// A statement that the pipeline file does not have; those that there may be.
    case unknownStatement(String, known: [String])
}
