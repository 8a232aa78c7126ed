/// The way from a record to one of its values: child elements, and perhaps an
/// attribute last: `a/b`, `@x`, `a/@x`, `{uri}a/b`.
///
/// Slashes inside braces belong to the namespace. Steps up come first: `../@x` is an attribute of the element that the
/// record lies in, `../../a` an element in the one around that, before the record.
package struct ElementPath: Hashable, Sendable {
    /// How many elements the way goes up from the record first.
    package let levelsUp: Int
    /// Child elements below the record, outermost first; behind steps up one at most.
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
        let steps = Self.steps(text)
        levelsUp = steps.prefix { $0 == ".." }.count
        for step in steps.dropFirst(levelsUp) {
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
        if levelsUp > 0, elements.count > 1 || elements.isEmpty && attribute == nil { return nil }
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
        (Array(repeating: "..", count: levelsUp) + elements.map(\.description) + (attribute.map { ["@\($0)"] } ?? []))
            .joined(separator: "/")
    }
}
