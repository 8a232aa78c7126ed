import TestSupport
import Foundation
import Testing

@testable import AidRegister
@testable import AidPipeline

/// What was found once stays found: rejects are kept with the register, and written whole every time.
@Suite struct RegisterRejectsTests {
    private static let report = "reports/aid/2023Q2/report.json"
    private static let rejects = "reports/aid/2023Q2/rejects.csv"

    /// Exports with rejects of reading and of settling, in CSV, XML and another encoding.
    private static func place() throws -> Workplace {
        let place = try Workplace()
        let inputs = """
              - files: ["exports/*.xml"]
                format: xml
                record: Claim

            """
        let pipeline = Exports.pipeline(maxRejected: "90%").replacing("fields:\n", with: inputs + "fields:\n")
        try place.write("pipeline.yaml", pipeline + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        try place.write("exports/b.csv", Exports.rejected.joined(separator: "\n") + "\n")
        for delivery in 1...5 { try Story.deliver(delivery, to: place) }
        try place.write(
            "exports/6-lost.csv",
            [
                Story.header, "R7,\(Persons.first.id),2023-09-01,-1.00,冲正,C99,门诊,\(Persons.first.name)",
                "\"C9,\(Persons.first.id)\",\(Persons.first.id),2023-13-01,5.00,已打款,,门诊,\(Persons.first.name)",
                "C8,\(Persons.second.id),2023-05-01,五元,已打款,,门诊,\(Persons.second.name)", "C7,\(Persons.second.id)",
            ].joined(separator: "\n") + "\n")
        try place.write(
            "exports/z.xml",
            Exports.xml(
                Exports.claim("X1", Persons.first) + Exports.claim("X2", Persons.second, day: "2023-02-30")
                    + Exports.claim("X3", Persons.third, amount: "1.001")))
        return place
    }

    private static func run(_ place: Workplace, _ arguments: String...) throws -> Ending {
        try Executable.run(
            ["run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en"] + arguments, in: place.path)
    }

    @Test func theSecondRunWritesTheSameBytes() throws {
        let place = try Self.place()
        let first = try Self.run(place)
        try #require(first.exitCode == 0, "\(first.errorText)")
        let (report, rejects) = try (place.bytes(Self.report), place.bytes(Self.rejects))
        let lines = try place.text(Self.rejects).split(separator: "\r\n").dropFirst()
        #expect(lines.count == 8, "\(lines)")
        for name in ["b.csv", "6-lost.csv", "z.xml"] { #expect(lines.contains { $0.contains(name) }) }
        let manifest = try place.bytes("reports/aid/2023Q2/manifest.json")
        let second = try Self.run(place)
        #expect(second.exitCode == 0 && second.errorText == first.errorText)
        #expect(try place.bytes(Self.report) == report && place.bytes(Self.rejects) == rejects)
        // All being there already, nothing was written.
        #expect(try place.bytes("reports/aid/2023Q2/manifest.json") == manifest)
        // Another folder of reports, and exports that are gone.
        try place.remove("exports")
        let third = try Self.run(place, "--output", "others", "--rejects", "list.csv")
        #expect(third.exitCode == 0, "\(third.errorText)")
        #expect(try place.bytes("others/aid/2023Q2/rejects.csv") == rejects && place.bytes("list.csv") == rejects)
        #expect(try place.bytes("others/aid/2023Q2/report.json") == report)
        #expect(try place.aidstats("register", "verify", "pipeline.yaml").exitCode == 0)
    }

    @Test func rejectsOfLaterDeliveriesJoinThem() throws {
        let place = try Self.place()
        try place.copy("exports", to: "all")
        try place.remove("exports/b.csv")
        try place.remove("exports/6-lost.csv")
        #expect(try Self.run(place).exitCode == 0)
        // One that comes between those that are known.
        for name in ["6-lost.csv", "b.csv"] {
            try place.copy("all/\(name)", to: "exports/\(name)")
            #expect(try Self.run(place).exitCode == 0)
        }
        let rejects = try place.bytes(Self.rejects)
        let plain = try place.text("pipeline.yaml").replacing("register: register\nkeyFile: register.key\n", with: "")
        try place.write("pipeline.yaml", plain)
        #expect(try Self.run(place).exitCode == 0)
        #expect(try place.bytes(Self.rejects) == rejects)
    }

    /// Past the limit the places are named, wherever they were found.
    @Test func aRefusalNamesThePlacesOfKnownRejects() throws {
        let place = try Self.place()
        #expect(try Self.run(place).exitCode == 0)
        try place.write(
            "pipeline.yaml", try place.text("pipeline.yaml").replacing("maxRejected: 90%", with: "maxRejected: 1%"))
        let run = try Self.run(place, "--rejects", "list.csv")
        #expect(run.exitCode == 65 && run.errorText.contains("exports/6-lost.csv:3"), "\(run.errorText)")
        #expect(try place.bytes("list.csv") == place.bytes(Self.rejects))
    }

    /// What the register keeps of rejects is what everybody may see of them.
    @Test func nothingPersonalIsKept() throws {
        let place = try Self.place()
        #expect(try Self.run(place).exitCode == 0)
        for (name, bytes) in try place.contents(of: "register") {
            for person in Persons.all {
                for text in [person.id, person.shortID, String(person.id.dropLast()), person.name] {
                    #expect(Data(bytes).firstRange(of: Data(text.utf8)) == nil, "\(name)")
                }
            }
        }
    }

    /// After forgetting their number is what it was; what they said goes with the last claim of their export.
    @Test func forgettingKeepsTheirPlaces() throws {
        let place = try Self.place()
        try place.write(
            "exports/0-old.csv",
            [
                Story.header, Story.claim("O1", 1, "2022-04-10", "100.00"), Story.claim("O2", 1, "2022-04-10", "12a"),
            ].joined(separator: "\n") + "\n")
        #expect(try Self.run(place).exitCode == 0)
        let before = try place.text(Self.rejects).split(separator: "\r\n")
        #expect(before.contains { $0.hasSuffix("bad-amount,\"1*a\"") })
        let forgotten = try place.aidstats("register", "forget", "pipeline.yaml", "--before", "2023Q1", "--yes")
        #expect(forgotten.exitCode == 0, "\(forgotten.errorText)")
        for _ in 1...2 {
            let run = try Self.run(place)
            #expect(run.exitCode == 0, "\(run.errorText)")
            let after = try place.text(Self.rejects).split(separator: "\r\n")
            #expect(after == before.map { $0.contains("0-old.csv") ? $0.replacing("\"1*a\"", with: "") : $0 })
        }
        #expect(try place.aidstats("register", "verify", "pipeline.yaml").exitCode == 0)
    }

    /// A register of an earlier version opens, and what it did not keep is told.
    @Test func whatAnEarlierVersionDidNotKeepIsTold() throws {
        let place = try Self.place()
        #expect(try Self.run(place).exitCode == 0)
        let key = try RegisterKey.read(
            at: place.path + "/register.key", registerFolder: place.path + "/register")
        let list = try Register.list(in: RegisterFolder(path: place.path + "/register"), key: key)
        try place.write("register/register.json", try list.asWrittenByVersion1(key: key))
        let run = try Self.run(place)
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(
            run.errorText.contains("an earlier version took 8 exports into the register")
                && run.errorText.contains("7 rejected records of theirs are not in rejects.csv"), "\(run.errorText)")
        // Those of settling are found anew.
        #expect(try place.text(Self.rejects).split(separator: "\r\n").count == 2)
        #expect(try place.aidstats("register", "verify", "pipeline.yaml").exitCode == 0)
    }
}

extension RegisterList {
    /// The list as the first version of the program would have sealed it.
    fileprivate func asWrittenByVersion1(key: RegisterKey) throws -> [UInt8] {
        var stored = StoredList(self)
        stored.version = 1
        stored.segments.removeAll { $0.kind == RegisterSegment.Kind.rejects.rawValue }
        for index in stored.inputs.indices {
            stored.inputs[index].scaffolding = nil
            stored.inputs[index].keepsRejects = nil
        }
        return try SealedList.bytes(stored, key: key, path: RegisterList.fileName)
    }
}
