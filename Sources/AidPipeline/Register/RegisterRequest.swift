import AidInput
import AidRegister
package import AidModel
import AidReport

/// What is done to a register besides running with it.
package struct RegisterRequest: Sendable {
    package var pipelinePath: String

    package init(pipelinePath: String) {
        self.pipelinePath = pipelinePath
    }

    /// Makes a register, and its key where there is none yet.
    ///
    /// - Returns: what to tell the user.
    package func make() throws(RunFailure) -> BilingualText {
        let (pipeline, settings) = try loaded()
        let making = try withRegister {
            try Register.make(settings.folder, keyFile: settings.keyFile, for: RegisterPurpose(pipeline.file))
        }
        let isNew = if case .made = making { true } else { false }
        return RegisterAnswer.made(settings, isNew: isNew).text
    }

    /// Reads every byte of the register.
    ///
    /// - Throws: everything that is wrong with it.
    package func verify() throws(RunFailure) -> BilingualText {
        let register = try opened()
        let problems = register.verify()
        guard problems.isEmpty else {
            throw RunFailure(
                .dataRefused,
                problems.map {
                    RunFailure.Problem(place: $0.path, code: "register-\($0.kind)", what: $0.what, mend: $0.mend)
                })
        }
        return RegisterAnswer.whole(register).text
    }

    func opened() throws(RunFailure) -> Register {
        let (pipeline, _) = try loaded()
        guard let register = try RunRegister.open(pipeline, for: .reading) else { throw failure(.noRegister) }
        return register
    }

    func loaded() throws(RunFailure) -> (LoadedPipeline, RegisterSettings) {
        let pipeline = try LoadedPipeline.load(pipelinePath)
        guard let settings = pipeline.register else { throw failure(.noRegister) }
        return (pipeline, settings)
    }

    func failure(_ problem: RegisterCommandProblem) -> RunFailure {
        RunFailure(problem, place: pipelinePath)
    }
}
