import AidModel

/// Something about a whole file that is read all the same, which a reader of the figures must know.
///
/// What is seen record by record is an `Observation`.
enum InputFinding: Sendable {
    case noRecords
    case invalidBytes(TextEncoding, count: Int)
    /// Some text of an XML file is in another encoding. There it is not told which records hold it.
    case mixedEncoding(LineSurvey)
    case noFinalLineEnd
    /// Arrays of objects within the records of JSON, which are not read.
    ///
    /// - Parameter canBeRecords: whether a pipeline file may name one of them as the records.
    case innerLists([String], canBeRecords: Bool)
    /// Sheets of a workbook that are not shown, and were not read.
    case hiddenSheets([String])
    /// A part of an XML file names units or currencies other than what all of it is read in.
    case otherUnits([String])
    /// A line above the header says what amounts are in, and nothing else does.
    case unitAbove(MoneyUnit, lineNumber: Int)
    /// The name of the file or sheet says what amounts are in, and nothing else does.
    case unitInName(MoneyUnit, name: String)
    /// Some records seem to be called by other letters.
    case otherCase(count: Int)
    /// All its dates are numbers of days, and were read as a spreadsheet counts them from 1900.
    case serialDates(count: Int)
    /// Lines of totals that agree with no sum of the records.
    case controlTotals([ControlTotals.Disagreement], Currency)
    /// One of them says a unit in which they would agree, and nothing else says one.
    case unitOfTotals(MoneyUnit, lineNumber: Int)
    /// Hardly a record holds these fields: mostly they have another name in some of them.
    case rareFields([String], recordCount: Int)
}

extension InputFinding {
    /// The paths of arrays that could be the records in place of those that are.
    var innerLists: [String] {
        if case .innerLists(let paths, canBeRecords: true) = self { paths } else { [] }
    }
}
