import AidModel

/// What makes a whole file unreadable. Of the text of the file it holds names and units alone.
enum InputProblem: Hashable {
    // MARK: The file
    case noSuchFile
    case directory(path: String)
    /// - Parameter code: an `errno` of the system.
    case systemFailed(code: Int32)
    case changedWhileRead
    /// Reading ended before it came to the file.
    case neverRead
    case otherKind(FileKind, than: ExportFormat)
    /// What lies in it cannot be read.
    case archive(ArchiveProblem)
    case json(JSONProblem)
    /// Its path is not as a field takes its groups from it.
    case otherPath(String, field: String)
    /// It is, in more than one way.
    case ambiguousPath(String, field: String)

    // MARK: Its encoding
    /// The system's converter of GB18030 could not be opened.
    ///
    /// - Parameter code: an `errno`; EINVAL: there is none, or it could not be found.
    case noConverter(code: Int32)
    /// An XML declaration names an encoding that is not read here.
    case unsupportedLabel
    /// An XML declaration means one encoding (nil: one that is not read here), and the byte-order mark or the bytes
    /// show another (nil: that it is not the declared one).
    case labelContradicted(TextEncodingChoice?, shown: TextEncodingChoice?)
    /// Most of the text is not in the encoding that the file's own label says, or the user.
    case mostlyOtherEncoding(than: TextEncoding, LineSurvey, isLabel: Bool)

    // MARK: CSV
    case noHeader
    case brokenHeader(RecordProblem)
    /// Columns that are wanted and missing, or named twice.
    /// The first line is a record, and shows a value where the names of columns should stand.
    case recordForHeader
    case missingColumns([String], twice: [String], header: ShownHeader)
    case noFinalLineEnd

    // MARK: XML
    case xmlRefused(XMLRefusal)
    case recordNotNamed
    /// The names of the root and of its children are as they may be shown.
    case noSuchRecord(ElementName, root: String, children: [String])
    /// Fields that no record holds; what elements and attributes there are instead, in records and outside of them.
    case missingFields([String], recordCount: Int, inRecords: [String], outside: [String])

    // MARK: Sheets
    case sheet(SheetProblem)
    /// One cell of a column for several records.
    case mergedRecords(column: String, rows: [ClosedRange<Int>], beginsAbove: Bool = false)

    // MARK: The unit of amounts
    case contradictedUnit(column: String, MoneyUnit, pipelineFile: MoneyUnit)
    /// - Parameter told: several units, or another currency.
    case unclearUnit(column: String, told: String, Currency)
    case unitTooSmall(column: String, Currency)
    /// A line above the header says another unit than the name of the column; nil: than the pipeline file.
    case contradictedUnitAbove(MoneyUnit, by: MoneyUnit, column: String?)
    /// The name of a file or a sheet says another unit than its column or a line.
    case contradictedUnitInName(MoneyUnit, by: MoneyUnit, name: String)
    /// - Parameter told: several units, another currency, or a unit that it has not.
    case unclearUnitAbove(told: String, Currency)

    /// What may be shown of a line that should be a header. A file without one has a person there.
    enum ShownHeader: Hashable {
        case columns([String])
        /// No field of it is a column that is wanted.
        case unknown(fieldCount: Int)
        case looksLikeRecord
    }

    var kind: InputError.Kind {
        switch self {
        case .noSuchFile, .directory: .missing
        case .systemFailed, .changedWhileRead, .neverRead, .noConverter: .unreadable
        default: .refused
        }
    }
}
