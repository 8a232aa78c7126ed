import AidModel
import AidText

/// A sentence or more, of which it is known where each figure comes from.
package struct NewsText: Sendable, Hashable {
    package enum Span: Sendable, Hashable {
        /// Words of a template or of ours.
        case words(String)
        /// A figure, and the id of its fact.
        case figure(String, factID: String)
        /// A text from outside: a group's name, the programme's title.
        case name(String)
        /// A statement of the pipeline file.
        case statement(String, id: String)
    }

    package let spans: [Span]

    package init(spans: [Span]) {
        self.spans = spans
    }

    /// The text as it is; characters in names that do not show are named.
    package var plain: String {
        text { TextTable.shown($0) }
    }

    /// The text as Markdown, which no name can break.
    package var markdown: String {
        text { MarkdownText.escaped($0) }
    }

    /// The ids of its facts, in the order of the text.
    package var factIDs: [String] {
        spans.compactMap { if case .figure(_, let id) = $0 { id } else { nil } }
    }

    /// The ids of its statements, in the order of the text.
    package var statementIDs: [String] {
        spans.compactMap { if case .statement(_, let id) = $0 { id } else { nil } }
    }

    private func text(_ name: (String) -> String) -> String {
        spans.map { span in
            switch span {
            case .words(let text), .figure(let text, _): text
            case .name(let text), .statement(let text, _): name(text)
            }
        }.joined()
    }
}

/// What of a text comes from facts and from outside, while it is in a template: each stands there as a
/// number between two characters that no text has, so that nothing can be taken for another.
struct NewsSpans {
    private var spans: [NewsText.Span] = []
    /// Of figures that may be told in several units, by their place among the spans.
    private var forms: [Int: FigureForms] = [:]

    private static let opening: Unicode.Scalar = "\u{F0000}"
    private static let closing: Unicode.Scalar = "\u{F0001}"
    /// In place of a value that there is not.
    static let missing = "\u{F0002}"

    /// In place of a blank line.
    private static let paragraph: Character = "\u{F0003}"

    /// Whether a character is one of those, which no template may have.
    static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
        (0xF0000...0xF0003).contains(scalar.value)
    }

    mutating func mark(_ span: NewsText.Span, _ forms: FigureForms? = nil) -> String {
        self.forms[spans.count] = forms
        spans.append(span)
        return "\(NewsSpans.opening)\(spans.count - 1)\(NewsSpans.closing)"
    }

    /// A template in which blank lines, which part paragraphs, stay where nothing is left of a line.
    static func marked(_ template: String) -> String {
        template.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.allSatisfy(\.isWhitespace) ? String(paragraph) : String($0) }.joined(separator: "\n")
    }

    /// The paragraphs of a filled template. One for which a value is missing is left out whole.
    ///
    /// A line end within a paragraph is a blank, or in Chinese nothing.
    func paragraphs(_ filled: String, language: Language) -> [NewsText] {
        filled.split(separator: NewsSpans.paragraph).compactMap { paragraph in
            let lines = paragraph.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
            let text = lines.joined(separator: language == .zh ? "" : " ")
            return text.isEmpty || text.contains(NewsSpans.missing) ? nil : NewsText(spans: resolved(text))
        }
    }

    /// All spans, with the figures of a paragraph in one unit a kind.
    private func spansInOneUnit(of text: String) -> [NewsText.Span] {
        var spans = spans
        // What stands before the first mark is no place, though it may begin with a year.
        let told = text.split(separator: Character(NewsSpans.opening), omittingEmptySubsequences: false).dropFirst()
            .compactMap { Int($0.prefix { $0.isNumber }) }
        for kind in FigureForms.Kind.allCases {
            let figures = told.compactMap { place in forms[place].map { (place, $0) } }.filter { $0.1.kind == kind }
            guard let unit = FigureForms.unit(figures.map(\.1)) else { continue }
            for (place, figure) in figures {
                guard case .figure(_, let id) = spans[place], let text = figure.texts[unit] else { continue }
                spans[place] = .figure(text, factID: id)
            }
        }
        return spans
    }

    private func resolved(_ text: String) -> [NewsText.Span] {
        let spans = spansInOneUnit(of: text)
        var resolved: [NewsText.Span] = []
        var words = ""
        var number: Int?
        for scalar in text.unicodeScalars {
            switch scalar {
            case NewsSpans.opening:
                if !words.isEmpty { resolved.append(.words(words)) }
                words = ""
                number = 0
            case NewsSpans.closing:
                if let number, spans.indices.contains(number) { resolved.append(spans[number]) }
                number = nil
            default:
                if let before = number {
                    number = before * 10 + Int(scalar.value) - 0x30
                } else {
                    words.unicodeScalars.append(scalar)
                }
            }
        }
        if !words.isEmpty { resolved.append(.words(words)) }
        return resolved
    }
}

extension String {
    /// Without white space around it.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
