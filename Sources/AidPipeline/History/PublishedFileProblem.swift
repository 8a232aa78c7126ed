import AidInput
import AidModel

/// What is wrong with a file of published figures. No payload holds a cell's text.
enum PublishedFileProblem: CommandProblem {
    // MARK: The header

    case unknownColumn(title: String)
    /// Two names of one column.
    case columnTwice(first: String, second: String)
    case columnMissing(PublishedColumns.Column)
    case noColumnOfFigures

    // MARK: A row

    /// The last line has no end, so it may have been cut off.
    case noFinalLineEnd
    case noRows
    case malformedRecord(RecordProblem)
    case badQuarter
    case badDay
    case dayBeforeQuarter
    case badPeriod
    case badFigure(PrintedFigureProblem)
    case noFigures
    case moreRecipientsThanPersonTimes

    // MARK: A row against another

    case periodTwice(line: Int)
    case daysDiffer(line: Int)
    /// The longer period has the smaller figure.
    case longerPeriodSmaller(line: Int)

    /// One of the above, in the column that the file calls so.
    indirect case inColumn(title: String, PublishedFileProblem)
}
