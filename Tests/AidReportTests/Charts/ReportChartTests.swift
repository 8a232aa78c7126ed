import ReportSupport
import AidModel
import AidStatistics
import Testing

@testable import AidReport

/// What the charts of a report show, and what they must not.
@Suite struct ReportChartTests {
    private func charts(_ report: QuarterReport, _ language: Language = .zh) -> [String: Chart] {
        let charts = ReportText(report, sources: SampleReport.sources, language: language).charts
        return Dictionary(uniqueKeysWithValues: charts.map { ($0.name, $0) })
    }

    /// All that is written in a chart, without the breaks between lines.
    private func words(_ chart: Chart) -> String {
        chart.drawing.content.replacing(/<[^>]*>/, with: "")
    }

    @Test func aReportHasOneOfEachKindForEachMeasure() {
        let charts = charts(SampleReport.fortyQuarters)
        let measures = ["recipients", "person-times", "amount"]
        let kinds = ["trend", "year-over-year", "groups-1", "groups-2"]
        let names = kinds.flatMap { kind in measures.map { kind + "-" + $0 } }
        #expect(Set(charts.keys) == Set(names + ["cumulative-person-times", "cumulative-amount"]))
        #expect(Set(charts.values.map(\.fileName)).isSubset(of: Chart.fileNames))
    }

