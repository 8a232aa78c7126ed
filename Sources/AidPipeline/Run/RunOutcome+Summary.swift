package import AidModel
import AidReport

extension RunOutcome {
    /// What `run` prints: the figures, and where the reports are.
    package func summary(_ language: Language) -> String {
        let files = fileNames.map { "  \(folder)/\($0)\n" }.joined()
        let heading = language == .zh ? "输出：" : "Written:"
        return ReportSummary.text(report, language: language) + heading + "\n" + files
    }
}
