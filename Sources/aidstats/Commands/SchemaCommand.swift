import AidPipeline
import ArgumentParser

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print what a file that aidstats writes or reads may hold, as JSON Schema or as a page.",
        discussion: """
            Editors complete and check a pipeline file as it is typed when they know its schema.

            Example:
              aidstats schema pipeline > pipelines/pipeline.schema.json
              aidstats schema report --format markdown
            """
    )

    @Argument(help: "Of what.")
    var kind: SchemaKind

    @Option(help: "A JSON Schema for programs, or a table for people in both languages.")
    var format = Format.json

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting {
            try StandardOutput.write(format == .json ? kind.jsonSchema : kind.referencePage)
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
        case markdown
    }
}

extension SchemaKind: ExpressibleByArgument {}
