package import AidModel

/// One member of a document, declared once: its name, what it means, what may stand there, and where it comes from.
///
/// The writer, the JSON Schema, the reference page and whoever reads the document have it from here.
package struct DocumentMember<Owner, Value>: Sendable {
    package let name: String
    let declared: DocumentSchema.Object.Member
    /// Writes its name and what stands there; nothing where the member is left out.
    let write: @Sendable (Owner, inout JSONWriter) -> Void
    let read: @Sendable (JSONPlace?, _ owner: JSONPlace) throws(JSONProblem) -> Value

    /// A member that is always there.
    package init(
        _ name: String, _ get: @escaping @Sendable (Owner) -> Value, _ shape: DocumentShape<Value>, zh: String,
        en: String
    ) {
        self.init(name, get, shape, meaning: BilingualText(zh: zh, en: en))
    }

    /// - Parameter meaning: nil: the shape says it.
    package init(
        _ name: String, _ get: @escaping @Sendable (Owner) -> Value, _ shape: DocumentShape<Value>,
        meaning: BilingualText? = nil
    ) {
        self.name = name
        declared = DocumentSchema.Object.Member(
            name: name, meaning: meaning, schema: shape.schema, isOptional: false)
        let key = JSONWriter.Key(name)
        write = { owner, writer in
            writer.key(key)
            shape.write(get(owner), &writer)
        }
        read = { place, owner throws(JSONProblem) in
            guard let place else { throw owner.problem(at: name) }
            return try shape.read(place)
        }
    }

    /// A member that is left out where there is none.
    package init<Wrapped>(
        optional name: String, _ get: @escaping @Sendable (Owner) -> Wrapped?, _ shape: DocumentShape<Wrapped>,
        zh: String, en: String
    ) where Value == Wrapped? {
        self.init(optional: name, get, shape, meaning: BilingualText(zh: zh, en: en))
    }

    /// - Parameter meaning: nil: the shape says it.
    package init<Wrapped>(
        optional name: String, _ get: @escaping @Sendable (Owner) -> Wrapped?, _ shape: DocumentShape<Wrapped>,
        meaning: BilingualText? = nil
    ) where Value == Wrapped? {
        self.name = name
        declared = DocumentSchema.Object.Member(name: name, meaning: meaning, schema: shape.schema, isOptional: true)
        let key = JSONWriter.Key(name)
        write = { owner, writer in
            guard let value = get(owner) else { return }
            writer.key(key)
            shape.write(value, &writer)
        }
        read = { place, _ throws(JSONProblem) in
            guard let place else { return nil }
            return try shape.read(place)
        }
    }
}

/// Members of an object in their order, and what they say against each other.
package struct DocumentMembers<Owner>: Sendable {
    /// A member whose values are of any type. A tuple would wrap its closure anew at each look.
    struct Part: Sendable {
        let declared: DocumentSchema.Object.Member
        let write: @Sendable (Owner, inout JSONWriter) -> Void
    }

    let list: [Part]
    let rules: [DocumentRule]

    init(list: [Part], rules: [DocumentRule]) {
        self.list = list
        self.rules = rules
    }

    package init(rules: [DocumentRule] = [], @Builder _ members: () -> DocumentMembers) {
        let members = members()
        self.init(list: members.list, rules: members.rules + rules)
    }

    /// The same members for an object of which their owner is a part.
    package func of<Whole>(_ part: @escaping @Sendable (Whole) -> Owner) -> DocumentMembers<Whole> {
        DocumentMembers<Whole>(
            list: list.map { member in
                DocumentMembers<Whole>.Part(declared: member.declared) { member.write(part($0), &$1) }
            }, rules: rules)
    }

    func write(_ owner: Owner, to writer: inout JSONWriter) {
        for part in list { part.write(owner, &writer) }
    }

    @resultBuilder package enum Builder {
        package static func buildExpression<Value>(_ member: DocumentMember<Owner, Value>) -> DocumentMembers {
            DocumentMembers(list: [Part(declared: member.declared, write: member.write)], rules: [])
        }

        package static func buildExpression(_ members: DocumentMembers) -> DocumentMembers { members }

        package static func buildExpression(_ rule: DocumentRule) -> DocumentMembers {
            DocumentMembers(list: [], rules: [rule])
        }

        package static func buildBlock(_ parts: DocumentMembers...) -> DocumentMembers {
            buildArray(parts)
        }

        package static func buildOptional(_ part: DocumentMembers?) -> DocumentMembers {
            part ?? DocumentMembers(list: [], rules: [])
        }

        package static func buildEither(first part: DocumentMembers) -> DocumentMembers { part }

        package static func buildEither(second part: DocumentMembers) -> DocumentMembers { part }

        package static func buildArray(_ parts: [DocumentMembers]) -> DocumentMembers {
            DocumentMembers(list: parts.flatMap(\.list), rules: parts.flatMap(\.rules))
        }
    }
}
