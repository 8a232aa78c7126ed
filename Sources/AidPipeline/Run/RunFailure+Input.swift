package import AidInput
import AidModel

extension RunFailure {
    /// The files that cannot be read, in the order given; the gravest decides the exit code.
    package init(_ errors: [InputError]) {
        // One word for all of them: none of the files has anything wrong with it.
        guard !errors.contains(where: \.isOutOfHandles) else {
            self.init(RunProblem.tooManyOpenFiles(limit: OpenFileLimit.current))
            return
        }
        let kinds = errors.map(\.kind)
        let exitCode: ExitCode =
            kinds.contains(.unreadable) ? .inputOutputError : kinds.contains(.refused) ? .dataRefused : .inputMissing
        self.init(exitCode, errors.map(Problem.init))
    }
}

extension RunFailure.Problem {
    fileprivate init(_ error: InputError) {
        var place = error.file
        if let lineNumber = error.lineNumber { place += ":\(lineNumber)" }
        if let byteOffset = error.byteOffset { place += " (byte \(byteOffset))" }
        let code =
            switch error.kind {
            case .refused: "file-refused"
            case .missing: "file-missing"
            case .unreadable: "file-unreadable"
            }
        self.init(place: place, code: code, what: error.what, mend: error.mend)
    }
}
