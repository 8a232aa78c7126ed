import AidModel
import AidReport
import AidStatistics
import AidText
import ReportSupport

@testable import AidNews

/// The facts of the sample reports.
enum SampleFacts {
    static func named(_ name: String) -> FactSet {
        of(SampleReport.named(name))
    }

    static func of(_ report: QuarterReport, rounding: Rounding = .halfUp) -> FactSet {
        FactBuilder.facts(
            report,
            run: FactSource.Run(
                inputs: report.inputs.map { FactSource.Run.Input(name: $0.name, sha256: $0.sha256) },
                pipelineFileName: SampleReport.sources.pipelineFileName,
                pipelineFileSHA256: SampleReport.sources.pipelineFileSHA256, version: SampleReport.sources.version),
            rounding: rounding)
    }
}
