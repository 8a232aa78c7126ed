import AidModel
import AidPipeline
import ArgumentParser

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a pipeline file for exports, from what they hold.",
        discussion: """
            Looks at the files as `inspect` does, and prints a pipeline file with a reason beside each choice. What \
            cannot be known, such as whether a state is a payment, stands where `lint` points at it.

            Example:
              aidstats init exports/2023Q2.csv > pipeline.yaml && aidstats lint pipeline.yaml
            """
    )

    @Argument(help: "The exports.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The programme's name: lower-case letters, digits and hyphens.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("auto, utf-8, gb18030 (also gbk, gb2312) or utf-16.", valueName: "encoding"))
    var encoding = "auto"

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let inspection = try Inspection(paths: files, encoding: encoding)
            try StandardOutput.write(PipelineDraft(inspection, name: name, language: common.language).yaml)
        }
    }
}
