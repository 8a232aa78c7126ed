/// What is in force where the records of a file stand: namespaces, the record's tag, and
/// what is wanted.
package struct PlainXMLScope: Sendable {
    /// A namespace declaration of the root; the default namespace has an empty prefix.
    struct Declaration: Sendable, Hashable {
        var prefix: [UInt8]
        var namespace: [UInt8]
    }

    /// Only elements whose tag says exactly this are plain records: `Claim`, `p:Claim`.
    package let recordTag: [UInt8]
    package let fieldCount: Int
    let record: ElementName
    let table: PathTable<ElementName>
    private let declarations: [Declaration]

    /// - Parameters:
    ///   - record: the element that is one record.
    ///   - wanted: for each field, the paths of which any may hold it.
    ///   - declarations: those of the root.
    /// - Returns: nil where the tag is no record there, or more is wanted than has room.
    init?(recordTag: [UInt8], record: ElementName, wanted: [[ElementPath]], declarations: [Declaration]) {
        // The fields that were seen in a record are kept as the bits of a word.
        guard wanted.count <= 64, recordTag.count <= PlainXMLNames.nameByteLimit else { return nil }
        self.recordTag = recordTag
        self.record = record
        fieldCount = wanted.count
        table = PathTable(wanted)
        guard table.states.count <= PlainXMLNames.stateLimit else { return nil }
        self.declarations = declarations
        guard let name = recordTag.withByteView(name), let element = name.element,
            element.matches(record)
        else { return nil }
    }

    /// What a tag's or attribute's name means, or nil where it is no proper name.
    func name(_ text: ByteView) -> PlainXMLName? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
            guard isName(text) else { return nil }
            let local = Array(text)
            let isDeclaration = local.elementsEqual("xmlns".utf8)
            return PlainXMLName(
                element: .init(namespace: namespace(of: []) ?? [], local: local),
                attribute: isDeclaration ? nil : .init(namespace: [], local: local))
        }
        let prefix = Array(text[..<colon])
        let local = Array(text[(colon + 1)...])
        guard isName(text.part(0..<colon)), isName(text.from(colon + 1)), let namespace = namespace(of: prefix)
        else { return nil }
        let name = PlainXMLName.Expanded(namespace: namespace, local: local)
        return PlainXMLName(element: name, attribute: name)
    }

    private func namespace(of prefix: [UInt8]) -> [UInt8]? {
        if prefix.elementsEqual("xml".utf8) { return Array("http://www.w3.org/XML/1998/namespace".utf8) }
        if prefix.elementsEqual("xmlns".utf8) { return nil }
        return declarations.first { $0.prefix == prefix }?.namespace
    }

    private func isName(_ text: ByteView) -> Bool {
        guard let text = String(validating: text, as: UTF8.self), text.utf8.first != UInt8(ascii: "{") else {
            return false
        }
        return ElementName(text) != nil
    }
}

/// What a name of the file means, as an element's and as an attribute's.
struct PlainXMLName {
    /// A name with its namespace, which is empty for none. Bytes, since libxml2 compares
    /// bytes, not what Unicode holds for the same.
    struct Expanded: Hashable {
        var namespace: [UInt8]
        var local: [UInt8]

        func matches(_ pattern: ElementName) -> Bool {
            local.elementsEqual(pattern.local.utf8)
                && (pattern.namespace.map { namespace.elementsEqual($0.utf8) } ?? true)
        }
    }

    var element: Expanded?
    /// nil for a namespace declaration.
    var attribute: Expanded?
}
