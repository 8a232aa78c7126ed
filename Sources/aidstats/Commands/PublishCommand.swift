import AidModel
import AidPipeline
import ArgumentParser

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Make the last run's figures the next published vintage of a quarter.",
        discussion: """
            The ledger keeps every vintage of every quarter, its figures as they were published; none is ever overwritten. A vintage \
            that differs from the one before restates it, and needs a reason:

              R1  better source data: late claims, corrected exports
              R2  routine recalculation
              R3  changed method: other rules in the pipeline file
              C   correction of a mistake

            Publishing the same figures again changes nothing.

            --import takes figures that were printed before there were exports, from a CSV file with the columns \
            quarter, publishedOn, period (quarter, yearToDate or cumulative), recipients, personTimes and amount, as \
            they were printed: 72.7万, 9800万元. They are kept as rounded as they are.

            Examples:
              aidstats publish pipelines/second-reimbursement.yaml --quarter 2023Q2
              aidstats publish aid.yaml --quarter 2023Q2 --reason R1 --note '补录二季度住院赔付'
              aidstats publish aid.yaml --import printed.csv
            """
    )

    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(help: ArgumentHelp("The quarter to publish.", valueName: "2023Q2"))
    var quarter: Quarter?

    @Option(
        name: .customLong("import"), help: ArgumentHelp("Printed figures to publish instead.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var importPath: String?

    @Option(help: ArgumentHelp("Why published figures are restated.", valueName: "R1|R2|R3|C"))
    var reason: RestatementReason?

    @Option(help: ArgumentHelp("What readers of the history should know.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("The day of publication; by default today.", valueName: "2023-07-16"))
    var on: DayChoice?

    @Option(help: ArgumentHelp("The folder of all reports.", valueName: "dir"), completion: .directory)
    var output = "reports"

    @Flag(help: "Wait until another run has ended.")
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
            try StandardOutput.write(outcome.summary(common.lang == nil ? outcome.language : common.language))
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
