import AidModel
import AidPipeline
import ArgumentParser

struct RegisterCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: Help.register.abstract,
        discussion: Help.register.discussion,
        subcommands: [
            RegisterInitCommand.self, RegisterVerifyCommand.self, RegisterExportCommand.self,
            RegisterPeopleCommand.self, RegisterForgetCommand.self,
        ])
}

struct RegisterInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: Help.registerInit.abstract,
        discussion: Help.registerInit.discussion)

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let done = try RegisterRequest(pipelinePath: pipeline).make()
            try StandardOutput.writeDone(done(common.language) + "\n")
        }
    }
}

struct RegisterVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Help.registerVerify.abstract,
        discussion: Help.registerVerify.discussion)

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let found = try RegisterRequest(pipelinePath: pipeline).verify()
            try StandardOutput.write(found(common.language) + "\n")
        }
    }
}

struct RegisterExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Help.registerExport.abstract,
        discussion: Help.registerExport.discussion)

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            try StandardOutput.write(try RegisterRequest(pipelinePath: pipeline).export())
        }
    }
}

struct RegisterPeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: Help.registerPeople.abstract,
        discussion: Help.registerPeople.discussion)

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Argument(help: ArgumentHelp(Help.span, valueName: "2022Q1..2022Q4"))
    var span: SpanChoice

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let count = try RegisterRequest(pipelinePath: pipeline).people(in: span.quarters)
            try StandardOutput.write(count(common.language) + "\n")
        }
    }
}

struct RegisterForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: Help.registerForget.abstract,
        discussion: Help.registerForget.discussion)

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp(Help.before, valueName: "2019Q1"))
    var before: Quarter

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @Flag(help: ArgumentHelp(Help.yes))
    var yes = false

    @Flag(help: ArgumentHelp(Help.wait))
    var wait = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let done = try RegisterRequest(pipelinePath: pipeline).forget(
                before: before, output: output, isSure: yes, waits: wait)
            try StandardOutput.writeDone(done(common.language) + "\n")
        }
    }
}

/// A quarter, or several: `2022Q1..2022Q4`.
struct SpanChoice: ExpressibleByArgument {
    let quarters: ClosedRange<Quarter>

    init?(argument: String) {
        switch ComparedOperand(argument) {
        case .span(let span): quarters = span
        case .quarter(let quarter, .now): quarters = quarter...quarter
        default: return nil
        }
    }
}
