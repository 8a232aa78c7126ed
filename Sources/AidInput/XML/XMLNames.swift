import CLibXML2

/// The name of an element or attribute in the file that is being read.
///
/// libxml2 keeps each name and namespace once, in the parser's dictionary, so two
/// are equal when their addresses are. Valid as long as the parse.
struct XMLName: Equatable {
    fileprivate let local: UnsafePointer<xmlChar>
    /// nil: in no namespace.
    fileprivate let namespace: UnsafePointer<xmlChar>?

    init(local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?) {
        self.local = local
        self.namespace = namespace
    }

    var localText: String { String(cString: local) }

    /// The name to tell a user: with its namespace where it is in one.
    var elementName: ElementName {
        ElementName(namespace: namespace.map { String(cString: $0) }, local: localText)
    }
}

/// An `ElementName` in the dictionary of one parse, to hold against names of the file.
struct XMLNamePattern {
    /// nil, which no name is: the dictionary had no room.
    private let local: UnsafePointer<xmlChar>?
    private let namespace: UnsafePointer<xmlChar>?
    private let isInAnyNamespace: Bool

    init(_ name: ElementName, in dictionary: xmlDictPtr?) {
        func interned(_ text: String) -> UnsafePointer<xmlChar>? {
            xmlDictLookup(dictionary, text, CInt(text.utf8.count))
        }
        isInAnyNamespace = name.namespace == nil
        if let uri = name.namespace, !uri.isEmpty {
            namespace = interned(uri)
            local = namespace == nil ? nil : interned(name.local)
        } else {
            namespace = nil
            local = interned(name.local)
        }
    }

    /// Whether a name differs from this one by the case of its letters alone.
    func isOtherCase(of name: XMLName) -> Bool {
        local != name.local && xmlStrcasecmp(local, name.local) == 0
    }

    func matches(_ name: XMLName) -> Bool {
        local == name.local && (isInAnyNamespace || namespace == name.namespace)
    }
}
