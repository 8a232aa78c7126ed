import TestSupport
import AidModel
import Foundation
import Testing

@testable import AidPipeline

@Suite struct PublishedFiguresFileTests {
    private static let printed = """
        quarter,publishedOn,period,recipients,personTimes,amount,note
        2023Q2,2023-07-18,cumulative,317.35万,3035.15万,36.92亿元,
        2023Q2,2023-07-18,quarter,98.58万,105.54万,1.35亿元,
        2020Q3,2020/10/20,quarter,72.7万,77.2万,9800万元,"报纸, 第2版"
        2020Q3,2020年10月20日,cumulative,243.8万,1924.7万,24.05亿元,

        """

    @Test func figuresOfTheNewsAreRead() throws {
        let file = try read(PublishedFiguresFileTests.printed)
        #expect(file.vintages.map(\.quarter.description) == ["2020Q3", "2023Q2"])
        let first = try #require(file.vintages.first)
        #expect(first.number == 1 && first.reason == nil && !first.isProvisional)
        #expect(first.publishedOn.description == "2020-10-20")
        #expect(first.note == "报纸, 第2版")
        #expect(first.origin == .imported(sha256: file.sha256))
        #expect(first.cells.map(\.period) == [.quarter, .cumulative])
        #expect(first.figures(.quarter)?.recipients == FigureRange(lowest: 726_500, highest: 727_499))
        #expect(first.figures(.quarter)?.personTimes == FigureRange(lowest: 771_500, highest: 772_499))
        #expect(first.figures(.quarter)?.amountMinor == FigureRange(lowest: 97_500_000_00, highest: 98_499_999_99))
        let last = try #require(file.vintages.last)
        #expect(last.note == nil)
        #expect(
            last.figures(.cumulative)?.amountMinor
                == FigureRange(lowest: 3_691_500_000_00, highest: 3_692_499_999_99))
    }

    /// The same table in Chinese, as spreadsheets save it.
    @Test(arguments: ["utf-8", "mark", "gb18030", "utf-16"])
    func chineseColumnsAndEncodings(encoding: String) throws {
        let text = """
            季度\t发布日期\t期间\t受助职工\t受助人次\t受助金额\t备注\t
            2020Q3\t2020-10-20\t本季度\t７２．７万\t\t="9800万元"\t\t
            \t\t\t\t\t\t\t
            2020Q3\t2020-10-20\t今年以来\t\t\t3亿\t一\t
            2020Q3\t2020-10-20\t累计\t243.8 万人\t1924.7万人次\t24.05亿元\t二\t

            """.replacingOccurrences(of: "\n", with: "\r\n")
        let file = try read(try PublishedFiguresFileTests.encoded(text, encoding))
        let vintage = try #require(file.vintages.first)
        #expect(vintage.cells.map(\.period) == [.quarter, .yearToDate, .cumulative])
        #expect(vintage.figures(.quarter)?.recipients == FigureRange(lowest: 726_500, highest: 727_499))
        #expect(vintage.figures(.quarter)?.personTimes == nil)
        #expect(vintage.figures(.yearToDate)?.recipients == nil)
        #expect(vintage.figures(.cumulative)?.personTimes == FigureRange(lowest: 19_246_500, highest: 19_247_499))
        #expect(vintage.note == "一；二")
    }

    @Test func precisionsAreWrittenAsFiguresAre() throws {
        let file = try read(
            """
            Quarter,PublishedOn,Period,recipients,recipientsPrecision,amount,amountPrecision
            2020Q3,2020-10-20,yearToDate,70万,1万,9800万元,1万元
            2021Q3,2021-10-20,quarter,700000,100,9800万元,
            2022Q3,2022-10-20,quarter,,5,9800,0.01
            """)
        #expect(file.vintages[0].figures(.yearToDate)?.recipients == FigureRange(lowest: 695_000, highest: 704_999))
        #expect(
            file.vintages[0].figures(.yearToDate)?.amountMinor
                == FigureRange(lowest: 97_995_000_00, highest: 98_004_999_99))
        #expect(file.vintages[1].figures(.quarter)?.recipients == FigureRange(lowest: 699_950, highest: 700_049))
        #expect(file.vintages[2].figures(.quarter)?.recipients == nil)
        #expect(file.vintages[2].figures(.quarter)?.amountMinor?.exactly == 9800_00)
    }

    @Test func everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
        let problems = problems(
            """
            quarter,publishedOn,period,recipients,personTimes,amount,amountPrecision
            2020第3,2020-13-20,week,72.7万,77.2万,一亿,
            2020Q3,2020-06-30,quarter,72.7万,77.2万人,1.2345亿,1亿
            2021Q3,2021-10-20,quarter,,,,
            2021Q4,2022-01-20,quarter,77.2万,72.7万,1亿,
            "2022Q1",2022-04-20,quarter,1,2
            2022Q2,2022-07-20,quarter,"1,000",2,1,
            2022Q2,2022-07-20,quarter,"1,000","2,000",1,
            2022Q2,2022-07-20,quarter,"1,000","2,000",1,
            2022Q2,2022-07-21,cumulative,999,"2,000",1,
            """)
        #expect(
            problems.map { "\($0.place ?? "") \($0.code) \($0.what.en)".prefix(64) }
                == [
                    "figures.csv:2 bad-quarter column “quarter”: expected a quarter s",
                    "figures.csv:2 bad-date column “publishedOn”: expected a day such",
                    "figures.csv:2 bad-period column “period”: expected quarter, year",
                    "figures.csv:2 bad-figure column “amount”: this is no figure that",
                    "figures.csv:3 bad-date column “publishedOn”: the day is before t",
                    "figures.csv:3 bad-figure column “personTimes”: its unit belongs ",
                    "figures.csv:3 bad-figure column “amount”: it is no multiple of t",
                    "figures.csv:4 no-figures the row has no figure at all",
                    "figures.csv:5 figures-contradict column “recipients”: more recip",
                    "figures.csv:6 malformed-record 5 fields, expected 7",
                    "figures.csv:7 figures-contradict column “recipients”: more recip",
                    "figures.csv:9 period-twice column “period”: line 8 has the same ",
                    "figures.csv:10 dates-differ column “publishedOn”: line 8 has ano",
                    "figures.csv:10 figures-contradict column “recipients”: it contra",
                    "figures.csv:10 figures-contradict column “recipients”: it contra",
                ].map { $0.prefix(64) })
    }

    @Test(
        arguments: [
            (
                "quarter,publishedOn,period,recipients,Recipients,amuont\n1,2,3,4,5,6\n",
                ["column-twice", "column-unknown"]
            ),
            ("季度,期间\n", ["column-missing", "column-missing"]),
            ("quarter,publishedOn,period,note\n", ["column-missing"]),
            ("quarter,publishedOn,period,amount\n,,,\n", ["no-rows"]),
            ("", ["file-refused"]),
        ])
    func wrongHeadersAreRefused(text: String, codes: [String]) {
        #expect(problems(text).map(\.code) == codes)
    }

    @Test func noFileIsSaidToBeMissing() {
        #expect(throws: RunFailure.self) {
            try PublishedFiguresFile(name: "none.csv", path: "/nowhere/none.csv", currency: .cny)
        }
    }

    /// A wrong file may hold IDs: nothing of a cell comes back.
    @Test func noMessageHoldsACell() {
        let secret = "99" + "0101" + "19900307" + "1234"
        let problems = problems(
            "quarter,publishedOn,period,recipients\n"
                + (0..<4).map { column in
                    (0..<4).map { $0 == column ? secret : "" }.joined(separator: ",") + "\n"
                }.joined())
        #expect(problems.count >= 4)
        for problem in problems {
            #expect(!"\(problem)".contains(secret))
            #expect(!problem.what.zh.isEmpty && !problem.what.en.isEmpty)
        }
    }

    private func problems(_ text: String) -> [RunFailure.Problem] {
        do throws(RunFailure) {
            _ = try read(text)
            return []
        } catch {
            #expect(error.exitCode == .dataRefused)
            return error.problems
        }
    }

    /// 9800 of 9800万元 is a figure, too.
    @Test func aFileThatIsCutOff() throws {
        let whole = Array((PublishedFiguresFileTests.printed.trimmingCharacters(in: .newlines) + "\n").utf8)
        #expect(try !read(whole).vintages.isEmpty)
        for count in stride(from: whole.count - 1, to: whole.count - 20, by: -1) {
            #expect(throws: RunFailure.self) { try read(Array(whole[..<count])) }
        }
    }

    private func read(_ text: String) throws(RunFailure) -> PublishedFiguresFile {
        try read(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
    }

    private func read(_ bytes: [UInt8]) throws(RunFailure) -> PublishedFiguresFile {
        guard let folder = try? TemporaryFolder(), let file = try? folder.write("figures.csv", bytes) else {
            Issue.record("no folder to write to")
            return try PublishedFiguresFile(name: "figures.csv", path: "", currency: .cny)
        }
        return try PublishedFiguresFile(name: "figures.csv", path: file.path, currency: .cny)
    }

    private static func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
        switch encoding {
        case "mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case "utf-16": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "gb18030":
            let folder = try TemporaryFolder()
            try folder.write("text", text)
            return try Started.run("/usr/bin/iconv", ["-f", "UTF-8", "-t", "GB18030", "text"], in: folder.path).output
        default: return Array(text.utf8)
        }
    }
}
