import Foundation
import Testing
import TestSupport

/// Five deliveries over two years: two quarters as they were at first, then late claims, a
/// correction, and a reversal of what had been published.
///
///     delivery   holds                                            then 2023Q2 has
///     1 2022Q2   three claims, 600.00
///     2 2023Q1   two claims, 110.00
///     3 2023Q2   four claims of three persons, 700.00             3 · 4 ·   700.00
///     4 late     one for 2022Q2, one for 2023Q2, C2 corrected     4 · 5 · 1,180.00
///     5 reversed C1 taken back                                    3 · 4 · 1,070.00
enum Story {
    static let people =
        Persons.all + [
            Persons.Person(name: "上官测试丁", id: "110101199001010027".rechecked),
            Persons.Person(name: "皇甫测试戊", id: "110101197511110030".rechecked),
            Persons.Person(name: "尉迟测试己", id: "110101198808080049".rechecked),
        ]

    static let header = "赔付编号,身份证号,打款日期,互助金额,状态,原赔付编号,就诊类型,姓名"

    static func claim(_ number: String, _ person: Int, _ day: String, _ amount: String, care: String = "门诊") -> String {
        "\(number),\(people[person - 1].id),\(day),\(amount),已打款,,\(care),\(people[person - 1].name)"
    }

    static let deliveries: [(name: String, lines: [String])] = [
        (
            "1-2022Q2.csv",
            [
                claim("A1", 1, "2022-04-10", "100.00"), claim("A2", 2, "2022-05-11", "200.00"),
                claim("A3", 3, "2022-06-29", "300.00", care: "住院"),
            ]
        ),
        ("2-2023Q1.csv", [claim("B1", 1, "2023-01-15", "50.00"), claim("B2", 4, "2023-03-30", "60.00")]),
        (
            "3-2023Q2.csv",
            [
                claim("C1", 1, "2023-04-03", "110.00"), claim("C2", 2, "2023-05-05", "220.00"),
                claim("C3", 5, "2023-06-28", "330.00", care: "住院"), claim("C4", 5, "2023-06-29", "40.00"),
            ]
        ),
        (
            "4-late.csv",
            [
                claim("A4", 4, "2022-06-01", "70.00"), claim("C5", 6, "2023-06-15", "500.00", care: "住院"),
                claim("C2", 2, "2023-05-05", "200.00"),
            ]
        ),
        (
            "5-reversed.csv",
            ["R1,\(people[0].id),2023-09-01,-110.00,冲正,C1,门诊,\(people[0].name)"]
        ),
    ]

    static func workplace() throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        return place
    }

    /// Adds a delivery, numbered from 1.
    static func deliver(_ number: Int, to place: Workplace) throws {
        let (name, lines) = deliveries[number - 1]
        try place.write("exports/\(name)", ([header] + lines).joined(separator: "\n") + "\n")
    }

    /// Runs the story up to its end, as a statistician would live through it.
    static func live(in place: Workplace) throws {
        let steps: [(delivery: Int, quarter: String, publication: [String])] = [
            (1, "2022Q2", ["--on", "2022-07-15"]),
            (2, "2023Q1", ["--on", "2023-04-15"]),
            (3, "2023Q2", ["--on", "2023-07-16"]),
            (4, "2023Q2", ["--on", "2023-10-16", "--reason", "R1", "--note", "补录一笔，更正一笔"]),
            (5, "2023Q2", []),
        ]
        for step in steps {
            try deliver(step.delivery, to: place)
            let run = try place.aidstats("run", "pipeline.yaml", "--quarter", step.quarter)
            try #require(run.exitCode == 0, "\(run.errorText)")
            guard !step.publication.isEmpty else { continue }
            let publication = try Executable.run(
                ["publish", "pipeline.yaml", "--quarter", step.quarter] + step.publication, in: place.path)
            try #require(publication.exitCode == 0, "\(publication.errorText)")
        }
    }
}
