import AidPipeline
import ArgumentParser

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: Help.schema.abstract,
        discussion: Help.schema.discussion
    )

    @Argument(help: ArgumentHelp(Help.schemaKind))
    var kind: SchemaKind

    @Option(help: ArgumentHelp(Help.schemaFormat))
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
