package import AidModel

/// Reads the records of an XML export, and of each the fields that are wanted.
///
/// A record is the outermost element of the given name; elements of that name inside
/// it are children like any other. A field's text is all the text and CDATA directly
/// in its element, with references resolved; comments and processing instructions
/// inside are passed over. A field that is absent is empty.
package struct XMLReader: Sendable {
    private let record: ElementName
    private let table: PathTable<ElementName>
    private let fieldCount: Int
    private let currency: Currency?
    private let wanted: [[ElementPath]]

    /// - Parameters:
    ///   - record: the element that is one record.
    ///   - wanted: for each field of the `RecordBuffer`, the paths of which any may hold it.
    ///   - currency: of the amounts whose unit may be named outside of records; nil: nobody reads amounts.
    package init(record: ElementName, wanted: [[ElementPath]], currency: Currency? = nil) {
        self.currency = currency
        self.record = record
        self.wanted = wanted
        table = PathTable(wanted)
        fieldCount = wanted.count
    }

    /// Hands over every record, malformed ones included, in the order of the file.
    ///
    /// Whether there is any record is for the caller to judge, by the summary.
    ///
    /// - Throws: what the source throws, or that the file is refused: then the records
    ///   handed over before are of no use, since the file may be cut short.
    package func read(
        _ source: any TextSource, into consumer: inout some RecordConsumer & ~Copyable
    ) throws(InputError) -> XMLReadSummary {
        try withUnsafeMutablePointer(to: &consumer) { pointer throws(InputError) in
            let parse = XMLParse(source)
            let assembler = XMLRecordAssembler(
                record: parse.pattern(record), table: table.map(parse.pattern), fieldCount: fieldCount,
                currency: currency, take: { pointer.pointee.take($0, at: $1, place: $2) },
                takeMalformed: { pointer.pointee.takeMalformed($0, at: $1, place: $2) })
            assembler.around = AncestorValues(wanted, parse.pattern)
            try parse.run(into: assembler)
            return parse.summary(recordCount: assembler.recordCount, found: assembler.takeFound())
        }
    }
}
