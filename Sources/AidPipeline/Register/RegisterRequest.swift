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
        let done =
            switch making {
            case .made: BilingualText(zh: "登记册已建立：", en: "Made the register ")
            case .wasThere: BilingualText(zh: "登记册已经建立，尚未使用：", en: "The register was made before and is still empty: ")
            }
        return BilingualText(
            zh: "\(done.zh)\(settings.folder)\n密钥：\(settings.keyFile)（请另行备份；没有它登记册就无法使用）",
            en: "\(done.en)\(settings.folder)\n"
                + "Key: \(settings.keyFile) (keep a copy elsewhere: without it the register is of no use)")
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
        return BilingualText(
            zh: "登记册完好：\(register.inputs.count) 个导出文件，\(register.claimCount) 条赔付记录，\(register.byteCount) 字节",
            en: "The register is whole: \(register.inputs.count) exports, \(register.claimCount) claim records, "
                + "\(register.byteCount) bytes")
    }

    func opened() throws(RunFailure) -> Register {
        let (pipeline, _) = try loaded()
        guard let register = try RunRegister.open(pipeline, for: .reading) else { throw noRegister }
        return register
    }

    func loaded() throws(RunFailure) -> (LoadedPipeline, RegisterSettings) {
        let pipeline = try LoadedPipeline.load(pipelinePath)
        guard let settings = pipeline.register else { throw noRegister }
        return (pipeline, settings)
    }

    var noRegister: RunFailure { RunFailure.noRegister(pipelinePath) }
}

extension RunFailure {
    /// - Parameter path: the pipeline file's.
    static func noRegister(_ path: String) -> RunFailure {
        RunFailure(
            .wrongPipelineFile, code: "no-register", place: path, zh: "流程文件没有写明登记册",
            en: "the pipeline file names no register",
            mend: BilingualText(zh: "请写明 register 和 keyFile", en: "add `register` and `keyFile`"))
    }
}
