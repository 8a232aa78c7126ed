import AidInput
import AidModel

/// What a reader of the figures must know of a run, or of the time it took.
enum RunFinding: Sendable {
    // MARK: Files

    /// By another glob, another spelling of a path, or a link; each file is read once.
    case inputsListedAgain([(name: String, first: String)])
    /// The globs of `inputs` mean them but for the case of letters.
    case filesPassedOver(count: Int, first: String)
    /// Reading has found the same of more files than are named.
    case foundInMoreFiles(code: String, count: Int)
    /// Equal byte by byte.
    case sameContent(name: String, other: String)
    /// As many records, and as much money.
    case sameFigures(name: String, other: String)
    /// An earlier version of the program took the files into the register, and kept no rejects.
    case rejectsNotKept(fileCount: Int, first: String, rejectCount: Int)

    // MARK: Records

    case rejectedRecords(count: Int, share: String)
    /// `rejects.csv` lists the first of them alone.
    case rejectsNotListed(listed: Int, count: Int)
    /// Those of one reason.
    case rejectedFor(RejectSummary)
    case manySuperseded(count: Int, share: String)
    case unidentifiedPersons(count: Int)
    case sharedClaimNumbers(SharedClaims)
    /// Without claim numbers.
    case sameRecords(OverlappingFiles)
    /// Someone has listed the files in this order.
    case filesOutOfOrder(FilesOutOfOrder)
    /// The claims that they take back may have been forgotten.
    case orphanedReversals(count: Int)
    case reversalsOfOtherPersons(count: Int)
    case repeatedReversals(count: Int)

    // MARK: Money

    /// Absurdly much for one claim.
    case farOffAmounts(count: Int, fileCount: Int, firstName: String)
    /// - Parameter outliers: what is so much larger or smaller, and how many times.
    case amountScale([(name: String, times: String)], of: ScaledPart)

    /// The parts of the data whose amounts are held against each other.
    enum ScaledPart: Sendable {
        case files
        case quarters
    }

    // MARK: Members

    /// The series says nothing of the quarter.
    case membersMissing(Quarter, file: String)
    /// - Parameter group: nil: the whole.
    case fewerMembersThanRecipients(group: String?)
    /// The standard population has people where these have no member.
    case standardCellsEmpty(groups: [String], isOfWhole: Bool)
    /// There are members where the standard population has nobody.
    case standardCellsUnweighted(Int)

    // MARK: Groups

    /// How many claims they have is not said: the report may hide it.
    ///
    /// - Parameter names: quoted.
    case placeholderGroups(field: String, names: [String])
    /// - Parameters:
    ///   - told: names that are alike, that of the most claims first.
    ///   - untold: how many more there are that the report does not name.
    case similarGroups(field: String, told: [[String]], untold: Int)

    // MARK: Reference tables

    /// Rows that cannot be understood.
    case tableRejects(table: String, count: Int, share: String)
    case tableOverlaps(table: String, keyCount: Int, isByPerson: Bool)
    case tableAbsent(table: String, claims: RoughCount, isByPerson: Bool)
    /// The table has their keys, but not on the day.
    case tableGaps(table: String, claims: RoughCount)
    case tableRetained(table: String, claims: RoughCount)
    /// No day of the treatment is known.
    case tableUndated(table: String, claims: RoughCount)

    // MARK: Time

    /// Of all threads together.
    case readingTime(ReadingStage, nanoseconds: Int, jobs: Int)
    case stageTime(RunTimings.Stage, nanoseconds: Int)
}
