/// A template taken apart into its texts and its tags, each with its place.
///
/// The language of Mustache has more than a newsroom's template needs; what is not listed in `Tag.Kind` is
/// no tag here.
package struct TemplateScan: Sendable {
    package struct Tag: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case variable
            case section
            case invertedSection
            case end
            case comment
            /// A partial, a block, another delimiter: nothing that a template may have.
            case other
        }

        package let kind: Kind
        /// Without white space around it.
        package let name: String
    }

    package enum Content: Sendable, Hashable {
        case text(String)
        case tag(Tag)
        /// `{{` without its `}}`.
        case unclosed
    }

    package struct Piece: Sendable, Hashable {
        package let content: Content
        /// From 1.
        package let line: Int
        /// From 1, in characters.
        package let column: Int
    }

    package let pieces: [Piece]

    package init(_ template: String) {
        var pieces: [Piece] = []
        var line = 1
        var column = 1
        var rest = Substring(template)
        /// Takes what comes next, and moves on behind it.
        func add(_ content: Content, _ taken: Substring) {
            pieces.append(Piece(content: content, line: line, column: column))
            for character in taken {
                if character.isNewline {
                    line += 1
                    column = 1
                } else {
                    column += 1
                }
            }
            rest = rest[taken.endIndex...]
        }
        while !rest.isEmpty {
            guard rest.hasPrefix("{{") else {
                let end = rest.firstRange(of: "{{")?.lowerBound ?? rest.endIndex
                add(.text(String(rest[..<end])), rest[..<end])
                continue
            }
            let isTriple = rest.hasPrefix("{{{")
            guard let close = rest.firstRange(of: isTriple ? "}}}" : "}}") else {
                add(.unclosed, rest)
                break
            }
            let inner = rest[rest.index(rest.startIndex, offsetBy: isTriple ? 3 : 2)..<close.lowerBound]
            add(.tag(TemplateScan.tag(inner, isTriple: isTriple)), rest[..<close.upperBound])
        }
        self.pieces = pieces
    }

    private static func tag(_ inner: Substring, isTriple: Bool) -> Tag {
        let kinds: [Character: Tag.Kind] = [
            "#": .section, "^": .invertedSection, "/": .end, "!": .comment, "&": .variable,
        ]
        let kind: Tag.Kind
        var name = inner
        if let first = inner.first, !isTriple, let marked = kinds[first] {
            kind = marked
            name = inner.dropFirst()
        } else {
            kind = inner.first.map { $0.isLetter || $0.isWhitespace } ?? false ? .variable : .other
        }
        while name.first?.isWhitespace ?? false { name.removeFirst() }
        while name.last?.isWhitespace ?? false { name.removeLast() }
        return Tag(kind: kind, name: String(name))
    }
}
