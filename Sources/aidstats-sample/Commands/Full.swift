import ArgumentParser

/// Three quarters at full size, each in three files of three kinds.
struct Full: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "生成全量样例：2020Q3、2022Q2、2023Q2。 Three quarters at full size, about 2.7 million claims."
    )

    @Option(help: ArgumentHelp("输出文件夹。 The folder to write to.", valueName: "folder"))
    var output: String

    @OptionGroup var common: CommonOptions

    static let targets = [
        Target(
            quarter: Quarter(2020, 3), recipientCount: 727_000, personTimeCount: 772_000, amountFen: 98_000_000_00
        ),
        Target(
            quarter: Quarter(2022, 2), recipientCount: 833_600, personTimeCount: 890_100, amountFen: 109_000_000_00
        ),
        Target(
            quarter: Quarter(2023, 2), recipientCount: 985_800, personTimeCount: 1_055_400, amountFen: 135_000_000_00
        ),
    ]

    mutating func run() throws {
        do {
            var export = try Exports.prepare(
                targets: Full.targets, spacing: 100, draws: common.draws, folder: output,
                files: Full.targets.map { target in
                    let name = "claims-\(target.quarter.name)"
                    return QuarterFiles(
                        names: ["\(name)-1.csv", "\(name)-2.csv", "\(name)-3.xml"],
                        dialects: [.spreadsheet, .program, .ornateXML]
                    )
                }
            )
            try export.write(to: output)
            try common.report(export.truth)
        } catch let error as SampleError {
            throw error.exit()
        }
    }
}
