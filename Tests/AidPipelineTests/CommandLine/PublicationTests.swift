import Foundation
import Testing
import TestSupport

/// What a run does to the folder that it publishes into, and to what it reads.
@Suite struct PublicationTests {
    @Test func aLinkInPlaceOfTheQuarterIsRefusedAndNothingBehindItTouched() throws {
        let place = try Workplace.ready()
        try place.write("archive/other.txt", "mine")
        try place.write("reports/aid/keep.txt", "mine")
        try place.link("reports/aid/2023Q2", to: "../../archive")
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 73)
        #expect(try place.text("archive/other.txt") == "mine")
        #expect(place.link("reports/aid/2023Q2") == "../../archive")
    }

    @Test func aLinkInPlaceOfTheStagingFolderGoesAlone() throws {
        let place = try Workplace.ready()
        try place.write("victim/other.txt", "mine")
        try place.write("reports/aid/keep.txt", "mine")
        try place.link("reports/aid/.2023Q2.new", to: "../../victim")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        #expect(try place.text("victim/other.txt") == "mine")
        #expect(place.link("reports/aid/.2023Q2.new") == nil)
    }

    @Test func theUsersOwnFilesInAQuartersFolderStay() throws {
        let place = try Workplace.ready()
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        try place.write("reports/aid/2023Q2/memo.txt", "mine")
        try place.write("reports/aid/2023Q2/notes/a.txt", "mine too")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        #expect(try place.text("reports/aid/2023Q2/memo.txt") == "mine")
        #expect(try place.text("reports/aid/2023Q2/notes/a.txt") == "mine too")
        #expect(place.link("reports/aid/.2023Q2.new") == nil)
    }

    @Test func inputsOfTheCommandLineAreReadInTheOrderGiven() throws {
        let place = try Workplace.ready()
        let person = Persons.first
        for (name, amount) in [("z-first", "100.00"), ("a-corrected", "70.00")] {
            let record = "HZ1,\(person.id),2023-04-05,\(amount),已打款,门诊,\(person.name)"
            try place.write("\(name).csv", [Exports.header, record].joined(separator: "\n") + "\n")
        }
        let ending = try place.aidstats("run", "pipeline.yaml", "--input", "z-first.csv", "--input", "a-corrected.csv")
        #expect(ending.exitCode == 0)
        #expect(try place.text("reports/aid/2023Q2/report.json").contains("\"amountMinor\": 7000"))
    }

    @Test func aFileNamedLikeAGlobHidesNoOther() throws {
        let place = try Workplace.ready()
        try place.write("exports/*.csv", Exports.header + "\n")
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        #expect(try place.text("reports/aid/2023Q2/manifest.json").contains("exports/a.csv"))
    }

    @Test func equalFilesAreTold() throws {
        let place = try Workplace.ready()
        try place.write("exports/b.csv", try place.text("exports/a.csv"))
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0)
        #expect(ending.errorText.contains("[same-content]"))
    }

    @Test func rejectsNeverTakeThePlaceOfAnInput() throws {
        let place = try Workplace.ready()
        let before = try place.text("exports/a.csv")
        let ending = try place.aidstats("run", "pipeline.yaml", "--rejects", "exports/a.csv")
        #expect(ending.exitCode == 64)
        #expect(try place.text("exports/a.csv") == before)
    }

    @Test func aMistypedYearMovesNoQuarter() throws {
        let place = try Workplace.ready(
            Exports.csv + ["HZ99,\(Persons.third.id),2203-06-30,5.00,已打款,门诊,\(Persons.third.name)"])
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(ending.exitCode == 0)
        #expect(ending.errorText.contains("[far-off-dates]"))
        #expect(FileManager.default.fileExists(atPath: place.path + "/reports/aid/2023Q2"))
    }
}
