import AidInput
import AidLedger
import AidModel
import AidStatistics

/// What a run knows of what was published before it, and its way into the ledger.
struct RunHistory {
    private let ledger: Ledger
    /// Of all quarters, by quarter and number.
    let vintages: [Vintage]

    /// - Parameter place: its lock is held.
    init(_ place: LedgerPlace) throws(RunFailure) {
        ledger = try place.openToWrite()
        let ledger = ledger
        vintages = try withLedger { try ledger.vintages() }
    }

    /// What settling has to watch, so that a report can say why a published quarter differs now.
    ///
    /// - Parameter quarter: the one asked for; nil: the last of the data, which will be the newest
    ///   published one or a later one.
    func watch(
        _ quarter: Quarter?, files: [DigestedExport], hasClaimNumbers: Bool
    ) throws(RunFailure) -> RestatementInquiry {
        guard let watched = quarter ?? vintages.last?.quarter,
            let vintage = vintages.last(where: { $0.quarter == watched }), case .run(let id) = vintage.origin
        else { return RestatementInquiry() }
        guard hasClaimNumbers else {
            return RestatementInquiry(
                whyUnknown: BilingualText(
                    zh: "没有赔付编号，无法把现在的记录与当时的逐一对照",
                    en: "without claim numbers the records of now cannot be held against those of then"))
        }
        let run = try withLedger { try ledger.run(id) }
        let known = run?.inputs.compactMap(\.sha256) ?? []
        let now = files.compactMap(\.sha256)
        guard let run, known.count == run.inputs.count, now.count == files.count else {
            return RestatementInquiry(
                whyUnknown: BilingualText(
                    zh: "没有计算输入文件的 SHA-256，无法得知哪些文件是新的",
                    en: "the SHA-256 of the inputs was not taken, so it is not known which of them are new"))
        }
        let isKnown = Set(known)
        return RestatementInquiry(
            watch: RestatementWatch(quarter: watched, isLate: now.map { !isKnown.contains($0) }))
    }

    /// Writes down a report before it is put in its place.
    func stage(_ run: RecordedRun) throws(RunFailure) -> Int64 {
        try withLedger { try ledger.stage(run) }
    }

    /// Says that the report is in its place.
    func settle(_ id: Int64) throws(RunFailure) {
        try withLedger { try ledger.settle(run: id) }
    }

    /// Forgets a report that could not be put in its place.
    func drop(_ id: Int64) {
        try? ledger.drop(stagedRun: id)
    }

    /// Whether the last run on a quarter came to this report.
    func holds(_ run: RecordedRun) throws(RunFailure) -> Bool {
        guard let last = try withLedger({ try ledger.lastRun(of: run.quarter) }) else { return false }
        return last.reportSHA256 == run.reportSHA256 && last.pipelineSHA256 == run.pipelineSHA256
            && last.version == run.version
    }
}

/// What a run looks for to explain a restatement.
struct RestatementInquiry {
    /// nil: nothing was published, or what changed it cannot be told.
    var watch: RestatementWatch?
    var whyUnknown: BilingualText?
}
