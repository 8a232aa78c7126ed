import TestSupport
import Testing

/// `compare` says why a side has no figures.
@Suite struct EmptySideTests {
    /// Claims in 2022Q4 and 2023Q2, none in 2023Q1.
    private static func place() throws -> Workplace {
        let place = try Workplace.ready([
            Exports.header, "A1,\(Persons.first.id),2022-10-05,100.00,已打款,门诊,某人",
            "A2,\(Persons.first.id),2023-04-05,200.00,已打款,住院,某人",
            "A3,\(Persons.second.id),2023-07-05,300.00,已打款,住院,某人",
        ])
        try place.write("pipeline.yaml", Exports.pipeline().replacing("since: 2012-05-01", with: "since: 2022-01-01"))
        for quarter in ["2022Q4", "2023Q2"] {
            let run = try place.aidstats("run", "pipeline.yaml", "--quarter", quarter)
            try #require(run.exitCode == 0, "\(run.errorText)")
        }
        return place
    }

    @Test(arguments: [
        ("2021Q4", "before start", "2021Q4 is before the programme's start (since: 2022-01-01)"),
        ("2022Q2", "before data", "2022Q2 is before all data; the data of the last run are from 2022Q4 to 2023Q3"),
        ("2023Q1", "no claims", "no claim is dated in 2023Q1; the data of the last run are from 2022Q4 to 2023Q3"),
        ("2024Q1", "no data yet", "2024Q1 is not exported yet; the data of the last run are from 2022Q4 to 2023Q3"),
    ])
    func aQuarterWithoutFigures(quarter: String, word: String, note: String) throws {
        let place = try Self.place()
        for (base, now, side) in [(quarter, "2023Q2", "A"), ("2023Q2", quarter, "B")] {
            let compared = try place.aidstats("compare", base, now, "pipeline.yaml", "--lang", "en")
            #expect(compared.exitCode == 0, "\(compared.errorText)")
            #expect(compared.outputText.contains("\(side): \(note)"), "\(compared.outputText)")
            let rows = compared.outputText.split(separator: "\n").filter { $0.hasPrefix("  Recipients") }
            #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(word) }, "\(compared.outputText)")
        }
        let chinese = try place.aidstats("compare", quarter, "2023Q2", "pipeline.yaml", "--lang", "zh").outputText
        #expect(chinese.contains("A：") && chinese.contains(quarter))
    }

    @Test func aGroupWithoutClaimsAndOneThatIsNotCounted() throws {
        let place = try Self.place()
        // 2022Q4 knows outpatients alone, 2023Q2 inpatients alone.
        let groups = try place.aidstats("compare", "2022Q4", "2023Q2", "pipeline.yaml", "--lang", "en").outputText
        #expect(groups.contains("no claims"), "\(groups)")
        // Of 2023Q3 there was no run: its totals are known from that of 2023Q2.
        let totals = try place.aidstats("compare", "2023Q2", "2023Q3", "pipeline.yaml", "--lang", "en").outputText
        #expect(totals.contains("not grouped") && totals.contains("not given"), "\(totals)")
    }
}
