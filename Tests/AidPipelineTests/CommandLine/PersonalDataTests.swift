import TestSupport
import Foundation
import Testing

/// No ID number and no name of a record is ever seen in any output: in none of the files, on
/// neither stream, whatever is wrong with the records or the file.
struct PersonalDataTests {
    /// One record for each reason to reject it, and for each form that a document may have.
    private static func records(_ person: Persons.Person) -> [String] {
        let wrong = String(person.id.prefix(17)) + (person.id.hasSuffix("1") ? "2" : "1")
        return [
            "H1,\(person.id),2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H2,\(person.shortID),2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H3,\(person.id),2023-04-05,1.00,已打款,门诊,\(person.name),多余",
            "H4,\"\(person.id)\"x,2023-04-05,1.00,已打款,门诊,\(person.name)",
            ",\(person.id),2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H5,\(person.id),2023-04-05,1.00,\(person.name)\(person.id),门诊,\(person.name)",
            "H6,\(person.id),\(person.id),1.00,已打款,门诊,\(person.name)",
            "H6b,\(person.id),\(person.name),1.00,已打款,门诊,\(person.name)",
            "H7,\(person.id),2023-04-05,\(person.id)元\(person.name),已打款,门诊,\(person.name)",
            "H8,,2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H9,\(person.id.prefix(15))000,2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H10,\(wrong),2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H11,\(person.name),2023-04-05,1.00,已打款,门诊,\(person.name)",
            "H12,\(person.id)\(person.name),2023-04-05,1.00,已打款,门诊,\(person.name)",
            "\(person.id),\(person.id),2023-04-05,9.00,冲正,门诊,\(person.name)",
            "H1,\(person.id),2023-04-05,9.00,冲正,门诊,\(person.name)",
        ]
    }

    private static let reasons = [
        "malformed-record", "missing-claim", "unknown-status", "bad-date", "bad-amount", "missing-person",
        "damaged-person", "bad-person", "reversal-exceeds-claim", "reversal-without-claim",
    ]

