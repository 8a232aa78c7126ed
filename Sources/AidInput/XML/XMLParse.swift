import AidModel
import CLibXML2

/// One pass of libxml2's pull parser over one file, told to a sink event by event.
///
/// All dealings with libxml2 are here and in the two value types of names and start
/// tags. Memory stays flat: libxml2 holds what it has not told yet, which
/// `XMLLimits` bounds, and the names of the file, at most 10 MB.
///
///     TextSource ──64 KiB──▶ piece ──4,000 bytes──▶ libxml2 ──events──▶ XMLEventSink
///
/// Not well-formed means refused: the first error or fatal error counts, warnings
/// do not. Which bytes a source hands out at a time makes no difference, since
/// libxml2 always gets as many as it asks for, except at the end.
final class XMLParse {
    private let source: any TextSource
    /// Where the source's text begins in the file's.
    private let textStart: Int
    private let byteLimitWithoutEvent: Int
    /// Held by the caller of `run`.
    private var sink: Unmanaged<XMLEventSink>?
    /// nil where there was no memory to make it.
    private var context: xmlParserCtxtPtr?
    private var failure: InputError? {
        didSet { hasFailed = true }
    }
    /// Asked at every event, where a look at the error itself would cost.
    private var hasFailed = false
    private var isHalted = false

    private let piece = OwnedRoom<UInt8>(count: 64 << 10)
    private var pieceStart = 0
    private var pieceEnd = 0
    private var isSourceAtEnd = false

    private var fedByteCount = 0
    private var fedByteCountAtLastEvent = 0
    /// Of the last tag.
    private var textOffsetOfLastTag: Int
    private var depth = 0
    private var root: XMLName?
    private var rootChildren: [XMLName] = []

