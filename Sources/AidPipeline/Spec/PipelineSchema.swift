import AidReport
import AidModel
import AidText

/// The JSON Schema of pipeline files, made from the same tree that the linter checks against.
///
/// It says what each key may hold. What two keys say against each other, and whether a date
/// or a currency exists, is left to `aidstats lint`.
package enum PipelineSchema {
    /// JSON Schema, draft 2020-12, with a final newline; always the same bytes.
    package static func json() -> String {
        let head: [(key: String, value: JSONText)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("aidstats 流程文件 / aidstats pipeline file")),
            (
                "description",
                .string("导出文件是什么样子、统计什么。\nWhat the exports look like and what is counted.")
            ),
        ]
        return JSONText.object(members: head + members(of: PipelineSpec.root)).pretty()
    }

    private static func members(of spec: ValueSpec) -> [(key: String, value: JSONText)] {
        switch spec {
        case .text(let format):
            return members(of: format)
        case .word(let words):
            return members(of: words)
        case .integer(let range):
            if range.count == 1 { return [("const", .integer(range.lowerBound))] }
            return [
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .integerOrWord(let range, let words):
            return [
                (
                    "anyOf",
                    .array([.object(members: members(of: .integer(range))), .object(members: members(of: words))])
                )
            ]
        case .flag:
            return [("type", .string("boolean"))]
        case .list(let list):
            let array = JSONText.object(members: members(of: list))
            return list.allowsSingle
                ? [("anyOf", .array([array, .object(members: members(of: list.item))]))] : members(of: list)
        case .mapping(let mapping):
            return members(of: mapping)
        case .textOrMapping(let format, let mapping):
            return [("anyOf", .array([.object(members: members(of: format)), .object(members: members(of: mapping))]))]
        case .listOrMapping(let list, let mapping):
            return [
                (
                    "anyOf",
                    .array([.object(members: members(of: .list(list))), .object(members: members(of: mapping))])
                )
            ]
        case .onlyFalse:
            return [("const", .bool(false))]
        }
    }

    private static func members(of format: TextFormat) -> [(key: String, value: JSONText)] {
        var members: [(key: String, value: JSONText)] = []
        switch format {
        case .share:
            // Of numbers without a sign none but nothing says what it means.
            members = [
                ("type", .array([.string("string"), .string("number")])), ("minimum", .integer(0)),
                ("maximum", .integer(0)),
            ]
        case _ where format.takesAnyScalar:
            members = [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
        default:
            members = [("type", .string("string"))]
        }
        if let pattern = format.pattern { members.append(("pattern", .string(pattern))) }
        return members
    }

    private static func members(of words: WordSpec) -> [(key: String, value: JSONText)] {
        let all = words.all.map(JSONText.string)
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
                    .object(members: [("enum", .array(all))]),
                    .object(members: [("type", .string("string")), ("pattern", .string(pattern))]),
                ])
            )
        ]
    }

    private static func members(of list: ListSpec) -> [(key: String, value: JSONText)] {
        var members: [(key: String, value: JSONText)] = [
            ("type", .string("array")), ("items", .object(members: Self.members(of: list.item))),
        ]
        if list.count.lowerBound > 0 { members.append(("minItems", .integer(list.count.lowerBound))) }
        members.append(("maxItems", .integer(list.count.upperBound)))
        if list.isUnique { members.append(("uniqueItems", .bool(true))) }
        return members
    }

    private static func members(of mapping: MappingSpec) -> [(key: String, value: JSONText)] {
        var members: [(key: String, value: JSONText)] = [
            ("type", .string("object")),
            (
                "properties",
                .object(
                    members:
                        mapping.keys.map { key in
                            var value: [(key: String, value: JSONText)] = [
                                ("description", .string(key.doc.zh + "\n" + key.doc.en))
                            ]
                            value += Self.members(of: key.value)
                            if case .defaulted(let text) = key.presence { value.append(("default", text.json)) }
                            return (key.name, .object(members: value))
                        })
            ),
        ]
        let required = mapping.keys.filter(\.isRequired).map { JSONText.string($0.name) }
        if !required.isEmpty { members.append(("required", .array(required))) }
        if mapping.minKeys > 0 { members.append(("minProperties", .integer(mapping.minKeys))) }
        if let others = mapping.others {
            if let pattern = mapping.names.pattern {
                members.append(("propertyNames", .object(members: [("pattern", .string(pattern))])))
            }
            members.append(("additionalProperties", .object(members: Self.members(of: others))))
        } else {
            members.append(("additionalProperties", .bool(false)))
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
    fileprivate var json: JSONText {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .flag(let flag): .bool(flag)
        case .list(let items): .array(items.map(JSONText.string))
        case .mapping: .object(members: [])
        }
    }
}

extension JSONText {
    fileprivate static func object(members: [(key: String, value: JSONText)]) -> JSONText {
        .object(members.map { Member(key: $0.key, value: $0.value) })
    }
}
