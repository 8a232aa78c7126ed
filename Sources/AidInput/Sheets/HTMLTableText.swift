import Glibc

/// The tables of a web page as the text of a CSV file, in UTF-8 with commas: what many systems call `.xls`.
///
/// One line for one row. Tables come one after the other with an empty line between them; one within a cell is text of
/// that cell, unless the outer one only sets it in its place. Where a spreadsheet wrote the number beside what it shows
/// of it, that number is taken, with the unit that is shown, unless what is shown is a day or a time.
package final class HTMLTableText: TextSource, MergingSource {
    package let name: String
    /// The encoding that the page was found to be in.
    package var encoding: TextEncoding { page.encoding }
    private let tables: PageTables
    private let parse: PageParse
    private var page: PageText
    private var isAtEnd = false
    /// The last bytes of the page, which say whether it is whole.
    private var tail: [UInt8] = []

    /// Begins to read a page.
    ///
    /// - Parameters:
    ///   - source: the bytes of the page as they are.
    ///   - encoding: nil: as the page's mark, label and first bytes say.
    package convenience init(_ source: any TextSource, encoding choice: TextEncoding? = nil) throws(InputError) {
        try self.init(source, encoding: choice, layout: PageLayout())
    }

    /// - Parameter layout: which of its tables are read.
    init(_ source: any TextSource, encoding choice: TextEncoding? = nil, layout: PageLayout) throws(InputError) {
        name = source.name
        page = try PageText.opening(source, encoding: choice)
        tables = PageTables(layout)
        parse = PageParse(into: tables)
        tables.fedByteCount = { [unowned parse] in parse.fedByteCount }
        guard parse.isReady else { throw InputError(problem: .systemFailed(code: ENOMEM), file: name) }
        try advance()
    }

    var mergedCells: [MergedCells] { tables.rows.merged }

    package func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        while true {
            let count = tables.rows.take(into: buffer, isAtEnd: isAtEnd)
            if count > 0 || isAtEnd { return count }
            try advance()
        }
    }

    /// Reads on until there is enough text to be handed out, or all was read.
    private func advance() throws(InputError) {
        while !isAtEnd, !tables.rows.isFull {
            let bytes = try page.next()
            if bytes.isEmpty {
                try finish()
            } else {
                parse.push(bytes)
                tail = (tail + bytes.suffix(HTMLTableText.tailByteCount)).suffix(HTMLTableText.tailByteCount)
                if parse.silentByteCount > XMLLimits.byteCountWithoutEvent { tables.rows.fail(.tagTooLong) }
            }
            if let problem = tables.rows.problem {
                parse.stop()
                throw refused(problem)
            }
        }
    }

    private static let tailByteCount = 256

    /// A page that ends with its own end tag is whole, whether its tables are closed or not.
    private func finish() throws(InputError) {
        isAtEnd = true
        let end = tail.map { $0 | 0x20 }
        let isWhole = ["</html", "</body"].contains { end.firstRange(of: Array($0.utf8).map { $0 | 0x20 }) != nil }
        if tables.tableDepth > 0, !isWhole { throw refused(.tableCutOff) }
        let tableCount = tables.tableCount
        parse.finish()
        // A tag that is cut off is told of at the end.
        if tables.tableCount > tableCount { throw refused(.tableCutOff) }
        if tableCount == 0 { throw refused(.noTable) }
        tables.finish()
    }

    private func refused(_ problem: SheetProblem) -> InputError {
        InputError(
            problem: .sheet(problem), file: name, lineNumber: tables.rows.row > 0 ? tables.rows.row : nil)
    }
}
