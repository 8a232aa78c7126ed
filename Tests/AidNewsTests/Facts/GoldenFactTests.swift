import TestSupport
import AidModel
import ReportSupport
import Testing

@testable import AidNews

/// Each folder of `cases` holds what the facts of one report of `SampleReport` must be.
///
/// `AIDSTATS_RECORD=1 swift test --filter GoldenFactTests` writes them anew; read the diff.
@Suite struct GoldenFactTests {
    @Test(arguments: SampleReport.all.map(\.name))
    func factsAreAsRecorded(name: String) throws {
        let facts = SampleFacts.named(name)
        let exact = FactPrinting(.en, currency: facts.programme.currency, rounding: facts.rounding)
        let lines = facts.facts.map { fact in
            let marks =
                (fact.isProvisional ? " [provisional]" : "") + (fact.isRestated ? " [restated]" : "")
                + (fact.note == nil ? "" : " [note]")
            return "\(fact.id) | \(fact.printed.zh) | \(fact.printed.en) | \(exact.exact(fact))\(marks)\n"
        }
        try GoldenFile.compare(lines.joined(), with: "\(name)/facts.txt")
    }

    @Test(arguments: ["first-year", "printed"])
    func filesAreAsRecorded(name: String) throws {
        let bytes = FactDocument.bytes(SampleFacts.named(name))
        try GoldenFile.compare(String(decoding: bytes, as: UTF8.self), with: "\(name)/facts.json")
    }
}
