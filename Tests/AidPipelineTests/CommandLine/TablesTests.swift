import AidText
import Foundation
import Glibc
import TestSupport
import Testing

/// `reports: [csv, xlsx]`: what a run does with tables, and with what lies where they go.
@Suite struct TablesTests {
    private static let folder = "reports/aid/2023Q2"
    private static let names = [
        "balance.csv", "comparisons.csv", "datapackage.json", "groups.csv", "quarters.csv", "vintages.csv",
    ]

    private static func ready(_ reports: String = "[json, csv, xlsx]") throws -> Workplace {
        let place = try Workplace.ready()
        try ask(place, reports)
        return place
    }

    private static func ask(_ place: Workplace, _ reports: String) throws {
        try place.write("pipeline.yaml", Exports.pipeline() + "reports: \(reports)\n")
    }

    private func run(_ place: Workplace) throws {
        let ending = try place.aidstats("run", "pipeline.yaml")
        try #require(ending.exitCode == 0, "\(ending.errorText)")
    }

    private func tables(_ place: Workplace) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/\(Self.folder)/tables").sorted()
    }

    @Test func tablesAreWrittenAndDescribed() throws {
        let place = try Self.ready()
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(ending.outputText.contains("\(Self.folder)/tables/quarters.csv"))
        #expect(try tables(place) == Self.names)
        #expect(try place.mode("\(Self.folder)/tables/quarters.csv") == 0o644)
        #expect(try place.mode("\(Self.folder)/tables") == 0o755)
        #expect(
            try place.text("\(Self.folder)/tables/quarters.csv").hasSuffix(
                "2023Q2,2023-04-01,2023-06-30,amount,601.50,CNY,normal\r\n"))
        let package = try JSONReader.read(try place.bytes("\(Self.folder)/tables/datapackage.json"))
        guard case .array(let resources)? = package["resources"] else { throw CocoaError(.coderInvalidValue) }
        #expect(resources.count == Self.names.count - 1)
        for resource in resources {
            guard case .string(let path)? = resource["path"] else { throw CocoaError(.coderInvalidValue) }
            let sum = try Started.run("/usr/bin/sha256sum", [path], in: "\(place.path)/\(Self.folder)/tables")
            #expect(resource["hash"] == .string("sha256:" + sum.outputText.prefix(64)))
            #expect(resource["bytes"] == .integer(try place.bytes("\(Self.folder)/tables/\(path)").count))
        }
        #expect(try place.bytes("\(Self.folder)/tables.xlsx").starts(with: Array("PK".utf8)))
    }

    /// Again, in another time zone: the same bytes, and the files that were there.
    @Test func aSecondRunChangesNothing() throws {
        let place = try Self.ready()
        try run(place)
        let first = try place.contents(of: Self.folder)
        let ending = try place.aidstats("run", "pipeline.yaml", environment: ["TZ": "Pacific/Kiritimati"])
        #expect(ending.exitCode == 0)
        #expect(try place.contents(of: Self.folder) == first)
        // And one whose table was changed puts it right.
        try place.write("\(Self.folder)/tables/groups.csv", "other")
        try run(place)
        #expect(try place.bytes("\(Self.folder)/tables/groups.csv") == first["tables/groups.csv"])
        try place.write("\(Self.folder)/tables/groups.csv", (first["tables/groups.csv"] ?? []) + [13, 10])
        try run(place)
        #expect(try place.bytes("\(Self.folder)/tables/groups.csv") == first["tables/groups.csv"])
    }

    @Test func theUsersOwnFilesAmongTablesStay() throws {
        let place = try Self.ready()
        try run(place)
        try place.write("\(Self.folder)/tables/mine.txt", "mine")
        try place.write("\(Self.folder)/tables/more/mine.txt", "mine too")
        try place.write("exports/b.csv", Exports.header + "\n")
        try run(place)
        #expect(try tables(place) == (Self.names + ["mine.txt", "more"]).sorted())
        #expect(try place.text("\(Self.folder)/tables/mine.txt") == "mine")
        #expect(try place.text("\(Self.folder)/tables/more/mine.txt") == "mine too")
        // Tables that nobody asks for any more go, and what is the user's stays where it was.
        try Self.ask(place, "[json]")
        try run(place)
        #expect(try tables(place) == ["mine.txt", "more"])
        #expect(!FileManager.default.fileExists(atPath: "\(place.path)/\(Self.folder)/tables.xlsx"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/reports/aid").contains(".2023Q2.new")
                == false)
    }

    @Test func tablesThatNobodyAsksForGo() throws {
        let place = try Self.ready()
        try run(place)
        try Self.ask(place, "[json, xlsx]")
        try run(place)
        #expect(throws: (any Error).self) { try tables(place) }
        #expect(try place.mode("\(Self.folder)/tables.xlsx") == 0o644)
    }

    /// A link is the user's own, wherever it leads to: it moves out of the way, and nothing behind it is touched.
    @Test func aLinkInPlaceOfTheTables() throws {
        let place = try Self.ready("[json]")
        try run(place)
        try place.write("archive/quarters.csv", "mine")
        try place.link("\(Self.folder)/tables", to: "../../../archive")
        try Self.ask(place, "[json, csv]")
        try run(place)
        #expect(try tables(place) == Self.names)
        #expect(place.link("\(Self.folder)/tables~") == "../../../archive")
        #expect(try place.text("archive/quarters.csv") == "mine")
    }

    /// What a run that was killed has left goes, but for what is not its own.
    @Test func leftoversOfTables() throws {
        let place = try Self.ready()
        try run(place)
        try place.write("reports/aid/.2023Q2.new/tables/quarters.csv", "half")
        try place.write("reports/aid/.2023Q2.new/tables/mine.txt", "mine")
        try place.write("exports/b.csv", Exports.header + "\n")
        try run(place)
        #expect(try place.text("\(Self.folder)/tables/mine.txt") == "mine")
        #expect(try tables(place) == (Self.names + ["mine.txt"]).sorted())
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/reports/aid").contains(".2023Q2.new")
                == false)
    }

    /// A disk that is full in the middle of a table leaves what was there.
    @Test func aFileThatCannotGrow() throws {
        let place = try Self.ready("[json]")
        try run(place)
        let first = try place.contents(of: "reports")
        try Self.ask(place, "[json, csv]")
        let ending = try Started.run(
            "/bin/sh", ["-c", "ulimit -f 8; exec '\(Executable.path)' run pipeline.yaml"], in: place.path)
        #expect(ending.exitCode == 74 || ending.exitCode == 128 + SIGXFSZ, "\(ending.errorText)")
        #expect(try place.contents(of: "reports")["aid/2023Q2/report.json"] == first["aid/2023Q2/report.json"])
        #expect(throws: (any Error).self) { try tables(place) }
    }
}
