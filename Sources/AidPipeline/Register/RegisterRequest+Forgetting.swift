import AidReport
import AidLedger
import AidRegister
package import AidModel

extension RegisterRequest {
    /// Forgets all records before a quarter, once and for all; figures stay.
    ///
    /// The figures of those quarters come from the last run, which must be one on all exports of the register.
    ///
    /// - Parameters:
    ///   - quarter: the first that stays, the first of a year: year to date needs all quarters of one.
    ///   - output: the folder of all reports.
    ///   - isSure: false: nothing is done.
    /// - Returns: what was done, or would be.
    package func forget(
        before quarter: Quarter, output: String, isSure: Bool, waits: Bool = false
    ) throws(RunFailure) -> BilingualText {
        let (pipeline, _) = try loaded()
        guard quarter.number == 1 else { throw failure(.cutWithinYear(quarter)) }
        let place = LedgerPlace(pipeline, output: output)
        let locks = try place.lock(waits: waits)
        defer { withExtendedLifetime(locks) {} }
        let ledger = try place.exists ? place.openToWrite() : nil
        guard let register = try RunRegister.open(pipeline, for: isSure ? .writing : .reading, waits: waits) else {
            throw failure(.noRegister)
        }
        let run = try lastRun(ledger, register, pipeline.file)
        guard let last = register.quarters.last, last >= quarter else { throw failure(.nothingWouldStay(quarter)) }
        let gone = register.claimCount { $0 < quarter }
        guard gone > 0 else { return RegisterAnswer.nothingToForget(before: quarter).text }
        guard isSure else { return RegisterAnswer.wouldForget(before: quarter, count: gone).text }
        let places = RunRegister.places(register.inputs.map(\.name), pipeline.file)
        let programme = pipeline.file.programme
        let known = figures(run, register, before: quarter)
        let people = try withRegister { try register.peopleQuarters() }
        let after = try withRegister {
            try register.forget(
                before: quarter, figures: known,
                yearsToDate: people.map { yearsToDate(run, $0, of: Array(known.keys), programme) } ?? [:],
                since: programme.since ?? firstDay(run, before: quarter),
                sinceStart: sinceStart(run, programme, before: quarter), places: places)
        }
        return RegisterAnswer.forgot(before: quarter, count: after.forgottenCount - register.forgottenCount).text
    }

    /// The run whose figures stay.
    private func lastRun(
        _ ledger: Ledger?, _ register: Register, _ pipeline: PipelineFile
    ) throws(RunFailure) -> RecordedRun {
        guard let run = try withLedger({ try ledger?.lastRun() }),
            run.isOn(Set(register.inputs.map(\.sha256)), pipeline)
        else { throw failure(.figuresUncounted) }
        return run
    }

    private func figures(_ run: RecordedRun, _ register: Register, before quarter: Quarter) -> [Quarter: Figures?] {
        let known = Dictionary(run.quarters.map { ($0.quarter, $0.figures) }) { first, _ in first }
        let quarters = Set(register.quarters).union(known.keys).filter { $0 < quarter }
        // A quarter may hold unpaid records alone, and then has none.
        return Dictionary(uniqueKeysWithValues: quarters.map { ($0, known[$0] ?? nil) })
    }

    /// The years to date that end with one of some quarters, of years that lie behind the programme's start.
    private func yearsToDate(
        _ run: RecordedRun, _ people: PeopleQuarters, of quarters: [Quarter], _ programme: Programme
    ) -> [Quarter: Figures] {
        var figures: [Quarter: Figures] = [:]
        // People are kept from the start on, person-times and money of all quarters.
        for quarter in quarters where programme.since.map({ $0 <= quarter.firstOfYear.firstDay }) ?? true {
            let span = quarter.firstOfYear...quarter
            guard people.quarters.contains(where: span.contains) else { continue }
            var sum = Figures(recipientCount: people.count(span).distinct, personTimeCount: 0, amountMinor: 0)
            for total in run.quarters where span.contains(total.quarter) {
                sum.personTimeCount += total.figures?.personTimeCount ?? 0
                sum.amountMinor += total.figures?.amountMinor ?? 0
            }
            figures[quarter] = sum
        }
        return figures
    }

    /// The first day of cumulative figures where the pipeline file names none: the first payment.
    private func firstDay(_ run: RecordedRun, before quarter: Quarter) -> CalendarDay {
        let report = try? ReportFile.read(run.folder + "/" + ReportFiles.jsonName)
        return report?.since ?? run.quarters.first { $0.figures != nil }?.quarter.firstDay ?? quarter.firstDay
    }

    /// Person-times and money from the programme's start to a quarter: what the run has cumulated, less or
    /// more the quarters between.
    private func sinceStart(_ run: RecordedRun, _ programme: Programme, before quarter: Quarter) -> Tally {
        guard let cell = run.cells.first(where: { $0.period == .cumulative && $0.group == nil })?.figures,
            let personTimes = cell.personTimes?.exactly, let amountMinor = cell.amountMinor?.exactly,
            programme.since.map({ $0 < quarter.firstDay }) ?? true
        else { return .zero }
        var tally = Tally(recordCount: Int(personTimes), amountMinor: amountMinor)
        for total in run.quarters {
            let quarters = Tally(
                recordCount: total.figures?.personTimeCount ?? 0, amountMinor: total.figures?.amountMinor ?? 0)
            if total.quarter >= quarter, total.quarter <= run.quarter { tally = tally - quarters }
            if total.quarter < quarter, total.quarter > run.quarter { tally += quarters }
        }
        return tally
    }
}

extension RecordedRun {
    /// Whether the run was on just these exports, and on no other inputs but reference tables.
    func isOn(_ sha256s: Set<String>, _ pipeline: PipelineFile) -> Bool {
        let tables = pipeline.tables.flatMap(\.files.files)
        let others = inputs.filter { input in
            !(input.sha256.map(sha256s.contains) ?? false)
                && !tables.contains { InputList.isMatch($0, input.name) }
        }
        return others.isEmpty && sha256s.isSubset(of: inputs.compactMap(\.sha256))
    }
}
