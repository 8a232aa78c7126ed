/// What an export file looks like.
package enum ExportFormat: Sendable, Hashable {
    /// - Parameter delimiter: nil: its header tells.
    case csv(delimiter: UInt8?)
    /// - Parameter record: the element that is one record; nil: every child of the root, which
    ///   will do to look at a file but not to count it.
    case xml(record: ElementName?)

    /// `csv` or `xml`.
    package var name: String {
        switch self {
        case .csv: "csv"
        case .xml: "xml"
        }
    }
}
