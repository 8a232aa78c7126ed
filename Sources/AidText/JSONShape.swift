/// The few words in which a JSON Schema (draft 2020-12) is written.
package enum JSONShape {
    package typealias Property = (String, JSONText)

    /// An object with all of these members, some further ones, and none besides.
    package static func object(
        _ description: String, _ required: [Property], optional: [Property] = [], rules: [JSONText] = []
    ) -> JSONText {
        .object(of: [
            "type": "object",
            "description": description.isEmpty ? nil : .string(description),
            "properties": .object((required + optional).map { JSONText.Member(key: $0.0, value: $0.1) }),
            "required": .array(required.map { .string($0.0) }),
            "additionalProperties": false,
            "allOf": rules.isEmpty ? nil : .array(rules),
        ])
    }

    /// An object whose members have any names.
    package static func map(_ description: String, of shape: JSONText) -> JSONText {
        ["type": "object", "description": .string(description), "additionalProperties": shape]
    }

    package static func reference(_ name: String, _ description: String? = nil) -> JSONText {
        .object(of: ["$ref": .string("#/$defs/" + name), "description": description.map { .string($0) }])
    }

    package static func orNull(_ shape: JSONText, _ description: String) -> JSONText {
        ["anyOf": [shape, ["type": "null"]], "description": .string(description)]
    }

    package static func list(_ description: String, of element: JSONText) -> JSONText {
        ["type": "array", "description": .string(description), "items": element]
    }

    package static func text(_ description: String) -> JSONText {
        ["type": "string", "description": .string(description)]
    }

    package static func pattern(_ pattern: String, _ description: String) -> JSONText {
        ["type": "string", "pattern": .string(pattern), "description": .string(description)]
    }

    package static func choice(_ values: [String], _ description: String) -> JSONText {
        ["enum": .array(values.map { .string($0) }), "description": .string(description)]
    }

    package static func boolean(_ description: String) -> JSONText {
        ["type": "boolean", "description": .string(description)]
    }

    package static func integer(_ description: String) -> JSONText {
        ["type": "integer", "description": .string(description)]
    }

    package static func count(_ description: String) -> JSONText {
        ["type": "integer", "minimum": 0, "description": .string(description)]
    }

    package static func positive(_ description: String) -> JSONText {
        ["type": "integer", "minimum": 1, "description": .string(description)]
    }
}
