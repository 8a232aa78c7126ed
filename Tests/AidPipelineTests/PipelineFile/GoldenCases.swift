import AidModel
import Foundation

@testable import AidPipeline

/// The folders `cases/NAME/{pipeline.yaml, findings.txt}`.
///
/// `AIDSTATS_RECORD=1 swift test --filter PipelineFile` writes every `findings.txt` anew;
/// read the difference before it is committed.
enum GoldenCases {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")
    static let repository = folder.appending(path: "../../../..").standardizedFileURL

    static let names: [String] = {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return entries.filter { !$0.hasPrefix(".") }.sorted()
    }()

    /// What the case's pipeline file says, with the tables that it names.
    static func reading(_ name: String) throws -> PipelineFileReading {
        PipelineFileReader.read(
            try pipeline(name), name: "pipeline.yaml", folder: folder.appending(path: name).path + "/")
    }

    static func pipeline(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "\(name)/pipeline.yaml"), encoding: .utf8)
    }
}

extension PipelineFileReading {
    /// One finding a line, as the golden files have them.
    var listing: String {
        findings.map { "\($0.line):\($0.column): \($0.finding.level) \($0.finding.code): \($0.finding.message.en)\n" }
            .joined()
    }

    var hasErrors: Bool { findings.contains { $0.finding.level == .error } }
}
