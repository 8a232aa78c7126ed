/// Why a figure of a draft cannot be explained.
enum ExplanationProblem: CommandProblem {
    /// No figure has the number; so many there are.
    case noFigure(Int, count: Int)
}

extension RunFailure {
    /// `--explain` asks for a figure that is not there.
    package static func noFigure(_ number: Int, count: Int, option: String = "--explain") -> RunFailure {
        RunFailure(ExplanationProblem.noFigure(number, count: count), place: option)
    }
}
