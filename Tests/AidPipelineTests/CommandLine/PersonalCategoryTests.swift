import TestSupport
import Foundation
import Testing

/// A category of personal data is refused, before anything is written, and nothing of it is told.
struct PersonalCategoryTests {
    /// Claims of six persons, with what stands in the column of the category.
    private static func lines(_ values: [String]) -> [String] {
        [Exports.header]
            + values.enumerated().map { index, value in
                let person = Story.people[index % Story.people.count]
                return "P\(index),\(person.id),2023-04-05,1.00,已打款,\(value),\(person.name)"
            }
    }

    private static let names = zip("王李张刘陈杨黄赵吴周徐孙", "伟芳娜敏静丽强磊军洋勇艳").map { "\($0)\($1)明" }

    private static let categories: [(kind: String, values: [String], count: Int)] = [
        ("resident IDs", ["门诊", "住院", Persons.second.id, Persons.third.id, Persons.second.shortID], 2),
        ("mobile numbers", ["门诊", "139-1234-5678", "住院", "门诊"], 1),
        ("bank card numbers", ["门诊", "622202000000" + "0007", "住院"], 1),
        ("names of people", names, 12),
    ]

    @Test("whatever reads it, with a register or without", arguments: 0..<categories.count)
    func refused(index: Int) throws {
        let (kind, values, count) = Self.categories[index]
        let place = try Workplace.ready(Self.lines(values))
        for minGroup in ["0", "5"] {
            try place.write("pipeline.yaml", Exports.pipeline().replacing("minGroup: 0", with: "minGroup: \(minGroup)"))
            let ending = try place.aidstats("run", "pipeline.yaml", "--rejects", "rejected.csv", "--lang", "en")
            try expectRefused(ending, place, values)
            #expect(ending.errorText.contains("\(count) values of the category “care” look like \(kind)"))
        }
        let register = "register: register\nkeyFile: register.key\n"
        try place.write("pipeline.yaml", Exports.pipeline() + register)
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        try expectRefused(try place.aidstats("run", "pipeline.yaml"), place, values)
        // Nothing went into the register: mended exports are read as if those had never been there.
        try place.write("exports/a.csv", Self.lines(["门诊", "住院"]).joined(separator: "\n"))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
    }

    @Test("Values that are given names are not what they look like")
    func mapped() throws {
        let place = try Workplace.ready(Self.lines(["门诊", "139-1234-5678", "住院"]))
        let mapping = "type: category, values: { 住院: [\"139-1234-5678\"] }"
        try place.write("pipeline.yaml", Exports.pipeline().replacing("type: category", with: mapping))
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
    }

    @Test("Without breakdowns there is nothing to refuse", arguments: ["[]", "[care]"])
    func noBreakdowns(breakdowns: String) throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline(breakdowns: breakdowns))
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
    }

    @Test("XML too")
    func xml() throws {
        let place = try Workplace()
        let claim = Exports.claim("P1", Persons.first).replacing("门诊", with: Persons.first.id)
        try place.write("pipeline.yaml", Exports.pipeline(files: "a.xml", format: "xml"))
        try place.write("a.xml", Exports.xml(claim))
        try expectRefused(try place.aidstats("run", "pipeline.yaml"), place, [Persons.first.id])
    }

    private func expectRefused(_ ending: Ending, _ place: Workplace, _ values: [String]) throws {
        #expect(ending.exitCode == 65)
        #expect(ending.errorText.contains("[personal-data-in-category]"))
        #expect(try !place.contents().keys.contains { $0.hasSuffix("report.json") })
        var outputs = try place.contents().filter { !$0.key.hasPrefix("exports") && !$0.key.hasPrefix("a.xml") }
        outputs["standard output"] = ending.output
        outputs["standard error"] = ending.errors
        for value in values where value != "门诊" && value != "住院" {
            for (name, bytes) in outputs {
                let isTold = String(decoding: bytes, as: UTF8.self).contains(value)
                #expect(!isTold, "a value in \(name)")
            }
        }
    }
}
