import AidModel
import Foundation
import ReportSupport
import Testing

@testable import AidNews

/// What the newsroom's own sentences say is what the checker reads out of them.
@Suite struct CheckedNewsTests {
    @Test(arguments: SampleReport.all.map(\.name), ["zh", "en"])
    func newsIsRight(name: String, language: String) throws {
        let target = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = target.appending(path: "cases/\(name)/news.\(language).txt")
        let set = SampleFacts.named(name)
        let known = KnownFigures([set], vintages: [], programme: set.programme)
        let check = try DraftCheck(
            DraftText(Array(try Data(contentsOf: file)), name: "\(name).\(language)", format: .text), against: known,
            quarter: set.quarter, date: nil)
        #expect(check.figures.count >= 8)
        let isRight = check.count(.right) + check.count(.rounded) == check.figures.count
        #expect(isRight, "\(check.text(.en))")
    }
}
