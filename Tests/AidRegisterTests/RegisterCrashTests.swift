import AidModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterCrashTests {
    /// Whether the process lives on after a step has failed, and cleans up, or is killed.
    enum Ending: CaseIterable {
        case failure
        case kill
    }

    @Test(arguments: Ending.allCases)
    func aDeliveryIsThereWholeOrNotAtAll(ending: Ending) throws {
        var step = 0
        while true {
            let place = try RegisterPlace()
            var source = RandomDelivery(seed: 21)
            var before = RegisterContent.empty
            do { _ = try source.add(to: place.make(), expecting: &before, inputCount: 2, rowCount: 40) }
            var after = before
            let isDone = try attempt(place, failingAt: step, ending) { register in
                _ = try source.add(to: register, expecting: &after, inputCount: 2, rowCount: 40)
            }
            let found = try RegisterContent(place.open())
            #expect(isDone ? found == after : found == before || found == after, "step \(step)")
            // The next writer finds the old state or the new one, and no left-overs.
            do {
                let register = try place.open(.writing)
                #expect(register.verify() == [])
                #expect(
                    try Set(place.names()) == Set(register.list.segments.map(\.name) + ["register.json"]),
                    "step \(step)")
                #expect(try RegisterContent(register) == found)
            }
            if isDone { break }
            step += 1
        }
        #expect(step > 15)
    }

    @Test(arguments: Ending.allCases)
    func aRegisterIsMadeOrCanBeMadeAgain(ending: Ending) throws {
        var step = 0
        while true {
            let place = try RegisterPlace()
            let count = Mutex(0)
            let hook: @Sendable (RegisterFolder.Step) throws(RegisterError) -> Void = {
                [step] taken throws(RegisterError) in
                try fail(taken, count, at: step, ending)
            }
            let isDone =
                (try? Register.make(
                    RegisterFolder(path: place.folder, beforeStep: hook), keyFile: place.keyPath,
                    for: RegisterPlace.purpose))
                != nil
            if isDone { break }
            _ = try place.make()
            #expect(try place.names() == ["register.json"])
            #expect(try place.open().verify() == [])
            step += 1
        }
        #expect(step >= 5)
    }

    @Test(arguments: Ending.allCases)
    func forgettingIsDoneWholeOrNotAtAll(ending: Ending) throws {
        var step = 0
        while true {
            let place = try RegisterPlace()
            var source = RandomDelivery(seed: 22)
            source.claimNumberCount = 30
            var before = RegisterContent.empty
            do {
                let register = try source.add(to: place.make(), expecting: &before, inputCount: 2, rowCount: 60)
                _ = try register.keep(
                    SettledState(
                        peopleQuarters: PeopleQuarters(quarters: register.quarters, peopleCount: register.peopleCount),
                        severalKeys: []))
            }
            var after: RegisterContent?
            let isDone = try attempt(place, failingAt: step, ending) { register in
                let quarter = register.quarters[register.quarters.count / 2]
                let figures = Dictionary(
                    uniqueKeysWithValues: register.quarters.filter { $0 < quarter }.map { ($0, Figures.zero) })
                after = try RegisterContent(
                    register.forget(before: quarter, figures: figures, since: quarter.firstDay, sinceStart: .zero))
            }
            let register = try place.open(.writing)
            let found = try RegisterContent(register)
            if register.forgotten == nil { #expect(found == before, "step \(step)") }
            if isDone { #expect(found == after && found != before) }
            #expect(register.verify() == [])
            if isDone { break }
            step += 1
        }
        #expect(step > 10)
    }

    /// Once the list has its name, the new state stands, and no message may say that the old one does.
    @Test func whatStandsAndMayNotBeOnTheDiskIsSaid() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 24)
        var expected = RegisterContent.empty
        _ = try place.make()
        let isReplaced = Atomic(false)
        let register = try place.open { step throws(RegisterError) in
            if step == .replaceList { isReplaced.store(true, ordering: .relaxed) }
            if step == .flushFolder, isReplaced.load(ordering: .relaxed) { throw RegisterError(.io(5), at: "step") }
        }
        do {
            _ = try source.add(to: register, expecting: &expected, inputCount: 1, rowCount: 20)
            Issue.record("the flush fails")
        } catch let error as RegisterError {
            #expect(error.message == .unflushed(5) && error.kind == .io)
            #expect(!error.mend.en.contains("as it was"))
        }
        #expect(try RegisterContent(place.open()) == expected)
    }

    /// What was staged and never committed stands or falls with its report.
    @Test(arguments: [(Optional("a"), true), ("b", false), (nil, false)])
    func whatWasStagedFollowsItsReport(report: String?, stands: Bool) throws {
        let publication = report.map { RegisterPublication(reportSHA256: $0, folder: "/reports") }
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 23)
        var before = RegisterContent.empty
        do { _ = try source.add(to: place.make(), expecting: &before, inputCount: 2, rowCount: 40) }
        var after = before
        do {
            let register = try place.open(.writing)
            _ = try source.stage(
                for: register, expecting: &after, inputCount: 1, rowCount: 40, publication: publication)
        }
        func isPublished(_ publication: RegisterPublication) -> Bool {
            publication == RegisterPublication(reportSHA256: "a", folder: "/reports")
        }
        // A reader sees what a writer would, and leaves it to that one.
        #expect(try RegisterContent(place.open()) == before)
        #expect(try RegisterContent(place.open(isPublished: isPublished)) == (stands ? after : before))
        do {
            let register = try place.open(.writing, isPublished: isPublished)
            #expect(try RegisterContent(register) == (stands ? after : before))
            #expect(register.verify() == [])
            #expect(try Set(place.names()) == Set(register.list.segments.map(\.name) + ["register.json"]))
        }
        #expect(try RegisterContent(place.open(.writing)) == (stands ? after : before))
    }

    /// Changes a register whose steps fail from one on; whether it was done.
    private func attempt(
        _ place: RegisterPlace, failingAt step: Int, _ ending: Ending, _ change: (Register) throws -> Void
    ) throws -> Bool {
        let count = Mutex(0)
        let isArmed = Atomic(false)
        let register = try place.open { taken throws(RegisterError) in
            if isArmed.load(ordering: .relaxed) { try fail(taken, count, at: step, ending) }
        }
        isArmed.store(true, ordering: .relaxed)
        do {
            try change(register)
            return count.withLock { $0 } <= step
        } catch let error as RegisterError {
            #expect(error.kind == .io)
            return false
        }
    }
}

/// Fails a step by its number: it alone, or it and all that follow.
private func fail(
    _ step: RegisterFolder.Step, _ count: borrowing Mutex<Int>, at failing: Int, _ ending: RegisterCrashTests.Ending
) throws(RegisterError) {
    let number = count.withLock { count in
        defer { count += 1 }
        return count
    }
    guard number == failing || ending == .kill && number > failing else { return }
    throw RegisterError(.io(5), at: "step")
}
