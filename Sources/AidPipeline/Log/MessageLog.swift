package import AidModel
import Logging

package enum LogFormat: String, Sendable, CaseIterable {
    case text
    case json
}

/// Notes and errors for the user, on standard error: one line each, for people or for
/// programs.
package struct MessageLog: Sendable {
    private let logger: Logger
    private let language: Language

    package init(format: LogFormat, language: Language, isQuiet: Bool) {
        self.language = language
        var logger = Logger(label: "aidstats") { _ in MessageHandler(format: format, language: language) }
        logger.logLevel = isQuiet ? .error : .info
        self.logger = logger
    }

    /// Tells everything that is wrong, each with its place and the way to mend it.
    package func report(_ failure: RunFailure) {
        for problem in failure.problems { log(problem, level: .error) }
    }

    package func log(_ problem: RunFailure.Problem, level: Finding.Level) {
        var metadata: Logger.Metadata = ["code": .string(problem.code)]
        metadata["place"] = problem.place.map { .string($0) }
        metadata["mend"] = problem.mend.map { .string($0(language)) }
        logger.log(level: level.logLevel, "\(problem.what(language))", metadata: metadata)
    }

    package func log(_ finding: Finding) {
        log(RunFailure.Problem(code: finding.code, what: finding.message), level: finding.level)
    }
}

extension Finding.Level {
    fileprivate var logLevel: Logger.Level {
        switch self {
        case .note: .info
        case .warning: .warning
        case .error: .error
        }
    }
}
