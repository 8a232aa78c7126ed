/// What `ItemReader` tells of a part of a workbook: the items, one after the other, of a container.
///
/// The rows in `sheetData` of a `worksheet` are items, and the strings in `sst`. Elements outside of the container are
/// passed over, but for what a sink wants of them.
class ItemSink: XMLEventSink {
    /// The elements from the root to the container, in the namespace of the root.
    let path: [String]
    /// The namespace of the root.
    private(set) var namespace = ""
    /// The raw start tags of the root and so on to the container, without what ends them; nil: none has begun.
    private(set) var containerTags: [UInt8]?
    /// Where the container's content begins; nil: it has none.
    private(set) var contentStart: Int?
    /// The prefixes that are declared for all items.
    private(set) var prefixes: [[UInt8]] = []
    /// Whether an element below the root declares a namespace.
    private(set) var hasInnerDeclarations = false
    /// Where the parse was stopped behind an item.
    private(set) var stop: Int?

    private var parse: XMLParse?
    private var textOf: (Range<Int>) -> [UInt8] = { _ in [] }
    private var stopsBehindItem: (Int) -> Bool = { _ in false }
    private var depth = 0
    /// How many of the open elements are on the path.
    private var matchedDepth = 0
    private var openTags: [[UInt8]] = []
    private var isInContainer = false
    private var isBehindContainer = false

    init(path: [String]) {
        self.path = path
    }

    final override func startElement(_ tag: XMLStartTag) { enter(tag) }
    final override func text(_ bytes: ByteView) {
        if isInContainer { characters(bytes, level: depth - path.count) }
    }
    final override func endElement(endingAt offset: Int) { leave(offset) }

    // MARK: - For each kind of sink

    /// What is wrong with an item; the parse ends.
    var problem: SheetProblem? { nil }
    /// The row that is read, for a message.
    var place: Int? { nil }
    /// Whether enough was made of items to be handed out first.
    var isFull: Bool { false }

    /// Makes the names ready that elements of a parse are held against.
    func prepare(_ parse: XMLParse) {}
    /// An element before the container.
    func outerElement(_ tag: XMLStartTag, _ local: String) {}
    /// An element behind the container.
    func elementBehind(_ tag: XMLStartTag) {}
    /// Whether an element on the path is the one that is meant.
    func isMeant(_ tag: XMLStartTag, _ local: String) -> Bool { true }
    /// - Parameter level: 1: an item; 2: what is directly in it; and so on.
    func begin(_ tag: XMLStartTag, level: Int) {}
    func characters(_ bytes: ByteView, level: Int) {}
    /// - Parameter offset: behind the end tag.
    func end(level: Int, at offset: Int) {}
    /// Reads plain items as far as they are; the start is behind the container's start tag or an item.
    ///
    /// - Parameter textStart: the offset of the text in the part.
    func scanPlain(_ text: PaddedBytes, from start: Int, textStart: Int, isAtEnd: Bool) -> PlainItemStop {
        PlainItemStop(reason: .notPlain, offset: start)
    }
}

/// Where a scan of plain items ended.
struct PlainItemStop {
    enum Reason {
        /// What begins here is no plain item.
        case notPlain
        /// The text ends before it can be said what begins here.
        case incomplete
        /// Enough was made of items to be handed out first.
        case full
    }

    var reason: Reason
    /// In the text: behind the last item, and white space behind it.
    var offset: Int
}

// MARK: - A parse

extension ItemSink {
    /// Is told a part from its start to where the content of the container begins, or to its end.
    func runToContent(_ parse: XMLParse, textOf: @escaping (Range<Int>) -> [UInt8]) throws(InputError) {
        self.textOf = textOf
        try run(parse)
    }

    /// Is told the tags of the container again, and then the part from a place between two items to its end.
    ///
    /// - Parameter stopsBehindItem: asked behind each item, with the offset there, whether to stop.
    func runItems(_ parse: XMLParse, stopsBehindItem: @escaping (Int) -> Bool) throws(InputError) {
        self.stopsBehindItem = stopsBehindItem
        prepare(parse)
        try run(parse)
    }

    private func run(_ parse: XMLParse) throws(InputError) {
        self.parse = parse
        defer {
            self.parse = nil
            textOf = { _ in [] }
            stopsBehindItem = { _ in false }
        }
        depth = 0
        stop = nil
        try parse.run(into: self)
    }

    /// A name in the namespace of the root.
    func name(_ local: String) -> ElementName { ElementName(namespace: namespace, local: local) }

    fileprivate func enter(_ tag: XMLStartTag) {
        depth += 1
        if isInContainer {
            begin(tag, level: depth - path.count)
            if problem != nil { parse?.halt() }
        } else if containerTags == nil {
            enterOuter(tag)
        } else if isBehindContainer {
            elementBehind(tag)
        } else if depth == path.count {
            isInContainer = true
        }
    }

    private func enterOuter(_ tag: XMLStartTag) {
        guard let parse else { return }
        let name = tag.name.elementName
        if depth == 1 { namespace = name.namespace ?? "" }
        outerElement(tag, name.local)
        if problem != nil { return parse.halt() }
        guard depth == matchedDepth + 1, depth <= path.count, name.local == path[depth - 1],
            name.namespace ?? "" == namespace, isMeant(tag, name.local)
        else { return }
        matchedDepth = depth
        let tagEnd = parse.textOffset
        openTags.append(textOf(tag.textOffset..<tagEnd))
        if depth > 1, tag.declarationCount > 0 { hasInnerDeclarations = true }
        for index in 0..<tag.declarationCount {
            let prefix = tag.declaration(index).prefix
            if !prefix.isEmpty { prefixes.append(prefix) }
        }
        guard depth == path.count else { return }
        containerTags = openTags.flatMap { $0 + [UInt8(ascii: ">")] }
        // Else the tag ends the element, too, and the parse goes on behind it.
        if textOf(tagEnd..<tagEnd + 1) == [UInt8(ascii: ">")] {
            contentStart = tagEnd + 1
            parse.halt()
        } else {
            isInContainer = true
            prepare(parse)
        }
    }

    fileprivate func leave(_ offset: Int) {
        let level = depth - path.count
        depth -= 1
        if isInContainer {
            if level == 0 {
                isInContainer = false
                isBehindContainer = true
                return
            }
            end(level: level, at: offset)
            if problem != nil {
                parse?.halt()
            } else if level == 1, stopsBehindItem(offset) {
                stop = offset
                isInContainer = false
                parse?.halt()
            }
        } else if containerTags == nil, matchedDepth == depth + 1 {
            matchedDepth = depth
            openTags.removeLast()
        }
    }
}
