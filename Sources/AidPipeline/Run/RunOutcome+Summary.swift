package import AidModel
import AidReport
import AidText

extension RunOutcome {
    /// What `run` prints: the figures, and where the reports are; charts, which are many, in one line.
    package func summary(_ language: Language) -> String {
        var files = fileNames.filter { !Chart.fileNames.contains($0) }
        if files.count < fileNames.count {
            files.insert("*.svg", at: (files.firstIndex(of: "report.md") ?? -1) + 1)
        }
        let heading = language == .zh ? "输出：" : "Written:"
        return ReportSummary.text(report, language: language) + heading + "\n"
            + files.map { "  \(TextTable.shown(folder))/\($0)\n" }.joined()
    }
}
