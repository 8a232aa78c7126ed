import Foundation
import TestSupport
import Testing

/// Exports in archives, as a run and an inspection take them.
struct ArchiveRunTests {
    private static let pipeline = """
        version: 1
        name: packed
        inputs:
          - files: ["FILES"]
            format: csv
        fields:
          claim: { from: [claim] }
          person: { from: [person], type: text }
          paidOn: { from: [day], type: date }
          amount: { from: [amount], type: money }
        count: { period: paidOn }
        quality: { minGroup: 0 }
        """

    private static func csv(_ numbers: Range<Int>) -> [UInt8] {
        Array("claim,person,day,amount\n".utf8)
            + Array(numbers.map { "C\($0),P\($0 % 7),2023-05-\(10 + $0 % 20),100.00\n" }.joined().utf8)
    }

    private static let archive = WrittenArchive.bytes(
        .zip,
        [
            .init("一.csv", csv(0..<10)), .init("more/二.csv", csv(10..<14)), .init("readme.txt", Array("hello".utf8)),
            .init("__MACOSX/._一.csv", [0, 1, 2]),
        ])

    private static func run(_ files: String) throws -> (Ending, figures: [String: Int]?, inputs: [String]) {
        let folder = try TemporaryFolder()
        try folder.write("claims.zip", archive)
        try folder.write("p.yaml", Array(pipeline.replacing("FILES", with: files).utf8))
        let ending = try Executable.run(["run", "p.yaml", "--output", "out", "--quiet"], in: folder.path)
        let report = folder.url.appending(path: "out/packed/2023Q2/report.json")
        guard let data = try? Data(contentsOf: report) else { return (ending, nil, []) }
        let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let inputs = document?["inputs"] as? [[String: Any]] ?? []
        return (ending, document?["figures"] as? [String: Int], inputs.compactMap { $0["file"] as? String })
    }

    @Test("A glob behind # means entries, in whatever folder of the archive") func glob() throws {
        let (ending, figures, inputs) = try Self.run("claims.zip#*.csv")
        #expect(ending.exitCode == 0)
        #expect(figures == ["recipients": 7, "personTimes": 14, "amountMinor": 140_000])
        #expect(inputs == ["claims.zip#more/二.csv", "claims.zip#一.csv"])
    }

    @Test func aFolderOfTheArchive() throws {
        let (ending, figures, _) = try Self.run("claims.zip#more/*.csv")
        #expect(ending.exitCode == 0)
        #expect(figures == ["recipients": 4, "personTimes": 4, "amountMinor": 40_000])
    }

    @Test("An archive stands for all that is in it, of which one is no export here") func whole() throws {
        let (ending, figures, _) = try Self.run("claims.zip")
        #expect(ending.exitCode == 65 && figures == nil)
        #expect(ending.errorText.contains("claims.zip#readme.txt"))
    }

    @Test("What no entry is called is told of, with those that there are") func none() throws {
        let (ending, figures, _) = try Self.run("claims.zip#*.xml")
        #expect(ending.exitCode == 65 && figures == nil)
        #expect(ending.errorText.contains("一.csv"))
    }

    @Test func inspection() throws {
        let folder = try TemporaryFolder()
        try folder.write("claims.zip", Self.archive)
        let ending = try Executable.run(["inspect", "claims.zip#*.csv", "--lang", "en"], in: folder.path)
        #expect(ending.exitCode == 0)
        #expect(ending.outputText.contains("claims.zip#一.csv"))
    }
}
