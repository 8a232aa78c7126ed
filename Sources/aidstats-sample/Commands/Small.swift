import ArgumentParser

/// Twelve quarters at one thousandth of the real size, one file each.
struct Small: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "生成小样例：十二个季度，约为真实规模的千分之一。 Twelve quarters at one thousandth of the real size."
    )

    @Option(help: ArgumentHelp("输出文件夹。 The folder to write to.", valueName: "folder"))
    var output: String

    @OptionGroup var common: CommonOptions

    /// Three of them are the real ones; the others lie plausibly between.
    static let targets: [Target] = [
        (2020, 3, 727, 772, 98_000_00), (2020, 4, 741, 788, 99_432_17), (2021, 1, 752, 800, 101_207_40),
        (2021, 2, 770, 820, 103_018_63), (2021, 3, 785, 836, 104_655_05), (2021, 4, 798, 851, 106_120_99),
        (2022, 1, 815, 870, 107_344_28), (2022, 2, 834, 890, 109_000_00), (2022, 3, 872, 931, 115_618_71),
        (2022, 4, 901, 963, 121_790_06), (2023, 1, 948, 1014, 128_703_34), (2023, 2, 986, 1055, 135_000_00),
    ].map { year, number, recipients, personTimes, fen in
        Target(
            quarter: Quarter(year, number), recipientCount: recipients, personTimeCount: personTimes, amountFen: fen
        )
    }

    /// How each quarter's export was sent, and by which kind of system.
    static let dialects: [Dialect] = {
        var dialects: [Dialect] = [
            .spreadsheet, .program, .ornateXML, .gbkXML, .spreadsheet, .program, .ornateXML, .gbkXML, .spreadsheet,
            .program,
            .spreadsheet, .program,
        ]
        dialects[4].columns = Dialect.turned
        dialects[5].hasByteOrderMark = false
        dialects[5].hasChineseNames = true
        dialects[5].endsWithoutLineEnd = true
        dialects[6].hasNamespace = true
        dialects[6].isOrnate = false
        dialects[6].habits.dates = .hyphensAndTime
        dialects[8].columns = Dialect.turned
        dialects[9].columns = Column.allCases
        dialects[9].habits.dates = .compact
        dialects[10].endsWithoutLineEnd = true
        return dialects
    }()

    static func export(to folder: String, draws: Draws) throws -> Export {
        try Exports.prepare(
            targets: targets, spacing: 66, draws: draws, folder: folder,
            files: zip(targets, dialects).map { target, dialect in
                let ending = dialect.format == .csv ? "csv" : "xml"
                return QuarterFiles(names: ["claims-\(target.quarter.name).\(ending)"], dialects: [dialect])
            }
        )
    }

    mutating func run() throws {
        do {
            var export = try Small.export(to: output, draws: common.draws)
            try export.write(to: output)
            try common.report(export.truth)
        } catch let error as SampleError {
            throw error.exit()
        }
    }
}
