/// An option whose value has no meaning.
enum OptionProblem: CommandProblem {
    case encoding
    case delimiter
    case record
}
