import AidModel
import AidStatistics

/// How far a published quarter may move (`quality.maxRestatement`).
enum RestatementLimit {
    /// - Throws: where a measure has moved further from what was last published; nothing is written then.
    static func check(_ report: QuarterReport, pipeline: LoadedPipeline) throws(RunFailure) {
        guard let limit = pipeline.file.maxRestatement, let restatement = report.restatement else { return }
        let beyond = Measure.allCases.filter { measure in
            guard let published = restatement.last.figures[measure] else { return false }
            let now = restatement.now[measure]
            // Of a rounded figure, the value nearest to what is counted now.
            let base = min(max(now, published.lowest), published.highest)
            return limit.isExceeded(by: (now - base).magnitude, of: base.magnitude)
        }
        guard !beyond.isEmpty else { return }
        throw RunFailure(
            RunProblem.restatementTooLarge(
                report.quarter, publishedOn: restatement.last.publishedOn, in: beyond), place: pipeline.path)
    }
}
