import AidInput
import AidLedger
import AidRegister
import AidModel
import Glibc

/// Where a programme's reports and its ledger are.
struct LedgerPlace {
    /// The folder of all the programme's quarters.
    let home: String
    let path: String
    private let programme: Programme

    init(_ pipeline: LoadedPipeline, output: String) {
        programme = pipeline.file.programme
        home = output + "/" + programme.name
        if let ledger = pipeline.file.ledger {
            path = ledger.hasPrefix("/") ? ledger : pipeline.folder + ledger
        } else {
            path = home + "/ledger.sqlite"
        }
    }

    /// Keeps others from writing reports or ledger, and clears up after those who were killed.
    ///
    /// A ledger elsewhere may have other folders of reports beside this one, and so a lock of its own.
    func lock(waits: Bool) throws(RunFailure) -> [RunLock] {
        try OutputFolder.make(home)
        var locks = [try RunLock(path: home + "/.lock", waits: waits)]
        if path != home + "/ledger.sqlite" { locks.append(try RunLock(path: path + ".lock", waits: waits)) }
        // What cannot be cleared up harms nobody until a report is written, which tries it again.
        try? OutputFolder.removeLeftovers(in: home)
        return locks
    }

    /// Whether there is a ledger.
    ///
    /// - Throws: where the disk does not say: taken for none, it would tell nothing of what was printed before.
    var exists: Bool {
        get throws(RunFailure) { try OutputFolder.isThere(path) }
    }

    /// Opens the ledger to write, for whoever holds the lock, and brings what a crash left in order.
    func openToWrite() throws(RunFailure) -> Ledger {
        try withLedger {
            guard let ledger = try Ledger.open(path, for: .writing, sha256: Digest.steps) else {
                throw RunFailure(HistoryProblem.ledgerNotMade, place: path)
            }
            try ledger.check(programme: programme.name, currency: programme.currency.code, for: .writing)
            try recover(ledger)
            return ledger
        }
    }

    /// Opens the ledger to read; nil: there is none yet.
    func openToRead() throws(RunFailure) -> Ledger? {
        try withLedger {
            let ledger = try Ledger.open(path, for: .reading, sha256: Digest.steps)
            try ledger?.check(programme: programme.name, currency: programme.currency.code, for: .reading)
            return ledger
        }
    }

    /// Finishes or undoes what a run was about to publish when it ended: either its report
    /// stands, and then the ledger says so; or it does not, and the ledger never heard of it.
    private func recover(_ ledger: Ledger) throws {
        for run in try ledger.stagedRuns() {
            let path = run.folder + "/" + ReportFiles.jsonName
            // A report that the disk does not give now may stand.
            let report = try OutputFolder.isThere(path) ? InputFile(name: path, path: path).allBytes() : nil
            if report.map({ Digest.hexadecimal(of: $0) }) == run.reportSHA256 {
                try ledger.settle(run: run.id)
            } else {
                try ledger.drop(stagedRun: run.id)
            }
        }
    }
}

extension RunFailure {
    init(_ error: LedgerError) {
        let exitCode: ExitCode =
            switch error.kind {
            case .newer, .notALedger, .another, .damaged, .refused: .dataRefused
            case .locked: .tryLater
            case .io: .inputOutputError
            case .readOnly: .cannotCreateOutput
            }
        self.init(
            exitCode, [Problem(place: error.path, code: "ledger-\(error.kind)", what: error.what, mend: error.mend)])
    }
}

/// Does work on a ledger; what goes wrong with it is told as every failure of a command.
func withLedger<Result>(_ work: () throws -> Result) throws(RunFailure) -> Result {
    do {
        return try work()
    } catch {
        throw RunFailure(telling: error)
    }
}
