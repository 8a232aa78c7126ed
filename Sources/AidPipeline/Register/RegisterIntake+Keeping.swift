import AidInput
import AidRegister
import AidModel
import AidStatistics

/// The quarters of every person of a register, filled while people are counted.
struct WitnessedQuarters: Sendable {
    let people: PeopleQuarters
    private let first: Int
    /// By the ordinal of a quarter less `first`; −1: it does not occur.
    private let places: [Int]

    init(_ quarters: [Quarter], peopleCount: Int) {
        people = PeopleQuarters(quarters: quarters, peopleCount: peopleCount)
        first = quarters.first?.ordinal ?? 0
        let last = quarters.last?.ordinal ?? first
        var places = [Int](repeating: -1, count: last - first + 1)
        for quarter in quarters { places[quarter.ordinal - first] = people.place(of: quarter) ?? -1 }
        self.places = places
    }

    var witness: RecipientWitness {
        { person, quarter in
            // Everybody in a run with a register has a number there, and every quarter that is not far off a place.
            let offset = quarter.ordinal - first
            guard let index = person.registerIndex, places.indices.contains(offset), places[offset] >= 0 else { return }
            people.mark(index, place: places[offset])
        }
    }
}

extension RegisterIntake {
    /// What is to be filled while people are counted.
    ///
    /// - Parameter since: where the pipeline file says that the programme began.
    func peopleQuarters(_ settled: SettledClaims, since: CalendarDay?) -> WitnessedQuarters {
        let usual = settled.usualQuarters(since: since, forgotten: source.register.forgotten).quarters
        return WitnessedQuarters(
            usual.filter { settled.daysByQuarter[$0.ordinal] != nil }, peopleCount: source.people.count)
    }

    /// What there is to keep, when people are counted.
    func state(_ settled: SettledClaims, _ quarters: WitnessedQuarters) -> SettledState {
        SettledState(peopleQuarters: quarters.people, severalKeys: settled.severalKeys)
    }

    /// Writes the new exports down, to be the register's when their report is published; nil: there is none.
    ///
    /// - Parameters:
    ///   - inputs: all of the run, in input order.
    ///   - rejects: of the run, and among them all of the new exports, with their places on disk.
    ///   - publication: the report.
    func stage(
        _ inputs: [RunInput], rejects: [Reject], groups: [[String]], _ state: SettledState,
        publication: RegisterPublication
    ) throws(RunFailure) -> StagedRegister? {
        let places = source.places.dropFirst(source.register.inputs.count)
        let new = places.map { inputs[$0] }
        guard !new.isEmpty else { return nil }
        let rejectCount = new.reduce(0) { count, input in
            input.rejectedByReason.values.reduce(count) { $0 + $1.recordCount }
        }
        guard rejectCount <= RejectList.limit else {
            throw RunFailure(RegisterCommandProblem.tooManyRejects(rejectCount))
        }
        delivery.add(try placedReversals(inputs))
        // What settling rejects it rejects anew every time.
        let isNew = Set(places)
        delivery.add(
            rejects: rejects.filter { isNew.contains($0.position.fileIndex) && !$0.reason.isFoundInSettling })
        return try withRegister {
            try source.register.stage(
                delivery, inputs: new.compactMap(\.registered), groups: groups, people: source.people,
                state: state, publication: publication)
        }
    }

    /// Keeps what was found out of all claims, where the register does not know it yet.
    func keep(_ state: SettledState) throws(RunFailure) {
        guard !source.knowsPeopleQuarters || source.severalKeys == nil && state.severalKeys != nil else { return }
        _ = try withRegister { try source.register.keep(state) }
    }

    /// The reversals of the new exports with their places on disk.
    private func placedReversals(_ inputs: [RunInput]) throws(RunFailure) -> [Reversal] {
        var placed: [Reversal] = []
        let byFile = Dictionary(grouping: reversals, by: \.claim.position.fileIndex)
        for (index, reversals) in byFile.sorted(by: { $0.key < $1.key }) {
            let ordered = reversals.sorted { $0.claim.position < $1.claim.position }
            // They have places in the way in which rejects have them.
            let rejects = ordered.map {
                Reject(
                    position: $0.claim.position, place: $0.place, reason: .reversalWithoutClaim, field: "reverses",
                    maskedValue: $0.maskedTarget, amountMinor: $0.claim.amountMinor)
            }
            do throws(InputError) {
                guard let places = try inputs[index].export?.placed(rejects) else { continue }
                for (reversal, reject) in zip(ordered, places) {
                    var reversal = reversal
                    reversal.place = reject.place
                    placed.append(reversal)
                }
            } catch {
                throw RunFailure([error])
            }
        }
        return placed
    }
}
