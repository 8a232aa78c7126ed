import AidPipeline
import Foundation
import Testing

/// csv-spectrum: files of CSV with what they mean as JSON, an array of one object a record.
struct CSVSpectrumTests {
    private static let names = [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ]

    @Test(
        .enabled(if: Corpus.csvSpectrum.isThere, "skipped: csv-spectrum is not there; set AIDSTATS_CORPORA"),
        arguments: names)
    func dumpSaysWhatTheJSONSays(name: String) throws {
        let folder = try #require(Corpus.csvSpectrum.folder)
        let meant = try JSONDecoder().decode(
            [[String: String]].self, from: Data(contentsOf: folder.appending(path: "json/\(name).json")))
        let dump = try dumped(folder.appending(path: "csvs/\(name).csv").path)

        let header = try #require(dump.records.first)
        #expect(dump.problemCount == 0)
        #expect(dump.records.dropFirst().allSatisfy { $0.count == header.count })
        let said = dump.records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
        #expect(said == meant)
    }

    @Test(.enabled(if: Corpus.csvSpectrum.isThere, "skipped: csv-spectrum is not there; set AIDSTATS_CORPORA"))
    func noFileIsLeftOut() throws {
        let folder = try #require(Corpus.csvSpectrum.folder).appending(path: "csvs")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        #expect(files.sorted() == Self.names.map { $0 + ".csv" }.sorted())
    }

    private func dumped(_ path: String) throws -> (records: [[String]], problemCount: Int) {
        let request = try DumpRequest(path: path, format: nil, record: nil, encoding: "auto", delimiter: "auto")
        var lines: [[UInt8]] = []
        let problemCount = try request.run { lines.append($0) }
        let records = try lines.map { try JSONDecoder().decode([String].self, from: Data($0)) }
        return (records, problemCount)
    }
}
