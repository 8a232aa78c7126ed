import Foundation
import TestSupport
import Testing

@Suite("Figures for a thousand members") struct MembersTests {
    private func place(_ members: String, minGroup: Int = 0) throws -> Workplace {
        let place = try Workplace.ready()
        try place.write(
            "pipeline.yaml",
            Exports.pipeline().replacing("minGroup: 0", with: "minGroup: \(minGroup)")
                + "members: { file: members.csv, source: { zh: 会员系统, en: the register of members } }\n")
        try place.write("members.csv", members)
        return place
    }

    private static let series = """
        quarter,field,group,members
        2022Q2,,,"1,500"
        2023Q2,,,2000
        2023Q2,care,门诊,1500
        2023Q2,care,住院,7

        """

    @Test("In reports for people and programs, with their source, of the whole and of groups")
    func shown() throws {
        let place = try place(Self.series)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "zh")
        #expect(run.exitCode == 0, "\(run.errorText)")
        let text = try place.text("reports/aid/2023Q2/report.md")
        // Three people, four person-times, 601.50 yuan.
        #expect(text.contains("| **2023年第二季度** | 2,000 | 1.50 | 2.00 | 300.75 |"))
        #expect(text.contains("| 2022年第二季度 | 1,500 | 0.67 | 0.67 | 6.66 |"))
        #expect(
            text.contains("| 门诊 | 1,500 | 2.00 | 2.00 | 267.67 |")
                && text.contains("| 住院 | 7 | 142.86 | 142.86 | 28,571.43 |"))
        #expect(text.contains("会员系统（members.csv）"))
        #expect(try place.text("reports/aid/2023Q2/report.html").contains("<td class=\"number\">142.86</td>"))
        let json = try JSONSerialization.jsonObject(with: Data(place.bytes("reports/aid/2023Q2/report.json")))
        let members = try #require((json as? [String: Any])?["members"] as? [String: Any])
        #expect((members["source"] as? [String: String])?["en"] == "the register of members")
        #expect((members["quarters"] as? [Any])?.count == 2 && (members["breakdowns"] as? [Any])?.count == 1)
    }

    @Test("What is withheld of a group is withheld of its rate")
    func withheld() throws {
        let place = try place(Self.series, minGroup: 3)
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let text = try place.text("reports/aid/2023Q2/report.md")
        #expect(!text.contains("142.86") && !text.contains("267.67"))
        #expect(try !place.text("reports/aid/2023Q2/report.json").contains("142.86"))
    }

    @Test("What is wrong with the file is told before anything is read, with its line")
    func wrong() throws {
        let wrong = """
            quarter,field,group,members
            2023Q2,,,2000
            2023Q5,,,2000
            2023Q2,care,门诊,0
            2023Q2,care,住院,1e3
            2023Q2,care,住院,"1,00"
            2023Q2,district,东区,5
            2023Q2,,东区,5
            2023Q2,,,2000
            2023Q2,care,门诊
            2023Q2,care,门诊,2001

            """
        let place = try place(wrong)
        let lint = try place.aidstats("lint", "pipeline.yaml")
        #expect(lint.exitCode == 78)
        let lines = [3, 4, 5, 6, 7, 8, 9, 10, 11]
        for line in lines {
            #expect(
                lint.outputText.contains("members.csv:\(line):") || lint.errorText.contains("members.csv:\(line):"),
                "line \(line)")
        }
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 78)
        for cut in ["quarter,members\n2023Q2,100", "quarter,members\n", ""] {
            try place.write("members.csv", cut)
            #expect(try place.aidstats("lint", "pipeline.yaml").exitCode == 78)
        }
        try place.write("members.csv", "quarter,members\n2022Q2,1\n2023Q1,1\n")
        let odd = try place.aidstats("run", "pipeline.yaml")
        #expect(odd.exitCode == 0 && odd.errorText.contains("[members-missing]"))
        #expect(!odd.errorText.contains("[fewer-members-than-recipients]"))
        try place.write("members.csv", "quarter,members\n2023Q2,2\n")
        #expect(try place.aidstats("run", "pipeline.yaml").errorText.contains("[fewer-members-than-recipients]"))
        try place.write("members.csv", "name,id\nA,B\n")
        #expect(try place.aidstats("run", "pipeline.yaml").errorText.contains("members.csv:1:"))
        try place.remove("members.csv")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 78)
    }
}
