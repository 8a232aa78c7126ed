/// What `XMLParse` tells of a file, event by event.
///
/// A sink has to be an object: libxml2's callbacks carry one pointer. It is a base class and no
/// protocol because there are a dozen events a record, each of which would keep and release it.
class XMLEventSink {
    /// A start tag. What it refers to is valid during the call alone.
    func startElement(_ tag: XMLStartTag) {}

    /// Text directly in the element opened last: a piece of it, line ends as `\n`.
    func text(_ bytes: ByteView) {}

    /// The end of the element opened last.
    ///
    /// - Parameter textOffset: the first byte behind it.
    func endElement(endingAt textOffset: Int) {}
}
