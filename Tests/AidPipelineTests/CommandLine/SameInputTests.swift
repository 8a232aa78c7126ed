import Foundation
import TestSupport
import Testing

/// A file that is listed again is read once, however it is written, and that is told.
@Suite struct SameInputTests {
    /// What stands under `inputs`, and what is given as `--input`.
    struct Listing: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var files = "\"exports/*.csv\""
        var more = ""
        var given: [String] = []

        static let all = [
            Listing(testDescription: "two globs", files: "\"exports/*.csv\", \"exports/a*\""),
            Listing(testDescription: "the same glob", files: "\"exports/*.csv\", \"exports/*.csv\""),
            Listing(testDescription: "another spelling", files: "exports/a.csv, ./exports/../exports//a.csv"),
            Listing(testDescription: "two inputs", more: "  - files: exports/a.csv\n"),
            Listing(testDescription: "two inputs, another spelling", more: "  - files: ./exports/a.csv\n"),
            Listing(testDescription: "a link", files: "exports/a.csv, link.csv"),
            Listing(testDescription: "a hard link", files: "exports/a.csv, hard.csv"),
            Listing(testDescription: "an absolute path", files: "exports/a.csv, FOLDER/exports/a.csv"),
            Listing(testDescription: "--input twice", given: ["exports/a.csv", "exports/a.csv"]),
            Listing(testDescription: "--input, another spelling", given: ["exports/a.csv", "./exports/a.csv"]),
            Listing(testDescription: "--input, a glob", given: ["exports/a.csv", "exports/*.csv"]),
            Listing(testDescription: "--input, a link", given: ["exports/a.csv", "link.csv"]),
            Listing(testDescription: "--input, an absolute path", given: ["exports/a.csv", "FOLDER/exports/a.csv"]),
        ]
    }

    @Test(arguments: Listing.all, [true, false])
    func isReadOnceAndTold(listing: Listing, hasClaims: Bool) throws {
        let place = try Workplace.ready()
        try place.link("link.csv", to: "exports/a.csv")
        try FileManager.default.linkItem(atPath: place.path + "/exports/a.csv", toPath: place.path + "/hard.csv")
        // Without claim numbers nothing else would keep it from counting twice.
        func pipeline(_ files: String, _ more: String) -> String {
            let text = Exports.pipeline(files: files.replacing("FOLDER", with: place.path))
                .replacing("fields:\n", with: more + "fields:\n")
            guard !hasClaims else { return text }
            return text.split(separator: "\n").filter { !$0.contains("claim: ") && !$0.contains("reverses:") }
                .joined(separator: "\n").replacing(", reversed: [冲正]", with: "") + "\n"
        }
        try place.write("pipeline.yaml", pipeline("exports/a.csv", ""))
        let plain = try place.aidstats("run", "pipeline.yaml", "--output", "plain")
        try #require(plain.exitCode == 0, "\(plain.errorText)")
        #expect(!plain.errorText.contains("input-listed-again"))

        try place.write("pipeline.yaml", pipeline(listing.files, listing.more))
        let given = listing.given.flatMap { ["--input", $0.replacing("FOLDER", with: place.path)] }
        let run = try Executable.run(["run", "pipeline.yaml", "--lang", "en"] + given, in: place.path)
        try #require(run.exitCode == 0, "\(run.errorText)")
        #expect(run.errorText.components(separatedBy: "[input-listed-again]").count == 2, "\(run.errorText)")
        #expect(run.errorText.contains("read once"))
        for key in ["figures", "balance", "cumulative", "breakdowns"] {
            let (found, expected) = try (
                Self.value(key, of: "reports/aid/2023Q2/report.json", place),
                Self.value(key, of: "plain/aid/2023Q2/report.json", place)
            )
            #expect(found == expected, "\(key)")
        }
        #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == 0)
    }

    private static func value(_ key: String, of name: String, _ place: Workplace) throws -> NSObject {
        let json = try JSONSerialization.jsonObject(with: Data(try place.bytes(name)))
        return try #require((json as? [String: Any])?[key] as? NSObject)
    }
}
