import ArgumentParser

@main
struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aidstats-sample",
        abstract: "生成虚构的赔付导出文件，真实数字事先已知。 Made-up claim exports whose true figures are known.",
        discussion: """
            The same arguments give the same bytes. The true figures go to standard output.

            Example: aidstats-sample small --output sample-input --truth truth.json
            """,
        subcommands: [Small.self, Stays.self, Full.self, Bench.self]
    )
}

struct CommonOptions: ParsableArguments {
    @Option(help: "随机种子。 The seed of all that looks random.")
    var seed: UInt64 = 2012

    @Option(help: ArgumentHelp("真实数字的 JSON 文件。 Write the true figures as JSON, too.", valueName: "file"))
    var truth: String?

    var draws: Draws { Draws(seed: seed) }

    /// Prints what is true, and writes it where asked for.
    func report(_ truthReport: TruthReport) throws {
        print(truthReport.table)
        guard let truth else { return }
        let file = try EncodedFile(path: truth, encoding: .utf8)
        file.text.append(contentsOf: Array(truthReport.json.utf8))
        try file.close()
    }
}
