package import AidModel

/// How a command ends, after sysexits.h, so that cron and shells can tell endings apart.
package enum ExitCode: Int32, Sendable {
    case done = 0
    case wrongUsage = 64
    case dataRefused = 65
    case inputMissing = 66
    case ownFault = 70
    case cannotCreateOutput = 73
    case inputOutputError = 74
    case tryLater = 75
    case wrongPipelineFile = 78
}

/// Why a command could not do what was asked, all of it at once.
package struct RunFailure: Error, Sendable {
    /// One thing that is wrong: where, what, and how to mend it.
    package struct Problem: Sendable, Hashable {
        /// `file:line:column`, `file: byte 17`, or a path; nil where there is no place.
        package var place: String?
        package var code: String
        package var what: BilingualText
        package var mend: BilingualText?

        package init(place: String? = nil, code: String, what: BilingualText, mend: BilingualText? = nil) {
            self.place = place
            self.code = code
            self.what = what
            self.mend = mend
        }
    }

    package var exitCode: ExitCode
    package var problems: [Problem]

    package init(_ exitCode: ExitCode, _ problems: [Problem]) {
        self.exitCode = exitCode
        self.problems = problems
    }

    package init(
        _ exitCode: ExitCode, code: String, place: String? = nil, zh: String, en: String, mend: BilingualText? = nil
    ) {
        self.init(
            exitCode,
            [Problem(place: place, code: code, what: BilingualText(zh: zh, en: en), mend: mend)])
    }
}

extension RunFailure {
    /// Does what follows a publication: where that fails, the user must know that the report stands.
    static func afterPublication(
        of quarter: Quarter, _ work: () throws(RunFailure) -> Void
    ) throws(RunFailure) {
        do throws(RunFailure) {
            try work()
        } catch {
            throw error.published(quarter)
        }
    }

    /// The same failure of a command that had published its report before.
    package func published(_ quarter: Quarter) -> RunFailure {
        // What is said of old outputs is not so any more.
        following(RunProblem.publishedNevertheless(quarter))
    }

    /// The same failure of a command that had done before what it is for.
    package var done: RunFailure { following(RunProblem.doneNevertheless) }

    private func following(_ told: RunProblem) -> RunFailure {
        var failure = self
        for index in failure.problems.indices { failure.problems[index].mend = nil }
        failure.problems.append(Problem(told))
        return failure
    }
}
