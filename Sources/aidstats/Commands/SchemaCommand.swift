import AidPipeline
import ArgumentParser

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a file that aidstats writes or reads.",
        discussion: """
            Editors complete and check a pipeline file as it is typed when they know its schema.

            Example:
              aidstats schema pipeline > pipelines/pipeline.schema.json
            """
    )

    @Argument(help: "Of what.")
    var kind: SchemaKind

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting { try StandardOutput.write(Schemas.json(kind)) }
    }
}

extension SchemaKind: ExpressibleByArgument {}
