import AidModel
import AidReport
import AidStatistics
import AidText
import Foundation

/// When a run began, for the manifest alone: no figure depends on it.
struct RunClock {
    let start = Date()
}

/// `manifest.json`: on what, by what, when and where a run was made. The only file of a run
/// that differs from one time to the next.
struct Manifest {
    static let fileName = "manifest.json"

    let report: QuarterReport
    let sources: ReportSources
    let jobs: Int
    let clock: RunClock

    var file: OutputFile {
        let inputs = report.inputs.map { input in
            JSONText.object(of: [
                "file": .string(input.name), "bytes": .integer(input.byteCount),
                "sha256": input.sha256.map { .string($0) } ?? .null,
                "records": .integer(input.balance.records.recordCount),
                "scaffolding": .integer(input.balance.scaffolding.recordCount),
            ])
        }
        let manifest = JSONText.object(of: [
            "schema": "aidstats.manifest/1", "programme": .string(report.programme.name),
            "quarter": .string(report.quarter.description), "inputs": .array(inputs),
            "pipelineFile": .object(of: [
                "file": .string(sources.pipelineFileName), "sha256": .string(sources.pipelineFileSHA256),
            ]),
            "version": .string(sources.version), "engine": "local", "jobs": .integer(jobs),
            "startedAt": .string(clock.start.formatted(.iso8601)),
            "finishedAt": .string(Date().formatted(.iso8601)),
            "host": .string(ProcessInfo.processInfo.hostName),
        ])
        return OutputFile(name: Manifest.fileName, bytes: Array(manifest.pretty().utf8))
    }
}
