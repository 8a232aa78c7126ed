package import AidModel

/// What a document may hold, whatever it is made of: the source of its JSON Schema and of its reference page.
package struct DocumentOutline: Sendable {
    package let title: String
    package let meaning: BilingualText
    let root: DocumentSchema.Object

    /// Every shape that has a name, in the order in which it is first met.
    var namedShapes: [(name: String, meaning: BilingualText?, schema: DocumentSchema)] {
        var shapes: [(name: String, meaning: BilingualText?, schema: DocumentSchema)] = []
        var seen: Set<String> = []
        func visit(_ schema: DocumentSchema) {
            switch schema {
            case .text, .integer, .decimal, .flag, .constant, .words: break
            case .list(let part), .map(let part), .orNull(let part): visit(part)
            case .object(let object): for member in object.members { visit(member.schema) }
            case .either(let parts): for part in parts { visit(part) }
            case .named(let name, let meaning, let schema):
                guard seen.insert(name).inserted else { return }
                shapes.append((name, meaning, schema))
                visit(schema)
            }
        }
        visit(.object(root))
        return shapes
    }

    /// Every rule that has a name.
    var namedRules: [(name: String, rule: DocumentRule)] {
        var rules: [(name: String, rule: DocumentRule)] = []
        var seen: Set<String> = []
        func visit(_ schema: DocumentSchema) {
            switch schema {
            case .text, .integer, .decimal, .flag, .constant, .words: break
            case .list(let part), .map(let part), .orNull(let part): visit(part)
            case .either(let parts): for part in parts { visit(part) }
            case .named(_, _, let schema): visit(schema)
            case .object(let object):
                for rule in object.rules {
                    if let name = rule.name, seen.insert(name).inserted { rules.append((name, rule)) }
                }
                for member in object.members { visit(member.schema) }
            }
        }
        visit(.object(root))
        for shape in namedShapes { visit(shape.schema) }
        return rules
    }
}
