/// A value of a document that is read, and the way to it.
package struct JSONPlace: Sendable {
    package let json: JSONText
    /// `facts/12/value`; empty: the document itself.
    package let path: String

    init(_ json: JSONText, _ path: String) {
        self.json = json
        self.path = path
    }

    /// Nothing here is what it should be.
    package var problem: JSONProblem { JSONProblem(path: path) }

    package func problem(at key: String) -> JSONProblem { JSONProblem(path: below(key)) }

    private func below(_ key: String) -> String { path.isEmpty ? key : path + "/" + key }

    /// What a member holds.
    package subscript<Owner, Value>(member: DocumentMember<Owner, Value>) -> Value {
        get throws(JSONProblem) { try member.read(place(named: member.name), self) }
    }

    /// Where a member stands that is always there.
    package func place<Owner, Value>(_ member: DocumentMember<Owner, Value>) throws(JSONProblem) -> JSONPlace {
        guard let place = place(named: member.name) else { throw problem(at: member.name) }
        return place
    }

    private func place(named name: String) -> JSONPlace? {
        json[name].map { JSONPlace($0, below(name)) }
    }

    package var elements: [JSONPlace] {
        get throws(JSONProblem) {
            guard case .array(let elements) = json else { throw problem }
            return elements.enumerated().map { JSONPlace($0.element, below(String($0.offset))) }
        }
    }

    package var members: [(key: String, place: JSONPlace)] {
        get throws(JSONProblem) {
            guard case .object(let members) = json else { throw problem }
            return members.map { ($0.key, JSONPlace($0.value, below($0.key))) }
        }
    }

    package var string: String {
        get throws(JSONProblem) {
            guard case .string(let text) = json else { throw problem }
            return text
        }
    }

    package var integer: Int128 {
        get throws(JSONProblem) {
            guard case .integer(let number) = json else { throw problem }
            return number
        }
    }
}

/// Where a text is no JSON, or not the document that it should be.
package struct JSONProblem: Error, Sendable, Hashable {
    /// `facts/12/value`; empty: the document as a whole.
    package var path: String
    /// From 0, where it is no JSON, or none that this program writes; nil: it is.
    package var byteOffset: Int?

    package init(path: String = "", byteOffset: Int? = nil) {
        self.path = path
        self.byteOffset = byteOffset
    }
}
