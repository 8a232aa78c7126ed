/// What stands before the first child of the root, as far as it matters to what follows.
///
/// libxml2 reads it; where it refuses anything, or the file begins in an unusual way, there is
/// no prolog, and the file is not for the fast path.
package struct PlainXMLProlog: Sendable {
    /// How much of a file `init` needs to see.
    package static let headByteCount = 64 << 10

    /// The root's start tag, which is all that a parser has to be told before it can read any
    /// child of the root: there is no document type, and nothing else is remembered.
    package let rootTag: [UInt8]
    /// The first byte behind it.
    package let textOffset: Int
    package let root: ElementName
    package let scope: PlainXMLScope

    /// - Parameters:
    ///   - head: the file's text from its start, `headByteCount` of it where there is so much.
    ///   - record: the element that is one record.
    ///   - wanted: for each field, the paths of which any may hold it.
    package init?(head: [UInt8], record: ElementName, wanted: [[ElementPath]]) {
        let parse = XMLParse(MemoryTextSource(head))
        let sink = RootSink(parse)
        // Why it is refused is for the reader of the whole file to say.
        try? parse.run(into: sink)
        guard let root = sink.root, sink.tag.upperBound < head.count,
            // An empty root has no children.
            head[sink.tag.upperBound] == UInt8(ascii: ">")
        else { return nil }
        textOffset = sink.tag.upperBound + 1
        rootTag = Array(head[sink.tag.lowerBound..<textOffset])
        self.root = root
        let declarations = sink.declarations
        func scope(_ tag: [UInt8]) -> PlainXMLScope? {
            PlainXMLScope(recordTag: tag, record: record, wanted: wanted, declarations: declarations)
        }
        // A root that is itself the record has no records below.
        guard scope(PlainXMLProlog.name(in: head[...], at: sink.tag.lowerBound + 1)) == nil,
            let found = PlainXMLProlog.names(in: head[textOffset...]).lazy.compactMap(scope).first
        else { return nil }
        self.scope = found
    }

    /// Reads as much of a text as is needed.
    ///
    /// - Parameter start: where the text begins, behind a byte-order mark; `textOffset` counts from there.
    package init?(
        of text: some PlacedText, record: ElementName, wanted: [[ElementPath]], from start: Int = 0
    ) throws(InputError) {
        let head = OwnedRoom<UInt8>(count: PlainXMLProlog.headByteCount)
        let count = try text.fill(head.room, at: start)
        self.init(head: Array(head.view(0..<count)), record: record, wanted: wanted)
    }

    /// The names of elements that seem to begin in a text, each once, in order.
    private static func names(in text: ArraySlice<UInt8>) -> [[UInt8]] {
        var names: [[UInt8]] = []
        for index in text.indices where text[index] == UInt8(ascii: "<") {
            let name = name(in: text, at: index + 1)
            if name != names.last, !names.contains(name) { names.append(name) }
            // An export whose records begin behind so many others is an unusual one.
            if names.count > 100 { break }
        }
        return names
    }

    private static func name(in text: ArraySlice<UInt8>, at start: Int) -> [UInt8] {
        let isInName = { (byte: UInt8) in byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") }
        return Array(text[start...].prefix(PlainXMLNames.nameByteLimit).prefix(while: isInName))
    }
}

/// Looks at the root's start tag and ends the parse.
private final class RootSink: XMLEventSink {
    private unowned let parse: XMLParse
    private(set) var root: ElementName?
    /// From its `<` to what ends it.
    private(set) var tag = 0..<0
    private(set) var declarations: [PlainXMLScope.Declaration] = []

    init(_ parse: XMLParse) {
        self.parse = parse
    }

    override func startElement(_ tag: XMLStartTag) {
        guard root == nil else { return }
        root = tag.name.elementName
        self.tag = tag.textOffset..<parse.textOffset
        declarations = (0..<tag.declarationCount).map {
            let (prefix, namespace) = tag.declaration($0)
            return PlainXMLScope.Declaration(prefix: prefix, namespace: namespace)
        }
        parse.halt()
    }
}
