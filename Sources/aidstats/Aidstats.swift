import AidModel
import AidPipeline
import ArgumentParser
import Dispatch

/// The command line: arguments to calls of AidPipeline, and nothing else.
@main
struct Aidstats: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "aidstats",
        abstract: Help.program.abstract,
        discussion: Help.program.discussion,
        version: Version.current,
        subcommands: [
            RunCommand.self, PublishCommand.self, HistoryCommand.self, CompareCommand.self, TogetherCommand.self,
            FactsCommand.self, ExplainCommand.self, CheckCommand.self, RulesCommand.self, RegisterCommand.self,
            LintCommand.self,
            InspectCommand.self, InitCommand.self, DumpCommand.self, SchemaCommand.self,
            PartCommand.self, SettleCommand.self, CountCommand.self,
        ]
    )

    /// Not asynchronous by itself: what the system lacks is found before the threads are there that need it.
    static func main() {
        StandardStreams.keepOpen()
        ending {
            var command = try parseAsRoot(CommandLineWords.all)
            guard let asynchronous = command as? any LongCommand, asynchronous.takesLong else {
                return try command.run()
            }
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

    /// Ends with help or version; with what is wrong with the command line, without numbers of persons in it; or
    /// with whatever else a command could not do.
    private static func exit(telling error: any Error) -> Never {
        switch exitCode(for: error) {
        case .success:
            let message = fullMessage(for: error)
            guard CommandLineWords.language == .zh, ChineseHelp.isScreen(message) else { exit(withError: error) }
            ending { try StandardOutput.write(ChineseHelp.text(message) + "\n") }
            exit()
        case .failure where !(error is ArgumentParser.ExitCode):
            // What ArgumentParser throws has a code of its own; it takes all else for 1, which says nothing.
            let failure = RunFailure(telling: error)
            MessageLog(format: .text, language: CommandLineWords.language, isQuiet: false).report(failure)
            exit(withError: ExitCode(failure.exitCode.rawValue))
        case let code:
            let message = PersonalNumbers.masked(in: fullMessage(for: error))
            StandardStreams.tell(CommandLineWords.language == .zh ? ChineseUsage.text(message) : message)
            exit(withError: code)
        }
    }
}

/// A name for commands, which does nothing by itself.
protocol CommandGroup: ParsableCommand {}

extension CommandGroup {
    /// Where no command is given nothing is done, and that is no success.
    func run() throws {
        let screen = Aidstats.helpMessage(for: Self.self)
        StandardStreams.tell(CommandLineWords.language == .zh ? ChineseHelp.text(screen) : screen)
        throw ArgumentParser.ExitCode.validationFailure
    }
}

/// A command whose work threads share, and which so needs what `SystemNeeds` says.
protocol LongCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
    /// Whether what is asked for takes threads at all.
    var takesLong: Bool { get }
}

extension LongCommand {
    var takesLong: Bool { true }
}

/// A failure that the user has been told of already.
struct ReportedFailure: Error {
    let exitCode: Int32
}
