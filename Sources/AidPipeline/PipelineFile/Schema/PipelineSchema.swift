import AidModel

/// The JSON Schema of pipeline files, made from the same tree that the linter checks against.
///
/// It says what each key may hold. What two keys say against each other, and whether a date
/// or a currency exists, is left to `aidstats lint`.
package enum PipelineSchema {
    /// JSON Schema, draft 2020-12, with a final newline; always the same bytes.
    package static func json() -> String {
        let head: [(key: String, value: OrderedJSON)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("aidstats 流程文件 / aidstats pipeline file")),
            (
                "description",
                .text("导出文件是什么样子、统计什么。\nWhat the exports look like and what is counted.")
            ),
        ]
        return OrderedJSON.object(head + members(of: PipelineSpec.root)).printed() + "\n"
    }

    private static func members(of spec: ValueSpec) -> [(key: String, value: OrderedJSON)] {
        switch spec {
        case .text(let format):
            return members(of: format)
        case .word(let words):
            return members(of: words)
        case .integer(let range):
            if range.count == 1 { return [("const", .integer(range.lowerBound))] }
            return [
                ("type", .text("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .flag:
            return [("type", .text("boolean"))]
        case .list(let list):
            let array = OrderedJSON.object(members(of: list))
            return list.allowsSingle
                ? [("anyOf", .array([array, .object(members(of: list.item))]))] : members(of: list)
        case .mapping(let mapping):
            return members(of: mapping)
        case .textOrMapping(let format, let mapping):
            return [("anyOf", .array([.object(members(of: format)), .object(members(of: mapping))]))]
        case .onlyFalse:
            return [("const", .flag(false))]
        }
    }

    private static func members(of format: TextFormat) -> [(key: String, value: OrderedJSON)] {
        var members: [(key: String, value: OrderedJSON)] = []
        switch format {
        case .share:
            members = [
                ("type", .array([.text("string"), .text("number")])), ("minimum", .integer(0)),
                ("maximum", .integer(1)),
            ]
        case _ where format.takesAnyScalar:
            members = [("type", .array([.text("string"), .text("number"), .text("boolean")]))]
        default:
            members = [("type", .text("string"))]
        }
        if let pattern = format.pattern { members.append(("pattern", .text(pattern))) }
        return members
    }

    private static func members(of words: WordSpec) -> [(key: String, value: OrderedJSON)] {
        let all = words.all.map(OrderedJSON.text)
        guard words.ignoresCase else { return [("enum", .array(all))] }
        // JSON Schema compares with case; the pattern lets every case through, the list is for completion.
        let patterns = words.all.map { word in
            word.map { $0.isLetter ? "[\($0.uppercased())\($0.lowercased())]" : String($0) }.joined()
        }
        let pattern = "^(" + patterns.joined(separator: "|") + ")$"
        return [
            (
                "anyOf",
                .array([
                    .object([("enum", .array(all))]),
                    .object([("type", .text("string")), ("pattern", .text(pattern))]),
                ])
            )
        ]
    }

    private static func members(of list: ListSpec) -> [(key: String, value: OrderedJSON)] {
        var members: [(key: String, value: OrderedJSON)] = [
            ("type", .text("array")), ("items", .object(Self.members(of: list.item))),
        ]
        if list.count.lowerBound > 0 { members.append(("minItems", .integer(list.count.lowerBound))) }
        members.append(("maxItems", .integer(list.count.upperBound)))
        if list.isUnique { members.append(("uniqueItems", .flag(true))) }
        return members
    }

    private static func members(of mapping: MappingSpec) -> [(key: String, value: OrderedJSON)] {
        var members: [(key: String, value: OrderedJSON)] = [
            ("type", .text("object")),
            (
                "properties",
                .object(
                    mapping.keys.map { key in
                        var value: [(key: String, value: OrderedJSON)] = [
                            ("description", .text(key.doc.zh + "\n" + key.doc.en))
                        ]
                        value += Self.members(of: key.value)
                        if case .defaulted(let text) = key.presence { value.append(("default", text.json)) }
                        return (key.name, .object(value))
                    })
            ),
        ]
        let required = mapping.keys.filter(\.isRequired).map { OrderedJSON.text($0.name) }
        if !required.isEmpty { members.append(("required", .array(required))) }
        if mapping.minKeys > 0 { members.append(("minProperties", .integer(mapping.minKeys))) }
        if let others = mapping.others {
            if let pattern = TextFormat.fieldName.pattern {
                members.append(("propertyNames", .object([("pattern", .text(pattern))])))
            }
            members.append(("additionalProperties", .object(Self.members(of: others))))
        } else {
            members.append(("additionalProperties", .flag(false)))
        }
        return members
    }
}

extension KeySpec {
    fileprivate var isRequired: Bool {
        if case .required = presence { true } else { false }
    }
}

extension KeySpec.Default {
    fileprivate var json: OrderedJSON {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .flag(let flag): .flag(flag)
        case .list(let items): .array(items.map(OrderedJSON.text))
        case .mapping: .object([])
        }
    }
}
