import AidModel
import AidPipeline
import AidText
import ArgumentParser

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: Help.inspect.abstract,
        discussion: Help.inspect.discussion
    )

    @Argument(help: ArgumentHelp(Help.files), completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp(Help.encoding, valueName: "encoding"))
    var encoding = "auto"

    @Option(help: ArgumentHelp(Help.recordOfExports, valueName: "name"))
    var record: String?

    @Option(help: ArgumentHelp(Help.tableFormat))
    var format = Format.table

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let inspection = try Inspection(paths: files, encoding: encoding, record: record)
            if let note = inspection.note { common.messages.log(note) }
            try StandardOutput.write(
                format == .json ? InspectDocument.document.text(inspection) : inspection.text(common.language))
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }
}
