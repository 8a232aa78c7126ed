import Foundation
import TestSupport
import Testing

@Suite("aidstats together") struct TogetherTests {
    /// Two programmes of people with long numbers of other kinds, of which no key holds the whole.
    private func place(minGroup: Int = 0) throws -> Workplace {
        let place = try Workplace()
        for (name, people) in [("first", 1...30), ("second", 11...45)] {
            try place.write(
                "\(name).yaml",
                """
                name: \(name)
                title: { zh: 项目\(name), en: Programme \(name) }
                inputs: [{ files: [\(name).csv] }]
                fields:
                  claim: { from: [no] }
                  person: { from: [who], type: text }
                  paidOn: { from: [day], type: date }
                  amount: { from: [money] }
                quality: { minGroup: \(minGroup) }

                """)
            let lines = people.map { "\(name)\($0),member of the union number \($0),2023-06-30,2.00" }
            try place.write("\(name).csv", "no,who,day,money\n" + lines.joined(separator: "\n") + "\n")
        }
        return place
    }

    @Test("People are known again whatever programme has helped them, and nothing is written")
    func peopleKnownAgain() throws {
        let place = try place()
        let before = try place.contents()
        let ending = try place.aidstats("together", "first.yaml", "second.yaml", "--format", "json")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(ending.output)) as? [String: Any])
        let quarter = try #require((json["periods"] as? [[String: Any]])?.first)
        #expect((quarter["any"] as? [String: Int]) == ["recipients": 45])
        #expect((quarter["several"] as? [String: Int]) == ["recipients": 20])
        #expect(quarter["amountMinor"] as? Int == 65 * 200)
        #expect(try place.contents() == before)
        for format in ["table", "markdown", "html"] {
            let shown = try place.aidstats("together", "first.yaml", "second.yaml", "--format", format, "--lang", "zh")
            #expect(shown.exitCode == 0 && shown.outputText.contains("共帮助职工45人"), "\(format)")
            #expect(shown.outputText.contains("20人") && !shown.outputText.contains("member"), "\(format)")
        }
    }

    @Test("Where few were helped by one alone, no number of people told apart is shown")
    func fewAreWithheld() throws {
        let place = try place(minGroup: 11)
        for format in ["table", "markdown", "html", "json"] {
            let ending = try place.aidstats("together", "first.yaml", "second.yaml", "--format", format)
            #expect(ending.exitCode == 0)
            // Ten by the first alone; what is shown are its own 30, the other's 35 and their sums.
            #expect(ending.outputText.contains(format == "json" ? "\"suppressed\": \"small\"" : "11人"), "\(format)")
            // Nowhere in the page's style either.
            let body = ending.outputText.split(separator: "</style>").last ?? ""
            let hasHidden = ["45", "20人", ">20<", " 20 "].contains { body.contains($0) }
            #expect(!hasHidden, "\(format)")
        }
    }

    @Test("What cannot stand side by side is refused, with the file and the way out")
    func refusals() throws {
        let place = try place()
        func text(_ name: String) throws -> String { try place.text("\(name).yaml") }
        try place.write("euro.yaml", try text("second") + "currency: EUR\n")
        try place.write("ids.yaml", try text("second").replacing("type: text", with: "type: resident-id"))
        for (other, code) in [
            ("first", "same-programme"), ("euro", "other-currency"), ("ids", "other-persons"),
        ] {
            let ending = try place.aidstats("together", "first.yaml", "\(other).yaml")
            #expect(ending.exitCode != 0 && ending.output.isEmpty)
            #expect(ending.errorText.contains("\(other).yaml: ") && ending.errorText.contains("[\(code)]"))
        }
        #expect(try place.aidstats("together", "first.yaml").errorText.contains("[programme-count]"))
        let late = try place.aidstats("together", "first.yaml", "second.yaml", "--quarter", "2023Q3")
        #expect(late.exitCode == 65 && late.errorText.contains("first.yaml: "))
    }

    /// Lets programmes have registers, each under a key of a name, and takes their exports in.
    private func keep(_ keys: [String: String], in place: Workplace) throws {
        for (name, key) in keys {
            try place.write(
                "\(name).yaml", try place.text("\(name).yaml") + "register: \(name)-register\nkeyFile: \(key)\n")
            for arguments in [["register", "init", "\(name).yaml"], ["run", "\(name).yaml"]] {
                let ending = try Executable.run(arguments, in: place.path)
                try #require(ending.exitCode == 0, "\(ending.errorText)")
            }
        }
    }

    @Test(
        "Registers under one key, beside exports or not, tell what all exports tell",
        arguments: [["first"], ["second"], ["first", "second"]])
    func registers(kept: [String]) throws {
        let place = try place()
        func told() throws -> [UInt8] {
            let ending = try place.aidstats("together", "first.yaml", "second.yaml", "--format", "json")
            try #require(ending.exitCode == 0, "\(ending.errorText)")
            return ending.output
        }
        let wanted = try told()
        try keep(Dictionary(uniqueKeysWithValues: kept.map { ($0, "key") }), in: place)
        let before = try place.contents()
        #expect(try told() == wanted)
        #expect(try place.contents() == before)
    }

    @Test("An export that its register has not taken in is refused, and not passed over")
    func newExport() throws {
        let place = try place()
        try place.write("first.yaml", try place.text("first.yaml").replacing("[first.csv]", with: "[\"first*.csv\"]"))
        try keep(["first": "key"], in: place)
        try place.write("first-late.csv", "no,who,day,money\nlate,member of the union number 45,2023-06-30,2.00\n")
        let refused = try place.aidstats("together", "first.yaml", "second.yaml")
        #expect(refused.exitCode == 65 && refused.output.isEmpty)
        #expect(refused.errorText.contains("first-late.csv") && refused.errorText.contains("[export-not-taken]"))
        #expect(try place.aidstats("run", "first.yaml").exitCode == 0)
        let told = try place.aidstats("together", "first.yaml", "second.yaml", "--lang", "zh")
        #expect(told.exitCode == 0 && told.outputText.contains("共帮助职工45人"), "\(told.errorText)")
        #expect(told.outputText.contains("21人"))
    }

    @Test("Registers under two keys, or one that has forgotten whom it helped, are refused")
    func refusedRegisters() throws {
        let place = try place()
        try keep(["first": "key", "second": "other-key"], in: place)
        let keys = try place.aidstats("together", "first.yaml", "second.yaml")
        #expect(keys.exitCode == 65 && keys.errorText.contains("second.yaml: "))
        #expect(keys.errorText.contains("[other-register-key]"))

        let forgetful = try self.place()
        try forgetful.write(
            "first.csv", try forgetful.text("first.csv") + "early,member of the union number 9,2022-06-30,2.00\n")
        try keep(["first": "key"], in: forgetful)
        let forget = try forgetful.aidstats("register", "forget", "first.yaml", "--before", "2023Q1", "--yes")
        try #require(forget.exitCode == 0, "\(forget.errorText)")
        let ending = try forgetful.aidstats("together", "first.yaml", "second.yaml")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[together-forgotten]"))
    }
}
