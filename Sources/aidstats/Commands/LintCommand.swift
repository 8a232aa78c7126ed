import AidModel
import AidPipeline
import ArgumentParser

struct LintCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: Help.lint.abstract,
        discussion: Help.lint.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Flag(help: ArgumentHelp(Help.test))
    var test = false

    @OptionGroup var common: CommonOptions

    /// Of a pipeline file alone there is little to do.
    var takesLong: Bool { test }

    func run() throws {
        try tell(try common.reporting { try findings() })
    }

    /// The same, and the tests of a file that has no errors.
    func run() async throws {
        let found = try common.reporting { try findings() }
        guard !found.contains(where: { $0.finding.finding.level == .error }) else { return try tell(found) }
        let outcome = try await common.reportingShared { try await LoadedPipeline.load(pipeline).test() }
        common.messages.log(outcome.summary)
        try tell(found + outcome.findings.map { (path: pipeline, finding: $0) })
    }

    private func findings() throws -> [(path: String, finding: PipelineFinding)] {
        let findings = try LoadedPipeline.lint(pipeline)
        let isSound = !findings.contains { $0.finding.level == .error }
        return findings.map { (path: pipeline, finding: $0) } + (isSound ? try TemplateFolder.lint(pipeline) : [])
    }

    private func tell(_ all: [(path: String, finding: PipelineFinding)]) throws {
        try common.reporting {
            let lines = all.map {
                $0.finding.line(path: $0.path, language: common.language, format: common.logFormat) + "\n"
            }
            try StandardOutput.write(lines.joined())
        }
        if all.contains(where: { $0.finding.finding.level == .error }) {
            throw ReportedFailure(exitCode: AidPipeline.ExitCode.wrongPipelineFile.rawValue)
        }
    }
}
