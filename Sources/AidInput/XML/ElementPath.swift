/// The way from a record to one of its values: child elements, and perhaps an
/// attribute last: `a/b`, `@x`, `a/@x`, `{uri}a/b`.
///
/// Slashes inside braces belong to the namespace.
package struct ElementPath: Hashable, Sendable {
    /// Child elements below the record, outermost first.
    package let elements: [ElementName]
    /// The attribute of the last element, or of the record itself, that holds the value;
    /// nil: the element's own text does.
    package let attribute: ElementName?
    /// Whether it leads to something that nobody asked for (`AmountMark`): it may come several times, of which the
    /// last counts, and hold elements, which are passed over.
    var isMark = false

    /// nil where the text is no such path.
    package init?(_ text: String) {
        var elements: [ElementName] = []
        var attribute: ElementName?
        for step in Self.steps(text) {
            // An attribute has nothing below it.
            guard attribute == nil else { return nil }
            if step.first == "@" {
                guard let name = ElementName(step.dropFirst()) else { return nil }
                attribute = name
            } else {
                guard let name = ElementName(step) else { return nil }
                elements.append(name)
            }
        }
        self.elements = elements
        self.attribute = attribute
    }

    private static func steps(_ text: String) -> [Substring] {
        var steps: [Substring] = []
        var start = text.startIndex
        var isInNamespace = false
        for index in text.indices {
            switch text[index] {
            case "{": isInNamespace = true
            case "}": isInNamespace = false
            case "/" where !isInNamespace:
                steps.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        return steps + [text[start...]]
    }
}

extension ElementPath: CustomStringConvertible {
    package var description: String {
        (elements.map(\.description) + (attribute.map { ["@\($0)"] } ?? [])).joined(separator: "/")
    }
}
