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
    /// What a file is by its name, else by its first byte that is no white space.
    package static func told(
        of path: String, delimiter: UInt8? = nil, record: ElementName? = nil
    ) throws(InputError) -> ExportFormat {
        let name = path.lowercased()
        let isCSV = path == "-" || [".csv", ".tsv", ".txt"].contains { name.hasSuffix($0) }
        if isCSV { return .csv(delimiter: delimiter) }
        var isXML = name.hasSuffix(".xml")
        if !isXML { isXML = try InputFile(name: path, path: path).beginsLikeXML() }
        return isXML ? .xml(record: record) : .csv(delimiter: delimiter)
    }
}
