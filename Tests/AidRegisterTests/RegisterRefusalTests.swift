import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterRefusalTests {
    @Test func aRegisterIsMadeWhereNothingIs() throws {
        let place = try RegisterPlace()
        _ = try place.make()
        let attributes = try FileManager.default.attributesOfItem(atPath: place.folder)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        let file = try FileManager.default.attributesOfItem(atPath: place.folder + "/register.json")
        #expect(file[.posixPermissions] as? Int == 0o600)
        // Once more is no other register, as long as nothing is in it.
        let before = try place.bytes("register.json")
        guard case .wasThere = try Register.make(place.folder, keyFile: place.keyPath, for: RegisterPlace.purpose)
        else {
            Issue.record("a register was made in the place of another")
            return
        }
        #expect(try place.bytes("register.json") == before)
        var source = RandomDelivery(seed: 4)
        var content = RegisterContent.empty
        _ = try source.add(to: place.open(.writing), expecting: &content, inputCount: 1, rowCount: 3)
        expect(.notEmpty) { try place.make() }
        #expect(try RegisterContent(place.open()) == content)
    }

    @Test func aRegisterOfAnotherKindIsNotMadeAgain() throws {
        let place = try RegisterPlace()
        _ = try place.make()
        var other = RegisterPlace.purpose
        other.programme = "loans"
        expect(.notEmpty) { try Register.make(place.folder, keyFile: place.keyPath, for: other).register }
        // No new key is made in the place of one that was lost.
        try FileManager.default.removeItem(atPath: place.keyPath)
        expect(.notEmpty) { try place.make() }
        #expect(!FileManager.default.fileExists(atPath: place.keyPath))
    }

    @Test func aFolderWithAnythingInItIsRefused() throws {
        let place = try RegisterPlace()
        try FileManager.default.createDirectory(atPath: place.folder, withIntermediateDirectories: false)
        try place.write(Data(), to: ".hidden")
        expect(.notEmpty) { try place.make() }
        #expect(try place.names() == [".hidden"])
    }

    @Test func noRegisterIsTold() throws {
        let place = try RegisterPlace()
        for access in [Register.Access.reading, .writing] { expect(.noRegister) { try place.open(access) } }
        try FileManager.default.createDirectory(atPath: place.folder, withIntermediateDirectories: false)
        for access in [Register.Access.reading, .writing] { expect(.noRegister) { try place.open(access) } }
    }

    /// The system gives a descriptor's number to whoever opens a file next.
    @Test func refusedLockClosesItsFolderOnce() throws {
        let place = try RegisterPlace()
        _ = try place.make()
        let held = try RegisterLock(place.folder)
        let lostCount = LostDescriptors.count {
            for _ in 0..<20_000 where (try? RegisterLock(place.folder)) != nil { Issue.record("locked twice") }
        }
        withExtendedLifetime(held) { #expect(lostCount == 0) }
    }

    @Test func anotherKeyIsRefused() throws {
        let (place, other) = (try RegisterPlace(), try RegisterPlace())
        _ = try place.make()
        expect(.wrongKey) { try other.open(at: place.folder) }
    }

    @Test func aChangedFingerprintIsNoOtherKey() throws {
        let place = try RegisterPlace()
        _ = try place.make()
        let list = URL(filePath: place.folder + "/register.json")
        let text = try String(contentsOf: list, encoding: .utf8)
        let name = try #require(text.firstRange(of: "\"keyFingerprint\""))
        let digit = try #require(text[name.upperBound...].firstIndex { $0.isHexDigit })
        let changed = text.replacingCharacters(in: digit...digit, with: text[digit] == "0" ? "1" : "0")
        try Data(changed.utf8).write(to: list)
        for access in [Register.Access.reading, .writing] { expect(.damaged) { try place.open(access) } }
    }

    @Test func otherRulesAreRefused() throws {
        let place = try RegisterPlace()
        _ = try place.make()
        func open(_ change: (inout RegisterPurpose) -> Void) throws -> Register {
            var purpose = RegisterPlace.purpose
            change(&purpose)
            return try Register.open(place.folder, for: .reading, key: place.key, purpose: purpose) { _ in false }
        }
        expect(.otherRules) { try open { $0.rulesSHA256 = "other" } }
        expect(.otherRules) { try open { $0.breakdowns = ["care"] } }
        expect(.another) { try open { $0.programme = "loans" } }
        _ = try open { _ in }
    }

    @Test func oneWriterAtATime() throws {
        let place = try RegisterPlace()
        do {
            let writer = try place.make()
            expect(.locked) { try place.open(at: place.folder, .writing) }
            _ = try place.open(.reading)
            withExtendedLifetime(writer) {}
        }
        _ = try place.open(.writing)
    }

    @Test func aNewerVersionIsRefused() throws {
        let place = try RegisterPlace()
        do { _ = try place.make() }
        let text = String(decoding: try place.bytes("register.json"), as: UTF8.self)
        try place.write(Data(text.replacing("\"version\" : 3", with: "\"version\" : 4").utf8), to: "register.json")
        expect(.newer) { try place.open() }
    }

    /// Registers of before named no programme; they are whole, and not of a newer version.
    @Test func aListOfAnEarlierVersionIsRefusedAsSuch() throws {
        let place = try RegisterPlace()
        do { _ = try place.make() }
        let text = String(decoding: try place.bytes("register.json"), as: UTF8.self)
        let body = try #require(text.split(separator: "\"register\":", maxSplits: 1).last).dropLast(2)
            .replacing("\"version\" : 3", with: "\"version\" : 1")
            .replacing("\"programme\"", with: "\"remark\"")
        let sealed = "{\"seal\":\"\(place.key.seal(Array(body.utf8)))\",\"register\":\(body)}\n"
        try place.write(Data(sealed.utf8), to: "register.json")
        expect(.older) { try place.open() }
    }

    @Test func aListThatLeadsOutOfTheFolderIsRefused() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 5)
        var content = RegisterContent.empty
        let list = try source.add(to: place.make(), expecting: &content, inputCount: 1, rowCount: 50).list
        var stored = StoredList(list)
        #expect(stored.value == list)
        for name in ["../register.key", "/etc/passwd", "2023Q2-0001.claims/../../x", "", "others-0009.claims"] {
            stored.segments[0].name = name
            #expect(stored.value == nil)
        }
    }

    @Test func deliveriesThatContradictTheRegisterAreRefused() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 6)
        var content = RegisterContent.empty
        let register = try source.add(to: place.make(), expecting: &content, inputCount: 2, rowCount: 50)
        let names = try place.names()
        func input(_ sha256: String, records: Int) -> RegisterInput {
            RegisterInput(
                name: "a", byteCount: 1, sha256: sha256, format: "csv", encoding: "utf-8",
                records: Tally(recordCount: records), rejectedByReason: [:], findings: [])
        }
        func add(_ input: RegisterInput, groups: [[String]], newInputCount: Int = 1) throws -> Register {
            try register.add(
                RegisterDelivery(register, newInputCount: newInputCount), inputs: [input], groups: groups,
                people: RegisterPeople(register))
        }
        expect(.refused) { try add(input(content.inputs[0].sha256, records: 0), groups: source.groups) }
        expect(.refused) { try add(input("new", records: 1), groups: source.groups) }
        expect(.refused) { try add(input("new", records: 0), groups: []) }
        expect(.refused) { try add(input("new", records: 0), groups: source.groups + [["one"]]) }
        expect(.refused) { try add(input("new", records: 0), groups: source.groups, newInputCount: 2) }
        expect(.refused) {
            try register.keep(
                SettledState(
                    peopleQuarters: PeopleQuarters(quarters: [], peopleCount: register.peopleCount + 1), severalKeys: []
                ))
        }
        #expect(try place.names() == names)
        _ = try add(input("new", records: 0), groups: source.groups)
        // The register as it stood before is no longer the one to add to.
        expect(.refused) {
            let delivery = RegisterDelivery(register, newInputCount: 1)
            delivery.add([])
            return try register.add(
                delivery, inputs: [input("newer", records: 0)], groups: source.groups + [["x", "y"]],
                people: RegisterPeople(register),
                state: SettledState(
                    peopleQuarters: PeopleQuarters(quarters: [], peopleCount: register.peopleCount), severalKeys: nil))
        }
    }

    private func expect(
        _ kind: RegisterProblem.Kind, _ location: SourceLocation = #_sourceLocation, _ body: () throws -> Register
    ) {
        let error = #expect(throws: RegisterError.self, sourceLocation: location) { try body() }
        #expect(error?.kind == kind, sourceLocation: location)
        #expect(error.map { !$0.what.zh.isEmpty && !$0.mend.en.isEmpty } ?? true, sourceLocation: location)
    }
}
