/// A value of a document that is read, and the way to it.
package struct JSONPlace: Sendable {
    package let json: JSONText
    private let way: Way

    /// A step of the way to a place, put into words only where something is wrong.
    private indirect enum Way: Sendable {
        case document
        case member(String, of: Way)
        case element(Int, of: Way)

        var path: String {
            switch self {
            case .document: ""
            case .member(let name, let owner): owner.path(below: name)
            case .element(let index, let list): list.path(below: String(index))
            }
        }

        func path(below step: String) -> String { path.isEmpty ? step : path + "/" + step }
    }

    /// The document itself.
    init(_ json: JSONText) {
        self.init(json, .document)
    }

    private init(_ json: JSONText, _ way: Way) {
        self.json = json
        self.way = way
    }

    /// Nothing here is what it should be.
    package var problem: JSONProblem { JSONProblem(path: way.path) }

    package func problem(at key: String) -> JSONProblem { JSONProblem(path: way.path(below: key)) }

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
        json[name].map { JSONPlace($0, .member(name, of: way)) }
    }

    package var elements: [JSONPlace] {
        get throws(JSONProblem) {
            guard case .array(let elements) = json else { throw problem }
            return elements.enumerated().map { JSONPlace($0.element, .element($0.offset, of: way)) }
        }
    }

    package var members: [(key: String, place: JSONPlace)] {
        get throws(JSONProblem) {
            guard case .object(let members) = json else { throw problem }
            return members.map { ($0.key, JSONPlace($0.value, .member($0.key, of: way))) }
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
