import AidLedger
package import AidModel
package import AidReport

/// What `history` is asked to show.
package struct HistoryRequest: Sendable {
    package var pipelinePath: String
    package var output = "reports"
    package var period = PublishedCell.Period.quarter
    /// nil: the totals.
    package var group: PublishedCell.Group?

    package init(pipelinePath: String) {
        self.pipelinePath = pipelinePath
    }

    /// Reads the ledger, which no run has to end for.
    package func report() throws(RunFailure) -> (report: HistoryReport, language: Language) {
        let pipeline = try LoadedPipeline.load(pipelinePath)
        let place = LedgerPlace(pipeline, output: output)
        let ledger = try place.openToRead()
        let (vintages, now) = try withLedger {
            (try ledger?.vintages() ?? [], try ledger?.lastRun()?.quarters ?? [])
        }
        if let group, !vintages.contains(where: { $0.cells.contains { $0.group == group } }) {
            throw RunFailure(HistoryProblem.noGroup(group), place: place.path)
        }
        let report = HistoryReport(
            programme: pipeline.file.programme, vintages: vintages, now: now, period: period, group: group,
            fieldTitles: pipeline.fieldTitles)
        return (report, pipeline.file.language)
    }
}
