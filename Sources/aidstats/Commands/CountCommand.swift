import AidPipeline
import ArgumentParser

struct CountCommand: LongCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: Help.count.abstract,
        discussion: Help.count.discussion
    )

    @OptionGroup var step: StepArguments

    @Option(help: ArgumentHelp(Help.partOfPeople, valueName: "2/7"))
    var part: PartChoiceArgument

    @Option(help: ArgumentHelp(Help.quarterToReport, valueName: "2023Q2|latest"))
    var quarter = QuarterChoice.latest

    @OptionGroup var work: WorkOptions

    @OptionGroup var common: CommonOptions

    func validate() throws { try step.check(work, common) }

    func run() async throws {
        var request = step.request(work)
        if case .quarter(let quarter) = quarter { request.options.quarter = quarter }
        let (asked, part) = (request, part.number)
        try await work.reporting(common) { _ in try await asked.count(part) }
    }
}
