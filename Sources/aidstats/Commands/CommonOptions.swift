import AidModel
import AidPipeline
import ArgumentParser
import Glibc

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: ArgumentHelp(Help.quiet))
    var quiet = false

    @Option(
        name: .customLong("log-format"), help: ArgumentHelp(Help.logFormat, valueName: "text|json")
    )
    var logFormat = LogFormat.text

    @Option(help: ArgumentHelp(Help.lang, valueName: "zh|en"))
    var lang: MessageLanguage?

    var language: Language {
        switch lang {
        case .zh: .zh
        case .en: .en
        case nil: CommonOptions.environmentLanguage
        }
    }

    var messages: MessageLog {
        MessageLog(format: logFormat, language: language, isQuiet: quiet)
    }

    /// Chinese where the environment asks for it; no figure and no report depends on it.
    static var environmentLanguage: Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = getenv(name), value.pointee != 0 {
                return String(cString: value).hasPrefix("zh") ? .zh : .en
            }
        }
        return .en
    }

    /// Runs a command's work and tells the user what went wrong, whatever it is.
    ///
    /// - Parameter takesLong: whether it may take longer than a second.
    func reporting<Result>(takesLong: Bool = false, _ work: () throws -> Result) throws -> Result {
        do {
            try SystemNeeds.check(takesLong: takesLong)
            return try work()
        } catch {
            throw reported(error)
        }
    }

    /// The same of work that threads share.
    func reportingShared<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch {
            throw reported(error)
        }
    }

    private func reported(_ error: any Error) -> ReportedFailure {
        let failure = RunFailure(telling: error)
        messages.report(failure)
        return ReportedFailure(exitCode: failure.exitCode.rawValue)
    }
}

extension LogFormat: ExpressibleByArgument {}

enum MessageLanguage: String, ExpressibleByArgument, CaseIterable {
    case zh
    case en
}
