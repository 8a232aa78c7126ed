import AidModel

/// The page of the documentation that says what each key of a pipeline file is for, in both languages, made from the
/// same tree that the linter checks against.
enum PipelineReference {
    static var page: String {
        """
        # Pipeline file

        What the exports look like and what is counted. 导出文件是什么样子、统计什么。

        | key | | what it is | 含义 |
        | --- | --- | --- | --- |

        """ + rows(of: PipelineSpec.root, below: "")
    }

    private static func rows(of mapping: MappingSpec, below path: String) -> String {
        mapping.keys.map { key in
            "| `\(path)\(key.name)` | \(kind(of: key)) | \(key.doc.en) | \(key.doc.zh) |\n"
                + rows(of: key.value, below: path + key.name)
        }.joined() + (mapping.others.map { rows(of: $0, below: path + "*") } ?? "")
    }

    /// What stands below a key.
    private static func rows(of value: ValueSpec, below path: String) -> String {
        switch value {
        case .mapping(let mapping), .textOrMapping(_, let mapping): rows(of: mapping, below: path + ".")
        case .listOrMapping(let list, let mapping):
            rows(of: list.item, below: path + "[]") + rows(of: mapping, below: path + ".")
        case .list(let list): rows(of: list.item, below: path + "[]")
        case .text, .word, .integer, .integerOrWord, .flag, .onlyFalse: ""
        }
    }

    private static func kind(of key: KeySpec) -> String {
        let kind = kind(of: key.value)
        switch key.presence {
        case .required: return kind + ", required"
        case .optional, .defaulted(.mapping): return kind
        case .defaulted(.list(let items)) where items.isEmpty: return kind
        case .defaulted(.text(let text)): return kind + ", left out: `\(text)`"
        case .defaulted(.integer(let number)): return kind + ", left out: `\(number)`"
        case .defaulted(.flag(let flag)): return kind + ", left out: `\(flag)`"
        case .defaulted(.list(let items)): return kind + ", left out: `\(items.joined(separator: ", "))`"
        }
    }

    private static func kind(of value: ValueSpec) -> String {
        switch value {
        case .text: "text"
        case .word(let words): words.words.map { "`\($0.canonical)`" }.joined(separator: ", ")
        case .integer(let range):
            range.count == 1 ? "`\(range.lowerBound)`" : "\(range.lowerBound) to \(range.upperBound)"
        case .integerOrWord(let range, let words): kind(of: .integer(range)) + ", " + kind(of: .word(words))
        case .flag: "true or false"
        case .list(let list): "list of: " + kind(of: list.item)
        case .mapping: "mapping"
        case .textOrMapping: "text or mapping"
        case .listOrMapping(let list, _): "list of: \(kind(of: list.item)); or mapping"
        case .onlyFalse: "`false`"
        }
    }
}
