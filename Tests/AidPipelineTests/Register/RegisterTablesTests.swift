import Foundation
import TestSupport
import Testing

/// Reference tables beside a register: its claims are joined as those of exports are.
@Suite struct RegisterTablesTests {
    private static let programme = "hospital-allowance"

    /// The second programme of the sample, with a register or without one.
    private static func place(hasRegister: Bool) throws -> Workplace {
        let place = try Workplace()
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        for name in ["pipelines", "sample-input"] {
            try FileManager.default.copyItem(
                at: root.appending(path: name), to: URL(filePath: place.path).appending(path: name))
        }
        if hasRegister {
            let file = "pipelines/\(programme).yaml"
            let text = String(decoding: try place.bytes(file), as: UTF8.self)
            try place.write(file, text + "register: ../register\nkeyFile: ../register.key\n")
            try #require(try place.aidstats("register", "init", file).exitCode == 0)
        }
        return place
    }

    private static func run(_ place: Workplace, _ quarter: String, _ arguments: [String] = []) throws -> [String:
        String]
    {
        let ending = try Executable.run(
            ["run", "pipelines/\(programme).yaml", "--quarter", quarter, "--quiet"] + arguments, in: place.path)
        try #require(ending.exitCode == 0, "\(quarter): \(ending.errorText)")
        // The pipeline file alone is another one.
        return try ["report.json", "facts.json", "rejects.csv"].reduce(into: [:]) { files, name in
            let text = String(decoding: try place.bytes("reports/\(programme)/\(quarter)/\(name)"), as: UTF8.self)
            files[name] = text.replacing(try Regex("\"sha256\": *\"[0-9a-f]{64}\""), with: "")
                .replacing(try Regex("\"pipeline(Sha256|SHA256)\": *\"[0-9a-f]+\""), with: "")
        }
    }

    private static func figures(_ place: Workplace) throws -> [String: Int] {
        struct Report: Decodable { let figures: [String: Int] }
        let bytes = try place.bytes("reports/\(programme)/2023Q2/report.json")
        return try JSONDecoder().decode(Report.self, from: Data(bytes)).figures
    }

    @Test("Deliveries through a register, with a table that changes, say what one run over all exports says")
    func deliveries() throws {
        let plain = try Self.place(hasRegister: false)
        let kept = try Self.place(hasRegister: true)
        let table = "sample-input/\(Self.programme)/memberships.csv"
        let members = String(decoding: try kept.bytes(table), as: UTF8.self)
        let lines = members.split(separator: "\n")
        for (count, quarter) in [(3, "2022Q1"), (6, "2022Q4"), (8, "2023Q2")] {
            let files = (0..<count).map {
                "sample-input/\(Self.programme)/stays-\(2021 + ($0 + 2) / 4)Q\(($0 + 2) % 4 + 1).xml"
            }
            // The table of an earlier night knows of fewer people, in another order.
            let text =
                count == 8 ? members : ([lines[0]] + lines.dropFirst(400 / count).reversed()).joined(separator: "\n")
            for place in [plain, kept] { try place.write(table, text + (count == 8 ? "" : "\n")) }
            let inputs = files.flatMap { ["--input", $0] }
            let (expected, found) = (try Self.run(plain, quarter, inputs), try Self.run(kept, quarter, inputs))
            #expect(found["rejects.csv"] == expected["rejects.csv"])
            for name in ["report.json", "facts.json"] {
                let (found, expected) = (found[name] ?? "", expected[name] ?? "")
                let difference = zip(found.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
                #expect(found == expected, "\(quarter), \(name): \(String(describing: difference))")
            }
        }
        let verified = try kept.aidstats("register", "verify", "pipelines/\(Self.programme).yaml")
        #expect(verified.exitCode == 0, "\(verified.errorText)")
        // What is forgotten goes, tables or not, and the figures stay.
        let file = "pipelines/\(Self.programme).yaml"
        let before = try Self.figures(kept)
        let forgot = try kept.aidstats("register", "forget", file, "--before", "2022Q1", "--yes", "--lang", "en")
        #expect(forgot.exitCode == 0, "\(forgot.errorText)")
        _ = try Self.run(kept, "2023Q2")
        #expect(try Self.figures(kept) == before)
    }

    @Test("A register that was made before there were tables goes on with them")
    func addedTables() throws {
        let place = try Self.place(hasRegister: false)
        let file = "pipelines/\(Self.programme).yaml"
        let text = String(decoding: try place.bytes(file), as: UTF8.self)
        let whole =
            text.replacing("    asOf: treatedOn\n", with: "").replacing(
                "measures: [median-amount, days-to-payment]\n", with: "")
            + "register: ../register\nkeyFile: ../register.key\n"
        let start = try #require(whole.range(of: "tables:\n"))
        let end = try #require(whole.range(of: "count:\n"))
        let fields = ["union:", "street:", "district:", "membership:", "sex:", "born:", "treatedOn:"]
        let bare = (whole[..<start.lowerBound] + whole[end.lowerBound...]).split(
            separator: "\n", omittingEmptySubsequences: false
        ).filter { line in !fields.contains { line.trimmingCharacters(in: .whitespaces).hasPrefix($0) } }
            .joined(separator: "\n").replacing(", district, street, union, membership]", with: "]")
        try place.write(file, bare)
        try #require(try place.aidstats("register", "init", file).exitCode == 0)
        _ = try Self.run(
            place, "2023Q1",
            [
                "--input", "sample-input/\(Self.programme)/stays-202[12]*.xml", "--input",
                "sample-input/\(Self.programme)/stays-2023Q1.xml",
            ])
        try place.write(
            file,
            whole.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("treatedOn:") }.joined(
                separator: "\n"))
        let kept = try Self.run(place, "2023Q2")["report.json"] ?? ""
        let plain = try Self.place(hasRegister: false)
        try plain.write(
            file,
            String(decoding: try place.bytes(file), as: UTF8.self).replacing(
                "register: ../register\nkeyFile: ../register.key\n", with: ""))
        let expected = try Self.run(plain, "2023Q2")["report.json"] ?? ""
        let difference = zip(kept.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(kept == expected, "\(String(describing: difference))")
    }
}
