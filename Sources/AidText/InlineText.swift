/// A line of text made of pieces, written once and shown as Markdown, as HTML and as plain text.
///
/// A literal is the program's own words, which hold no marks; what comes from outside goes in as `\(value:)`, so that
/// it is shown as it is wherever it stands.
package struct InlineText: Sendable, Hashable, ExpressibleByStringInterpolation {
    fileprivate enum Piece: Sendable, Hashable {
        case words(String)
        case value(String)
        case strong(String)
        case code(String)
    }

    private var pieces: [Piece]

    package init(stringLiteral words: String) {
        pieces = [.words(words)]
    }

    package init(stringInterpolation text: Interpolation) {
        pieces = text.pieces
    }

    /// The program's own words.
    package static func words(_ words: String) -> InlineText { InlineText(stringLiteral: words) }

    /// A text from an export or a pipeline file.
    package static func value(_ text: String) -> InlineText { "\(value: text)" }

    /// The program's own words, in strong print.
    package static func strong(_ words: String) -> InlineText { "\(strong: words)" }

    package var markdown: String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .value(let text): MarkdownText.escaped(text)
            case .strong(let words): "**\(words)**"
            case .code(let text): "`\(text)`"
            }
        }.joined()
    }

    package var html: String {
        pieces.map { piece in
            switch piece {
            case .words(let text), .value(let text): XMLText.escaped(text)
            case .strong(let words): "<strong>\(XMLText.escaped(words))</strong>"
            case .code(let text): "<code>\(XMLText.escaped(text))</code>"
            }
        }.joined()
    }

    /// What a reader sees, without marks.
    package var plain: String {
        pieces.map { piece in
            switch piece {
            case .words(let text), .strong(let text), .code(let text): text
            case .value(let text): VisibleText.of(text)
            }
        }.joined()
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ words: String) {
            if !words.isEmpty { pieces.append(.words(words)) }
        }

        /// The program's own words.
        package mutating func appendInterpolation(_ words: String) { appendLiteral(words) }

        package mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

        package mutating func appendInterpolation(_ text: InlineText) { pieces += text.pieces }

        package mutating func appendInterpolation(value text: String) { pieces.append(.value(text)) }

        package mutating func appendInterpolation(strong words: String) { pieces.append(.strong(words)) }

        /// - Parameter text: without a backtick.
        package mutating func appendInterpolation(code text: String) { pieces.append(.code(text)) }
    }
}

extension Sequence where Element == InlineText {
    package func joined(separator: String) -> InlineText {
        var text: InlineText = ""
        for (index, part) in enumerated() { text = index == 0 ? part : "\(text)\(separator)\(part)" }
        return text
    }
}
