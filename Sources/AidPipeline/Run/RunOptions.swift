package import AidInput
package import AidModel
package import AidStatistics

/// What a run is asked to do.
package struct RunOptions: Sendable {
    package var pipelinePath: String
    /// nil: the last complete quarter of the data.
    package var quarter: Quarter?
    /// Stand in for the inputs of the pipeline file.
    package var inputs: [String] = []
    package var output = "reports"
    /// Where to write the rejects even if the run is refused.
    package var rejectsPath: String?
    package var jobs = 1
    package var memory = MemoryBudget.usual
    /// Whether to wait for another run to end.
    package var waits = false
    /// Where to write metrics, whether the run succeeds or not.
    package var metricsPath: String?
    /// Where to write the claims behind a figure; a run writes none.
    package var claimsPath: String?
    /// The days of the claims that are kept one by one, with their numbers; nil: none is.
    package var soughtDays: ClosedRange<CalendarDay>?
    /// Whether the SHA-256 of every input is taken.
    package var takesDigests = true
    /// How the steps before the last one are done on Apache Spark; nil: they are not.
    package var spark: SparkSettings?
    /// A folder in which other processes have left what they have read, settled and counted; nil: the run does it all.
    package var countsFolder: String?
    /// How files are cut up; nothing in the output depends on it.
    package var reading = ReadingSettings()

    package init(pipelinePath: String) {
        self.pipelinePath = pipelinePath
    }
}

extension RunOptions {
    /// What a run is made with, as its manifest says it.
    var engine: String { spark != nil ? "spark" : countsFolder != nil ? "parts" : "local" }
}

/// What a run has published.
package struct RunOutcome: Sendable {
    package let report: QuarterReport
    /// The folder that holds the quarter's files.
    package let folder: String
    package let fileNames: [String]
    package let language: Language
    package let warnings: [RunFailure.Problem]
    package let timings: RunTimings
}
