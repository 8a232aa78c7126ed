import AidPipeline
import ArgumentParser
import Glibc

struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print what the readers see of a file, without a pipeline file.",
        discussion: """
            Every record is one line of JSON, an array of the fields of CSV or an object of the elements of XML; \
            so is every problem. The header of a CSV file is its first record. Personal data is printed as it is.

            Exits 0 if all could be read, 65 if there was a problem.

            Examples:
              aidstats dump exports/2023Q2.csv | head -3
              aidstats dump exports/2023Q2.xml --record Claim
            """
    )

    @Argument(help: "The file, - for standard input.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("csv or xml; by default what the name or the first bytes tell.", valueName: "csv|xml"))
    var format: FileFormat?

    @Option(
        help: ArgumentHelp("The element that is one record; by default every child of the root.", valueName: "name"))
    var record: String?

    @Option(help: ArgumentHelp("auto, utf-8, gb18030 (also gbk, gb2312) or utf-16.", valueName: "encoding"))
    var encoding = "auto"

    @Option(help: ArgumentHelp("auto, comma, tab, semicolon, pipe, or the character itself.", valueName: "c"))
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
