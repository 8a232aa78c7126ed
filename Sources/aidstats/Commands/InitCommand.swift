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

    @Option(help: ArgumentHelp(Help.recordOfExports, valueName: "name"))
    var record: String?

    @Option(help: ArgumentHelp(Help.draftOutput, valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let inspection = try Inspection(paths: files, encoding: encoding, record: record)
            if let note = inspection.note { common.messages.log(note) }
            if let output {
                try DraftedFile(path: output).write(inspection, name: name, language: common.language)
            } else {
                try StandardOutput.write(PipelineDraft(inspection, name: name, language: common.language).yaml)
            }
        }
    }
}
