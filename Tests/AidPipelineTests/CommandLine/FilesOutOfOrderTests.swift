import TestSupport
import Testing

/// Files that correct each other are read in the order that their names tell people, or not at all.
@Suite("Files out of order") struct FilesOutOfOrderTests {
    private static let id = Persons.first.id

    private static func write(_ amounts: [String: String], _ place: Workplace) throws {
        for (name, amount) in amounts {
            let lines = [
                Exports.header, "HZ1,\(id),2023-04-05,\(amount),已打款,门诊,x", "HZ\(name),\(id),2023-06-30,1.00,已打款,门诊,x",
            ]
            try place.write(name, lines.joined(separator: "\n") + "\n")
        }
    }

    private static func figure(_ place: Workplace) throws -> Int128? {
        try TwinJSON(try place.bytes("reports/aid/2023Q2/report.json"))["figures", "amountMinor"]?.integer
    }

    @Test(
        "Where a glob sorts an older version behind, the run is refused, and says how to mend it",
        arguments: [
            ("exports/10月.csv", "exports/9月.csv"), ("exports/9月-更正.csv", "exports/9月.csv"),
            ("exports/三月.csv", "exports/二月.csv"),
        ],
        ["1", "3"])
    func refused(names: (later: String, standing: String), jobs: String) throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        try Self.write([names.standing: "100.00", names.later: "200.00"], place)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--jobs", jobs)
        #expect(run.exitCode == 65, "\(run.errorText)")
        #expect(run.errorText.contains("[files-out-of-order]"), "\(run.errorText)")
        #expect(run.errorText.contains("\(names.standing) comes behind \(names.later)"), "\(run.errorText)")
        #expect(run.errorText.contains("leading zeros") && run.errorText.contains("`inputs`"))
        let told = try place.aidstats("run", "pipeline.yaml", "--lang", "zh", "--jobs", jobs)
        #expect(told.errorText.contains("1 笔赔付") && told.errorText.contains("补零"), "\(told.errorText)")

        // As the mend says: in order, each as an input of its own.
        try place.write(
            "pipeline.yaml",
            Exports.pipeline(files: "\"\(names.standing)\"")
                .replacing("fields:\n", with: "  - files: \"\(names.later)\"\nfields:\n"))
        let mended = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--jobs", jobs)
        #expect(mended.exitCode == 0 && !mended.errorText.contains("files-out-of-order"), "\(mended.errorText)")
        #expect(try Self.figure(place) == 20_200)
    }

    @Test("An order that someone has listed is theirs, and told")
    func listed() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        try Self.write(["exports/9月.csv": "100.00", "exports/10月.csv": "200.00"], place)
        let run = try place.aidstats(
            "run", "pipeline.yaml", "--lang", "en", "--input", "exports/10月.csv", "--input", "exports/9月.csv")
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(run.errorText.contains("exports/9月.csv listed behind exports/10月.csv"), "\(run.errorText)")
        #expect(try Self.figure(place) == 10_200)
        let other = try place.aidstats(
            "run", "pipeline.yaml", "--lang", "en", "--input", "exports/9月.csv", "--input", "exports/10月.csv")
        #expect(other.exitCode == 0 && !other.errorText.contains("files-out-of-order"), "\(other.errorText)")
        #expect(try Self.figure(place) == 20_200)
    }

    @Test("Where no version depends on it, the order is nobody's business")
    func equal() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        try Self.write(["exports/9月.csv": "100.00", "exports/10月.csv": "100.00"], place)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0 && !run.errorText.contains("files-out-of-order"), "\(run.errorText)")
    }

    @Test("With a register, files that it knows are sorted among the new ones, and refused alike")
    func register() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        try Self.write(["exports/9月.csv": "100.00"], place)
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        try Self.write(["exports/10月.csv": "200.00"], place)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 65 && run.errorText.contains("[files-out-of-order]"), "\(run.errorText)")
        try place.write(
            "pipeline.yaml",
            Exports.pipeline(files: "\"exports/?月.csv\"")
                .replacing("fields:\n", with: "  - files: \"exports/1?月.csv\"\nfields:\n")
                + "register: register\nkeyFile: register.key\n")
        for _ in 0..<2 {
            let mended = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
            #expect(mended.exitCode == 0 && !mended.errorText.contains("files-out-of-order"), "\(mended.errorText)")
            #expect(try Self.figure(place) == 20_200)
        }
    }
}
