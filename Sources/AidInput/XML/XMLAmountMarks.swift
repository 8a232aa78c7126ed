import AidModel

/// Finds what an XML file says of the unit and the currency of its amounts before its first record: attributes of
/// the elements around the records, and elements before them.
final class XMLAmountMarks: XMLEventSink {
    struct Mark {
        /// Where it stands, as a user would write it.
        var path: String
        /// Never `none`.
        var said: ColumnUnit
    }

    private let record: XMLNamePattern
    private let currency: Currency
    private unowned let parse: XMLParse
    private var marks: [Mark] = []
    private var path: [String] = []
    private var text: [UInt8] = []
    private var elementCount = 0
    /// A file with other things than records is not looked through.
    private static let elementLimit = 10_000
    private static let textLimit = 256

    private init(record: XMLNamePattern, currency: Currency, _ parse: XMLParse) {
        self.record = record
        self.currency = currency
        self.parse = parse
    }

    /// - Returns: in the order of the file; none where it cannot be read: that is for others to say.
    static func found(
        _ source: any TextSource, record: ElementName, currency: Currency
    ) throws(InputError) -> [Mark] {
        let parse = XMLParse(source)
        let sink = XMLAmountMarks(record: parse.pattern(record), currency: currency, parse)
        do throws(InputError) {
            try parse.run(into: sink)
        } catch  where error.kind == .refused {
            return []
        }
        return sink.marks
    }

    override func startElement(_ tag: XMLStartTag) {
        elementCount += 1
        if record.matches(tag.name) || elementCount > XMLAmountMarks.elementLimit { return parse.halt() }
        path.append(tag.name.localText)
        text.removeAll()
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index)?.localText, let kind = AmountMark(named: name) else { continue }
            var value: [UInt8] = []
            tag.forEachPart(ofAttribute: index) { value += $0 }
            note(value, as: kind, at: (path + ["@" + name]).joined(separator: "/"))
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if text.count < XMLAmountMarks.textLimit { text += bytes }
    }

    override func endElement(endingAt textOffset: Int) {
        if let name = path.last, let kind = AmountMark(named: name) {
            note(text, as: kind, at: path.joined(separator: "/"))
        }
        text.removeAll()
        path.removeLast()
    }

    private func note(_ value: [UInt8], as kind: AmountMark, at path: String) {
        let cleaned = FieldCleaner.cleaned(String(decoding: value, as: UTF8.self))
        let said = ColumnUnit(saidBy: cleaned, as: kind, currency: currency)
        if case .unknown = said { return }
        if said != .none { marks.append(Mark(path: path, said: said)) }
    }
}
