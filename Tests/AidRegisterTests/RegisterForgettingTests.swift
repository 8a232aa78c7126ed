import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterForgettingTests {
    private static let since = CalendarDay(year: 2012, month: 5, day: 1)!
    private static let sinceStart = Tally(recordCount: 5, amountMinor: Int128(Int64.max) * 3)

    @Test(arguments: SeededRandom.seeds(60))
    func whatStaysCountsAsBefore(seed: UInt64) throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: seed)
        source.claimNumberCount = UInt64.random(in: 10...200, using: &source.random)
        var register = try place.make()
        var before = RegisterContent.empty
        for _ in 0..<Int.random(in: 1...3, using: &source.random) {
            register = try source.add(
                to: register, expecting: &before, inputCount: Int.random(in: 1...3, using: &source.random),
                rowCount: Int.random(in: 1...80, using: &source.random))
        }
        let quarters = PeopleQuarters(quarters: register.quarters, peopleCount: register.peopleCount)
        for person in 0..<register.peopleCount where !quarters.quarters.isEmpty {
            quarters.mark(person, place: person % quarters.quarters.count)
        }
        register = try register.keep(SettledState(peopleQuarters: quarters, severalKeys: []))
        // Most dates of the deliveries lie from 2022Q4 to 2023Q3.
        let cut = Quarter(ordinal: Quarter("2022Q4")!.ordinal + Int.random(in: 0...4, using: &source.random))
        let figures = figures(register, before: cut)
        let forgotten = try register.forget(
            before: cut, figures: figures, since: Self.since, sinceStart: Self.sinceStart)
        let after = try RegisterContent(forgotten)

        #expect(StandingTwin(after, from: cut) == StandingTwin(before, from: cut), "seed \(seed)")
        #expect(forgotten.verify() == [], "seed \(seed)")
        #expect(after.claims.allSatisfy { before.claims.contains($0) })
        #expect(after.claims.allSatisfy { $0.dayNumber == Claim.noDay || $0.dayNumber >= cut.firstDay.daysSinceEpoch })
        #expect(forgotten.quarters.allSatisfy { $0 >= cut })
        // Of rejects the places and reasons stay; what they said goes with the last claim of their export.
        func days(_ number: Int) -> [Int32] {
            before.claims.filter { $0.position.fileIndex == number && $0.dayNumber != Claim.noDay }.map(\.dayNumber)
        }
        let ended = before.inputs.indices.filter {
            !days($0).isEmpty && days($0).allSatisfy { $0 < cut.firstDay.daysSinceEpoch }
        }
        #expect(after.rejects.count == before.rejects.count)
        for (left, reject) in zip(after.rejects, before.rejects) {
            let said = ended.contains(reject.position.fileIndex) ? "" : reject.maskedValue
            #expect(
                left
                    == Reject(
                        position: reject.position, place: reject.place, reason: reject.reason, field: reject.field,
                        maskedValue: said, amountMinor: reject.amountMinor), "seed \(seed)")
        }
        // Nothing of a later quarter goes but what a forgotten version had taken the place of.
        let standing = Dictionary(grouping: before.claims, by: \.key).mapValues {
            $0.max { $0.position < $1.position }!
        }
        let kept = Set(after.claims)
        for claim in before.claims
        where claim.dayNumber != Claim.noDay && claim.dayNumber >= cut.firstDay.daysSinceEpoch {
            let last = standing[claim.key]!
            let lastIsGone = !kept.contains(last)
            #expect(kept.contains(claim) != lastIsGone, "seed \(seed)")
        }
        // Tags go with the last claim of a person, and numbers stay.
        let used = Set((after.claims + after.reversals.map(\.claim)).compactMap(\.person.registerIndex))
        #expect(after.people.count == before.people.count)
        for (index, tag) in after.people.enumerated() {
            #expect(tag == (used.contains(index) ? before.people[index] : .forgotten), "seed \(seed)")
        }
        let people = try RegisterPeople(forgotten)
        for (index, tag) in before.people.enumerated() {
            #expect(people.knownIndex(of: tag) == (used.contains(index) ? index : nil))
        }
        // What is left of it all.
        let gone = before.claims.count + before.reversals.count - after.claims.count - after.reversals.count
        #expect(forgotten.inputs.reduce(0) { $0 + $1.forgotten.recordCount } == gone)
        #expect(
            forgotten.forgotten
                == ForgottenQuarters(
                    exactFrom: cut, figuresByQuarter: figures, yearsToDate: [:], since: Self.since,
                    sinceStart: Self.sinceStart))
        let left = try #require(try forgotten.peopleQuarters())
        #expect(left.quarters == quarters.quarters.filter { $0 >= cut })
        for (newPlace, quarter) in left.quarters.enumerated() {
            for person in 0..<left.peopleCount {
                let wasMarked = quarters.isMarked(person, place: quarters.place(of: quarter)!)
                #expect(left.isMarked(person, place: newPlace) == (wasMarked && used.contains(person)))
            }
        }
        // The tags of the forgotten are in no byte of the folder.
        let bytes = try place.names().map { try place.bytes($0) }
        for (index, tag) in before.people.enumerated() where !used.contains(index) {
            let needle = withUnsafeBytes(of: (tag.high, tag.low)) { Data($0) }
            #expect(bytes.allSatisfy { $0.range(of: needle) == nil })
        }
        // To forget the same once more changes nothing, and the register goes on.
        #expect(
            try forgotten.forget(before: cut, figures: [:], since: Self.since, sinceStart: .zero).list == forgotten.list
        )
        var expected = after
        source.claimNumberCount = nil
        _ = try source.add(to: forgotten, expecting: &expected, inputCount: 1, rowCount: 20)
        #expect(try place.open().verify() == [])
    }

    @Test func figuresOfForgottenQuartersAreAskedFor() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 2)
        var content = RegisterContent.empty
        let register = try source.add(to: place.make(), expecting: &content, inputCount: 1, rowCount: 200)
        let last = register.quarters.last!
        #expect(throws: RegisterError.self) {
            try register.forget(before: last, figures: [:], since: Self.since, sinceStart: .zero)
        }
        #expect(throws: RegisterError.self) {
            try register.forget(before: last, figures: [last: .zero], since: Self.since, sinceStart: .zero)
        }
        let figures = Figures(recipientCount: 3, personTimeCount: 4, amountMinor: Int128(Int64.max) * 2)
        let forgotten = try register.forget(
            before: last, figures: Dictionary(uniqueKeysWithValues: register.quarters.dropLast().map { ($0, figures) }),
            since: Self.since, sinceStart: Self.sinceStart)
        #expect(try place.open().forgotten == forgotten.forgotten)
        #expect(forgotten.forgotten?.quarters.map(\.1) == register.quarters.dropLast().map { _ in figures })
    }

    @Test func lateClaimsOfAForgottenQuarterAreForgottenToo() throws {
        let place = try RegisterPlace()
        var source = RandomDelivery(seed: 3)
        var content = RegisterContent.empty
        var register = try source.add(to: place.make(), expecting: &content, inputCount: 1, rowCount: 200)
        let cut = Quarter("2023Q2")!
        let figures = figures(register, before: cut)
        register = try register.forget(before: cut, figures: figures, since: Self.since, sinceStart: Self.sinceStart)
        let before = try RegisterContent(register)
        register = try source.add(to: register, expecting: &content, inputCount: 1, rowCount: 200)
        #expect(register.quarters.contains { $0 < cut })
        register = try register.forget(before: Quarter("2023Q1")!, figures: [:], since: Self.since, sinceStart: .zero)
        #expect(register.quarters.contains { $0 < cut } && register.forgotten?.exactFrom == cut)
        register = try register.forget(before: cut, figures: [:], since: Self.since, sinceStart: .zero)
        #expect(register.quarters.allSatisfy { $0 >= cut })
        #expect(
            register.forgotten
                == ForgottenQuarters(
                    exactFrom: cut, figuresByQuarter: figures, yearsToDate: [:], since: Self.since,
                    sinceStart: Self.sinceStart))
        #expect(try RegisterContent(register).claims.count > before.claims.count)
        #expect(register.verify() == [])
    }

    private func figures(_ register: Register, before cut: Quarter) -> [Quarter: Figures] {
        Dictionary(
            uniqueKeysWithValues: register.quarters.filter { $0 < cut }.map {
                ($0, Figures(recipientCount: 1, personTimeCount: 2, amountMinor: 3))
            })
    }
}
