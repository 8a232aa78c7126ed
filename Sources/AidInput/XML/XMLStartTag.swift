import CLibXML2
import Glibc

/// A start tag as libxml2 tells of it, valid during that call alone.
///
/// libxml2 gives five pointers an attribute: local name, prefix, namespace, and
/// the value's first byte and the one behind its last; and two a namespace declaration: prefix
/// and namespace.
struct XMLStartTag {
    let name: XMLName
    /// The tag's `<`, counted in the file's text.
    let textOffset: Int
    let attributeCount: Int
    let declarationCount: Int
    private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let declarations: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    init(
        name: XMLName, textOffset: Int, attributeCount: Int,
        pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, declarationCount: Int,
        declarations: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        self.name = name
        self.textOffset = textOffset
        self.attributeCount = pointers == nil ? 0 : attributeCount
        self.pointers = pointers
        self.declarationCount = declarations == nil ? 0 : declarationCount
        self.declarations = declarations
    }

    /// A namespace that the element declares; the default namespace has an empty prefix.
    ///
    /// - Parameter index: below `declarationCount`.
    func declaration(_ index: Int) -> (prefix: [UInt8], namespace: [UInt8]) {
        func text(_ pointer: UnsafePointer<xmlChar>?) -> [UInt8] {
            pointer.map { Array(ByteView(start: $0, count: strlen($0))) } ?? []
        }
        return (text(declarations?[index * 2]), text(declarations?[index * 2 + 1]))
    }

    /// - Parameter index: below `attributeCount`.
    func attributeName(_ index: Int) -> XMLName? {
        guard let pointers, let local = pointers[index * 5] else { return nil }
        return XMLName(local: local, namespace: pointers[index * 5 + 2])
    }

    /// Gives the value, with references resolved and white space as blanks, in parts.
    ///
    /// Without NOENT, libxml2 leaves one reference for a tree builder to resolve:
    /// an ampersand, however it was written, comes as `&#38;`. No other `&` can come, since
    /// entities beyond the five predefined ones are errors; so its five bytes are one.
    ///
    /// - Parameter index: below `attributeCount`.
    func forEachPart(ofAttribute index: Int, _ body: (ByteView) -> Void) {
        guard let pointers, var start = pointers[index * 5 + 3], let end = pointers[index * 5 + 4] else { return }
        while let found = memchr(start, CInt(UInt8(ascii: "&")), end - start) {
            let ampersand = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            body(ByteView(start: start, count: ampersand + 1 - start))
            start = ampersand + 1
            if end - start >= 4, memcmp(start, "#38;", 4) == 0 { start += 4 }
        }
        body(ByteView(start: start, count: end - start))
    }
}
