package import AidModel

/// Counts several programmes, and puts them side by side.
package enum JointReportBuilder {
    /// A programme with its claims.
    package struct Source: Sendable {
        package let programme: Programme
        package let minGroup: Int
        package let claims: SettledClaims
        package let inputs: [InputBalance]

        /// - Parameter inputs: each with its complete balance.
        package init(programme: Programme, minGroup: Int, claims: SettledClaims, inputs: [InputBalance]) {
            self.programme = programme
            self.minGroup = minGroup
            self.claims = claims
            self.inputs = inputs
        }
    }

    /// Why there can be no report, and of which programme.
    package struct Refusal: Error {
        /// Its place among the sources.
        package let place: Int
        package let refusal: ReportRefusal
    }

    /// - Parameter quarter: nil: the last that is complete of every programme.
    /// - Throws: `Refusal`, and what the exchanges throw.
    package static func report(_ sources: [Source], quarter: Quarter?, jobs: Int) async throws -> JointReport {
        let coverages = try sources.enumerated().map { place, source in
            guard let coverage = Coverage(source.claims, start: source.programme.since, asked: quarter) else {
                throw Refusal(place: place, refusal: .noClaims)
            }
            return coverage
        }
        guard let quarter = quarter ?? coverages.map(\.lastComplete).min() else { preconditionFailure("no programme") }
        let plans = zip(sources, coverages).map { source, coverage in
            CountPlan(
                quarter: quarter, farOff: Set(coverage.farOff.map(\.quarter)),
                slots: GroupSlots(values: [], breakdowns: []),
                cells: source.claims.cells, witness: nil, keepsRows: true)
        }
        let people = try await JointPeople.count(sources.map(\.claims), plans, jobs: jobs)
        var reports: [QuarterReport] = []
        for (place, source) in sources.enumerated() {
            do {
                reports.append(
                    try await ReportBuilder.report(
                        ReportRequest(
                            programme: source.programme, quarter: quarter, breakdowns: [], minGroup: source.minGroup),
                        claims: source.claims, groups: [], inputs: source.inputs, jobs: jobs))
            } catch let refusal as ReportRefusal {
                throw Refusal(place: place, refusal: refusal)
            }
        }
        return JointReport(reports, people)
    }
}
