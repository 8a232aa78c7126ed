import AidModel

extension PipelineRules {
    /// A register is of use with its key alone, and tells records apart by their claim numbers.
    static let registerHasKeyAndClaims: Rule = { file in
        var findings: [PipelineFinding] = []
        func add(_ key: String, _ code: String, zh: String, en: String) {
            findings.append(PipelineFinding(file.keyPlace(key), code, BilingualText(zh: zh, en: en)))
        }
        let hasRegister = !file["register"].isAbsent
        let hasKey = !file["keyFile"].isAbsent
        if hasRegister, !hasKey {
            add(
                "register", "register-without-key", zh: "有 register，却没有 keyFile；请写明密钥文件的位置",
                en: "there is a register, but no keyFile; say where its key is")
        }
        if hasKey, !hasRegister {
            add(
                "keyFile", "key-without-register", zh: "有 keyFile，却没有 register；请写明登记册文件夹，或删去 keyFile",
                en: "there is a keyFile, but no register; name the register's folder, or remove keyFile")
        }
        if hasRegister, !file.fieldsAreFaulty, !file.hasField("claim") {
            add(
                "register", "register-without-claim",
                zh: "登记册须凭赔付编号识别记录；请在 fields 中补上 claim，或删去 register",
                en: "a register tells records apart by their claim numbers; map the field claim, or remove register")
        }
        return findings
    }
}
