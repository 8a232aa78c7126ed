import AidPipeline
import ArgumentParser

struct PartCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "part",
        abstract: Help.part.abstract,
        discussion: Help.part.discussion
    )

    @OptionGroup var step: StepArguments

    @Option(help: ArgumentHelp(Help.piece, valueName: "3/12"))
    var piece: PieceChoice

    @Option(help: ArgumentHelp(Help.partCount, valueName: "n"))
    var parts: Int

    @Option(name: .customLong("divide-from"), help: ArgumentHelp(Help.divideFrom, valueName: "size"))
    var least: FileSizeChoice?

    @Flag(help: ArgumentHelp(Help.whole))
    var whole = false

    @OptionGroup var work: WorkOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        try step.check(work, common)
        guard (1...PartRequest.partLimit).contains(parts) else {
            throw UsageProblem.partsOutOfRange(limit: PartRequest.partLimit).error(common.language)
        }
    }

    func run() async throws {
        var request = step.request(work)
        if let least { request.leastDivided = least.byteCount }
        if whole { request.leastDivided = nil }
        let asked = request
        let (piece, parts) = (piece.number, parts)
        try await work.reporting(common) { progress in
            try await asked.part(piece, into: parts, progress: progress)
        }
    }
}

/// What all steps of a run in parts are told.
struct StepArguments: ParsableArguments {
    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Argument(help: ArgumentHelp(Help.stepFolder), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp(Help.input, valueName: "path"), completion: .file())
    var input: [String] = []

    func check(_ work: WorkOptions, _ common: CommonOptions) throws {
        if folder.isEmpty { throw UsageProblem.emptyPath(option: "FOLDER").error(common.language) }
        try work.check(common)
    }

    func request(_ work: WorkOptions) -> PartRequest {
        var options = RunOptions(pipelinePath: pipeline)
        options.inputs = input
        options.jobs = work.threads
        if let budget = work.budget { options.memory = budget }
        return PartRequest(options, folder: folder)
    }
}

/// A size of a file, such as `1MB`; powers of 1024.
struct FileSizeChoice: ExpressibleByArgument {
    let byteCount: Int

    init?(argument: String) {
        let units = [("KB", 10), ("MB", 20), ("GB", 30), ("B", 0)]
        let text = argument.uppercased()
        guard let (unit, shift) = units.first(where: { text.hasSuffix($0.0) }),
            let number = Int(text.dropLast(unit.count)), (1...1 << 20).contains(number)
        else { return nil }
        byteCount = number << shift
    }
}

struct PieceChoice: ExpressibleByArgument {
    let number: PartNumber

    init?(argument: String) {
        guard let number = PartNumber(argument, limit: PartRequest.pieceLimit) else { return nil }
        self.number = number
    }
}

struct PartChoiceArgument: ExpressibleByArgument {
    let number: PartNumber

    init?(argument: String) {
        guard let number = PartNumber(argument, limit: PartRequest.partLimit) else { return nil }
        self.number = number
    }
}
