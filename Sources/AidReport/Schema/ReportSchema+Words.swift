import AidText

/// The few words in which the schema is written.
extension ReportSchema {
    typealias Property = (String, JSONText)

    /// An object with all of these members, some further ones, and none besides.
    static func object(
        _ description: String, _ required: [Property], optional: [Property] = [], rules: [JSONText] = []
    ) -> JSONText {
        .object(of: [
            "type": "object",
            "description": .string(description),
            "properties": .object((required + optional).map { JSONText.Member(key: $0.0, value: $0.1) }),
            "required": .array(required.map { .string($0.0) }),
            "additionalProperties": false,
            "allOf": rules.isEmpty ? nil : .array(rules),
        ])
    }

    static func object(
        _ description: String, _ required: KeyValuePairs<String, JSONText>, optional: [Property] = []
    ) -> JSONText {
        object(description, required.map { ($0.key, $0.value) }, optional: optional)
    }

    static func reference(_ name: String, _ description: String? = nil) -> JSONText {
        .object(of: ["$ref": .string("#/$defs/" + name), "description": description.map { .string($0) }])
    }

    static func list(_ description: String, of element: JSONText) -> JSONText {
        ["type": "array", "description": .string(description), "items": element]
    }

    static func text(_ description: String) -> JSONText {
        ["type": "string", "description": .string(description)]
    }

    static func pattern(_ pattern: String, _ description: String) -> JSONText {
        ["type": "string", "pattern": .string(pattern), "description": .string(description)]
    }

    static func choice(_ values: [String], _ description: String) -> JSONText {
        ["enum": .array(values.map { .string($0) }), "description": .string(description)]
    }

    static func boolean(_ description: String) -> JSONText {
        ["type": "boolean", "description": .string(description)]
    }

    static func integer(_ description: String) -> JSONText {
        ["type": "integer", "description": .string(description)]
    }

    static func count(_ description: String) -> JSONText {
        ["type": "integer", "minimum": 0, "description": .string(description)]
    }

    /// One member and what it must be.
    static func when(_ key: String, _ shape: JSONText) -> JSONText {
        ["properties": .object([JSONText.Member(key: key, value: shape)])]
    }

    static func has(_ key: String) -> JSONText {
        ["required": [.string(key)]]
    }

    static func lacks(_ key: String) -> JSONText {
        ["not": has(key)]
    }

    static func all(_ rules: JSONText...) -> JSONText {
        ["allOf": .array(rules)]
    }
}
