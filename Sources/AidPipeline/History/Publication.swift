import AidInput
import AidLedger
package import AidModel
import Glibc

/// What `publish` is asked to do.
package struct PublicationOptions: Sendable {
    package enum Subject: Sendable {
        /// The figures of the last run on this quarter.
        case lastRun(Quarter)
        /// A file of figures that were printed before there were exports.
        case printed(path: String)
    }

    package var pipelinePath: String
    package var subject: Subject
    package var output = "reports"
    package var reason: RestatementReason?
    package var note: String?
    /// The day of publication; nil: today.
    package var publishedOn: CalendarDay?
    /// Whether to wait for another run to end.
    package var waits = false

    package init(pipelinePath: String, subject: Subject) {
        self.pipelinePath = pipelinePath
        self.subject = subject
    }
}

/// What `publish` has done.
package struct PublicationOutcome: Sendable {
    /// The new vintages; empty: all was published already.
    package let published: [Vintage]
    /// Those that were there before with the same figures.
    package let unchanged: [Vintage]
    package let language: Language
}

/// Makes a run's figures, or printed ones, the next vintage of a quarter.
package struct Publication: Sendable {
    private let options: PublicationOptions

    package init(_ options: PublicationOptions) {
        self.options = options
    }

    package func publish() throws(RunFailure) -> PublicationOutcome {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let printed = try printedVintages(pipeline)
        let place = LedgerPlace(pipeline, output: options.output)
        let locks = try place.lock(waits: options.waits)
        defer { withExtendedLifetime(locks) {} }
        return try withLedger {
            let ledger = try place.openToWrite()
            var published: [Vintage] = []
            var unchanged: [Vintage] = []
            for vintage in try printed ?? [ofLastRun(ledger, home: place.home, since: pipeline.file.programme.since)] {
                let ofQuarter = try ledger.vintages(of: vintage.quarter)
                let earlier = ofQuarter + published.filter { $0.quarter == vintage.quarter }
                if let same = Publication.same(vintage, among: earlier) {
                    unchanged.append(same)
                } else {
                    published.append(try next(vintage, after: earlier.last, ledger))
                }
            }
            if !published.isEmpty { try Publication.write(published, to: ledger) }
            return PublicationOutcome(published: published, unchanged: unchanged, language: pipeline.file.language)
        }
    }

    private static func write(_ vintages: [Vintage], to ledger: Ledger) throws {
        do throws(LedgerError) {
            try ledger.publish(vintages)
        } catch {
            var failure = RunFailure(error)
            // The step that makes it last may have been the last but one.
            if error.kind == .io { failure.problems.append(RunFailure.Problem(HistoryProblem.publicationUncertain)) }
            throw failure
        }
    }

    /// A vintage that makes another one needless: of a run the last one, if it says the same; of printed
    /// figures the one of the same day.
    private static func same(_ vintage: Vintage, among earlier: [Vintage]) -> Vintage? {
        switch vintage.origin {
        case .run:
            // What lacks quarters was published once.
            let periods = Set(vintage.cells.map(\.period))
            return earlier.last.flatMap { last in
                last.cells.filter { periods.contains($0.period) } == vintage.cells
                    && last.isProvisional == vintage.isProvisional ? last : nil
            }
        case .imported:
            return earlier.last {
                $0.publishedOn == vintage.publishedOn && $0.cells == vintage.cells
                    && $0.isProvisional == vintage.isProvisional
            }
        }
    }

    private func ofLastRun(_ ledger: Ledger, home: String, since: CalendarDay?) throws -> Vintage {
        guard case .lastRun(let quarter) = options.subject, let run = try ledger.lastRun(of: quarter) else {
            throw refused(.noRunOnQuarter)
        }
        // One ledger may serve several folders of reports.
        let folder = try OutputFolder.resolved(home) + "/\(quarter)"
        guard run.folder == folder else {
            throw RunFailure(HistoryProblem.reportElsewhere(folder: run.folder), place: folder)
        }
        return Vintage(
            quarter: quarter, number: 0, publishedOn: try day(), reason: nil, note: options.note,
            isProvisional: run.isProvisional, origin: .run(run.id),
            cells: run.wholeCells(since: since))
    }

    private func printedVintages(_ pipeline: LoadedPipeline) throws(RunFailure) -> [Vintage]? {
        guard case .printed(let path) = options.subject else { return nil }
        return try PublishedFiguresFile(
            name: path, path: path, currency: pipeline.file.programme.currency, zone: pipeline.file.layout.zone
        ).vintages
    }

    /// The vintage as the one that follows another, if that may be.
    private func next(_ vintage: Vintage, after last: Vintage?, _ ledger: Ledger) throws -> Vintage {
        var vintage = vintage
        vintage.number = (last?.number ?? 0) + 1
        vintage.note = options.note ?? vintage.note
        guard vintage.publishedOn > vintage.quarter.firstDay, try vintage.publishedOn <= Publication.today() else {
            throw refused(.impossibleDay(vintage.quarter, vintage.publishedOn))
        }
        guard let last else {
            // A file may hold quarters that restate something and others that do not.
            if case .imported = vintage.origin { return vintage }
            guard options.reason == nil else { throw refused(.nothingToRestate(vintage.quarter)) }
            return vintage
        }
        guard let reason = options.reason else { throw refused(.reasonMissing(vintage.quarter, last: last)) }
        guard last.publishedOn <= vintage.publishedOn else {
            throw refused(.publishedBefore(vintage.publishedOn, last: last.publishedOn))
        }
        try checkMethod(reason, vintage, last, ledger)
        vintage.reason = reason
        return vintage
    }

    /// Rules that differ make a changed method, whatever the user calls it; and the other way round.
    private func checkMethod(_ reason: RestatementReason, _ vintage: Vintage, _ last: Vintage, _ ledger: Ledger) throws
    {
        guard case .run(let id) = vintage.origin, case .run(let lastID) = last.origin,
            let rules = try ledger.run(id)?.rulesSHA256, let lastRules = try ledger.run(lastID)?.rulesSHA256
        else { return }
        if rules != lastRules, reason == .betterData || reason == .routine {
            throw refused(.methodChanged(reason, last: last.number))
        }
        if rules == lastRules, reason == .changedMethod {
            throw refused(.methodUnchanged(last: last.number))
        }
    }

    private func refused(_ problem: HistoryProblem) -> RunFailure {
        RunFailure(problem, place: options.pipelinePath)
    }

    private func day() throws(RunFailure) -> CalendarDay {
        if let day = options.publishedOn { return day }
        return try Publication.today()
    }

    private static func today() throws(RunFailure) -> CalendarDay {
        var seconds = time(nil)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil,
            let today = CalendarDay(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { throw RunFailure(HistoryProblem.todayUnknown) }
        return today
    }
}
