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
        let zh = ["recipients": "受助职工", "personTimes": "受助人次", "amount": "受助金额"]
        let en = ["recipients": "recipients", "personTimes": "person-times", "amount": "amount"]
        throw RunFailure(
            .dataRefused, code: "restatement-too-large", place: pipeline.path,
            zh:
                "\(report.quarter) 已于 \(restatement.last.publishedOn) 发布，现在的\(beyond.compactMap { zh[$0.rawValue] }.joined(separator: "、"))"
                + "与之相差超过 quality.maxRestatement；没有写出任何结果",
            en: "\(report.quarter) was published on \(restatement.last.publishedOn), and now differs by more than "
                + "quality.maxRestatement in \(beyond.compactMap { en[$0.rawValue] }.joined(separator: ", ")); nothing was written",
            mend: BilingualText(
                zh: "请检查输入文件是否齐全、统计规则是否改变；确认无误后放宽 quality.maxRestatement",
                en: "check that all inputs are there and the rules are the same; if the change is right, raise "
                    + "quality.maxRestatement"))
    }
}
