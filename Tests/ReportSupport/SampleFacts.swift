import AidModel
import AidReport
package import AidStatistics
package import AidText

package import AidNews

/// The facts of the sample reports.
package enum SampleFacts {
    package static func named(_ name: String) -> FactSet {
        of(SampleReport.named(name))
    }

    package static func of(_ report: QuarterReport, rounding: Rounding = .halfUp) -> FactSet {
        FactBuilder.facts(
            report,
            run: FactSource.Run(
                inputs: report.inputs.map { FactSource.Run.Input(name: $0.name, sha256: $0.sha256) },
                pipelineFile: SampleReport.sources.pipelineFile, version: SampleReport.sources.version),
            rounding: rounding)
    }
}
