import AidText

/// The words in which the schema is written: those of every schema, and those for figures that may be null.
extension ReportSchema {
    typealias Property = JSONShape.Property

    static func object(
        _ description: String, _ required: [Property], optional: [Property] = [], rules: [JSONText] = []
    ) -> JSONText {
        JSONShape.object(description, required, optional: optional, rules: rules)
    }

    static func object(
        _ description: String, _ required: KeyValuePairs<String, JSONText>, optional: [Property] = []
    ) -> JSONText {
        object(description, required.map { ($0.key, $0.value) }, optional: optional)
    }

    static func reference(_ name: String, _ description: String? = nil) -> JSONText {
        JSONShape.reference(name, description)
    }

    static func list(_ description: String, of element: JSONText) -> JSONText {
        JSONShape.list(description, of: element)
    }

    static func text(_ description: String) -> JSONText { JSONShape.text(description) }

    static func pattern(_ pattern: String, _ description: String) -> JSONText {
        JSONShape.pattern(pattern, description)
    }

    static func choice(_ values: [String], _ description: String) -> JSONText {
        JSONShape.choice(values, description)
    }

    static func boolean(_ description: String) -> JSONText { JSONShape.boolean(description) }

    static func integer(_ description: String) -> JSONText { JSONShape.integer(description) }

    static func count(_ description: String) -> JSONText { JSONShape.count(description) }

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
