import AidInput
import AidLedger
import AidModel
import AidStatistics

/// What a run knows of what was published before it, and its way into the ledger.
struct RunHistory {
    private let place: LedgerPlace
    /// nil: there is none yet; one is made with the first report.
    private let known: Ledger?
    /// Of all quarters, by quarter and number.
    let vintages: [Vintage]
    /// What the newest report on each quarter, and every published version, has printed.
    let earlier: [EarlierReport]
    /// The reports that the program of now has made of these, the newest first: what one of them has hidden is hidden
    /// again as long as its figures stay.
    let standing: [RecordedRun]

    /// - Parameters:
    ///   - place: its lock is held.
    ///   - isReading: whether nothing is to be published; then no lock is needed.
    init(_ place: LedgerPlace, _ pipeline: PipelineFile, isReading: Bool = false) throws(RunFailure) {
        self.place = place
        let ledger = try place.exists ? isReading ? place.openToRead() : place.openToWrite() : nil
        known = ledger
        vintages = try withLedger { try ledger?.vintages() ?? [] }
        let runs = try withLedger { try ledger?.standingRuns() ?? [] }
        let isRun = Set(runs.map { Vintage.Origin.run($0.id) })
        let (definitions, rules) = (CountingRules.definitions(of: pipeline), CountingRules.sha256(of: pipeline))
        let published = Set(vintages.map(\.quarter))
        earlier =
            runs.flatMap { run in
                let regrouped = run.protections.filter {
                    RunHistory.isRegrouped($0, definitions) ?? (run.rulesSHA256 != rules)
                }.map(\.field)
                let draftOf = published.contains(run.quarter) ? nil : run.quarter
                return ([(run.quarter, run.cells)] + run.bases.map { ($0.quarter, $0.cells) }).map {
                    EarlierReport(quarter: $0, cells: $1, regrouped: Set(regrouped), draftOf: draftOf)
                }
            }
            + vintages.filter { !isRun.contains($0.origin) }.map {
                EarlierReport(quarter: $0.quarter, cells: $0.cells)
            }
        standing = runs.reversed().filter { $0.version == Version.current }
    }

    /// Whether a breakdown had other groups, by other rules; nil: the ledger does not know.
    private static func isRegrouped(_ protection: RecordedRun.Protection, _ definitions: [String: String]) -> Bool? {
        protection.definitionSHA256.map { $0 != definitions[protection.field] }
    }

    /// What settling has to watch, so that a report can say why a published quarter differs now.
    ///
    /// - Parameters:
    ///   - quarter: the one asked for; nil: it will be known when all is counted, so every published one is watched.
    ///   - tables: the files of reference tables: where one has changed, the records cannot be held against each other.
    func inquiry(
        _ quarter: Quarter?, files: [RunInput], tables: [RunInput], pipeline: PipelineFile
    ) throws(RunFailure) -> RestatementInquiry {
        var last: [Quarter: Vintage] = [:]
        for vintage in vintages where quarter == nil || vintage.quarter == quarter { last[vintage.quarter] = vintage }
        var inquiry = RestatementInquiry()
        for (quarter, vintage) in last.sorted(by: { $0.key < $1.key }) {
            guard case .run(let id) = vintage.origin, let run = try withLedger({ try known?.run(id) }) else { continue }
            if let why = RunHistory.whyUnknown(run, files: files + tables, pipeline: pipeline) {
                inquiry.whyUnknown = why
            } else {
                let known = Set(run.inputs.compactMap(\.sha256))
                let isLate = files.map { file in file.sha256.map { !known.contains($0) } ?? true }
                inquiry.watches.append(RestatementWatch(quarter: quarter, isLate: isLate))
            }
        }
        return inquiry
    }

    /// Why the records of now cannot be held against those of a run; nil: they can.
    private static func whyUnknown(
        _ run: RecordedRun, files: [RunInput], pipeline: PipelineFile
    ) -> IncomparableRun? {
        if pipeline.layout.claim == nil { return .noClaimNumbers }
        if run.rulesSHA256 != CountingRules.sha256(of: pipeline) { return .rulesChanged }
        guard run.inputs.allSatisfy({ $0.sha256 != nil }), files.allSatisfy({ $0.sha256 != nil }) else {
            return .digestsNotTaken
        }
        let now = Set(files.compactMap(\.sha256))
        if let gone = run.inputs.first(where: { $0.sha256.map { !now.contains($0) } ?? false }) {
            return .inputGone(name: gone.name)
        }
        return nil
    }

    /// Whether the last run on a quarter came to this report.
    private func holds(_ run: RecordedRun) throws(RunFailure) -> Bool {
        guard let last = try withLedger({ try known?.lastRun(of: run.quarter) }) else { return false }
        return last.reportSHA256 == run.reportSHA256 && last.pipelineSHA256 == run.pipelineSHA256
            && last.version == run.version
    }

    /// Puts the folder of a quarter in its place, and the run into the ledger: both or neither.
    ///
    /// Where both are there already, nothing changes.
    ///
    /// - Parameter undo: called where neither is.
    func publish(
        _ run: RecordedRun, _ files: [OutputFile], _ manifest: Manifest, undo: () -> Void
    ) throws(RunFailure) {
        let name = run.quarter.description
        if try holds(run), OutputFolder.holds(files, as: name, in: place.home) { return }
        try record(
            run,
            putInPlace: { () throws(RunFailure) in
                try OutputFolder.publish(files + [manifest.file], as: name, in: place.home)
            }, undo: undo)
    }

    /// Writes a report down before it is put in its place, and says so when it is; or forgets it
    /// where it could not be.
    ///
    /// - Parameter undo: called where the report is not in its place for sure.
    private func record(
        _ run: RecordedRun, putInPlace: () throws(RunFailure) -> Void, undo: () -> Void
    ) throws(RunFailure) {
        var staged: (ledger: Ledger, id: Int64)?
        do throws(RunFailure) {
            let ledger = if let known { known } else { try place.openToWrite() }
            staged = (ledger, try withLedger { try ledger.stage(run) })
            try putInPlace()
        } catch {
            if let staged { try? staged.ledger.drop(stagedRun: staged.id) }
            undo()
            throw error
        }
        guard let staged else { return }
        try RunFailure.afterPublication(of: run.quarter) { () throws(RunFailure) in
            try withLedger { try staged.ledger.settle(run: staged.id) }
        }
    }
}

/// What a run looks for to explain a restatement.
struct RestatementInquiry {
    var watches: [RestatementWatch] = []
    /// Why some published quarter cannot be watched.
    var whyUnknown: IncomparableRun?
}

/// Why the records of now cannot be held against those of a run.
enum IncomparableRun {
    case noClaimNumbers
    /// Those of counting in the pipeline file.
    case rulesChanged
    case digestsNotTaken
    /// It may be there with another content.
    case inputGone(name: String)
}
