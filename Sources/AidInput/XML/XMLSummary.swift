/// What was seen in an XML file that could be read to its end.
package struct XMLReadSummary: Sendable, Hashable {
    /// Records handed over, the malformed ones included.
    package var recordCount: Int
    package var root: ElementName
    /// The first 20 distinct names of children of the root: what to name to a user whose
    /// record element is in no file.
    package var rootChildren: [ElementName]
    package var found: FoundFields
}
