import AidModel
import AidStatistics
import ReportSupport
import Testing

@testable import AidNews

@Suite struct HostileNewsTests {
    /// A hostile name adds no line, no cell and no heading to the news, and can stand for no fact.
    @Test(arguments: Language.allCases)
    func hostileNamesLeaveTheShapeOfTheNews(language: Language) throws {
        func shape(_ names: [String]) throws -> [String] {
            var report = SampleReport.hostile
            // Those with the most recipients come first in the news.
            let groups = report.breakdowns[0].groups.suffix(3)
            report.breakdowns[0].groups = Array(groups)
            for (index, name) in names.enumerated() { report.breakdowns[0].groups[index].group = name }
            let text = NewsMarkdown.text(try News(SampleFacts.of(report), NewsTemplates(language)))
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
        let plain = try shape(["门诊", "住院", "其他"])
        let names =
            SampleReport.hostileNames + ["{{amount}}", "\u{F0000}0\u{F0001}", "\u{F0002}", "\u{F0003}", "a/b=c"]
        for start in stride(from: 0, to: names.count - 2, by: 3) {
            let three = Array(names[start..<start + 3])
            #expect(try shape(three) == plain, "\(three)")
        }
        #expect(try shape(Array(names.suffix(3))) == plain)
    }

    @Test func aNameStandsForNoFact() throws {
        var report = SampleReport.hostile
        report.breakdowns[0].groups = Array(report.breakdowns[0].groups.prefix(1))
        report.breakdowns[0].groups[0].group = "\u{F0000}0\u{F0001}{{amount}}\u{F0002}"
        let news = try News(SampleFacts.of(report), NewsTemplates(.zh))
        let names = news.texts.flatMap(\.spans).filter { if case .name = $0 { true } else { false } }
        #expect(names.contains(.name("\u{F0000}0\u{F0001}{{amount}}\u{F0002}")))
    }
}
