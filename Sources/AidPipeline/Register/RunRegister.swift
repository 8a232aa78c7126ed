import AidInput
import AidLedger
import AidRegister
import AidModel
import AidStatistics
import Glibc

/// A register beside the exports of a run: its claims are counted with theirs, as if their exports were
/// read again.
///
///     exports listed ─ known by SHA-256 ─▶ not read
///                    └ new ─▶ read, tagged ─┬─▶ settled with the register's claims
///                                           └─▶ the register, when the report is published
struct RunRegister: Sendable {
    let register: Register
    let people: RegisterPeople
    /// The numbers in `people` of the register's people; nil: those that they have in the register.
    let numbers: [UInt32]?
    /// What this run calls each input of the register.
    let names: [String]
    /// For each input of the register, then for each new export: its place in input order.
    let places: [Int]
    /// All of them in input order.
    let order: FileOrder
    /// That of the listed exports some are copies of others; of those one is counted.
    let findings: [RunFinding]
    /// The claims that are several records, or are named by a reversal; nil: it is not known.
    let severalKeys: [ExactKey]?
    /// Whether the register knows the quarters of its people, and no export is new.
    let knowsPeopleQuarters: Bool

    /// A new export: open, and known by its digest.
    struct NewExport: Sendable {
        let listed: ListedInput
        let file: InputFile
        let sha256: String
    }

    /// Opens the register of a programme; nil: it has none.
    ///
    /// - Parameter waits: whether to wait until another program has closed it.
    static func open(
        _ pipeline: LoadedPipeline, for access: Register.Access, waits: Bool = false
    ) throws(RunFailure) -> Register? {
        while true {
            do throws(RunFailure) {
                return try openOnce(pipeline, for: access)
            } catch {
                guard waits, error.exitCode == .tryLater else { throw error }
                usleep(200_000)
            }
        }
    }

    private static func openOnce(
        _ pipeline: LoadedPipeline, for access: Register.Access
    ) throws(RunFailure) -> Register? {
        guard let settings = pipeline.register else { return nil }
        return try withRegister {
            let key = try RegisterKey.read(at: settings.keyFile, registerFolder: settings.folder)
            return try Register.open(
                settings.folder, for: access, key: key, purpose: RegisterPurpose(pipeline.file)
            ) { publication in
                let report = OutputFolder.read(ReportFiles.jsonName, in: publication.folder)
                return report.map { Digest.hexadecimal(of: $0) } == publication.reportSHA256
            }
        }
    }

    /// Tells which of the listed exports the register does not know.
    ///
    /// - Parameter shared: whose numbers the people are to have; nil: the register's.
    /// - Returns: the new ones in input order.
    static func join(
        _ register: Register, _ listed: [ListedInput], pipeline: PipelineFile, jobs: Int, shared: RegisterPeople? = nil
    ) async throws -> (RunRegister, [NewExport]) {
        let shelf = ArchiveShelf()
        let opened = try await concurrently(listed.count, jobs: jobs) { index in try digest(listed[index], shelf) }
        var new: [NewExport] = []
        var known = register.inputs.map(\.name)
        var listedNumbers: Set<Int> = []
        var findings: [RunFinding] = []
        for export in opened {
            if let number = register.inputNumber(sha256: export.sha256) {
                // Of copies the first is the one that is called by its name.
                if listedNumbers.insert(number).inserted {
                    known[number] = export.listed.name
                } else {
                    findings.append(.sameContent(name: export.listed.name, other: known[number]))
                }
            } else if let other = new.first(where: { $0.sha256 == export.sha256 }) {
                findings.append(.sameContent(name: export.listed.name, other: other.listed.name))
            } else {
                new.append(export)
            }
        }
        // What a file of the same name said is in the register for good; standard input is another export every
        // time.
        for export in new where export.listed.path != "-" && known.contains(export.listed.name) {
            throw RunFailure(RegisterCommandProblem.exportChanged, place: export.listed.name)
        }
        let names = known + new.map(\.listed.name)
        let places = RunRegister.places(names, pipeline)
        let people = try withRegister { try shared ?? RegisterPeople(register) }
        let numbers = try withRegister { try shared?.numbers(of: register) }
        let severalKeys = try withRegister { try register.severalKeys() }
        // Whatever is damaged is found before a report is published. With new exports they are derived anew.
        let knowsPeopleQuarters = try new.isEmpty && withRegister { try register.peopleQuarters() } != nil
        return (
            RunRegister(
                register: register, people: people, numbers: numbers, names: known, places: places,
                order: order(names, places: places, pipeline), findings: findings,
                severalKeys: severalKeys, knowsPeopleQuarters: knowsPeopleQuarters), new
        )
    }

    /// The place of each export in input order.
    static func places(_ names: [String], _ pipeline: PipelineFile) -> [Int] {
        let keys = names.map { InputOrder($0, pipeline.inputs) }
        let order = names.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
        var places = [Int](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { places[index] = place }
        return places
    }

    private static func order(_ names: [String], places: [Int], _ pipeline: PipelineFile) -> FileOrder {
        let files = names.enumerated().map { index, name in
            let input = InputOrder(name, pipeline.inputs).input
            // Those that the pipeline file does not name are sorted by nobody.
            return FileOrder.File(name: name, list: input < pipeline.inputs.count ? input : input + index)
        }
        return FileOrder(zip(places, files).sorted { $0.0 < $1.0 }.map(\.1))
    }

    private static func digest(_ listed: ListedInput, _ shelf: ArchiveShelf) throws(RunFailure) -> NewExport {
        do throws(InputError) {
            let file = try InputFile(name: listed.name, path: listed.path).unwrapped(
                listed.part, as: listed.format, place: (listed.path, shelf))
            return NewExport(listed: listed, file: file, sha256: try file.sha256())
        } catch {
            throw RunFailure([error])
        }
    }
}

/// Where an export stands in input order: inputs as listed, files by the bytes of their paths; those that
/// the pipeline file does not name follow, as they came. However a run is called, the order is the same.
private struct InputOrder: Comparable {
    let input: Int
    private let path: [UInt8]

    init(_ name: String, _ inputs: [PipelineInput]) {
        let input =
            inputs.firstIndex { input in
                input.files.contains { InputList.isMatch($0, name) }
            } ?? inputs.count
        self.input = input
        path = input < inputs.count ? Array(name.utf8) : []
    }

    static func < (lhs: InputOrder, rhs: InputOrder) -> Bool {
        lhs.input != rhs.input ? lhs.input < rhs.input : lhs.path.lexicographicallyPrecedes(rhs.path)
    }
}

/// Does work on a register; what goes wrong with it is told as every failure of a command.
func withRegister<Result>(_ work: () throws -> Result) throws(RunFailure) -> Result {
    do {
        return try work()
    } catch {
        throw RunFailure(telling: error)
    }
}

extension RegisterPurpose {
    init(_ pipeline: PipelineFile) {
        self.init(
            programme: pipeline.programme.name, rulesSHA256: CountingRules.recordsSHA256(of: pipeline),
            breakdowns: pipeline.layout.recordBreakdowns.map(\.name))
    }
}

extension RunFailure {
    init(_ error: RegisterError) {
        let exitCode: ExitCode =
            switch error.kind {
            case .noRegister, .wrongKey, .unusableKey, .another, .otherRules, .newer, .older, .missing, .damaged,
                .refused:
                .dataRefused
            case .notEmpty: .cannotCreateOutput
            case .locked: .tryLater
            case .io: .inputOutputError
            }
        self.init(
            exitCode, [Problem(place: error.path, code: "register-\(error.kind)", what: error.what, mend: error.mend)])
    }
}
