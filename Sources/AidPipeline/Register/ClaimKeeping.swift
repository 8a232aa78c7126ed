import AidModel
import AidRegister
import AidStatistics

/// What a register is to keep of a run: filled while people are counted, staged before the report is put in its
/// place, committed behind.
struct ClaimKeeping {
    private let intake: RegisterIntake
    private let quarters: WitnessedQuarters
    private let state: SettledState

    /// - Parameter since: where the pipeline file says that the programme began.
    init(_ intake: RegisterIntake, _ settled: SettledClaims, since: CalendarDay?) {
        self.intake = intake
        quarters = intake.peopleQuarters(settled, since: since)
        state = intake.state(settled, quarters)
    }

    var witness: RecipientWitness { quarters.witness }

    /// Writes the new exports down, to be the register's when their report is published.
    ///
    /// - Parameters:
    ///   - groups: for each groups code the values that records have, without those of reference tables.
    ///   - rejects: of the run, with their places on disk.
    ///   - run: the report.
    func stage(
        _ read: ReadClaims, groups: [[String]], rejects: [Reject], for run: RecordedRun
    ) throws(RunFailure) -> StagedKeeping {
        let publication = RegisterPublication(reportSHA256: run.reportSHA256, folder: run.folder)
        let staged = try intake.stage(
            read.files, rejects: rejects, groups: groups, state, publication: publication)
        return StagedKeeping(intake: intake, state: state, staged: staged)
    }
}

/// What is on the disk, and not yet the register's.
struct StagedKeeping {
    fileprivate let intake: RegisterIntake
    fileprivate let state: SettledState
    /// nil: no export is new.
    fileprivate let staged: StagedRegister?

    /// Where the report is not in its place for sure.
    func abandon() {
        staged?.abandon()
    }

    func commit() throws(RunFailure) {
        if let staged {
            _ = try withRegister { try staged.commit() }
        } else {
            try intake.keep(state)
        }
    }
}
