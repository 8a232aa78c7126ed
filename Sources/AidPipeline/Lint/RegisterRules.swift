extension PipelineRules {
    /// A register is of use with its key alone, and tells records apart by their claim numbers.
    static let registerHasKeyAndClaims: Rule = { file in
        var findings: [PipelineFinding] = []
        let hasRegister = !file["register"].isAbsent
        let hasKey = !file["keyFile"].isAbsent
        if hasRegister, !hasKey {
            findings.append(PipelineFinding(file.keyPlace("register"), .registerWithoutKey))
        }
        if hasKey, !hasRegister {
            findings.append(PipelineFinding(file.keyPlace("keyFile"), .keyWithoutRegister))
        }
        if hasRegister, !file.fieldsAreFaulty, !file.hasField("claim") {
            findings.append(PipelineFinding(file.keyPlace("register"), .registerWithoutClaim))
        }
        return findings
    }
}
