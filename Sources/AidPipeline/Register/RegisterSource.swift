import AidInput
import AidModel
import AidRegister
import AidStatistics

/// Exports and a register: of exports that it knows, their claims come from there.
struct RegisterSource: ClaimSource {
    private let register: Register
    private let inputs: InputList
    private let tables: [[ListedInput]]
    private let pipeline: LoadedPipeline
    private let options: RunOptions
    private let progress: RunProgress
    /// Whose numbers the people get; nil: the register's own, and what is new is taken in.
    private let shared: RegisterPeople?

    var forgotten: ForgottenQuarters? { register.forgotten }
    var forgottenCount: Int { register.forgottenCount }
    var warnings: [RunFinding] { inputs.warnings }

    /// Opens the register, whose programme's lock is held, and finds the exports: it knows which of them may be gone.
    static func open(
        _ pipeline: LoadedPipeline, _ options: RunOptions, progress: RunProgress
    ) throws(RunFailure) -> RegisterSource {
        guard let register = try RunRegister.open(pipeline, for: .writing, waits: options.waits) else {
            throw RunFailure(RegisterCommandProblem.noRegister, place: pipeline.path)
        }
        return try RegisterSource(register, pipeline, options, progress: progress)
    }

    /// Finds the exports of a register that is open.
    ///
    /// - Parameter shared: whose numbers the people get, beside those of other registers under the same key; then
    ///   nothing is taken in, and an export that is new is refused.
    init(
        _ register: Register, _ pipeline: LoadedPipeline, _ options: RunOptions, progress: RunProgress,
        shared: RegisterPeople? = nil
    ) throws(RunFailure) {
        inputs = try InputList(pipeline, given: options.inputs, known: register.inputs.map(\.name))
        tables = try InputList.tables(pipeline)
        try WrittenPaths.check(options, pipeline, inputs: inputs.files + tables.joined())
        self.register = register
        self.pipeline = pipeline
        self.options = options
        self.progress = progress
        self.shared = shared
    }

    func read() async throws -> ReadClaims {
        guard options.takesDigests else {
            throw RunFailure(RegisterCommandProblem.digestsNotTaken, place: pipeline.path)
        }
        let (joined, new) = try await RunRegister.join(
            register, inputs.files, pipeline: pipeline.file, jobs: options.jobs, shared: shared)
        if shared != nil, let first = new.first {
            throw RunFailure(RegisterCommandProblem.exportNotTaken, place: first.listed.name)
        }
        let reading = ExportReading(pipeline.file, options, progress: progress, register: joined)
        let read = try await reading.read(
            new.map(\.listed), tables: tables, openFiles: new.map(\.file) + tables.joined().map { _ in nil })
        let added = zip(read.files, new).map { RunInput($0.export, sha256: $1.sha256) }
        let all = try known(joined) + added
        return ReadClaims(
            files: zip(joined.places, all).sorted { $0.0 < $1.0 }.map(\.1), settlement: read.settlement,
            groups: read.groups, tables: read.tables, timings: read.timings,
            findings: joined.findings + inputs.findings, intake: read.intake
        )
    }

    /// What the register has kept of the exports that it knows.
    private func known(_ joined: RunRegister) throws(RunFailure) -> [RunInput] {
        let listed = try withRegister { try register.listedRejects(places: joined.places) }
        let rejects = Dictionary(grouping: listed, by: \.position.fileIndex)
        return register.inputs.indices.map { number in
            RunInput(
                register.inputs[number], name: joined.names[number],
                rejects: rejects[joined.places[number], default: []])
        }
    }
}
