package import AidModel

extension PublicationOutcome {
    /// What `publish` prints: a line for each vintage.
    package func summary(_ language: Language) -> String {
        (published.map { line($0, isNew: true) } + unchanged.map { line($0, isNew: false) }).map { $0(language) + "\n" }
            .joined()
    }

    private func line(_ vintage: Vintage, isNew: Bool) -> BilingualText {
        let reason = vintage.reason.map { " (\($0.rawValue))" } ?? ""
        let provisional = vintage.isProvisional
        return isNew
            ? BilingualText(
                zh:
                    "\(vintage.quarter) 第 \(vintage.number) 版已发布，日期 \(vintage.publishedOn)\(reason)\(provisional ? "，初步数字" : "")",
                en: "\(vintage.quarter) vintage \(vintage.number) published on \(vintage.publishedOn)\(reason)"
                    + (provisional ? ", provisional" : ""))
            : BilingualText(
                zh: "\(vintage.quarter) 没有变化，仍是 \(vintage.publishedOn) 的第 \(vintage.number) 版",
                en: "\(vintage.quarter) is unchanged: vintage \(vintage.number) of \(vintage.publishedOn) stands")
    }
}
