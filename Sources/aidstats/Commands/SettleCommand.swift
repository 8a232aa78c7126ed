import AidPipeline
import ArgumentParser

struct SettleCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: Help.settle.abstract,
        discussion: Help.settle.discussion
    )

    @OptionGroup var step: StepArguments

    @Option(help: ArgumentHelp(Help.partOfClaims, valueName: "2/7"))
    var part: PartChoiceArgument

    @Option(help: ArgumentHelp(Help.outputWithLedger, valueName: "dir"), completion: .directory)
    var output = "reports"

    @OptionGroup var work: WorkOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        try step.check(work, common)
    }

    func run() async throws {
        var request = step.request(work)
        request.options.output = output
        let (asked, part) = (request, part.number)
        try await work.reporting(common) { _ in try await asked.settle(part) }
    }
}
