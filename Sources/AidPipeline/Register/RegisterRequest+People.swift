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
        let ends =
            span.lowerBound == span.upperBound
            ? BilingualText(zh: "\(span.lowerBound)", en: "\(span.lowerBound)")
            : BilingualText(
                zh: "\(span.lowerBound) 至 \(span.upperBound)", en: "\(span.lowerBound) to \(span.upperBound)")
        let who = people.told(count, of: span)
        return BilingualText(
            zh: "\(ends.zh)：受助职工 \(count.distinct) 人，\(who.zh)",
            en: "\(ends.en): \(count.distinct) recipients, \(who.en)")
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
            throw RunFailure(
                .dataRefused, code: "register-uncounted", place: request.pipelinePath, zh: "登记册变动后还没有运行过",
                en: "there has been no run since the register was changed",
                mend: BilingualText(zh: "请先执行 aidstats run", en: "do aidstats run first"))
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

    private func missing(through quarter: Quarter) -> MissingQuarters {
        MissingQuarters(known: quarters.quarters, since: since?.quarter, through: quarter)
    }

    /// First-time and returning people, or that this cannot be told; and what is missing of the span itself.
    func told(_ count: PeopleCount, of span: ClosedRange<Quarter>) -> BilingualText {
        let lacking = missing(through: span.upperBound).within.filter(span.contains)
        let who = told(count, isKnown: knowsEverybody(through: span.upperBound))
        guard !lacking.isEmpty else { return who }
        let list = lacking.prefix(8).map(\.description)
        return BilingualText(
            zh: who.zh + "；其中没有 \(list.joined(separator: "、"))\(lacking.count > 8 ? "……" : "") 的赔付，数据可能不全",
            en: who.en
                + "; no claim is dated in \(list.joined(separator: ", "))\(lacking.count > 8 ? " …" : ""), so that "
                + "data may be missing")
    }

    private func told(_ count: PeopleCount, isKnown: Bool) -> BilingualText {
        isKnown
            ? BilingualText(
                zh: "首次受助 \(count.firstTime) 人，再次受助 \(count.returning) 人",
                en: "\(count.firstTime) first-time and \(count.returning) returning")
            : BilingualText(
                zh: "其中首次受助的人数无法得知：登记册不含项目开始以来的全部记录",
                en: "how many of them for the first time is not known, as the register lacks records since the start")
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
        let first = quarters.quarters.first.map { "\($0)" } ?? "–"
        let last = quarters.quarters.last.map { "\($0)" } ?? "–"
        let why =
            forgotten.map {
                BilingualText(
                    zh: "\($0.exactFrom) 之前的记录已按保留期限删去", en: "all records before \($0.exactFrom) were forgotten")
            }
        throw RunFailure(
            .dataRefused, code: "span-not-covered", place: place,
            zh: "登记册只有 \(first) 至 \(last) 的记录" + (why.map { "；" + $0.zh } ?? ""),
            en: "the register has records from \(first) to \(last) only" + (why.map { "; " + $0.en } ?? ""),
            mend: BilingualText(zh: "请给出其中的季度", en: "name quarters within them"))
    }
}
