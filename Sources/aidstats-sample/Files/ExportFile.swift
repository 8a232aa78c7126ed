/// One export under way: records go in as texts and lie on disk in the file's dialect.
protocol ExportFile: AnyObject {
    var dialect: Dialect { get }
    /// Appends a record, its frame broken if `damage` says so.
    func append(_ record: RecordText, damage: Damage?) throws
    /// Writes the end and closes the file.
    func close() throws
}

extension Dialect {
    func createFile(at path: String) throws -> any ExportFile {
        switch format {
        case .csv: try CSVFile(path: path, dialect: self)
        case .xml: try XMLFile(path: path, dialect: self)
        }
    }

    /// The name of each column, by the column's place among all.
    var columnNames: [[UInt8]] { hasChineseNames ? Column.chinese : Column.english }
}
