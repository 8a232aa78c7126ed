import AidModel
import AidPipeline
import ArgumentParser

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check a pipeline file and its templates: all findings at once, each with file:line:column.",
        discussion: """
            Opens no input. Exits 0 if the file can be run, 78 if not.

            Example:
              aidstats lint pipelines/second-reimbursement.yaml
            """
    )

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let findings = try common.reporting {
            let findings = try LoadedPipeline.lint(pipeline)
            let isSound = !findings.contains { $0.finding.level == .error }
            let all =
                findings.map { (path: pipeline, finding: $0) } + (isSound ? try TemplateFolder.lint(pipeline) : [])
            let lines = all.map {
                $0.finding.line(path: $0.path, language: common.language, format: common.logFormat) + "\n"
            }
            try StandardOutput.write(lines.joined())
            return all.map(\.finding)
        }
        if findings.contains(where: { $0.finding.level == .error }) {
            throw ReportedFailure(exitCode: AidPipeline.ExitCode.wrongPipelineFile.rawValue)
        }
    }
}
