import AidPipeline
import ArgumentParser

/// The command line: arguments to calls of AidPipeline, and nothing else.
@main
struct Aidstats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aidstats",
        abstract: "Quarterly figures of a mutual aid programme, from claim exports to reports.",
        discussion: """
            Reads exports in CSV or XML, counts recipients, person-times and money exactly, compares them with \
            earlier periods, and writes reports whose every figure can be explained.

            Example:
              aidstats run pipelines/second-reimbursement.yaml --quarter 2023Q2

            Exit codes: 0 done; 64 wrong usage; 65 data refused, nothing published; 66 an input is missing; \
            70 our own fault; 73 output cannot be created; 74 input/output error; 75 another run is at work, try \
            later; 78 the pipeline file is wrong.
            """,
        version: Version.current,
        subcommands: [
            RunCommand.self, PublishCommand.self, HistoryCommand.self, CompareCommand.self, FactsCommand.self,
            CheckCommand.self, RegisterCommand.self,
            LintCommand.self,
            DumpCommand.self, SchemaCommand.self,
        ]
    )

    static func main() async {
        StandardStreams.keepOpen()
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as ReportedFailure {
            exit(withError: ExitCode(failure.exitCode))
        } catch {
            // What ArgumentParser throws has a code of its own; it takes all else for 1, which says nothing.
            guard exitCode(for: error) == .failure else { exit(withError: error) }
            let failure = RunFailure(telling: error)
            MessageLog(format: .text, language: CommonOptions.environmentLanguage, isQuiet: false).report(failure)
            exit(withError: ExitCode(failure.exitCode.rawValue))
        }
    }
}

/// A failure that the user has been told of already.
struct ReportedFailure: Error {
    let exitCode: Int32
}
