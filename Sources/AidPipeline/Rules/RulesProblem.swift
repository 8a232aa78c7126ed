/// Why it is not told what other rules would have cost.
enum RulesProblem: CommandProblem {
    /// The span has few people, or few whose money would be another one.
    case ofFew(minGroup: Int)
}
