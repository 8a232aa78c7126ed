import AidModel
import AidPipeline
import ArgumentParser
import CArguments
import Dispatch

/// The command line: arguments to calls of AidPipeline, and nothing else.
@main
struct Aidstats: CommandGroup {
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
            InspectCommand.self, InitCommand.self, DumpCommand.self, SchemaCommand.self,
        ]
    )

    /// Not asynchronous by itself: what the system lacks is found before the threads are there that need it.
    static func main() {
        StandardStreams.keepOpen()
        ending {
            var command = try parseAsRoot(arguments)
            guard let asynchronous = command as? any LongCommand else { return try command.run() }
            try asynchronous.common.reporting(takesLong: true) {}
            // Handed over to the task, and not looked at again.
            nonisolated(unsafe) var handedOver = asynchronous
            Task {
                do {
                    try await handedOver.run()
                    exit()
                } catch {
                    ending { throw error }
                }
            }
            dispatchMain()
        }
    }

    /// Does some work; where it throws, the program ends with what is to be said of it.
    private static func ending(_ work: () throws -> Void) {
        do {
            try work()
        } catch let failure as ReportedFailure {
            exit(withError: ExitCode(failure.exitCode))
        } catch {
            exit(telling: error)
        }
    }

    /// The words behind the program's name.
    ///
    /// The standard library takes them from `/proc`, which may be missing; a program that has lost its arguments
    /// must not take that for a user who gave none.
    private static var arguments: [String]? {
        let count = Int(aid_argument_count())
        guard count > 0 else { return nil }
        return (1..<max(count, 1)).map { String(cString: aid_argument(Int32($0))) }
    }

    /// The language of messages where the options could not be understood.
    private static var askedLanguage: Language {
        let words = arguments ?? []
        for (index, word) in words.enumerated() where word.hasPrefix("--lang") {
            let value =
                word == "--lang" ? words.dropFirst(index + 1).first : word.split(separator: "=").last.map(String.init)
            if let language = value.flatMap(Language.init(rawValue:)) { return language }
        }
        return CommonOptions.environmentLanguage
    }

    /// Ends with help or version; with what is wrong with the command line, without numbers of persons in it; or
    /// with whatever else a command could not do.
    private static func exit(telling error: any Error) -> Never {
        switch exitCode(for: error) {
        case .success: exit(withError: error)
        case .failure where !(error is ArgumentParser.ExitCode):
            // What ArgumentParser throws has a code of its own; it takes all else for 1, which says nothing.
            let failure = RunFailure(telling: error)
            MessageLog(format: .text, language: CommonOptions.environmentLanguage, isQuiet: false).report(failure)
            exit(withError: ExitCode(failure.exitCode.rawValue))
        case let code:
            let message = PersonalNumbers.masked(in: fullMessage(for: error))
            StandardStreams.tell(askedLanguage == .zh ? ChineseUsage.text(message) : message)
            exit(withError: code)
        }
    }
}

/// A name for commands, which does nothing by itself.
protocol CommandGroup: ParsableCommand {}

extension CommandGroup {
    /// Where no command is given nothing is done, and that is no success.
    func run() throws {
        StandardStreams.tell(Self.helpMessage())
        throw ArgumentParser.ExitCode.validationFailure
    }
}

/// A command whose work threads share, and which so needs what `SystemNeeds` says.
protocol LongCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
}

/// A failure that the user has been told of already.
struct ReportedFailure: Error {
    let exitCode: Int32
}
