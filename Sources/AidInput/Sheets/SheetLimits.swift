/// How much of anything one sheet may ask of memory and time.
enum SheetLimits {
    /// Cells over several rows that are noted.
    static let mergedCount = 1 << 18
    /// The last row and the last column of a sheet.
    ///
    /// - Source: Excel's specifications and limits.
    static let rowCount = 1_048_576
    static let columnCount = CSVReader.fieldLimit
    /// Bytes of one cell: 32,767 characters, of three bytes each, and some more.
    static let cellByteCount = 128 << 10
    /// Bytes of a row. What comes behind them is left out, and the line is a record that is too long.
    static let rowByteCount = CSVReader.recordLimit
    /// Bytes of all shared strings, and how many there may be.
    static let sharedByteCount = 1 << 30
    static let sharedCount = 1 << 27
    /// How much text may come of one byte of a sheet, and how much of any sheet.
    static let swelling = 100
    static let unquestionedByteCount = 16 << 20
    /// Text that is made before it is handed out.
    static let fullByteCount = 256 << 10
    /// Sheets of a workbook that is read, each of which is opened by itself: one a day of half a year.
    static let openedSheetCount = 200
    /// Sheets of a workbook, and relationships of a part.
    static let sheetCount = 10_000
    /// Styles of cells, and formats of numbers.
    static let styleCount = 1 << 20
    /// Elements of a web page that are open at one time.
    static let pageDepth = 1_000
}
