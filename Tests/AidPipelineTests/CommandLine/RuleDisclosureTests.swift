import Foundation
import TestSupport
import Testing

@Suite("What rules tell of few people") struct RuleDisclosureTests {
    /// - Parameters:
    ///   - rows: how many people of which kind of care have which basis and were paid what.
    ///   - rules: of the pipeline file.
    private func place(_ rows: [(care: String, count: Int, basis: String, paid: String)], rules: String) throws
        -> Workplace
    {
        let place = try Workplace()
        try place.write(
            "pipeline.yaml",
            """
            name: aid
            inputs: [{ files: [claims.csv] }]
            fields:
              claim: { from: [no] }
              person: { from: [who], type: text }
              paidOn: { from: [day], type: date }
              amount: { from: [paid] }
              basis: { from: [basis] }
              care: { from: [care], type: category }
            breakdowns: [care]
            rules:
            \(rules)

            """)
        var lines = ["no,who,day,paid,basis,care"]
        for row in rows {
            for _ in 0..<row.count {
                lines.append("c\(lines.count),w\(lines.count),2023-06-30,\(row.paid),\(row.basis),\(row.care)")
            }
        }
        try place.write("claims.csv", lines.joined(separator: "\n") + "\n")
        return place
    }

    private static let folder = "reports/aid/2023Q2/"

    @Test("A hidden kind of care does not follow from which kinds the rules are of")
    func kinds() throws {
        let place = try place(
            [("x", 30, "200.00", "100.00"), ("y", 3, "200.00", "100.00"), ("z", 20, "200.00", "100.00")],
            rules: "  care: care\n  kinds: [{ care: [z], terms: [{ from: 2020-01-01, brackets: [{ share: 50% }] }] }]")
        let run = try place.aidstats("run", "pipeline.yaml")
        #expect(run.exitCode == 0, "\(run.errorText)")
        for name in ["report.md", "report.html", "report.json"] {
            let text = try place.text(Self.folder + name)
            // 20 of the kind z, and 33 of all others.
            for hidden in ["2,000.00", "3,300.00", "200000", "330000"] { #expect(!text.contains(hidden), "\(name)") }
        }
    }

    @Test("Nor do few who are past the deductible from those who are not")
    func deductible() throws {
        let terms = "[{ from: 2020-01-01, deductible: { amount: 300, per: claim }, brackets: [{ share: 50% }] }]"
        let place = try place(
            [("x", 40, "200.00", "100.00"), ("x", 1, "500.00", "100.00")], rules: "  kinds: [{ terms: \(terms) }]")
        let run = try place.aidstats("run", "pipeline.yaml")
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(try !place.text(Self.folder + "report.md").contains("4,000.00"))
        #expect(try !place.text(Self.folder + "report.json").contains("400000"))
    }

    @Test("Of few people in the span, or few whose money would change, nothing is told")
    func whatIf() throws {
        let plain = "  kinds: [{ terms: [{ from: 2020-01-01, brackets: [{ share: 50% }] }] }]"
        let place = try place([("x", 40, "200.00", "100.00"), ("x", 1, "777.00", "388.50")], rules: plain)
        func told(_ terms: String, _ options: String...) throws -> Ending {
            try place.write("other.yaml", "rules:\n  kinds: [{ terms: [{ from: 2020-01-01, \(terms) }] }]\n")
            return try Executable.run(
                ["rules", "pipeline.yaml", "--with", "other.yaml", "--lang", "en"] + options, in: place.path)
        }
        let capped = try told("claimCap: 200.00, brackets: [{ share: 50% }]")
        #expect(capped.exitCode == 65 && capped.errorText.contains("[too-few-people]"), "\(capped.errorText)")
        let shared = try told("brackets: [{ share: 60% }]")
        #expect(shared.exitCode == 0 && shared.outputText.contains("41"), "\(shared.errorText)")
        // Forty would get nothing any more, and so one less.
        let deductible = try told("deductible: { amount: 300, per: claim }, brackets: [{ share: 50% }]")
        #expect(deductible.exitCode == 0 && !deductible.outputText.contains("40"), "\(deductible.errorText)")
    }
}
