package import AidText

/// A step into a JSON value: a member or an element.
package enum JSONStep: Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
    case key(String)
    case index(Int)

    package init(stringLiteral key: String) { self = .key(key) }
    package init(integerLiteral index: Int) { self = .index(index) }

    package var description: String {
        switch self {
        case .key(let key): key
        case .index(let index): String(index)
        }
    }
}

extension JSONText {
    /// The value with another one at a path; nil removes it, a new key is added.
    package func setting(_ path: some Collection<JSONStep>, to new: JSONText?) -> JSONText {
        guard let step = path.first else { return new ?? .null }
        switch (self, step) {
        case (.object(var members), .key(let key)):
            let place = members.firstIndex { $0.key == key }
            guard path.count == 1 else {
                if let place { members[place].value = members[place].value.setting(path.dropFirst(), to: new) }
                return .object(members)
            }
            switch (place, new) {
            case (let place?, let new?): members[place].value = new
            case (let place?, nil): members.remove(at: place)
            case (nil, let new?): members.append(Member(key: key, value: new))
            case (nil, nil): break
            }
            return .object(members)
        case (.array(var elements), .index(let index)):
            elements[index] = elements[index].setting(path.dropFirst(), to: new)
            return .array(elements)
        default:
            return self
        }
    }

    /// The path of every member, in order.
    package func memberPaths(below path: [JSONStep] = []) -> [[JSONStep]] {
        switch self {
        case .object(let members):
            members.flatMap { member in
                [path + [.key(member.key)]] + member.value.memberPaths(below: path + [.key(member.key)])
            }
        case .array(let elements):
            elements.enumerated().flatMap { $0.element.memberPaths(below: path + [.index($0.offset)]) }
        default: []
        }
    }

    package subscript(path: some Collection<JSONStep>) -> JSONText? {
        guard let step = path.first else { return self }
        switch (self, step) {
        case (.object(let members), .key(let key)):
            return members.first { $0.key == key }?.value[path.dropFirst()]
        case (.array(let elements), .index(let index)):
            return elements.indices.contains(index) ? elements[index][path.dropFirst()] : nil
        default: return nil
        }
    }
}
