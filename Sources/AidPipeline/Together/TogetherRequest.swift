import AidInput
package import AidModel
package import AidStatistics

/// What `together` is asked to do: several programmes of the same people, side by side.
///
/// Each is read and settled as a run does it, and none is written to: no report, no ledger, no register.
package struct TogetherRequest: Sendable {
    package var pipelinePaths: [String]
    /// nil: the last that is complete of every programme.
    package var quarter: Quarter?
    package var jobs = 1
    package var memory = MemoryBudget.usual

    package init(pipelinePaths: [String]) {
        self.pipelinePaths = pipelinePaths
    }

    /// - Returns: the language of the first pipeline file, too, and what whoever runs the program must know.
    /// - Throws: a `RunFailure`, whatever has gone wrong.
    package func report(
        progress: RunProgress = RunProgress()
    ) async throws -> (report: JointReport, language: Language, warnings: [RunFailure.Problem]) {
        OpenFileLimit.raise()
        guard (2...JointPeople.programmeLimit).contains(pipelinePaths.count) else {
            throw RunFailure(TogetherProblem.programmeCount(pipelinePaths.count))
        }
        var pipelines: [LoadedPipeline] = []
        for path in pipelinePaths { pipelines.append(try LoadedPipeline.load(path)) }
        try check(pipelines)
        let opening = try JointSources(pipelines)
        var warnings: [RunFailure.Problem] = []
        var sources: [JointReportBuilder.Source] = []
        for (place, pipeline) in pipelines.enumerated() {
            let source = try opening.source(place, options(pipeline), progress: progress)
            let claims = try await RunClaims(try await source.read(), jobs: jobs, pipeline)
            try claims.check(pipeline)
            warnings += pipeline.warnings.map { $0.problem(path: pipeline.path) } + source.warnings.map(problem)
            warnings += claims.findings().map { finding in
                RunFailure.Problem(place: pipeline.path, code: finding.code, what: finding.message)
            }
            sources.append(
                JointReportBuilder.Source(
                    programme: pipeline.file.programme, minGroup: pipeline.file.minGroup, claims: claims.settled,
                    inputs: claims.balance.inputs))
        }
        do {
            let report = try await JointReportBuilder.report(sources, quarter: quarter, jobs: jobs)
            return (report, pipelines[0].file.language, warnings)
        } catch let refusal as JointReportBuilder.Refusal {
            throw RunFailure(refusal.refusal, place: pipelinePaths[refusal.place])
        }
    }

    private func problem(_ finding: RunFinding) -> RunFailure.Problem {
        RunFailure.Problem(code: finding.finding.code, what: finding.finding.message)
    }

    /// An equal share of the memory for each.
    private func options(_ pipeline: LoadedPipeline) -> RunOptions {
        var options = RunOptions(pipelinePath: pipeline.path)
        options.memory = MemoryBudget(byteCount: memory.byteCount / pipelinePaths.count)
        options.jobs = options.memory.jobs(jobs)
        // A register knows its exports by them.
        options.takesDigests = pipeline.register != nil
        return options
    }

    private func check(_ pipelines: [LoadedPipeline]) throws(RunFailure) {
        var problems: [(problem: TogetherProblem, place: String?)] = []
        for (place, pipeline) in pipelines.enumerated() {
            let file = pipeline.file
            for other in pipelines[..<place] {
                if other.file.programme.name == file.programme.name {
                    problems.append((.sameProgramme(file.programme.name, other: other.path), pipeline.path))
                } else if other.file.programme.currency != file.programme.currency {
                    problems.append((.otherCurrency(other: other.path), pipeline.path))
                } else if other.file.layout.personRule.isText != file.layout.personRule.isText {
                    problems.append((.otherPersons(other: other.path), pipeline.path))
                }
            }
        }
        guard problems.isEmpty else { throw RunFailure(problems) }
    }
}

extension RecordLayout.PersonRule {
    fileprivate var isText: Bool { self == .text }
}
