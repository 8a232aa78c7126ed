import TestSupport
import ReportSupport
import AidModel
import AidText
import Foundation
import Testing

@testable import AidReport

@Suite(.needs(.jsonSchema))
struct HistorySchemaTests {
    private static let schemas: [(file: String, schema: String)] = [
        ("history.json", HistoryDocument.document.outline.jsonSchema.pretty()),
        ("triangle.json", TriangleDocument.document.outline.jsonSchema.pretty()),
        ("compare.json", ComparisonDocument.document.outline.jsonSchema.pretty()),
    ]

    /// Every file that the golden cases of `history` and `compare` hold.
    private static func samples(_ file: String) throws -> [(name: String, text: String)] {
        let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../cases").standardized
        return try FileManager.default.contentsOfDirectory(atPath: cases.path).sorted().compactMap { name in
            let path = cases.appending(path: "\(name)/\(file)")
            return FileManager.default.fileExists(atPath: path.path)
                ? (name, try String(contentsOf: path, encoding: .utf8)) : nil
        }
    }

    @Test(arguments: schemas.map(\.file))
    func everySampleIsAcceptedAndNoMutant(file: String) throws {
        let schema = try #require(Self.schemas.first { $0.file == file }?.schema)
        let samples = try Self.samples(file)
        #expect(samples.count >= 3)
        let verdicts = try SchemaChecker.accepted(texts: samples.map(\.text), by: schema)
        for (sample, accepted) in zip(samples, verdicts) { #expect(accepted, "\(sample.name)/\(file)") }
        // A member less, more, or of another type, wherever it stands.
        let mutants = samples.flatMap { sample in
            Self.mutants(of: sample.text).map { (name: "\(sample.name): \($0.what)", text: $0.text) }
        }
        #expect(mutants.count > 100)
        let accepted = zip(mutants, try SchemaChecker.accepted(texts: mutants.map(\.text), by: schema)).filter { $0.1 }
        #expect(accepted.isEmpty, "accepted: \(accepted.map(\.0.name).prefix(10))")
    }

    /// Lines of our own writing, one changed: `"key": …` renamed, or an integer made a text.
    private static func mutants(of text: String) -> [(what: String, text: String)] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let free: Set = ["note", "now", "revision", "group"]
        var seen: Set<String> = []
        return lines.indices.flatMap { index -> [(what: String, text: String)] in
            guard let match = lines[index].firstMatch(of: #/"([A-Za-z0-9]+)":/#) else { return [] }
            let key = String(match.1)
            var mutants: [(String, String)] = []
            func mutate(_ what: String, _ line: String) {
                guard seen.insert(what).inserted else { return }
                var changed = lines
                changed[index] = line
                mutants.append((what, changed.joined(separator: "\n")))
            }
            if !free.contains(key) {
                mutate("no \(key)", lines[index].replacing("\"\(key)\": ", with: "\"x\(key)\": "))
            }
            if let number = lines[index].firstMatch(of: #/: (-?[0-9.]+),?$/#) {
                mutate("\(key) as text", lines[index].replacing(": \(number.1)", with: ": \"\(number.1)\""))
            }
            mutate("more beside \(key)", lines[index].replacing("\"\(key)\": ", with: "\"more\": 1, \"\(key)\": "))
            return mutants
        }
    }
}
