/// What of a file is meant, where several things lie in it.
package struct InputPart: Sendable, Hashable {
    /// The names that lead to it, from the outermost: of an entry of an archive, of a sheet of a workbook. Where they
    /// end early, what is alone in its place is meant.
    package var entries: [String]
    /// Where the records of JSON are, as a path of names (`data/list`); nil: in the only array of objects.
    package var records: String?

    package init(entries: [String] = [], records: String? = nil) {
        self.entries = entries
        self.records = records
    }
}

/// What lies in an archive, or in a workbook.
package struct InputContents: Sendable, Hashable {
    /// Of a workbook, of the sheets that are shown and have cells.
    package let names: [String]
    package let areSheets: Bool
}

extension InputPart {
    /// Whether a name is one of what systems and programs leave beside people's files.
    package static func isPassedOver(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let last = parts.last else { return true }
        return last.hasPrefix(".") || last.hasPrefix("~$") || parts.contains("__MACOSX")
            || ["thumbs.db", "desktop.ini"].contains(last.lowercased())
    }
}
