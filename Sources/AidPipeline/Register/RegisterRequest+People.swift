import AidRegister
package import AidModel
import AidStatistics

extension RegisterRequest {
    /// The people of every quarter, as CSV, without anything by which one of them could be known.
    ///
    /// First-time and returning people stay empty where the register does not know everybody who was aided
    /// since the programme's start.
    package func export() throws(RunFailure) -> String {
        let people = try RegisteredPeople(self)
        var lines = "quarter,recipients,firstTime,returning\n"
        for (quarter, figures) in people.forgotten?.quarters ?? [] {
            lines += "\(quarter),\(figures.recipientCount),,\n"
        }
        for (quarter, count) in people.quarters.countByQuarter() {
            lines += "\(quarter),\(count.distinct),"
            lines += people.knowsEverybody(through: quarter) ? "\(count.firstTime),\(count.returning)\n" : ",\n"
        }
        return lines
    }

    /// The people of a span of quarters.
    package func people(in span: ClosedRange<Quarter>) throws(RunFailure) -> BilingualText {
        let people = try RegisteredPeople(self)
        try people.check(span, place: pipelinePath)
        let count = people.quarters.count(span)
        return RegisterAnswer.people(span, count: count.distinct, who: people.told(count, of: span)).text
    }
}

/// What a register knows of its people, as the last run has counted them.
struct RegisteredPeople {
    let quarters: PeopleQuarters
    let forgotten: ForgottenQuarters?
    /// The exports whose people they are.
    let sha256s: Set<String>
    private let since: CalendarDay?

    init(_ request: RegisterRequest) throws(RunFailure) {
        let (pipeline, _) = try request.loaded()
        guard let people = try RegisteredPeople(request.opened(), since: pipeline.file.programme.since) else {
            throw request.failure(.peopleUncounted)
        }
        self = people
    }

    /// nil: there has been no run since the register was changed.
    init?(_ register: Register, since: CalendarDay?) throws(RunFailure) {
        guard let quarters = try withRegister({ try register.peopleQuarters() }) else { return nil }
        self.quarters = quarters
        forgotten = register.forgotten
        sha256s = Set(register.inputs.map(\.sha256))
        self.since = since
    }

    /// Whether all who were aided since the programme's start are there, so that it can be told who is new in a
    /// quarter.
    func knowsEverybody(through quarter: Quarter) -> Bool {
        forgotten == nil && !quarters.quarters.isEmpty && missing(through: quarter).isEmpty
    }

    func missing(through quarter: Quarter) -> MissingQuarters {
        MissingQuarters(known: quarters.quarters, since: since?.quarter, through: quarter)
    }

    /// Whether all people of a span can be counted.
    func covers(_ span: ClosedRange<Quarter>) -> Bool {
        guard let first = quarters.quarters.first, let last = quarters.quarters.last else { return false }
        // Before the programme's start there was nobody; after what was forgotten everybody is there.
        let isStartCovered = forgotten == nil && missing(through: last).lateStart == nil
        let isFirstCovered = isStartCovered || (forgotten?.exactFrom ?? first) <= span.lowerBound
        return isFirstCovered && span.upperBound <= last
    }

    func check(_ span: ClosedRange<Quarter>, place: String) throws(RunFailure) {
        guard !covers(span) else { return }
        throw RunFailure(
            RegisterCommandProblem.spanNotCovered(
                ends: (quarters.quarters.first, quarters.quarters.last), exactFrom: forgotten?.exactFrom),
            place: place)
    }
}
