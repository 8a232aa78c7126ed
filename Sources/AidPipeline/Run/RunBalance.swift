import AidInput
import AidModel
import AidStatistics

/// Where every record of a run went: each input's balance, which closes, and every reject.
struct RunBalance {
    /// In input order.
    let inputs: [InputBalance]
    /// Those that are in memory, in input order, with their places on disk.
    let heldRejects: [Reject]
    /// `rejects.csv`.
    let rejectsFile: [UInt8]
    let total: Balance
    /// What was rejected, reason by reason.
    let rejectSummaries: [RejectSummary]
    private let shared: SharedClaims
    private let orderDoubts: OrderDoubts
    private let overlapping: OverlappingFiles
    private let copies: [RunFinding]
    private let hasClaimNumbers: Bool

    var names: [String] { inputs.map(\.name) }
    /// Those that are listed.
    var rejects: ArraySlice<Reject> { heldRejects.prefix(RejectList.limit) }

    /// - Throws: where what was read is not what became of it, or an export counts twice.
    init(
        _ read: ReadClaims, _ settled: SettledClaims, _ tables: RunTables?, _ pipeline: LoadedPipeline
    ) throws(RunFailure) {
        let inputs = zip(read.files, settled.balances).map { file, balance in file.balance(balance) }
        if let open = inputs.first(where: { !$0.balance.closes }) {
            throw RunFailure(RunProblem.balanceOpen, place: open.name)
        }
        self.inputs = inputs
        hasClaimNumbers = pipeline.file.layout.claim != nil
        copies = try RunFindings.copies(
            inputs, of: read.files.map(\.export?.file), hasClaimNumbers: hasClaimNumbers)
        heldRejects = try RunBalance.placed(read.files, settled)
        let rejects = heldRejects.prefix(RejectList.limit)
        let ofTables = try tables?.rejects() ?? []
        rejectsFile = RejectsFile.bytes(
            (Array(rejects) + ofTables).prefix(RejectList.limit),
            names: (inputs + (tables?.reports.flatMap(\.files) ?? [])).map(\.name), language: pipeline.file.language)
        total = inputs.reduce(into: Balance()) { $0 += $1.balance }
        rejectSummaries = RejectSummary.all(
            rejects, counts: total.rejectedByReason,
            forgotten: Set(read.files.indices.filter { read.files[$0].hasForgotten }))
        shared = SharedClaims(settled.otherPersons, names: inputs.map(\.name))
        orderDoubts = settled.orderDoubts
        overlapping = OverlappingFiles(settled.sameRecords, names: inputs.map(\.name))
    }

    /// - Throws: where too much cannot be counted, or counts for somebody else.
    func check(forgottenCount: Int, _ pipeline: LoadedPipeline) throws(RunFailure) {
        try RejectLimit.check(self, forgottenCount: forgottenCount, pipeline: pipeline)
        try shared.check(total, pipeline: pipeline)
        try FilesOutOfOrder.check(orderDoubts, names: names)
        try overlapping.check(inputs, pipeline: pipeline)
    }

    /// What a reader of the figures must know of the records.
    func findings(_ read: ReadClaims, _ settled: SettledClaims, forgottenCount: Int) -> [Finding] {
        let found =
            RunFindings.notKept(read.files) + copies + read.findings
            + RunFindings.ofBalance(total, rejectSummaries, forgottenCount: forgottenCount) + shared.findings
            + FilesOutOfOrder.findings(orderDoubts, names: names) + overlapping.findings
            + RunFindings.amountScale(settled, names: names) + RunFindings.farOffAmounts(settled, names: names)
            + RunFindings.oddReversals(settled.oddReversals)
            + (hasClaimNumbers ? [] : RunFindings.sameFigures(inputs))
        return RunFindings.ofFiles(read.files) + found.map(\.finding)
    }

    private static func placed(_ files: [RunInput], _ settled: SettledClaims) throws(RunFailure) -> [Reject] {
        let ofSettling = Dictionary(grouping: settled.rejects, by: \.position.fileIndex)
        var rejects: [Reject] = []
        var left = RejectList.limit
        for (index, file) in files.enumerated() {
            rejects += try file.placed(ofSettling[index, default: []], left: &left)
        }
        return rejects
    }
}
