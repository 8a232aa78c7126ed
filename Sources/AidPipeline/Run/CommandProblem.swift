import AidModel

/// Why a command cannot do what was asked, kind by kind. How people are told stands in one `+Texts.swift` beside it.
protocol CommandProblem: Sendable {
    var texts: ProblemTexts { get }
}

/// How one kind of problem ends a command, and how people are told of it.
struct ProblemTexts: Sendable {
    let exitCode: ExitCode
    /// Lower-case words joined by hyphens, stable across versions.
    let code: String
    let what: BilingualText
    let mend: BilingualText?

    init(_ exitCode: ExitCode, _ code: String, what: BilingualText, mend: BilingualText? = nil) {
        self.exitCode = exitCode
        self.code = code
        self.what = what
        self.mend = mend
    }

    init(_ exitCode: ExitCode, _ code: String, zh: String, en: String, mend: BilingualText? = nil) {
        self.init(exitCode, code, what: BilingualText(zh: zh, en: en), mend: mend)
    }
}

extension RunFailure {
    /// - Parameter place: nil: there is none.
    init(_ problem: some CommandProblem, place: String? = nil) {
        self.init([(problem, place)])
    }

    /// - Parameter problems: not empty; the first decides the exit code.
    init<P: CommandProblem>(_ problems: [(problem: P, place: String?)]) {
        self.init(problems[0].problem.texts.exitCode, problems.map { Problem($0.problem, place: $0.place) })
    }
}

extension RunFailure.Problem {
    init(_ problem: some CommandProblem, place: String? = nil) {
        let texts = problem.texts
        self.init(place: place, code: texts.code, what: texts.what, mend: texts.mend)
    }
}
