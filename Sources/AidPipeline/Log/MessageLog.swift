package import AidModel

package enum LogFormat: String, Sendable, CaseIterable {
    case text
    case json
}

/// Notes and errors for the user, on standard error: one line each, for people or for programs.
package struct MessageLog: Sendable {
    private let format: LogFormat
    private let language: Language
    private let isQuiet: Bool

    /// - Parameter isQuiet: whether errors alone are told.
    package init(format: LogFormat, language: Language, isQuiet: Bool) {
        self.format = format
        self.language = language
        self.isQuiet = isQuiet
    }

    /// Tells everything that is wrong, each with its place and the way to mend it.
    package func report(_ failure: RunFailure) {
        for problem in failure.problems { log(problem, level: .error) }
    }

    package func log(_ problem: RunFailure.Problem, level: Finding.Level) {
        guard level == .error || !isQuiet else { return }
        let line = MessageLine(
            level: level, place: problem.place, what: problem.what(language), mend: problem.mend?(language),
            code: problem.code)
        StandardError.write((format == .text ? line.text(language) : line.json()) + "\n")
    }

    package func log(_ finding: Finding) {
        log(RunFailure.Problem(code: finding.code, what: finding.message), level: finding.level)
    }
}
