import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterPeopleTests {
    @Test(arguments: SeededRandom.seeds(10))
    func manyThreadsAgreeOnEveryPerson(seed: UInt64) throws {
        let place = try RegisterPlace()
        var random = SeededRandom(seed)
        let tags = (0..<5000).map { _ in RegisterTag(high: random.next(), low: random.next()) }
        var register = try place.make()
        // Some of them are there from before.
        let first = try RegisterPeople(register)
        for tag in tags.prefix(2000) { _ = first.index(of: tag) }
        register = try register.add(
            RegisterDelivery(register, newInputCount: 0), inputs: [], groups: [], people: first)
        #expect(register.peopleCount == 2000)

        let people = try RegisterPeople(register)
        for (index, tag) in tags.prefix(2000).enumerated() { #expect(people.knownIndex(of: tag) == index) }
        #expect(tags.dropFirst(2000).allSatisfy { people.knownIndex(of: $0) == nil })
        let answers = UnsafeMutableBufferPointer<[Int]>.allocate(capacity: 8)
        answers.initialize(repeating: [])
        nonisolated(unsafe) let slots = answers
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            var order = Array(tags.indices)
            var random = SeededRandom(seed &* 100 &+ UInt64(thread))
            order.shuffle(using: &random)
            var answer = [Int](repeating: -1, count: tags.count)
            for index in order { answer[index] = people.index(of: tags[index]) }
            slots[thread] = answer
        }
        defer { answers.deallocate() }
        #expect(answers.allSatisfy { $0 == answers[0] }, "seed \(seed)")
        #expect(Array(answers[0].prefix(2000)) == Array(0..<2000))
        #expect(answers[0].sorted() == Array(tags.indices))
        #expect(people.count == tags.count)
        let added = people.added()
        for (tag, index) in zip(tags, answers[0]).dropFirst(2000) { #expect(added[index - 2000] == tag) }

        people.dropAdded()
        #expect(people.count == 2000 && people.added().isEmpty)
        #expect(tags.dropFirst(2000).allSatisfy { people.knownIndex(of: $0) == nil })
        #expect(people.index(of: tags[3000]) == 2000)
        #expect(people.index(of: tags[7]) == 7)
        answers.deinitialize()
    }

    @Test(arguments: SeededRandom.seeds(40))
    func peopleOfASpanAreThoseOfSets(seed: UInt64) throws {
        let place = try RegisterPlace()
        var random = SeededRandom(seed)
        var register = try place.make()
        let people = try RegisterPeople(register)
        let peopleCount = Int.random(in: 0...300, using: &random)
        for _ in 0..<peopleCount { _ = people.index(of: RegisterTag(high: random.next(), low: random.next())) }
        register = try register.add(
            RegisterDelivery(register, newInputCount: 0), inputs: [], groups: [], people: people)

        // Some quarters lie far apart, and there may be more than one word of them.
        let all =
            (0..<Int.random(in: 0...150, using: &random)).map { Quarter(ordinal: 8040 + $0) } + [
                Quarter(ordinal: 4), Quarter(ordinal: 39_999),
            ]
        let marked = PeopleQuarters(quarters: all.shuffled(using: &random), peopleCount: peopleCount)
        #expect(marked.quarters == all.sorted())
        var peopleByQuarter: [Quarter: Set<Int>] = [:]
        for _ in 0..<peopleCount * 2 {
            let (person, quarter) = (
                Int.random(in: 0..<peopleCount, using: &random), all.randomElement(using: &random)!
            )
            marked.mark(person, place: marked.place(of: quarter)!)
            peopleByQuarter[quarter, default: []].insert(person)
        }
        #expect(marked.place(of: Quarter(ordinal: 100)) == nil)
        register = try register.keep(SettledState(peopleQuarters: marked, severalKeys: []))
        let read = try #require(try place.open().peopleQuarters())
        #expect(read.quarters == marked.quarters && read.all.elementsEqual(marked.all))

        func union(_ isWanted: (Quarter) -> Bool) -> Set<Int> {
            peopleByQuarter.filter { isWanted($0.key) }.reduce(into: []) { $0.formUnion($1.value) }
        }
        for _ in 0..<20 {
            let ends = [all.randomElement(using: &random)!, all.randomElement(using: &random)!].sorted()
            let within = union { $0 >= ends[0] && $0 <= ends[1] }
            let count = read.count(ends[0]...ends[1])
            #expect(count.distinct == within.count, "seed \(seed)")
            #expect(count.firstTime == within.subtracting(union { $0 < ends[0] }).count, "seed \(seed)")
            #expect(count.returning == within.intersection(union { $0 < ends[0] }).count, "seed \(seed)")
        }
        for (quarter, count) in read.countByQuarter() { #expect(count == read.count(quarter...quarter)) }
    }
}
