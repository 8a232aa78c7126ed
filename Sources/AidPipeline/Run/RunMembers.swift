import AidModel
import AidStatistics

/// What a run makes of the number of members.
enum RunMembers {
    /// - Parameter report: its figures and what it shows of groups are settled.
    /// - Returns: nil where nothing says how many members there are.
    static func rates(
        _ claims: RunClaims, _ report: QuarterReport, jobs: Int, _ pipeline: LoadedPipeline
    ) async throws -> MemberRates? {
        switch pipeline.file.members {
        case nil: return nil
        case .given(let series)?: return MemberRates(report, series)
        case .counted(_, let source, let standard)?:
            guard let census = claims.tables?.census else { return nil }
            let breakdowns = pipeline.file.reportBreakdowns
            var report = report
            var rates = MemberRates(
                report,
                MemberSeries(census, source: source, breakdowns: breakdowns, minGroup: pipeline.file.minGroup))
            if let standard {
                report.members = rates
                rates.standard = try await StandardRates.count(
                    standard, claims.settled, groups: claims.read.groups, census: census, breakdowns: breakdowns,
                    report: report, jobs: jobs)
            }
            return rates
        }
    }
}
