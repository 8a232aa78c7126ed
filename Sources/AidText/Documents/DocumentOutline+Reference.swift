import AidModel

/// The page of the documentation that says what each member of a document is, in both languages.
extension DocumentOutline {
    /// Markdown: a table of the document's own members, then one for each shape that several places share.
    package var referencePage: String {
        var page = "# \(title)\n\n\(meaning.en) \(meaning.zh)\n\n" + root.reference
        for shape in namedShapes {
            page += "\n## \(shape.name)\n\n"
            if let meaning = shape.meaning ?? shape.schema.ownMeaning { page += "\(meaning.en) \(meaning.zh)\n\n" }
            if case .object(let object) = shape.schema {
                page += object.reference
                continue
            }
            page += shape.schema.kind.en.prefix(1).uppercased() + shape.schema.kind.en.dropFirst() + ".\n"
            for inner in shape.schema.innerObjects("") { page += "\n" + inner.object.reference }
        }
        return page
    }
}

extension DocumentSchema {
    fileprivate var ownMeaning: BilingualText? {
        switch self {
        case .object(let object): object.meaning
        case .named(_, let meaning, let schema): meaning ?? schema.ownMeaning
        case .orNull(let schema): schema.ownMeaning
        default: nil
        }
    }

    /// What may stand there, in few words.
    fileprivate var kind: BilingualText {
        func both(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }
        func code(_ text: String) -> String { "`" + text.replacing("|", with: "\\|") + "`" }
        switch self {
        case .text(let pattern):
            return pattern.map { both("符合\(code($0))的文字", "text as \(code($0))") } ?? both("文字", "text")
        case .integer(let least):
            return least.map { both("不小于\($0)的整数", "integer from \($0)") } ?? both("整数", "integer")
        case .decimal: return both("两位小数", "number of two decimals")
        case .flag: return both("true或false", "true or false")
        case .constant(let value): return both(code(value.compact()), code(value.compact()))
        case .words(let words):
            let words = words.map { code($0) }
            return both(words.joined(separator: "、"), words.joined(separator: ", "))
        case .list(let element): return both("列表：\(element.kind.zh)", "list of: \(element.kind.en)")
        case .map(let value): return both("名称不定的对象：\(value.kind.zh)", "object of any names: \(value.kind.en)")
        case .object: return both("对象", "object")
        case .named(let name, _, _): return both(code(name), code(name))
        case .orNull(let schema): return both(schema.kind.zh + "或null", schema.kind.en + " or null")
        case .either(let schemas):
            return both(
                schemas.map(\.kind.zh).joined(separator: "，或"), schemas.map(\.kind.en).joined(separator: ", or "))
        }
    }

    /// Objects that stand within this one without a name, with the way to them.
    fileprivate func innerObjects(_ path: String) -> [(path: String, object: Object)] {
        switch self {
        case .object(let object): [(path + ".", object)]
        case .orNull(let schema): schema.innerObjects(path)
        case .list(let schema): schema.innerObjects(path + "[]")
        case .map(let schema): schema.innerObjects(path + ".*")
        case .either(let schemas): schemas.flatMap { $0.innerObjects(path) }
        default: []
        }
    }
}

extension DocumentSchema.Object {
    fileprivate var reference: String {
        var table = "| member | | what it is | 含义 |\n| --- | --- | --- | --- |\n"
        var rules: [DocumentRule] = []
        add(to: &table, "", &rules)
        guard !rules.isEmpty else { return table }
        return table + "\n" + rules.map { "- \($0.meaning.en) \($0.meaning.zh)\n" }.joined()
    }

    private func add(to table: inout String, _ path: String, _ rules: inout [DocumentRule]) {
        for member in members {
            let meaning = member.meaning ?? member.schema.ownMeaning
            let presence = member.isOptional ? ", may be left out" : ""
            table +=
                "| `\(path)\(member.name)` | \(member.schema.kind.en)\(presence) | \(meaning?.en ?? "") "
                + "| \(meaning?.zh ?? "") |\n"
            for inner in member.schema.innerObjects(path + member.name) {
                inner.object.add(to: &table, inner.path, &rules)
            }
        }
        rules += self.rules
    }
}
