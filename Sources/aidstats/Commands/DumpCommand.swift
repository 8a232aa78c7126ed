import AidPipeline
import ArgumentParser
import Glibc

struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: Help.dump.abstract,
        discussion: Help.dump.discussion
    )

    @Argument(help: ArgumentHelp(Help.file), completion: .file())
    var file: String

    @Option(help: ArgumentHelp(Help.fileFormat, valueName: "csv|xml"))
    var format: FileFormat?

    @Option(
        help: ArgumentHelp(Help.record, valueName: "name"))
    var record: String?

    @Option(help: ArgumentHelp(Help.encoding, valueName: "encoding"))
    var encoding = "auto"

    @Option(help: ArgumentHelp(Help.delimiter, valueName: "c"))
    var delimiter = "auto"

    @OptionGroup var common: CommonOptions

    func run() throws {
        let problemCount = try common.reporting(takesLong: true) {
            let request = try DumpRequest(
                path: file, format: format, record: record, encoding: encoding, delimiter: delimiter)
            var output = StandardOutput()
            // What could be read goes first, then why the rest could not.
            let result = Result { () throws(RunFailure) in try request.run { output.write($0) } }
            try output.finish()
            return try result.get()
        }
        if problemCount > 0 { throw ReportedFailure(exitCode: AidPipeline.ExitCode.dataRefused.rawValue) }
    }
}

extension FileFormat: ExpressibleByArgument {}