    @Test(arguments: Persons.all)
    func noneInTheOutputsOfARun(person: Persons.Person) throws {
        let lines = [Exports.header] + Self.records(person)
        let place = try Workplace.ready(lines)
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        let ending = try place.aidstats("run", "pipeline.yaml", "--rejects", "rejected.csv")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let rejects = try place.text("rejected.csv")
        for reason in Self.reasons { #expect(rejects.contains(",\(reason),"), "\(reason)") }
        try check(ending, place, person)

        // The same, refused.
        try place.write("pipeline.yaml", Exports.pipeline())
        let refused = try place.aidstats("run", "pipeline.yaml", "--rejects", "rejected.csv")
        #expect(refused.exitCode == 65)
        try check(refused, place, person)
    }

    @Test("nor in what is said of files that are refused", arguments: Persons.all)
    func noneInErrors(person: Persons.Person) throws {
        let record = Self.records(person)[0]
        let claim = Exports.claim("H1", person)
        let declaration = "<?xml version=\"1.0\"?>"
        let csv = [
            record + "\n" + record, "\(person.name),\(person.id)\n", "\(person.name)\n", "\"\(person.name)\(person.id)",
            "赔付编号,\(person.name),\(person.shortID)\n" + record, "\(person.name),门诊,男\n\(person.name),住院,男\n",
        ]
        let xml = [
            Exports.xml(claim.replacing("</IdNo>", with: "</\(person.name)>")), Exports.xml(claim + "&\(person.name);"),
            Exports.xml("<Claim IdNo=\"\(person.id)\" IdNo=\"\(person.name)\"/>"),
            Exports.xml(claim + "<\(person.id)>"),
            Exports.xml("<x:\(person.name)/>"), "\(person.id)\(person.name)",
            Exports.xml(claim, declaration: "<?xml version=\"1.0\" encoding=\"\(person.name)\"?>"),
            Exports.xml(claim, declaration: "<?xml version=\"\(person.id)\"?>"),
            Exports.xml(claim, declaration: "\(declaration)<!DOCTYPE \(person.name) SYSTEM \"\(person.id)\">"),
            Exports.xml(claim) + person.name,
        ]
        let place = try Workplace()
        for (index, text) in (csv + xml).enumerated() {
            let isXML = index >= csv.count
            let name = isXML ? "a.xml" : "a.csv"
            try place.write("pipeline.yaml", Exports.pipeline(files: name, format: isXML ? "xml" : "csv"))
            try place.write(name, text)
            let ending = try place.aidstats("run", "pipeline.yaml", "--rejects", "rejected.csv")
            #expect(ending.exitCode == 65, "\(text)")
            try check(ending, place, person, text)
        }
    }

    @Test(arguments: Persons.all)
    func noneFromXMLRecords(person: Persons.Person) throws {
        let place = try Workplace()
        let claim = Exports.claim("H1", person)
        let records = [
            claim, claim.replacing("<Status>", with: "<IdNo>\(person.id)</IdNo><Status>"),
            claim.replacing("<PaidDate>", with: "<PaidDate><\(person.name)/>"),
            claim.replacing("<AidAmount>", with: "<AidAmount>\(person.id)"), claim.replacing("H1", with: ""),
        ]
        try place.write("pipeline.yaml", Exports.pipeline(files: "a.xml", format: "xml", maxRejected: "100%"))
        try place.write("a.xml", Exports.xml(records.joined()))
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(try place.text("reports/aid/2023Q2/rejects.csv").split(separator: "\r\n").count == 5)
        try check(ending, place, person)
    }

    /// People name files by the person they are about, and paste IDs where something else belongs.
    @Test(arguments: Persons.all)
    func noneFromNamesOfFilesAndWrongValues(person: Persons.Person) throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        let lines = Exports.csv + ["HZ9,\(person.id),?,1.00,已打款,门诊,\(person.name)"]
        try place.write("exports/\(person.id).csv", lines.joined(separator: "\n"))
        try check(try place.aidstats("run", "pipeline.yaml"), place, person)
        try place.write("pipeline.yaml", Exports.pipeline(maxRejected: "100%"))
        let ending = try place.aidstats("run", "pipeline.yaml", "--rejects", "rejected.csv")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        try check(ending, place, person)

        // Names that begin with exports are no outputs.
        let good = Exports.pipeline()
        for (number, (word, wrong)) in [
            ("type: date", "type: \(person.id)"), ("paid: [", "paid: [\(person.id), \(person.id), "),
            ("0.1%", "\(person.id)"), ("fields:", "\(person.id): 1\nfields:"),
            ("type: date", "type: \(String(repeating: "长", count: 25))\(person.id)"),
        ].enumerated() {
            let name = "exports-\(number).yaml"
            try place.write(name, good.replacing(word, with: wrong))
            #expect(try place.text(name) != good, "\(word)")
            for command in ["lint", "run"] {
                let ending = try place.aidstats(command, name)
                #expect(ending.exitCode == 78 || word == "paid: [", "\(wrong): \(ending.errorText)")
                try check(ending, place, person)
            }
        }
        for arguments in [
            ["run", "\(person.id).yaml"], ["run", "pipeline.yaml", "--quarter", person.id], [person.id],
            ["run", "pipeline.yaml", "--input", "nowhere/\(person.id).csv"], ["dump", person.id],
            ["run", "pipeline.yaml", person.id],
        ] {
            let ending = try Executable.run(arguments, in: place.path)
            #expect(ending.exitCode != 0 && !ending.errors.isEmpty)
            try check(ending, place, person)
        }
    }

    /// Looks for the person in all that was written.
    private func check(_ ending: Ending, _ place: Workplace, _ person: Persons.Person, _ of: String = "") throws {
        // Five digits of the day of birth and the number after it, or a full name.
        let secrets = [person.id, person.shortID, person.name, String(person.id.dropFirst(8).prefix(8))]
        var outputs = try place.contents().filter { !$0.key.hasPrefix("exports") && !$0.key.hasPrefix("a.") }
        outputs["standard output"] = ending.output
        outputs["standard error"] = ending.errors
        for (name, bytes) in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in secrets {
                #expect(!text.contains(secret), "\(secret) in \(name) of \(of): \(text)")
            }
        }
    }
}
