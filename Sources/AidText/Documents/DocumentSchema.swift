package import AidModel

/// What may stand at one place of a document: the tree from which its JSON Schema and its reference page are made.
package indirect enum DocumentSchema: Sendable {
    /// - Parameter pattern: a regular expression that finds something in every such text; nil: any text.
    case text(pattern: String?)
    /// - Parameter least: the smallest that may stand there; nil: any.
    case integer(least: Int?)
    case decimal(least: Int?)
    case flag
    case constant(JSONText)
    case words([String])
    case list(DocumentSchema)
    /// An object whose members have any names.
    case map(DocumentSchema)
    case object(Object)
    /// One that several places share, under a name of its own.
    case named(String, BilingualText?, DocumentSchema)
    case orNull(DocumentSchema)
    case either([DocumentSchema])

    /// An object with the members that are declared, and none besides.
    package struct Object: Sendable {
        package struct Member: Sendable {
            package let name: String
            /// One sentence, or nil where the shape that stands there says it.
            package let meaning: BilingualText?
            package let schema: DocumentSchema
            package let isOptional: Bool
        }

        package let meaning: BilingualText?
        package let members: [Member]
        package let rules: [DocumentRule]
    }
}

/// What the members of an object say against each other.
package struct DocumentRule: Sendable {
    private enum Content: Sendable {
        case null([[String]], saidBy: [[String]])
        case other(BilingualText, schema: @Sendable () -> JSONText)
    }

    /// The name under which objects share it; nil: it is written out where it holds.
    package let name: String?
    private let content: Content

    /// Some members are null together, exactly where one of some others stands there and says why.
    ///
    /// - Parameters:
    ///   - members: paths below the object.
    ///   - reasons: paths, of which one stands where the members are null, and none where they are not.
    package static func null(
        _ members: [[String]], saidBy reasons: [[String]], name: String? = nil
    ) -> DocumentRule {
        DocumentRule(name: name, content: .null(members, saidBy: reasons))
    }

    /// A rule in the words of JSON Schema, which are asked for only where a schema is made.
    package static func other(
        _ meaning: BilingualText, schema: @escaping @Sendable () -> JSONText
    ) -> DocumentRule {
        DocumentRule(name: nil, content: .other(meaning, schema: schema))
    }

    var meaning: BilingualText {
        switch content {
        case .other(let meaning, _): return meaning
        case .null(let members, let reasons):
            func list(_ paths: [[String]], _ last: String) -> String {
                paths.map { "`" + $0.joined(separator: ".") + "`" }.joined(separator: last)
            }
            return BilingualText(
                zh: list(members, "与") + "为 null，当且仅当旁边有" + list(reasons, "或") + "说明原因。",
                en: list(members, " and ") + (members.count == 1 ? " is" : " are") + " null exactly where "
                    + list(reasons, " or ") + " says why.")
        }
    }

    /// In the words of JSON Schema.
    var schema: JSONText {
        switch content {
        case .other(_, let schema): return schema()
        case .null(let members, let reasons):
            let known = DocumentRule.all(
                members.map { DocumentRule.when($0, ["not": ["type": "null"]]) }
                    + reasons.map { DocumentRule.lacks($0) })
            let unknown = reasons.map { reason in
                DocumentRule.all(
                    members.map { DocumentRule.when($0, ["type": "null"]) } + [DocumentRule.has(reason)]
                        + reasons.filter { $0 != reason }.map { DocumentRule.lacks($0) })
            }
            return ["description": .string(meaning.zh + "\n" + meaning.en), "oneOf": .array([known] + unknown)]
        }
    }

    /// What holds of a member, if it is there.
    package static func when(_ path: [String], _ schema: JSONText) -> JSONText {
        path.reversed().reduce(schema) { schema, key in
            ["properties": .object([JSONText.Member(key: key, value: schema)])]
        }
    }

    package static func has(_ path: [String]) -> JSONText {
        when(Array(path.dropLast()), ["required": .array(path.suffix(1).map { .string($0) })])
    }

    package static func lacks(_ path: [String]) -> JSONText {
        when(Array(path.dropLast()), ["not": ["required": .array(path.suffix(1).map { .string($0) })]])
    }

    package static func all(_ schemas: [JSONText]) -> JSONText {
        schemas.count == 1 ? schemas[0] : ["allOf": .array(schemas)]
    }
}
