import Mustache

/// A text with places to fill in, in the language of Mustache.
///
/// Whoever wants other words changes the template, not the program.
package struct Template: Sendable {
    /// What is done to a value that is filled in.
    package enum Escaping: Sendable {
        case html
        case none
    }

    private let template: MustacheTemplate

    /// - Throws: `TemplateProblem` where the text is no template.
    package init(_ text: String, escaping: Escaping) throws(TemplateProblem) {
        let head =
            switch escaping {
            case .html: ""
            case .none: "{{% CONTENT_TYPE:TEXT}}"
            }
        do {
            template = try MustacheTemplate(string: head + text)
        } catch let error as MustacheTemplate.ParserError {
            // The head is none of the author's.
            let column = error.context.columnNumber - (error.context.lineNumber == 1 ? head.count : 0)
            throw TemplateProblem(
                lineNumber: error.context.lineNumber, columnNumber: max(column, 1), line: error.context.line)
        } catch {
            throw TemplateProblem(lineNumber: 1, columnNumber: 1, line: "")
        }
    }

    package func filled(with values: TemplateValue) -> String {
        template.render(values.forMustache)
    }
}

/// Where a text is no template.
package struct TemplateProblem: Error, Sendable, Hashable {
    /// From 1.
    package let lineNumber: Int
    /// From 1.
    package let columnNumber: Int
    package let line: String
}

/// What a template is filled with.
package enum TemplateValue: Sendable {
    case text(String)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section is shown once for each.
    case list([TemplateValue])
    case object([String: TemplateValue])
    /// A text that has parts, each of which a template may name too.
    case labelled(String, [String: TemplateValue])
    /// A value that there is not: a section about it is not shown, and in its place in a text stands this.
    case missing(String)

    fileprivate var forMustache: Any {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let values): values.map(\.forMustache)
        case .object(let members): members.mapValues(\.forMustache)
        case .labelled(let text, let members):
            LabelledText(renderText: text, members: members.mapValues(\.forMustache), isNull: false)
        case .missing(let text): LabelledText(renderText: text, members: [:], isNull: true)
        }
    }
}

private struct LabelledText: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    let members: [String: Any]
    let isNull: Bool

    /// Of what there is not, there is no part either; and none of another value that has the name.
    func child(named name: String) -> Any? {
        members[name] ?? (isNull ? self : nil)
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral text: String) {
        self = .text(text)
    }

    package init(booleanLiteral flag: Bool) {
        self = .flag(flag)
    }
}

extension TemplateValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: TemplateValue...) {
        self = .list(elements)
    }

    package init(dictionaryLiteral members: (String, TemplateValue)...) {
        self = .object(Dictionary(members) { $1 })
    }
}
