import AidModel
import AidText

/// Refuses a template that could state a figure which is no fact: one that is typed in, or a name that
/// nothing fills.
struct TemplateCheck {
    private let language: Language
    private var findings: [TemplateFinding] = []
    /// The names that are known, the innermost section last.
    private var scopes: [[String: NewsShape]] = [NewsShape.root]
    private var open: [(name: String, line: Int, column: Int, opensScope: Bool)] = []

    private static let depthLimit = 32

    static func findings(_ template: String, language: Language) -> [TemplateFinding] {
        var check = TemplateCheck(language: language)
        guard template.utf8.count <= NewsTemplates.byteLimit else {
            check.add(
                1, 1, "template-too-large", zh: "模板超过 64 KiB", en: "the template is larger than 64 KiB")
            return check.findings
        }
        for piece in TemplateScan(template).pieces { check.check(piece) }
        for section in check.open {
            check.add(
                section.line, section.column, "section-open", zh: "{{#\(section.name)}} 没有对应的 {{/\(section.name)}}",
                en: "{{#\(section.name)}} has no {{/\(section.name)}}")
        }
        // What the scan takes for a template, Mustache must too.
        if check.findings.isEmpty {
            do throws(TemplateProblem) {
                _ = try Template(template, escaping: .none)
            } catch {
                check.add(
                    error.lineNumber, error.columnNumber, "not-a-template", zh: "这里不合 Mustache 的写法",
                    en: "this is no Mustache")
            }
        }
        return check.findings
    }

    private init(language: Language) {
        self.language = language
    }

    private mutating func add(_ line: Int, _ column: Int, _ code: String, zh: String, en: String) {
        findings.append(
            TemplateFinding(line: line, column: column, code: code, message: BilingualText(zh: zh, en: en)))
    }

    private mutating func check(_ piece: TemplateScan.Piece) {
        switch piece.content {
        case .text(let text):
            for figure in TypedFigures.find(text, language: language) {
                let place = TemplateCheck.place(text, figure.offset, from: piece)
                if figure.isReserved {
                    add(
                        place.line, place.column, "reserved-character", zh: "模板中不能有这个不可见的字符，请删去",
                        en: "a template may not have this invisible character; take it out")
                } else {
                    add(
                        place.line, place.column, "typed-figure",
                        zh: "“\(figure.text)”是直接写在模板里的数字，不是事实；请改用名称引用，例如 {{recipients}}",
                        en:
                            "“\(figure.text)” is a figure typed into the template, and no fact; name one instead, as in "
                            + "{{recipients}}")
                }
            }
        case .unclosed:
            add(piece.line, piece.column, "tag-open", zh: "{{ 没有对应的 }}", en: "{{ has no }}")
        case .tag(let tag): check(tag, piece)
        }
    }

    private mutating func check(_ tag: TemplateScan.Tag, _ piece: TemplateScan.Piece) {
        switch tag.kind {
        case .comment: return
        case .other:
            add(
                piece.line, piece.column, "unknown-tag",
                zh: "模板只能用变量 {{名称}}、区段 {{#名称}}、反区段 {{^名称}} 和注释 {{! }}",
                en:
                    "a template has variables {{name}}, sections {{#name}}, inverted ones {{^name}} and comments {{! }} "
                    + "alone")
        case .variable:
            guard let shape = shape(tag.name) else { return unknown(tag.name, piece) }
            if !shape.isText {
                add(
                    piece.line, piece.column, "no-text",
                    zh: "\(tag.name) 本身不是文字；可写 \(parts(shape, below: tag.name))",
                    en: "\(tag.name) is no text itself; write \(parts(shape, below: tag.name))")
            }
        case .section, .invertedSection:
            guard open.count < TemplateCheck.depthLimit else {
                return add(piece.line, piece.column, "too-deep", zh: "区段嵌套过深", en: "sections are nested too deeply")
            }
            let shape = shape(tag.name)
            if shape == nil { unknown(tag.name, piece) }
            // Within an inverted section there is nothing new.
            let opensScope = tag.kind == .section
            if opensScope { scopes.append(shape?.parts ?? [:]) }
            open.append((tag.name, piece.line, piece.column, opensScope))
        case .end:
            guard let last = open.last, last.name == tag.name else {
                return add(
                    piece.line, piece.column, "wrong-end", zh: "{{/\(tag.name)}} 与前面打开的区段不符",
                    en: "{{/\(tag.name)}} ends no section that is open here")
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
        let known = scopes.last?.isEmpty == false ? scopes[scopes.count - 1] : NewsShape.root
        let list = known.keys.sorted().joined(separator: ", ")
        add(
            piece.line, piece.column, "unknown-name", zh: "没有名为 \(name.isEmpty ? "（空）" : name) 的事实；这里可用：\(list)",
            en: "there is no fact named \(name.isEmpty ? "(nothing)" : name); here there are: \(list)")
    }

    private func parts(_ shape: NewsShape, below name: String) -> String {
        if case .flag = shape { return "{{#\(name)}}…{{/\(name)}}" }
        if case .list = shape { return "{{#\(name)}}…{{/\(name)}}" }
        return shape.parts.keys.sorted().map { name + "." + $0 }.joined(separator: ", ")
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
