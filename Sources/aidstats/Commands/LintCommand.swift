import AidModel
import AidPipeline
import ArgumentParser

struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check a pipeline file: all findings at once, each with file:line:column.",
        discussion: """
            Opens no input. Exits 0 if the file can be run, 78 if not.

            Example:
              aidstats lint pipelines/second-reimbursement.yaml
            """
    )

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let findings = try await common.reporting {
            let findings = try LoadedPipeline.lint(pipeline)
            let lines = findings.map {
                $0.line(path: pipeline, language: common.language, format: common.logFormat) + "\n"
            }
            try StandardOutput.write(lines.joined())
            return findings
        }
        if findings.contains(where: { $0.finding.level == .error }) {
            throw ReportedFailure(exitCode: AidPipeline.ExitCode.wrongPipelineFile.rawValue)
        }
    }
}
