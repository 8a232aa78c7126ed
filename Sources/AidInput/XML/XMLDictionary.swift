import CLibXML2

/// The names that some parses have met, each kept once, so that they are the same pointers
/// to all of them.
final class XMLDictionary {
    /// nil where there was no memory to make it.
    let pointer: xmlDictPtr?

    init() {
        XMLLibrary.prepare()
        pointer = xmlDictCreate()
        // As libxml2 does for a parser of its own.
        xmlDictSetLimit(pointer, Int(XML_MAX_DICTIONARY_LIMIT))
    }

    deinit {
        xmlDictFree(pointer)
    }

    /// The memory that the names take.
    var byteCount: Int { Int(xmlDictGetUsage(pointer)) }

    /// A name to hold against those of the files parsed.
    func pattern(_ name: ElementName) -> XMLNamePattern {
        XMLNamePattern(name, in: pointer)
    }
}
