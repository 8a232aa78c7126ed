import CScan

/// What stands in a stretch of text that matters to whether it is plain.
struct PlainTextTraits: OptionSet {
    let rawValue: UInt32

    /// Bytes that are not valid UTF-8, characters that XML does not allow, or an ampersand.
    static let notPlain = PlainTextTraits(rawValue: UInt32(AID_XML_NOT_PLAIN))
    /// `]]>`, which text must not hold but attribute values may.
    static let sectionEnd = PlainTextTraits(rawValue: UInt32(AID_XML_SECTION_END))
    /// A carriage return, which libxml2 turns into a line feed.
    static let carriageReturn = PlainTextTraits(rawValue: UInt32(AID_XML_RETURN))

    /// The traits of a stretch, which are exact.
    ///
    /// - Parameter checksUTF8: false where it is known to be valid.
    init(_ text: ByteView, checksUTF8: Bool) {
        self.init(rawValue: aid_check_xml(text.start, text.count))
        if checksUTF8, aid_check_text(text.start, text.count) & UInt32(AID_TEXT_NOT_UTF8) != 0 { insert(.notPlain) }
    }

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}
