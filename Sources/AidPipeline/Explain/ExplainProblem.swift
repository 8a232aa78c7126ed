/// Why a figure cannot be explained.
enum ExplainProblem: CommandProblem {
    /// No fact says it: there are no data, or it is withheld, of which nothing more is told.
    case noFigure
    /// The figure of a draft with this number stands on no fact.
    case noFactOfFigure(Int)
}
