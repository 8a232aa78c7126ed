import AidModel
import AidText

/// Refuses a template that could state a figure which is no fact: one that is typed in, or a name that
/// nothing fills.
struct TemplateCheck {
    private let language: Language
    private var findings: [TemplateFinding] = []
    /// The names that are known, the innermost section last.
    private var scopes: [[String: NewsShape]]
    /// The names of all statements.
    private let statements: [String]
    private var open: [(name: String, line: Int, column: Int, opensScope: Bool)] = []

    private static let depthLimit = 32

    /// - Parameter statements: the ids of those that the pipeline file has.
    static func findings(
        _ template: String, language: Language, statements: [String] = []
    ) -> [TemplateFinding] {
        var check = TemplateCheck(language: language, statements: statements)
        guard template.utf8.count <= NewsTemplates.byteLimit else {
            return [TemplateFinding(line: 1, column: 1, breach: .tooLarge)]
        }
        for piece in TemplateScan(template).pieces { check.check(piece) }
        for section in check.open { check.add(section.line, section.column, .sectionOpen(section.name)) }
        // What the scan takes for a template, Mustache must too.
        if check.findings.isEmpty {
            do throws(TemplateProblem) {
                _ = try Template(template, escaping: .none)
            } catch {
                check.add(error.lineNumber, error.columnNumber, .notMustache)
            }
        }
        return check.findings
    }

    private init(language: Language, statements: [String]) {
        self.language = language
        scopes = [NewsShape.root(statements: statements)]
        self.statements = NewsShape.statements(statements).keys.sorted()
    }

    private mutating func add(_ line: Int, _ column: Int, _ breach: TemplateBreach) {
        findings.append(TemplateFinding(line: line, column: column, breach: breach))
    }

    private mutating func check(_ piece: TemplateScan.Piece) {
        switch piece.content {
        case .text(let text):
            for figure in TypedFigures.find(text, language: language) {
                let place = TemplateCheck.place(text, figure.offset, from: piece)
                add(place.line, place.column, figure.isReserved ? .reservedCharacter : .typedFigure(figure.text))
            }
        case .unclosed:
            add(piece.line, piece.column, .tagOpen)
        case .tag(let tag): check(tag, piece)
        }
    }

    private mutating func check(_ tag: TemplateScan.Tag, _ piece: TemplateScan.Piece) {
        switch tag.kind {
        case .comment: return
        case .other:
            add(piece.line, piece.column, .unknownTag)
        case .variable:
            guard let shape = shape(tag.name) else { return unknown(tag.name, piece) }
            if !shape.isText {
                add(piece.line, piece.column, .noText(tag.name, parts: parts(shape, below: tag.name)))
            }
        case .section, .invertedSection:
            guard open.count < TemplateCheck.depthLimit else {
                return add(piece.line, piece.column, .tooDeep)
            }
            let shape = shape(tag.name)
            if shape == nil { unknown(tag.name, piece) }
            // Within an inverted section there is nothing new.
            let opensScope = tag.kind == .section
            if opensScope { scopes.append(shape?.parts ?? [:]) }
            open.append((tag.name, piece.line, piece.column, opensScope))
        case .end:
            guard let last = open.last, last.name == tag.name else {
                return add(piece.line, piece.column, .wrongEnd(tag.name))
            }
            open.removeLast()
            if last.opensScope { scopes.removeLast() }
        }
    }

    /// What a name means here; nil: nothing. Its first part is looked up from the inside out, as Mustache does.
    private func shape(_ name: String) -> NewsShape? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, var shape = scopes.reversed().compactMap({ $0[first] }).first else { return nil }
        for part in parts.dropFirst() {
            // The parts of what a list holds are known within its section alone.
            if case .list = shape { return nil }
            guard let next = shape.parts[part] else { return nil }
            shape = next
        }
        return shape
    }

    private mutating func unknown(_ name: String, _ piece: TemplateScan.Piece) {
        if name.hasPrefix("statements.") {
            let id = name.dropFirst("statements.".count).prefix { $0 != "." }
            if !statements.contains(String(id)) {
                return add(piece.line, piece.column, .unknownStatement(String(id), known: statements))
            }
        }
        let known = scopes.last?.isEmpty == false ? scopes[scopes.count - 1] : scopes[0]
        add(piece.line, piece.column, .unknownName(name, known: known.keys.sorted()))
    }

    private func parts(_ shape: NewsShape, below name: String) -> [String] {
        switch shape {
        case .flag, .list: ["{{#\(name)}}…{{/\(name)}}"]
        default: shape.parts.keys.sorted().map { name + "." + $0 }
        }
    }

    /// Where a character of a piece of text stands in the template.
    private static func place(
        _ text: String, _ offset: Int, from piece: TemplateScan.Piece
    ) -> (line: Int, column: Int) {
        var (line, column) = (piece.line, piece.column)
        for character in text.prefix(offset) {
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return (line, column)
    }
}
