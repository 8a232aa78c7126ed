import AidModel

/// The JSON Schema (draft 2020-12) of a document.
///
/// It is strict: no member beyond those declared, and null exactly where a rule says so. A program that accepts
/// what the schema accepts needs no further checks.
extension DocumentOutline {
    package var jsonSchema: JSONText {
        let head: [JSONText.Member] = [
            JSONText.Member(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
            JSONText.Member(key: "title", value: .string(title)),
        ]
        let definitions =
            namedShapes.map { JSONText.Member(key: $0.name, value: $0.schema.jsonSchema($0.meaning)) }
            + namedRules.map { JSONText.Member(key: $0.name, value: $0.rule.schema) }
        return .object(
            head + root.members(meaning) + [JSONText.Member(key: "$defs", value: .object(definitions))])
    }
}

extension DocumentSchema {
    fileprivate func jsonSchema(_ meaning: BilingualText?) -> JSONText {
        .object(members(meaning))
    }

    private func members(_ meaning: BilingualText?) -> [JSONText.Member] {
        func with(_ members: KeyValuePairs<String, JSONText?>) -> [JSONText.Member] {
            members.compactMap { key, value in value.map { JSONText.Member(key: key, value: $0) } }
                + (meaning.map { [JSONText.Member(key: "description", value: .string($0.zh + "\n" + $0.en))] } ?? [])
        }
        return switch self {
        case .text(let pattern): with(["type": "string", "pattern": pattern.map { .string($0) }])
        case .integer(let least): with(["type": "integer", "minimum": least.map { .integer($0) }])
        case .decimal(let least): with(["type": "number", "minimum": least.map { .integer($0) }])
        case .flag: with(["type": "boolean"])
        case .constant(let value): with(["const": value])
        case .words(let words): with(["enum": .array(words.map { .string($0) })])
        case .list(let element): with(["type": "array", "items": element.jsonSchema(nil)])
        case .map(let value): with(["type": "object", "additionalProperties": value.jsonSchema(nil)])
        case .object(let object): object.members(meaning)
        case .named(let name, _, _): with(["$ref": .string("#/$defs/" + name)])
        case .orNull(let schema): with(["anyOf": [schema.jsonSchema(nil), ["type": "null"]]])
        case .either(let schemas): with(["oneOf": .array(schemas.map { $0.jsonSchema(nil) })])
        }
    }
}

extension DocumentSchema.Object {
    /// Those that are always there come first, then the others.
    fileprivate func members(_ outer: BilingualText?) -> [JSONText.Member] {
        let required = members.filter { !$0.isOptional }
        let properties = (required + members.filter(\.isOptional)).map { member in
            JSONText.Member(key: member.name, value: member.schema.jsonSchema(member.meaning))
        }
        let rules = rules.map { rule in rule.name.map { ["$ref": .string("#/$defs/" + $0)] } ?? rule.schema }
        guard
            case .object(let members) = JSONText.object(of: [
                "type": "object",
                "description": (outer ?? meaning).map { .string($0.zh + "\n" + $0.en) },
                "properties": .object(properties),
                "required": .array(required.map { .string($0.name) }),
                "additionalProperties": false,
                "allOf": rules.isEmpty ? nil : .array(rules),
            ])
        else { return [] }
        return members
    }
}
