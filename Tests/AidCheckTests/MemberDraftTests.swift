import AidModel
import AidStatistics
import ReportSupport
import Testing

@testable import AidCheck
@testable import AidNews

/// Figures for a thousand members, and members, as people write them.
@Suite struct MemberDraftTests {
    /// 985,800 of 4,250,000 members; a year earlier 833,600 of 4,080,000.
    private static let report = SampleReport.covered(SampleReport.fullSize, members: 4_250_000)

    private func verdicts(_ text: String, _ report: QuarterReport = Self.report) throws -> [CheckedFigure.Verdict] {
        let set = SampleFacts.of(report)
        let known = KnownFigures([set], vintages: [], programme: set.programme)
        return try DraftStory.check(text, known, quarter: set.quarter).figures.map(\.verdict)
    }

    @Test(arguments: [
        "2023年第二季度，每千名会员中有231.95人受助。",
        "二季度每千名会员受助职工约232人。",
        "2023年第二季度，每千名会员受助248.33人次。",
        "2023年第二季度，每千名会员受助金额3.18万元。",
        "与去年同期相比，每千名会员受助职工增加27.64人。",
        "2023年第二季度，每千名会员受助职工同比增长13.53%。",
        "2022年第二季度，每千名会员中有204.31人受助。",
        "In Q2 2023, the programme reached 231.95 people per thousand members.",
        "In Q2 2023, 231.95 of every thousand members received aid.",
        "In Q2 2023, the programme paid 31,764.71 yuan per 1,000 members.",
    ])
    func rightOnes(text: String) throws {
        let verdicts = try verdicts(text)
        #expect(verdicts.count == 1 && verdicts.allSatisfy { $0 == .right || $0 == .rounded }, "\(text) \(verdicts)")
    }

    @Test(arguments: [
        "2023年第二季度，每千名会员中有213.95人受助。",
        "2023年第二季度，每千名会员受助金额3.28万元。",
        "与去年同期相比，每千名会员受助职工增加72.64人。",
        "与去年同期相比，每千名会员受助职工减少27.64人。",
        "In Q2 2023, the programme reached 321.95 people per thousand members.",
    ])
    func wrongOnes(text: String) throws {
        #expect(try verdicts(text) == [.wrong], "\(text)")
    }

    @Test("Members are held against the facts, and not called wrong where others may be meant")
    func members() throws {
        #expect(try verdicts("2023年第二季度末会员425万人。") == [.right])
        #expect(try verdicts("项目覆盖会员4,250,000人。") == [.right])
        #expect(try verdicts("By the end of June 2023 the union had 4.25 million members.") == [.right])
        #expect(try verdicts("全市工会会员达612.7万人。").contains(.wrong) == false)
        // Of what no fact tells it is not ours, as before.
        #expect(try verdicts("2023年第二季度末会员425万人。", SampleReport.fullSize) == [.unknown])
    }

    @Test("A plain figure is still what it was beside rates")
    func plain() throws {
        #expect(try verdicts("2023年第二季度，受助职工98.58万人，每千名会员中有231.95人受助。") == [.right, .right])
        #expect(try verdicts("2023年第二季度，受助职工89.58万人。") == [.wrong])
        // Nobody tells rates of the year to date.
        #expect(try verdicts("2023年上半年，每千名会员中有376.76人受助。") == [.unknown])
    }
}
