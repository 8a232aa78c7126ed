/// How one system or one clerk sends an export.
struct Dialect {
    enum Format {
        case csv, xml
    }

    var format = Format.csv
    var encoding = TextEncoding.utf8
    var habits = Habits()

    /// The columns of a CSV, or the child elements of an XML record, in their order.
    var columns = Column.allCases
    var hasChineseNames = false
    var lineEnd: StaticString = "\n"

    // CSV.
    var hasByteOrderMark = false
    /// Whether the file's last line lacks its end.
    var endsWithoutLineEnd = false

    // XML.
    var isIndented = true
    /// Whether elements stand in a namespace with a prefix.
    var hasNamespace = false
    /// CDATA, comments, character references and attributes.
    var isOrnate = false

    static let turned: [Column] = [
        .claim, .status, .reverses, .person, .name, .employer, .district, .hospital, .care, .basis, .amount, .paidOn,
        .serial,
    ]

    static let spreadsheet = Dialect(
        encoding: .gb18030, habits: Habits(dates: .slashes, hasTextGuards: true), hasChineseNames: true, lineEnd: "\r\n"
    )
    static let program = Dialect(
        habits: Habits(dates: .hyphens, hasFullWidth: true), columns: turned, hasByteOrderMark: true
    )
    static let ornateXML = Dialect(format: .xml, habits: Habits(dates: .hyphens), isOrnate: true)
    static let gbkXML = Dialect(
        format: .xml, encoding: .gbk, habits: Habits(dates: .chinese), columns: turned, lineEnd: "\r\n"
    )
}
