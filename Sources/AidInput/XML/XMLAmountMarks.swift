import AidModel

/// Finds what an XML file says of the unit and the currency of its amounts before its first record.
final class XMLAmountMarks: XMLEventSink {
    private let record: XMLNamePattern
    private unowned let parse: XMLParse
    private var outside: MarksOutside
    private var elementCount = 0
    /// A file with other things than records is not looked through.
    private static let elementLimit = 10_000

    private init(record: XMLNamePattern, currency: Currency, _ parse: XMLParse) {
        self.record = record
        self.parse = parse
        outside = MarksOutside(currency: currency)
    }

    /// - Returns: in the order of the file; none where it cannot be read: that is for others to say.
    static func found(
        _ source: any TextSource, record: ElementName, currency: Currency
    ) throws(InputError) -> [MarksOutside.Mark] {
        let parse = XMLParse(source)
        let sink = XMLAmountMarks(record: parse.pattern(record), currency: currency, parse)
        do throws(InputError) {
            try parse.run(into: sink)
        } catch  where error.kind == .refused {
            return []
        }
        return sink.outside.marks
    }

    override func startElement(_ tag: XMLStartTag) {
        elementCount += 1
        if record.matches(tag.name) || elementCount > XMLAmountMarks.elementLimit { return parse.halt() }
        outside.start(tag)
    }

    override func text(_ bytes: ByteView) {
        outside.add(bytes)
    }

    override func endElement(endingAt textOffset: Int) {
        outside.end()
    }
}
