import AidLedger
import AidRegister
import AidModel
import AidStatistics
import AidReport

/// The figures of a programme as its ledger has them.
struct FiguresInLedger {
    private let pipeline: LoadedPipeline?
    private let ledger: Ledger?
    /// Where the ledger is, or would be.
    private let path: String

    init(pipelinePath: String?, output: String) throws(RunFailure) {
        guard let pipelinePath else {
            pipeline = nil
            ledger = nil
            path = ""
            return
        }
        let pipeline = try LoadedPipeline.load(pipelinePath)
        self.pipeline = pipeline
        let place = LedgerPlace(pipeline, output: output)
        path = place.path
        ledger = try place.openToRead()
    }

    var language: Language? { pipeline?.file.language }
    /// What people call a breakdown, by its name in the pipeline file; nil: there is none.
    var fieldTitles: [String: BilingualText]? { pipeline?.fieldTitles }

    /// How many groups of each breakdown people are shown.
    var shownGroupLimits: [String: ShownGroupLimit] {
        Dictionary(
            (pipeline?.file.reportBreakdowns ?? []).map { ($0.field, $0.limit) },
            uniquingKeysWith: { first, _ in first })
    }

    var currency: Currency {
        get throws(RunFailure) { try named.file.programme.currency }
    }

    /// A quarter as it was published, or as it stands now.
    func side(_ quarter: Quarter, _ choice: ComparedOperand.VintageChoice) throws(RunFailure) -> ComparedSide {
        let ledger = try opened
        let vintages = try withLedger { try ledger.vintages(of: quarter) }
        switch choice {
        case .now:
            if let side = try standing(quarter) { return side }
            guard let last = vintages.last else { return try empty(quarter) }
            return side(last)
        case .first: return try side(vintages.first, quarter, vintages)
        case .latest: return try side(vintages.last, quarter, vintages)
        case .number(let number): return try side(vintages.first { $0.number == number }, quarter, vintages)
        case .asOf(let day): return try side(vintages.last { $0.publishedOn <= day }, quarter, vintages)
        }
    }

    /// Several quarters as one period.
    ///
    /// Person-times and money add up; recipients do not, and are known only where a period that was
    /// counted as a whole is the one that is asked for.
    func side(_ span: ClosedRange<Quarter>) throws(RunFailure) -> ComparedSide {
        let ledger = try opened
        let title = FiguresInLedger.title(span)
        let last = span.upperBound
        guard let run = try withLedger({ try ledger.lastRun() }) else { throw try failure(.noFigures(of: title.en)) }
        var sum = Figures.zero
        var isProvisional = false
        var empty: [Quarter] = []
        for ordinal in span.lowerBound.ordinal...span.upperBound.ordinal {
            guard let total = run.quarters.first(where: { $0.quarter.ordinal == ordinal }) else {
                throw try failure(
                    .quarterBeyondData(
                        Quarter(ordinal: ordinal), ends: (run.quarters.first?.quarter, run.quarters.last?.quarter)))
            }
            // A quarter within the data without a claim adds nothing, but may be one that was never exported.
            if total.figures == nil { empty.append(total.quarter) }
            sum.personTimeCount += total.figures?.personTimeCount ?? 0
            sum.amountMinor += total.figures?.amountMinor ?? 0
            isProvisional = isProvisional || total.isProvisional
        }
        let provisional =
            (isProvisional ? [FiguresInLedger.provisional] : [])
            + (empty.isEmpty ? [] : [FiguresInLedger.withoutClaims(empty)])
        // Year to date of the last quarter is the same span, counted as one: if no newer run has counted otherwise.
        if span.lowerBound == last.firstOfYear, let own = try withLedger({ try ledger.lastRun(of: last) }),
            let total = own.cells.first(where: { $0.period == .yearToDate && $0.group == nil })?.figures?.exactly,
            total.personTimeCount == sum.personTimeCount, total.amountMinor == sum.amountMinor
        {
            let cells = own.cells.filter { $0.period == .yearToDate }.map {
                PublishedCell(period: .quarter, group: $0.group, content: $0.content)
            }
            return ComparedSide(title: title, cells: cells, notes: provisional)
        }
        let register = try RunRegister.open(try named, for: .reading)
        let people: RegisteredPeople? = if let register { try people(span, run, register) } else { nil }
        let count = people?.quarters.count(span)
        let figures = PublishedFigures(
            recipients: count.map { FigureRange(exactly: Int128($0.distinct)) },
            personTimes: FigureRange(exactly: sum[.personTimes]), amountMinor: FigureRange(exactly: sum[.amount]))
        let query = "aidstats register people \(try named.path) \(title.en)"
        let note =
            count.flatMap { people?.told($0, of: span) } ?? forgottenNote(span, register?.forgotten)
            ?? FiguresInLedger.peopleUncounted(query)
        return ComparedSide(
            title: title, cells: [PublishedCell(period: .quarter, group: nil, content: .figures(figures))],
            notes: provisional + [note])
    }