    @Test func aLineBreaksWhereThereIsNoData() throws {
        let report = SampleReport.fortyQuarters
        for name in ["trend-recipients", "cumulative-amount"] {
            let chart = try #require(charts(report)[name])
            let path = try #require(chart.file.firstMatch(of: /<path d="([^"]*)" fill="none"/)?.output.1)
            #expect(path.split(separator: "M").count == 2)
            #expect(chart.file.contains("2016年第四季度：无数据"))
            #expect(chart.summary.contains("无数据：2016年第四季度"))
        }
        var whole = report
        whole.quarters[17].figures = whole.quarters[16].figures
        let path = try #require(
            charts(whole)["trend-recipients"]?.file.firstMatch(of: /<path d="([^"]*)" fill="none"/)?.output.1)
        #expect(path.split(separator: "M").count == 1)
    }

    @Test func quartersLeftOutOfTheDataBreakALineToo() throws {
        var report = SampleReport.fortyQuarters
        report.quarters.removeSubrange(5..<9)
        let chart = try #require(charts(report)["trend-amount"])
        let path = try #require(chart.file.firstMatch(of: /<path d="([^"]*)" fill="none"/)?.output.1)
        #expect(path.split(separator: "M").count == 3)
    }

    /// The slow twin: adds up the quarters from the first.
    @Test func theCumulativeCurveIsTheSumOfTheQuarters() throws {
        let report = SampleReport.fortyQuarters
        for (name, measure) in [("cumulative-person-times", Measure.personTimes), ("cumulative-amount", .amount)] {
            let file = try #require(charts(report, .en)[name]).file
            var sum: Int128 = 0
            for total in report.quarters where total.quarter <= report.quarter {
                guard let figures = total.figures else { continue }
                sum += figures[measure]
                let words = Wording(language: .en)
                let exact = ReportSections(report, sources: SampleReport.sources, language: .en).quantity(sum, measure)
                #expect(file.contains("<title>\(words.quarter(total.quarter)): \(exact)</title>"))
            }
            #expect(sum == report.cumulative.figures[measure])
            #expect(!file.contains("Q3 2023"))
        }
        #expect(charts(report)["cumulative-recipients"] == nil)
    }

    /// Claims of the first quarter that are dated before the start count in it, and not in the curve.
    @Test func theCurveEndsAtTheCumulativeFigure() throws {
        var report = SampleReport.fortyQuarters
        report.cumulative.figures.personTimeCount -= 1_000
        let first = try #require(report.quarters[0].figures)
        let file = try #require(charts(report, .en)["cumulative-person-times"]).file
        let sections = ReportSections(report, sources: SampleReport.sources, language: .en)
        let begin = sections.quantity(Int128(first.personTimeCount - 1_000), .personTimes)
        #expect(file.contains("<title>Q3 2012: \(begin)</title>"))
    }

    @Test func whatAddsUpIsKnownFromTheStartThoughPeopleAreForgotten() throws {
        let report = SampleReport.forgotten
        let chart = try #require(charts(report, .en)["cumulative-person-times"])
        #expect(chart.summary.hasPrefix("Q2 2019: "))
        #expect(chart.summary.contains("Q2 2023: 30,351,500"))
    }

    @Test func aProvisionalQuarterIsHollowDashedAndNamedSo() throws {
        for name in ["trend-recipients", "year-over-year-recipients", "groups-1-recipients"] {
            var report = SampleReport.fortyQuarters
            let before = try #require(charts(report)[name])
            #expect(before.file.contains("（初步）") == (name == "trend-recipients"))
            report.isProvisional = true
            report.quarters[43].isProvisional = true
            let chart = try #require(charts(report)[name])
            #expect(chart.file.contains("stroke-dasharray=\"4 3\""))
            #expect(chart.file.contains("（初步）"))
            #expect(words(chart).contains("：初步数"))
        }
    }

    /// Neither bars, nor words, nor the order of rows tell of a group that is withheld.
    @Test func nothingIsToldOfAWithheldGroup() throws {
        var report = SampleReport.fortyQuarters
        report.breakdowns[1].groups.reverse()
        func rows(_ chart: Chart) -> [Substring] {
            chart.drawing.content.matches(of: /<title>([^：<]*)：/).map(\.output.1)
        }
        for name in ["groups-2-recipients", "groups-2-person-times", "groups-2-amount"] {
            let chart = try #require(charts(report)[name])
            #expect(chart.summary.contains("延庆区：不公布；密云区：不公布"))
            #expect(chart.drawing.content.contains(">**</text>"))
            #expect(words(chart).contains("* 受助职工少于5人，不公布"))
            // After all others, in the order of the report.
            #expect(rows(chart).suffix(2) == ["延庆区", "密云区"])
            #expect(rows(chart).first == "朝阳区")
        }
    }

    @Test func onlyTheLargestGroupsAreDrawnAndTheChartSaysSo() throws {
        let chart = try #require(charts(SampleReport.hostile)["groups-1-recipients"])
        #expect(chart.drawing.content.matches(of: /<g><title>/).count == 24)
        #expect(words(chart).contains("共\(SampleReport.hostileNames.count)组，图中只有最大的24组"))
    }

    @Test func aChangeAgainstNothingIsNoBar() throws {
        var report = SampleReport.fortyQuarters
        report.quarters[39].figures = .zero
        report.quarters[38].figures = nil
        let chart = try #require(charts(report)["year-over-year-amount"])
        #expect(chart.summary.contains("2023年第二季度：基数为0"))
        #expect(chart.summary.contains("2023年第一季度：无数据"))
        #expect(chart.drawing.content.matches(of: /height="12" fill/).count == 9)
    }

    @Test func fallsAreHatched() throws {
        let falls = try #require(charts(SampleReport.fortyQuarters)["year-over-year-recipients"])
        #expect(falls.file.matches(of: /fill="url\(#year-over-year-recipients-hatch\)"/).count == 2)
        #expect(falls.file.contains("斜纹：下降"))
    }

    /// The words that stand for the picture hold the quarter's figure, exactly.
    @Test(arguments: Language.allCases)
    func thePictureIsToldInWords(language: Language) throws {
        let report = SampleReport.fortyQuarters
        let chart = try #require(charts(report, language)["trend-amount"])
        #expect(chart.summary.contains("136,041,439.31"))
        #expect(chart.summary.contains("+4.76%"))
        let text = ReportText(report, sources: SampleReport.sources, language: language).markdown
        #expect(text.contains("](trend-amount.svg)"))
        for file in charts(report, language).values.map(\.fileName) { #expect(text.contains("](\(file))")) }
    }

    /// Text on paper has a contrast of 4.5 and signs one of 3, on white paper and on a dark screen.
    @Test func coloursAreSeen() throws {
        func light(_ colour: String) throws -> Double {
            let number = try #require(Int(colour.dropFirst(), radix: 16))
            let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
                let c = Double(part) / 255
                return c <= 0.04045 ? c / 12.92 : .powered((c + 0.055) / 1.055)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        func contrast(_ a: String, _ b: String) throws -> Double {
            let (a, b) = (try light(a), try light(b))
            return (max(a, b) + 0.05) / (min(a, b) + 0.05)
        }
        let paper = ChartLook.Ink.paper
        for (ink, least) in [
            (ChartLook.Ink.text, 4.5), (.soft, 4.5), (.blue, 3), (.green, 3), (.vermilion, 3), (.axis, 3),
        ] {
            #expect(try contrast(ink.light, paper.light) >= least, "\(ink.name)")
            #expect(try contrast(ink.dark, paper.dark) >= least, "\(ink.name)")
        }
        for (ink, paper) in PageStyle.texts {
            #expect(try contrast(ink.light, paper.light) >= 4.5, "\(ink.name) on \(paper.name)")
            #expect(try contrast(ink.dark, paper.dark) >= 4.5, "\(ink.name) on \(paper.name)")
        }
    }
}

extension Double {
    /// To the power of 2.4, by which screens are lit.
    fileprivate static func powered(_ base: Double) -> Double {
        let twelfth = base * base * base * base * base * base * base * base * base * base * base * base
        return (0..<60).reduce(base) { root, _ in
            root - (root * root * root * root * root - twelfth) / (5 * root * root * root * root)
        }
    }
}
