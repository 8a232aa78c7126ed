/// What `XMLParse` tells of a file, event by event.
///
/// A sink has to be an object: libxml2's callbacks carry one pointer. Its calls are
/// dynamic ones; the record consumer behind it is called directly.
protocol XMLEventSink: AnyObject {
    /// A start tag. What it refers to is valid during the call alone.
    func startElement(_ tag: XMLStartTag)

    /// Text directly in the element opened last: a piece of it, line ends as `\n`.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)

    /// The end of the element opened last.
    ///
    /// - Parameter textOffset: the first byte behind it.
    func endElement(endingAt textOffset: Int)
}
