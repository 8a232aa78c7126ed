import AidInput
import AidModel
import AidRegister
import AidStatistics

/// Where a run takes its claims from: exports alone, or exports and a register of what was read before.
///
/// It lists and reads; what it keeps of a run is staged before the report is put in its place, and committed behind.
protocol ClaimSource: Sendable {
    /// What a register has forgotten; nil: nothing.
    var forgotten: ForgottenQuarters? { get }
    /// How many records were forgotten.
    var forgottenCount: Int { get }

    /// What whoever runs the program must know of its inputs, though no reader of the figures.
    var warnings: [RunFinding] { get }

    /// Reads what is new, and deals all claims out.
    ///
    /// - Throws: for every file that cannot be read to its end, at once.
    func read() async throws -> ReadClaims
}

/// What reading leaves, wherever the claims came from.
struct ReadClaims: Sendable {
    /// All inputs in input order.
    let files: [RunInput]
    let settlement: ClaimSettlement
    /// For each groups code the values of the breakdown fields.
    var groups: [[String]]
    /// That claims and persons were read with; nil: of a register.
    var keys: KeyTable?
    /// The reference tables that are to be joined; nil: there are none.
    var tables: ReadTables?
    var timings: RunTimings
    /// What the source has to say of the inputs, besides what reading each of them has found.
    let findings: [RunFinding]
    /// The way into the register; nil: there is none.
    let intake: RegisterIntake?
    /// What other processes have done of it; nil: nothing.
    var parts: DoneParts?

    /// The files of all reference tables.
    var tableFiles: [RunInput] { tables?.files.flatMap { $0 } ?? [] }

    /// What the source is to keep of the run; nil: nothing.
    ///
    /// - Parameter since: where the pipeline file says that the programme began.
    func keeping(_ settled: SettledClaims, since: CalendarDay?) -> ClaimKeeping? {
        intake.map { ClaimKeeping($0, settled, since: since) }
    }
}

/// What other processes have done of a run.
struct DoneParts: Sendable {
    /// What they have settled with.
    let watches: [RestatementWatch]
    let peopleCounts: PeopleCounts?
}

/// Exports alone.
struct ExportSource: ClaimSource {
    private let inputs: InputList
    private let tables: [[ListedInput]]
    private let reading: ExportReading

    var forgotten: ForgottenQuarters? { nil }
    var forgottenCount: Int { 0 }
    var warnings: [RunFinding] { inputs.warnings }

    /// Finds the exports, which needs no lock.
    ///
    /// - Parameters:
    ///   - keys: see `ExportReading`.
    ///   - joint: see `ExportReading`.
    init(
        _ pipeline: LoadedPipeline, _ options: RunOptions, progress: RunProgress, keys: KeyTable? = nil,
        joint: JointTags? = nil
    ) throws(RunFailure) {
        inputs = try InputList(pipeline, given: options.inputs)
        tables = try InputList.tables(pipeline)
        try WrittenPaths.check(options, pipeline, inputs: inputs.files + tables.joined())
        reading = ExportReading(pipeline.file, options, progress: progress, keys: keys, joint: joint)
    }

    func read() async throws -> ReadClaims {
        let read = try await reading.read(
            inputs.files, tables: tables, openFiles: (inputs.files + tables.joined()).map { _ in nil })
        return ReadClaims(
            files: read.files.map { RunInput($0.export, sha256: $0.sha256) }, settlement: read.settlement,
            groups: read.groups, keys: read.keys, tables: read.tables, timings: read.timings, findings: inputs.findings,
            intake: nil)
    }
}
