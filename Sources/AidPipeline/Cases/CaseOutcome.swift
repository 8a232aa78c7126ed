/// What came of the tests of a pipeline file.
package struct CaseOutcome: Sendable {
    let caseCount: Int
    let failedCount: Int
    /// Each difference at its place, in the order of the file.
    package let findings: [PipelineFinding]
}

extension LoadedPipeline {
    /// Reads and counts the lines of every test as a run reads and counts exports; nothing is written but private
    /// temporary files, and neither ledger nor register is opened.
    package func test() async throws -> CaseOutcome {
        var findings: [PipelineFinding] = []
        var failedCount = 0
        for test in file.tests {
            let found = try await CaseRun(test, self).findings()
            failedCount += found.isEmpty ? 0 : 1
            findings += found
        }
        return CaseOutcome(caseCount: file.tests.count, failedCount: failedCount, findings: findings)
    }
}
