import CLibXML2

/// A start tag as libxml2 tells of it, valid during that call alone.
///
/// libxml2 gives five pointers an attribute: local name, prefix, namespace, and
/// the value's first byte and the one behind its last.
struct XMLStartTag {
    let name: XMLName
    /// The tag's `<`, counted in the file's text.
    let textOffset: Int
    let attributeCount: Int
    private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    init(
        name: XMLName, textOffset: Int, attributeCount: Int,
        pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        self.name = name
        self.textOffset = textOffset
        self.attributeCount = pointers == nil ? 0 : attributeCount
        self.pointers = pointers
    }

    /// - Parameter index: below `attributeCount`.
    func attributeName(_ index: Int) -> XMLName? {
        guard let pointers, let local = pointers[index * 5] else { return nil }
        return XMLName(local: local, namespace: pointers[index * 5 + 2])
    }

    /// The value with references resolved and white space as blanks.
    ///
    /// - Parameter index: below `attributeCount`.
    func attributeValue(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let pointers, let start = pointers[index * 5 + 3], let end = pointers[index * 5 + 4]
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: start, count: end - start)
    }
}
