package import AidModel

/// Reads every record of an XML file with all that is in it, for `aidstats dump`.
///
/// It takes no care to be fast.
package struct XMLDumpReader: Sendable {
    private let record: ElementName?
    private let withAncestors: Bool

    /// - Parameters:
    ///   - record: the element that is one record; nil: every child of the root.
    ///   - withAncestors: whether a record has what stands around it as well (`../@x`, `../a`).
    package init(record: ElementName?, withAncestors: Bool = false) {
        self.record = record
        self.withAncestors = withAncestors
    }

    /// Hands over every record, those with a problem included, in the order of the file.
    ///
    /// - Throws: what the source throws, or that the file is refused. The records handed
    ///   over before stand before the place at fault.
    package func read(
        _ source: any TextSource, each body: @escaping (XMLDumpRecord) -> Void
    ) throws(InputError) -> XMLReadSummary {
        let parse = XMLParse(source)
        let assembler = XMLDumpAssembler(
            record: record.map(parse.pattern), withAncestors: withAncestors, body)
        try parse.run(into: assembler)
        return parse.summary(recordCount: assembler.recordCount)
    }
}

/// One record of an XML file, with all its values in the order of the file.
package struct XMLDumpRecord: Sendable, Hashable {
    /// A value and the path to it: `a/b`, `@x`, `a/@x`, by local names.
    package struct Value: Sendable, Hashable {
        package var path: String
        package var text: String
    }

    /// The element's local name.
    package var name = ""
    /// Every attribute, every element without child elements, and the text of other elements
    /// where it is not blank. The record's own text has the path `.`. Of what stands around it, as far as it is asked
    /// for, `../@x` and `../a`, behind all others.
    package var values: [Value] = []
    /// What is wrong with the record; then `values` holds what came before it.
    package var problem: RecordProblem?
    /// In the file's text as UTF-8.
    package var textOffset: Int
    package var place: RecordPlace
}
