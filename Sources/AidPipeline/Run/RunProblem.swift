import AidModel
import AidStatistics

/// Why a run is refused, or goes wrong.
enum RunProblem: CommandProblem {
    // MARK: Inputs and outputs

    case noInputs
    case inputMissing(isGlob: Bool)
    /// One file, listed by inputs that say different things of it.
    case inputReadInTwoWays(other: String)
    case folderUnreadable
    /// An XML file is named, and no input of the pipeline file says what a record of one is.
    case noXMLInput
    case tooManyFiles(limit: Int)
    /// - Parameter limit: of the system, on what is open at once.
    case tooManyOpenFiles(limit: Int)
    /// - Parameter limit: of the combinations of groups that records are of.
    case tooManyGroups(limit: Int)
    /// - Parameter byteLimit: of the texts of all combinations of groups.
    case groupsTooLong(byteLimit: Int)
    /// A breakdown has more groups than any report can tell.
    case tooManyValues(field: String, limit: Int)
    case encodingUndecided
    case outputOverInput(option: String)
    case outputFailed(reason: String, isDisk: Bool)
    /// What `init` was to write is there.
    case draftExists
    case spillFailed(reason: String)
    case otherRunWrites
    case noProcFolder
    /// Of addresses, under the limit that is set (`ulimit -v`).
    case noRoom

    // MARK: Records

    case balanceOpen
    case tooManyRejects(RejectLimit.Passed)
    /// - Parameter places: the first of them; empty: nothing but their number is kept.
    case recordsRejected(RejectSummary, places: String)
    case tooManySharedClaims(SharedClaims, paid: Int, Allowance)
    /// The program has sorted them, and not as their names would have it.
    case filesOutOfOrder(FilesOutOfOrder)
    /// Two inputs are the same, and no claim numbers tell duplicates.
    case copyCounted(name: String, other: String)
    /// Too many records of a file stand in others as well, and no claim numbers tell duplicates.
    case tooManySameRecords(OverlappingFiles.Passed)
    case personalDataInCategory(PersonalValues, field: String)

    // MARK: Reference tables

    /// A table by code is in memory whole.
    case tableTooLarge(table: String, rows: Int, limit: Int)
    case tooManyTableRejects(table: String, rejected: Int, rows: Int, share: String)

    // MARK: Reports

    case restatementTooLarge(Quarter, publishedOn: CalendarDay, in: [Measure])
    case pageTemplateBroken
    /// A table or the workbook could not be written, though the disk took all.
    case tablesFailed(isTooLarge: Bool)
    /// Something failed when the report was in its place already.
    case publishedNevertheless(Quarter)
    /// Something failed when all was done but its summary.
    case doneNevertheless
    /// - Parameter type: of the error, whose text might hold something from an export.
    case unexpected(type: String)
}
