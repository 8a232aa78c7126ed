import TestSupport
import Testing

/// A category of more values than people can tell apart is none: the run says so, and does not fill the memory with it.
@Suite("Too many groups") struct TooManyGroupsTests {
    @Test("A field of too many values is refused, on one thread and on several", arguments: ["1", "3"])
    func values(jobs: String) throws {
        let lines = (0..<100_500).map { "HZ\($0),\(Persons.first.id),2023-04-05,1.00,已打款,G\($0),x" }
        let place = try Workplace.ready([Exports.header] + lines)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--jobs", jobs)
        #expect(run.exitCode == 65 && run.errorText.contains("[too-many-values]"), "\(run.errorText.prefix(500))")
        #expect(run.errorText.contains("the category “care” has more than 100000 different values"))
        try place.write(
            "pipeline.yaml",
            Exports.pipeline().replacing(
                "[就诊类型, CareType], type: category",
                with: "[就诊类型, CareType], type: category, values: { 甲: [G1] }, otherwise: 其他"))
        let mended = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en", "--jobs", jobs)
        #expect(mended.exitCode == 0, "\(mended.errorText.prefix(500))")
    }

    @Test("Two fields of few values may make too many groups together")
    func pairs() throws {
        let lines = (0..<100_500).map { "HZ\($0),\(Persons.first.id),2023-04-05,1.00,已打款,G\($0 % 300),N\($0 / 300)" }
        let place = try Workplace.ready([Exports.header] + lines)
        try place.write(
            "pipeline.yaml",
            Exports.pipeline(breakdowns: "[care, [care, name]]", fields: "  name: { from: 姓名, type: category }\n"))
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 65 && run.errorText.contains("[too-many-values]"), "\(run.errorText.prefix(500))")
        #expect(run.errorText.contains("“care × name”"))
    }
}
