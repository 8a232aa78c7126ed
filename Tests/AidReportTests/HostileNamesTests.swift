import AidModel
import AidStatistics
import ReportSupport
import Testing

@testable import AidReport

@Suite struct HostileNamesTests {
    /// A hostile name adds no line, no cell and no heading to the report.
    @Test(arguments: Language.allCases)
    func hostileNamesLeaveTheShapeOfTheReport(language: Language) {
        func shape(_ names: [String]) -> [String] {
            var report = SampleReport.hostile
            for (index, name) in names.enumerated() { report.breakdowns[0].groups[index].group = name }
            let text = ReportText(report, sources: SampleReport.sources, language: language).markdown
            return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
                var cells = 0
                var escaped = false
                for byte in line {
                    if byte == UInt8(ascii: "|"), !escaped { cells += 1 }
                    escaped = byte == UInt8(ascii: "\\") && !escaped
                }
                return "\(line.first == UInt8(ascii: "#") ? "heading" : "line") with \(cells) bars"
            }
        }
        let names = SampleReport.hostileNames
        #expect(shape(names) == shape(names.map { _ in "门诊" }))
    }
}
