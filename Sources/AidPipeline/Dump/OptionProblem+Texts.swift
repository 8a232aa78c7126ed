import AidModel

extension OptionProblem {
    var texts: ProblemTexts {
        let values =
            switch self {
            case .encoding: BilingualText(zh: "auto、utf-8、gb18030 或 utf-16", en: "auto, utf-8, gb18030 or utf-16")
            case .delimiter:
                BilingualText(
                    zh: "auto、comma、tab、semicolon 或 pipe", en: "auto, comma, tab, semicolon or pipe")
            case .record: BilingualText(zh: "元素名，如 Claim 或 {uri}Claim", en: "a name such as Claim or {uri}Claim")
            }
        return ProblemTexts(
            .wrongUsage, "wrong-option", zh: "取值无法识别", en: "is none of its values",
            mend: BilingualText(zh: "取值应为 \(values.zh)", en: "it takes \(values.en)"))
    }
}