    /// - Parameters:
    ///   - dictionary: where names are kept that outlive the parse; nil: they do not.
    ///   - textStart: the offset in the file of the first byte of the source.
    ///   - byteLimitWithoutEvent: bytes of a single tag, comment and so on.
    init(
        _ source: any TextSource, dictionary: XMLDictionary? = nil, textStart: Int = 0,
        byteLimitWithoutEvent: Int = XMLLimits.byteCountWithoutEvent
    ) {
        self.source = source
        self.textStart = textStart
        self.byteLimitWithoutEvent = byteLimitWithoutEvent
        textOffsetOfLastTag = textStart
        XMLLibrary.prepare()
        var handlers = Self.handlers
        context = xmlCreateIOParserCtxt(
            &handlers, Unmanaged.passUnretained(self).toOpaque(),
            { pointer, buffer, count in XMLParse.with(pointer) { $0.feed(buffer, count: Int(count)) } ?? -1 }, nil,
            Unmanaged.passUnretained(self).toOpaque(), XML_CHAR_ENCODING_UTF8)
        guard let context else { return }
        // NOENT, DTDLOAD, HUGE and RECOVER stay off, always.
        xmlCtxtUseOptions(context, CInt(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        // An encoding that is set keeps libxml2 from guessing one by the first four bytes.
        context.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
        if let shared = dictionary?.pointer {
            xmlDictFree(context.pointee.dict)
            xmlDictReference(shared)
            context.pointee.dict = shared
        }
    }

    deinit {
        xmlFreeParserCtxt(context)
    }

    /// A name to hold against those of this file.
    func pattern(_ name: ElementName) -> XMLNamePattern {
        XMLNamePattern(name, in: context?.pointee.dict)
    }

    /// Reads the file to its end. To be called once.
    func run(into sink: XMLEventSink) throws(InputError) {
        // Kept until the end of this function by the argument.
        self.sink = Unmanaged.passUnretained(sink)
        defer { self.sink = nil }
        let code = context == nil ? CInt(XML_ERR_NO_MEMORY.rawValue) : xmlParseDocument(context)
        if failure == nil, isHalted { return }
        if failure == nil, code != 0 || context?.pointee.wellFormed != 1 {
            refuse(.notWellFormed(code: Int(context?.pointee.errNo ?? code)))
        }
        if failure == nil { checkThatNothingFollows() }
        if let failure { throw failure }
    }

    /// Ends the parse here, well. To be called from an event.
    func halt() {
        isHalted = true
        stop()
    }

    func summary(recordCount: Int, found: FoundFields = FoundFields(fieldCount: 0)) -> XMLReadSummary {
        XMLReadSummary(
            recordCount: recordCount, root: root?.elementName ?? ElementName(namespace: nil, local: ""),
            rootChildren: rootChildren.map(\.elementName), found: found)
    }

    /// libxml2 takes a zero byte behind the root for the end of the file.
    private func checkThatNothingFollows() {
        if textOffset - textStart < fedByteCount {
            refuse(.zeroByte)
        } else if pieceStart < pieceEnd || readPiece() {
            refuse(.extraContent)
        }
    }
}

// MARK: - Text for libxml2

extension XMLParse {
    /// Fills libxml2's buffer whole, unless the text ends, so that it never stops between
    /// two bytes that it must see together.
    ///
    /// - Returns: -1 makes libxml2 take the text as ended. Stopping it here would free the
    ///   very buffer that it is about to fill.
    fileprivate func feed(_ buffer: UnsafeMutablePointer<CChar>?, count: Int) -> CInt {
        guard failure == nil, let buffer, count > 0 else { return -1 }
        var filled = 0
        while filled < count, pieceStart < pieceEnd || readPiece() {
            let part = min(count - filled, pieceEnd - pieceStart)
            UnsafeMutableRawPointer(buffer + filled).copyMemory(
                from: piece.room.from(pieceStart).start, byteCount: part)
            pieceStart += part
            filled += part
        }
        if failure != nil { return -1 }
        fedByteCount += filled
        if fedByteCount - fedByteCountAtLastEvent > byteLimitWithoutEvent {
            refuse(.tooLongWithoutEvent)
            return -1
        }
        return CInt(filled)
    }

    /// Whether there is more text.
    private func readPiece() -> Bool {
        if isSourceAtEnd || failure != nil { return false }
        do {
            pieceStart = 0
            pieceEnd = try source.read(into: piece.room)
        } catch {
            pieceEnd = 0
            failure = error
        }
        isSourceAtEnd = pieceEnd == 0
        return pieceEnd > 0
    }

    /// How far libxml2 has come in the file's text.
    var textOffset: Int {
        guard let input = context?.pointee.input else { return textOffsetOfLastTag }
        return textStart + Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    /// The `<` of the start tag that libxml2 tells of, at whose end it stands.
    ///
    /// Scanning back is exact: no raw `<` can stand inside a start tag, since
    /// attribute values must not hold one, and libxml2 tells of no tag after such an
    /// error. libxml2 keeps a start tag whole in its buffer, for attribute values point into
    /// it. Should it ever not, the tag before is the nearest that is known.
    private var textOffsetOfTag: Int {
        guard let input = context?.pointee.input, let base = input.pointee.base, var at = input.pointee.cur
        else { return textOffsetOfLastTag }
        while at > base {
            at -= 1
            if at.pointee == UInt8(ascii: "<") { return textStart + Int(input.pointee.consumed) + (at - base) }
        }
        return textOffsetOfLastTag
    }
}

// MARK: - Events from libxml2

extension XMLParse {
    /// The parse that a context belongs to, without keeping it: who called libxml2 does.
    @inline(__always)
    fileprivate static func with<Result>(
        _ pointer: UnsafeMutableRawPointer?, _ body: (XMLParse) -> Result
    ) -> Result? {
        pointer.map { Unmanaged<XMLParse>.fromOpaque($0)._withUnsafeGuaranteedRef(body) }
    }

    /// What libxml2 calls. No handler knows of entities or of a tree, so nothing is
    /// declared, expanded, loaded or built. White space between elements is text like
    /// any other, since both handlers are the same.
    fileprivate static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = aid_xml_sax2_magic()
        handlers.startDocument = { XMLParse.with($0) { $0.startDocument() } }
        handlers.internalSubset = { context, _, _, _ in XMLParse.with(context) { $0.stop(.documentType) } }
        handlers.startElementNs = {
            context, local, _, namespace, namespaceCount, namespaces, attributeCount, _, pointers in
            guard let local else { return }
            XMLParse.with(context) {
                $0.startElement(
                    XMLName(local: local, namespace: namespace), namespaceCount: Int(namespaceCount), namespaces,
                    attributeCount: Int(attributeCount), pointers)
            }
        }
        handlers.endElementNs = { context, _, _, _ in XMLParse.with(context) { $0.endElement() } }
        let text: charactersSAXFunc = { context, bytes, count in
            XMLParse.with(context) { $0.text(ByteView(UnsafeBufferPointer(start: bytes, count: Int(count)))) }
        }
        handlers.characters = text
        handlers.ignorableWhitespace = text
        handlers.cdataBlock = text
        handlers.comment = { context, _ in XMLParse.with(context) { $0.markEvent() } }
        handlers.processingInstruction = { context, _, _ in XMLParse.with(context) { $0.markEvent() } }
        handlers.serror = { context, error in
            guard let error else { return }
            XMLParse.with(context) {
                $0.error(
                    code: Int(error.pointee.code), level: error.pointee.level, domain: Int(error.pointee.domain))
            }
        }
        return handlers
    }

    private func markEvent() {
        fedByteCountAtLastEvent = fedByteCount
    }

    private func startDocument() {
        if let version = context?.pointee.version, xmlStrEqual(version, "1.0") == 0 { stop(.version) }
    }

    private func startElement(
        _ name: XMLName, namespaceCount: Int, _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        attributeCount: Int, _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        if hasFailed { return stop() }
        let tagOffset = textOffsetOfTag
        depth += 1
        if depth > XMLLimits.depth { return stop(.tooDeep) }
        if max(attributeCount, namespaceCount) > XMLLimits.attributeCount { return stop(.tooManyAttributes) }
        switch depth {
        case 1: root = name
        case 2: noteRootChild(name)
        default: break
        }
        let tag = XMLStartTag(
            name: name, textOffset: tagOffset, attributeCount: attributeCount, pointers: pointers,
            declarationCount: namespaceCount, declarations: namespaces)
        let sink = sink
        sink?._withUnsafeGuaranteedRef { $0.startElement(tag) }
        markEvent()
        textOffsetOfLastTag = tagOffset
    }

    private func noteRootChild(_ name: XMLName) {
        if name == rootChildren.first || rootChildren.count == XMLLimits.rootChildCount { return }
        if !rootChildren.contains(name) { rootChildren.append(name) }
    }

    private func text(_ bytes: ByteView) {
        if hasFailed { return stop() }
        // A copy, since an access that lasts as long as a call is kept book of.
        let sink = sink
        sink?._withUnsafeGuaranteedRef { $0.text(bytes) }
        markEvent()
    }

    private func endElement() {
        if hasFailed { return stop() }
        depth -= 1
        markEvent()
        let end = textOffset
        textOffsetOfLastTag = end
        let sink = sink
        sink?._withUnsafeGuaranteedRef { $0.endElement(endingAt: end) }
    }
}

// MARK: - Refusals

extension XMLParse {
    /// libxml2's message is not used: it quotes the document.
    private func error(code: Int, level: xmlErrorLevel, domain: Int) {
        if failure != nil || level.rawValue < XML_ERR_ERROR.rawValue { return }
        let rest = unreadText
        var refusal = XMLRefusal(code: code, isNamespaceError: domain == Int(XML_FROM_NAMESPACE.rawValue))
        if fedByteCount == 0 {
            refusal = .empty
        } else if rest.first == 0 {
            refusal = .zeroByte
        } else if refusal == .notXML, rest.isEmpty {
            refusal = .truncated
        } else if isCutOff(rest), refusal.mayBeLackOfText || isIncompleteCharacter(rest) {
            refusal = .truncated
        }
        refuse(refusal)
    }

    /// What libxml2 holds and has not passed yet.
    private var unreadText: ByteView {
        guard let input = context?.pointee.input, let start = input.pointee.cur, let end = input.pointee.end
        else { return ByteView.empty }
        return ByteView(start: start, count: max(0, end - start))
    }

    /// Whether the text ends before what is open can have been closed: libxml2 may find
    /// fault with the beginning of a tag of which it does not see the end.
    private func isCutOff(_ rest: ByteView) -> Bool {
        if pieceStart < pieceEnd || readPiece() { return false }
        let isBehindRoot = root != nil && depth == 0
        if isBehindRoot, rest.first != UInt8(ascii: "<") { return false }
        return !rest.contains(UInt8(ascii: ">"))
    }

    /// Whether the rest is a character of which bytes are missing.
    private func isIncompleteCharacter(_ rest: ByteView) -> Bool {
        guard let first = rest.first, rest.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return false }
        switch first {
        case 0xC2...0xDF: return rest.count < 2
        case 0xE0...0xEF: return rest.count < 3
        case 0xF0...0xF4: return rest.count < 4
        default: return false
        }
    }

    /// Remembers the first failure; nothing is told to the sink after it.
    private func refuse(_ refusal: XMLRefusal) {
        if failure != nil { return }
        failure = InputError(
            problem: .xmlRefused(refusal), file: source.name,
            lineNumber: (context?.pointee.input).map { Int($0.pointee.line) },
            byteOffset: refusal == .truncated ? textStart + fedByteCount : textOffset)
    }

    /// Stops libxml2, which is allowed from a handler of an event, not of an error.
    private func stop(_ refusal: XMLRefusal? = nil) {
        if let refusal { refuse(refusal) }
        xmlStopParser(context)
    }
}
