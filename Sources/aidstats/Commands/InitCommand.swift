import AidModel
import AidPipeline
import ArgumentParser

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: Help.initialize.abstract,
        discussion: Help.initialize.discussion
    )

    @Argument(help: ArgumentHelp(Help.exports), completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp(Help.programmeName, valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp(Help.encoding, valueName: "encoding"))
    var encoding = "auto"

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let inspection = try Inspection(paths: files, encoding: encoding)
            try StandardOutput.write(PipelineDraft(inspection, name: name, language: common.language).yaml)
        }
    }
}
