import AidModel
import AidPipeline
import AidText
import ArgumentParser

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what files are and what their columns hold, without a pipeline file.",
        discussion: """
            Format, encoding, records, and for each column what it seems to be: by what its values look like, then by its \
            name. No value that may be a person's is shown.

            Example:
              aidstats inspect exports/*.csv
            """
    )

    @Argument(help: "The files, - for standard input.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("auto, utf-8, gb18030 (also gbk, gb2312) or utf-16.", valueName: "encoding"))
    var encoding = "auto"

    @Option(help: "A table, or JSON for programs.")
    var format = Format.table

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let inspection = try Inspection(paths: files, encoding: encoding)
            try StandardOutput.write(
                format == .json ? InspectDocument.document.text(inspection) : inspection.text(common.language))
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }
}
