/// What makes a sheet of a workbook, or the table of a web page, unreadable. The place is a row where there is one.
enum SheetProblem: Hashable {
    // MARK: The workbook
    case missingPart(String)
    case noSheets
    case tooManySheets(limit: Int)
    /// - Parameter names: those of the sheets that there are.
    case noSuchSheet(SheetChoice, names: [String])
    /// A sheet that holds a chart or a dialogue.
    case notWorksheet(String)
    case emptySheet(String)
    /// Several sheets that are shown have cells.
    case severalSheets([String])
    /// No sheet that is shown has cells.
    case noCells
    case tooManyStyles

    // MARK: Rows and cells
    case badRowNumber
    case rowsOutOfOrder
    case badCellReference
    case cellsOutOfOrder
    case tooManyColumns
    case cellTooLong
    case noSuchSharedString
    case tooManySharedStrings
    /// A small file that stands for very much text.
    case swollen

    // MARK: Web pages
    case noTable
    case tableCutOff
    /// Tables lie in one another, and several of them may be meant.
    case severalInnerTables
    case pageTooDeep
    /// A tag or comment beyond all measure.
    case tagTooLong
}

/// Which sheet of a workbook is read.
package enum SheetChoice: Hashable, Sendable {
    case name(String)
    /// From 1, in the order of the tabs, those that are not shown included.
    case number(Int)
}

/// A sheet of a workbook, as its tab shows it.
package struct SheetEntry: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool

    package init(name: String, isHidden: Bool) {
        self.name = name
        self.isHidden = isHidden
    }
}

extension SheetChoice {
    /// As it stands behind `#`: a number, or a name.
    init(_ text: String) {
        self = Int(text).map { .number($0) } ?? .name(text)
    }

    /// The index of the sheet that is meant, among sheets in the order of their tabs.
    func index(in sheets: [SheetEntry]) -> Int? {
        switch self {
        case .name(let name): sheets.firstIndex { $0.name == name }
        case .number(let number):
            // A sheet may be called by a number: a year.
            sheets.firstIndex { $0.name == String(number) }
                ?? (sheets.indices.contains(number - 1) ? number - 1 : nil)
        }
    }
}
