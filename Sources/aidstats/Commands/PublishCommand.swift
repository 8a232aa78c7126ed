import AidModel
import AidPipeline
import ArgumentParser

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: Help.publish.abstract,
        discussion: Help.publish.discussion
    )

    @Argument(help: ArgumentHelp(Help.pipelineFile), completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp(Help.quarterToPublish, valueName: "2023Q2"))
    var quarter: Quarter?

    @Option(
        name: .customLong("import"), help: ArgumentHelp(Help.importPath, valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var importPath: String?

    @Option(help: ArgumentHelp(Help.reason, valueName: "R1|R2|R3|C"))
    var reason: RestatementReason?

    @Option(help: ArgumentHelp(Help.note, valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp(Help.publishedOn, valueName: "2023-07-16"))
    var on: DayChoice?

    @Option(help: ArgumentHelp(Help.output, valueName: "dir"), completion: .directory)
    var output = "reports"

    @Flag(help: ArgumentHelp(Help.waitForRun))
    var wait = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output.isEmpty { throw UsageProblem.emptyPath(option: "--output").error(common.language) }
        if (quarter == nil) == (importPath == nil) {
            throw UsageProblem.quarterOrImport.error(common.language)
        }
        if importPath != nil, on != nil {
            throw UsageProblem.dayOfImport.error(common.language)
        }
        if let note, note.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) || note.count > 500 {
            throw UsageProblem.noteOfMoreLines.error(common.language)
        }
        if let note, note.contains(/[0-9０-９]{15}/) {
            throw UsageProblem.noteWithNumber.error(common.language)
        }
    }

    func run() throws {
        let subject: PublicationOptions.Subject =
            if let importPath { .printed(path: importPath) } else if let quarter { .lastRun(quarter) } else {
                throw UsageProblem.quarterOrImport.error(common.language)
            }
        var options = PublicationOptions(pipelinePath: pipeline, subject: subject)
        options.output = output
        options.reason = reason
        options.note = note
        options.publishedOn = on?.day
        options.waits = wait
        let request = options
        try common.reporting {
            let outcome = try Publication(request).publish()
            try StandardOutput.writeDone(outcome.summary(common.lang == nil ? outcome.language : common.language))
        }
    }
}

extension RestatementReason: ExpressibleByArgument {}

extension Quarter: ExpressibleByArgument {
    init?(argument: String) {
        self.init(argument)
    }
}

/// A day as users write it: `2023-07-16`.
struct DayChoice: ExpressibleByArgument {
    let day: CalendarDay

    init?(argument: String) {
        guard let day = CalendarDay(iso: argument) else { return nil }
        self.day = day
    }
}
