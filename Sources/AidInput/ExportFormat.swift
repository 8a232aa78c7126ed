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

extension ExportFormat {
    /// What a file is by its first byte that is no white space, whatever its name says.
    package static func told(
        of file: InputFile, delimiter: UInt8? = nil, record: ElementName? = nil
    ) throws(InputError) -> ExportFormat {
        try file.beginsLikeXML() ? .xml(record: record) : .csv(delimiter: delimiter)
    }
}
