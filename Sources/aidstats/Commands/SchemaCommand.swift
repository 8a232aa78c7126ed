import AidPipeline
import ArgumentParser

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of report.json, of facts.json, of checked drafts or of pipeline files.",
        discussion: """
            Editors complete and check a pipeline file as it is typed when they know its schema.

            Example:
              aidstats schema pipeline > pipelines/pipeline.schema.json
            """
    )

    @Argument(help: "report, facts, check or pipeline.")
    var kind: SchemaKind

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.reporting { try StandardOutput.write(Schemas.json(kind)) }
    }
}

extension SchemaKind: ExpressibleByArgument {}
