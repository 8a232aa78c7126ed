import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

@Suite struct PipelineFileGoldenTests {
    @Test(arguments: GoldenCases.names)
    func findingsAreTheRecordedOnes(name: String) throws {
        let reading = try GoldenCases.reading(name)
        let recorded = GoldenCases.folder.appending(path: "\(name)/findings.txt")
        try GoldenFile.compare(reading.listing, with: recorded)
        #expect((reading.file == nil) == reading.hasErrors)
    }

    @Test func thereAreCases() {
        #expect(GoldenCases.names.count >= 30)
    }

    /// A message that is the same in both languages was not translated.
    @Test(arguments: GoldenCases.names)
    func everyFindingSpeaksBothLanguages(name: String) throws {
        for finding in try GoldenCases.reading(name).findings {
            let message = finding.finding.message
            #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(message.zh != message.en)
            #expect(!message.en.contains("\n") && !message.zh.contains("\n"))
        }
    }

    @Test func samplePipelinesLintClean() throws {
        let folder = GoldenCases.repository.appending(path: "pipelines")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        #expect(names.contains("second-reimbursement.yaml"))
        for name in names {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let reading = PipelineFileReader.read(text, name: name)
            #expect(reading.listing == "")
            #expect(reading.file?.programme.name == String(name.dropLast(".yaml".count)))
        }
    }
}
