/// Why Spark could not do the steps of a run.
enum SparkProblem: CommandProblem {
    /// There is no `spark-submit`.
    case noSpark
    /// The program that is to travel with the job is not there.
    case programMissing
    /// - Parameter said: the last error of Spark's log, without anything of a person; nil: there is none.
    case failed(String?)
}