    /// Why no register can count the people of a span any more; nil: that is not so.
    private func forgottenNote(_ span: ClosedRange<Quarter>, _ forgotten: ForgottenQuarters?) -> BilingualText? {
        guard let forgotten, span.lowerBound < forgotten.exactFrom else { return nil }
        return FiguresInLedger.peopleForgotten(before: forgotten.exactFrom)
    }

    /// What the register knows of the people of a span; nil: it does not, or has other exports than the run whose
    /// money stands beside.
    private func people(
        _ span: ClosedRange<Quarter>, _ run: RecordedRun, _ register: Register
    ) throws(RunFailure) -> RegisteredPeople? {
        guard let people = try RegisteredPeople(register, since: try named.file.programme.since),
            people.covers(span), run.isOn(people.sha256s, try named.file)
        else { return nil }
        return people
    }

    private func side(_ vintage: Vintage?, _ quarter: Quarter, _ known: [Vintage]) throws(RunFailure) -> ComparedSide {
        if let vintage { return side(vintage) }
        throw try failure(.noVintage(quarter, known: known))
    }

    private func side(_ vintage: Vintage) -> ComparedSide {
        ComparedSide(
            title: FiguresInLedger.title(vintage),
            cells: vintage.cells,
            notes: (vintage.isProvisional ? [FiguresInLedger.provisional] : [])
                + (vintage.note.map { [FiguresInLedger.own($0)] } ?? []))
    }

    /// A quarter as the newest run that saw it has counted it.
    private func standing(_ quarter: Quarter) throws(RunFailure) -> ComparedSide? {
        let ledger = try opened
        let title = FiguresInLedger.titleNow(quarter)
        let newest = try withLedger { try ledger.lastRun() }
        let own = try withLedger { try ledger.lastRun(of: quarter) }
        let total = newest?.quarters.first { $0.quarter == quarter }
        // The quarter's own run has its groups too; a newer run may have counted it anew.
        if let own, newest?.id == own.id || total?.figures == nil || total?.figures == own.total {
            return ComparedSide(title: title, cells: own.cells, notes: notes(own))
        }
        guard let total, let figures = total.figures else { return nil }
        return ComparedSide(
            title: title,
            cells: [PublishedCell(period: .quarter, group: nil, content: .figures(PublishedFigures(figures)))],
            notes: (total.isProvisional ? [FiguresInLedger.provisional] : [])
                + (own == nil ? [] : [FiguresInLedger.totalsOfNewerRun]))
    }

    /// A quarter of which the newest run has counted nothing, and why.
    private func empty(_ quarter: Quarter) throws(RunFailure) -> ComparedSide {
        let ledger = try opened
        let since = try named.file.programme.since
        guard let run = try withLedger({ try ledger.lastRun() }), let first = run.quarters.first?.quarter,
            let last = run.quarters.last?.quarter
        else { throw try failure(.noFigures(of: "\(quarter)")) }
        let why: WhyLacking =
            if let since, quarter < since.quarter {
                .beforeStart
            } else if quarter < first {
                .beforeData
            } else if quarter > last {
                .notExported
            } else {
                .noClaims
            }
        return ComparedSide(
            title: FiguresInLedger.titleNow(quarter), cells: [],
            notes: [FiguresInLedger.empty(quarter, why, since: since, data: first...last)], whyEmpty: why)
    }

    private func notes(_ run: RecordedRun) -> [BilingualText] {
        run.isProvisional ? [FiguresInLedger.provisional] : []
    }

    private var named: LoadedPipeline {
        get throws(RunFailure) {
            guard let pipeline else { throw RunFailure(HistoryProblem.pipelineMissing) }
            return pipeline
        }
    }

    private var opened: Ledger {
        get throws(RunFailure) {
            _ = try named
            guard let ledger else { throw RunFailure(HistoryProblem.noLedger, place: path) }
            return ledger
        }
    }

    private func failure(_ problem: HistoryProblem) throws(RunFailure) -> RunFailure {
        RunFailure(problem, place: try named.path)
    }
}

extension RecordedRun {
    /// The total of its own quarter.
    fileprivate var total: Figures? {
        quarters.first { $0.quarter == quarter }?.figures
    }
}
