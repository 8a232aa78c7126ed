import CLibXML2
import Glibc

/// One pass of libxml2's push parser of HTML over one page, told to a sink event by event.
///
/// All dealings with it are here. It refuses nothing: what is not closed it closes, what it does not know it passes on.
/// It never guesses an encoding: it is given UTF-8, and told not to believe the page.
final class PageParse {
    /// nil where there was no memory to make it.
    private var context: htmlParserCtxtPtr?
    private unowned let sink: PageSink
    private(set) var fedByteCount = 0
    private var fedByteCountAtLastEvent = 0

    init(into sink: PageSink) {
        self.sink = sink
        XMLLibrary.prepare()
        var handlers = PageParse.handlers
        context = htmlCreatePushParserCtxt(
            &handlers, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        guard let context else { return }
        htmlCtxtUseOptions(
            context,
            CInt(
                HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOERROR.rawValue
                    | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NODEFDTD.rawValue))
        context.pointee.charset = CInt(XML_CHAR_ENCODING_UTF8.rawValue)
    }

    deinit {
        htmlFreeParserCtxt(context)
    }

    /// Whether there was memory to begin.
    var isReady: Bool { context != nil }

    /// Bytes that were given and of which nothing has been told yet.
    var silentByteCount: Int { fedByteCount - fedByteCountAtLastEvent }

    /// Gives the next part of the page, in UTF-8.
    func push(_ bytes: ByteView) {
        fedByteCount += bytes.count
        bytes.start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = htmlParseChunk(context, $0, CInt(bytes.count), 0)
        }
    }

    /// The page ends: what is open is closed.
    func finish() {
        htmlParseChunk(context, nil, 0, 1)
    }

    /// Ends the parse here.
    func stop() {
        xmlStopParser(context)
    }

    private static func with(_ pointer: UnsafeMutableRawPointer?, _ body: (PageSink) -> Void) {
        guard let pointer else { return }
        Unmanaged<PageParse>.fromOpaque(pointer)._withUnsafeGuaranteedRef { parse in
            parse.fedByteCountAtLastEvent = parse.fedByteCount
            body(parse.sink)
        }
    }

    private static var handlers: htmlSAXHandler {
        var handlers = htmlSAXHandler()
        // Else errors would be printed.
        handlers.initialized = aid_xml_sax2_magic()
        handlers.serror = { _, _ in }
        handlers.startElement = { context, name, attributes in
            guard let name else { return }
            PageParse.with(context) { $0.begin(PageTag(name, attributes)) }
        }
        handlers.endElement = { context, name in
            guard let name else { return }
            PageParse.with(context) { $0.end(ByteView(start: name, count: strlen(name))) }
        }
        let text: charactersSAXFunc = { context, bytes, count in
            PageParse.with(context) { $0.text(ByteView(UnsafeBufferPointer(start: bytes, count: Int(count)))) }
        }
        handlers.characters = text
        handlers.ignorableWhitespace = text
        // Scripts and styles, and comments: nothing of them is wanted.
        handlers.cdataBlock = { context, _, _ in PageParse.with(context) { _ in } }
        handlers.comment = { context, _ in PageParse.with(context) { _ in } }
        return handlers
    }
}

/// What `PageParse` tells of a page.
class PageSink {
    func begin(_ tag: PageTag) {}
    /// - Parameter name: in small letters.
    func end(_ name: ByteView) {}
    func text(_ bytes: ByteView) {}
}

/// A start tag of a page, valid during the call that tells of it.
struct PageTag {
    /// In small letters.
    let name: ByteView
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    init(_ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        self.name = ByteView(start: name, count: strlen(name))
        self.attributes = attributes
    }

    /// Gives each attribute: its name, in small letters, and its value, which is empty where it has none.
    func forEachAttribute(_ body: (_ name: ByteView, _ value: ByteView) -> Void) {
        guard var pair = attributes else { return }
        while let name = pair[0] {
            let value = pair[1].map { ByteView(start: $0, count: strlen($0)) } ?? ByteView.empty
            body(ByteView(start: name, count: strlen(name)), value)
            pair += 2
        }
    }

    /// Whether a browser shows nothing of the element, as far as it says so itself.
    var isHidden: Bool {
        var isHidden = false
        forEachAttribute { name, value in
            if name.elementsEqual("hidden".utf8) { isHidden = true }
            guard name.elementsEqual("style".utf8), value.count <= 4096 else { return }
            let style = String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
            if style.contains("display:none") { isHidden = true }
        }
        return isHidden
    }
}
