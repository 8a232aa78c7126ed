import AidModel

/// Why there are no facts to quote or to check by, or no templates to make news of them.
enum FactsProblem: CommandProblem {
    /// - Parameter member: where it goes wrong; empty: it is no JSON.
    case notFactsFile(member: String)
    case factsUnreadable
    /// nil: of any.
    case noFacts(of: Quarter?)
    /// Neither facts nor figures in the ledger, to check a draft by.
    case nothingToCheckBy
    /// - Parameter pipeline: the name of the file that names their folder.
    case templatesMissing(pipeline: String)
    case templateTooLarge
    case templateNotUTF8
    case templateUnreadable
    case templateExists
    /// Though it was checked when it was read.
    case templateUnusable
}
