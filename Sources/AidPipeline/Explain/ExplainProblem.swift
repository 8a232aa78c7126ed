/// Why a figure cannot be explained.
enum ExplainProblem: CommandProblem {
    /// No fact says it: there are no data, or it is withheld, of which nothing more is told.
    case noFigure
    /// The figure of a draft with this number stands on no fact.
    case noFactOfFigure(Int)

    // MARK: The claims behind it

    case claimsOfVersion
    case claimsOfRegister
    case noClaimNumbers
    /// Of all groups that reports do not show by name.
    case claimsOfRest
    /// Members, who need no claim.
    case claimsOfMembers
    /// First-time or returning recipients: who is one, the claims of all earlier quarters decide.
    case claimsOfSomeRecipients
    case noManifest
    case pipelineChanged
    /// - Parameter name: the first that is another one; empty: there are more or fewer.
    case inputsChanged(String)
    /// The run was told not to take them.
    case noDigests
    /// They do not come to the figure.
    case claimsDiffer
}
