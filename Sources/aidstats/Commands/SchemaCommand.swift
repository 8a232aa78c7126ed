import AidPipeline
import ArgumentParser

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of report.json or of pipeline files.",
        discussion: """
            Editors complete and check a pipeline file as it is typed when they know its schema.

            Example:
              aidstats schema pipeline > pipelines/pipeline.schema.json
            """
    )

    @Argument(help: "report or pipeline.")
    var kind: SchemaKind

    @OptionGroup var common: CommonOptions

    func run() {
        print(Schemas.json(kind), terminator: "")
    }
}

extension SchemaKind: ExpressibleByArgument {}
