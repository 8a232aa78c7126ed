import AidModel
import Testing

@testable import AidInput

/// Groups from the path of a file.
struct PathPatternTests {
    private static func match(_ pattern: String, _ path: String) throws -> PathPattern.Match {
        try PathPattern(pattern).match(path)
    }

    @Test(
        "A path says the values of the names",
        arguments: [
            ("exports/{year}/{district}.csv", "exports/2023/徐汇.csv", ["year": "2023", "district": "徐汇"]),
            ("exports/{year}/{district}.csv", "/srv/aid/exports/2023/徐汇.csv", ["year": "2023", "district": "徐汇"]),
            ("../exports/{d}.csv", "exports/a.b.csv", ["d": "a.b"]),
            ("./{d}-{n}.csv", "x/甲-7.csv", ["d": "甲", "n": "7"]),
            ("{d}/{file}", "长宁/a.csv", ["d": "长宁", "file": "a.csv"]),
            ("导出{d}", "a/导出é", ["d": "é"]),
        ])
    func values(pattern: String, path: String, values: [String: String]) throws {
        #expect(try Self.match(pattern, path) == .values(values))
    }

    @Test(
        "Other paths say nothing",
        arguments: [
            ("exports/{year}/{district}.csv", "exports/徐汇.csv"), ("exports/{year}/{district}.csv", "exports/2023/.csv"),
            ("exports/{year}/{district}.csv", "export/2023/a.csv"), ("exports/{d}.csv", "exports/a.CSV"),
            ("{d}.csv", "-"), ("a/{d}", "a"), ("{d}.csv", "a.csv.gz"),
        ])
    func none(pattern: String, path: String) throws {
        #expect(try Self.match(pattern, path) == PathPattern.Match.none)
    }

    @Test("Where it could say more than one thing, it says none")
    func ambiguous() throws {
        #expect(try Self.match("{a}-{b}.csv", "x-y-z.csv") == .ambiguous)
        #expect(try Self.match("{a}-{b}.csv", "x-y.csv") == .values(["a": "x", "b": "y"]))
    }

    @Test(
        "What is no pattern",
        arguments: [
            ("a/{b.csv", PathPattern.Problem.bracesUnbalanced), ("a}/{b}", .bracesUnbalanced),
            ("{a{b}}", .bracesUnbalanced),
            ("{}.csv", .nameEmpty), ("a.csv", .noName), ("{a}/{a}", .nameTwice("a")), ("{a}{b}", .namesTouch("a", "b")),
        ])
    func problems(text: String, problem: PathPattern.Problem) {
        #expect(throws: problem) { try PathPattern(text) }
    }

    @Test("A file's path gives one value to all of its records; another path is refused", arguments: [false, true])
    func files(isSlow: Bool) throws {
        let field = RecordLayout.Field(
            name: "district", from: [], isOptional: true, values: .init(["徐汇区": ["徐汇"]]),
            source: .path(try PathPattern("exports/{district}.csv"), name: "district"))
        let layout = ClaimsExport.layout(breakdowns: [.init(name: "care", from: ["就诊类型"]), field])
        let text =
            ClaimsExport.header + "\n"
            + (0..<300).map { "C\($0),\(MadeUpID.id(number: $0)),2023-04-05,1.00,已打款,,\($0 % 2)\n" }.joined()
        let file = try TemporaryFile(text)
        func read(_ name: String) throws -> BothWays {
            try BothWays(file.path, layout, .csv(delimiter: nil), name: name, isSlow: isSlow)
        }
        let outcome = try read("exports/徐汇.csv")
        #expect(outcome.claims.count == 300)
        #expect(Set(outcome.groups) == [["0", "徐汇区"], ["1", "徐汇区"]])
        let error = try #require(try read("exports/徐汇.txt").error)
        #expect(error.kind == .refused && error.file == "exports/徐汇.txt")
        #expect(error.what.en.contains("exports/{district}.csv") && error.what.zh.contains("district"))
    }
}
