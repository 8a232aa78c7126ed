import AidModel
import AidPipeline
import ArgumentParser

struct RegisterCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Make and look after the register of all records read so far.",
        discussion: """
            A register keeps what the exports said without any ID number: claims and people stand under keyed hashes. \
            Where a pipeline file names one (register and keyFile), a run reads only exports that the register does \
            not know, and its figures are those of all exports.

            Examples:
              aidstats register init pipelines/second-reimbursement.yaml
              aidstats register verify aid.yaml
              aidstats register people aid.yaml 2012Q2..2023Q2
              aidstats register forget aid.yaml --before 2019Q1
            """,
        subcommands: [
            RegisterInitCommand.self, RegisterVerifyCommand.self, RegisterExportCommand.self,
            RegisterPeopleCommand.self, RegisterForgetCommand.self,
        ])
}

struct RegisterInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty register, and its key if there is none yet.",
        discussion: "Example:\n  aidstats register init pipelines/second-reimbursement.yaml")

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let done = try RegisterRequest(pipelinePath: pipeline).make()
            try StandardOutput.write(done(common.language) + "\n")
        }
    }
}

struct RegisterVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every byte of the register and prove it whole.",
        discussion: "Example:\n  aidstats register verify aid.yaml")

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
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
        commandName: "export", abstract: "Print the people of every quarter as CSV, without keys.",
        discussion: "Example:\n  aidstats register export aid.yaml > people.csv")

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
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
        abstract: "Count the people of any span of quarters: distinct, first-time and returning.",
        discussion: "Example:\n  aidstats register people aid.yaml 2012Q2..2023Q2")

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Argument(help: ArgumentHelp("The span.", valueName: "2022Q1..2022Q4"))
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
        abstract: "Forget all records before a quarter; their figures stay.",
        discussion: """
            For rules of retention: the records before the quarter go, and with them every person who has no later \
            one. Person-times and money of the forgotten quarters stay as they are; people are told apart from the \
            quarter on. Without --yes it only tells what it would do.

            Example:
              aidstats register forget aid.yaml --before 2019Q1 --yes
            """)

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp("The first quarter that stays, the first of a year.", valueName: "2019Q1"))
    var before: Quarter

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @Flag(help: "Do it. It cannot be taken back.")
    var yes = false

    @Flag(help: "Wait until another run has ended, instead of exiting with 75.")
    var wait = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        try common.reporting(takesLong: true) {
            let done = try RegisterRequest(pipelinePath: pipeline).forget(
                before: before, output: output, isSure: yes, waits: wait)
            try StandardOutput.write(done(common.language) + "\n")
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
