import AidPipeline
import ArgumentParser

/// What does the work of a run.
enum EngineChoice: String, ExpressibleByArgument, CaseIterable {
    case local
    case spark
}

/// The options of a run on Apache Spark.
struct SparkOptions: ParsableArguments {
    @Option(name: .customLong("spark-master"), help: ArgumentHelp(Help.sparkMaster, valueName: "url"))
    var master: String?

    @Option(name: .customLong("spark-conf"), help: ArgumentHelp(Help.sparkSetting, valueName: "key=value"))
    var settingsOfSpark: [String] = []

    @Option(help: ArgumentHelp(Help.sparkPieces, valueName: "n"))
    var pieces: Int?

    @Option(help: ArgumentHelp(Help.sparkParts, valueName: "n"))
    var parts: Int?

    /// Whether any of them is.
    var isGiven: Bool { master != nil || !settingsOfSpark.isEmpty || pieces != nil || parts != nil }

    var settings: SparkSettings {
        // The program that is running.
        var settings = SparkSettings(program: "/proc/self/exe")
        settings.master = master
        settings.settings = settingsOfSpark
        settings.pieceCount = pieces
        settings.partCount = parts
        return settings
    }

    func check(_ common: CommonOptions) throws {
        if let parts, !(1...PartRequest.partLimit).contains(parts) {
            throw UsageProblem.partsOutOfRange(limit: PartRequest.partLimit).error(common.language)
        }
        if let pieces, !(1...PartRequest.pieceLimit).contains(pieces) {
            throw UsageProblem.piecesOutOfRange(limit: PartRequest.pieceLimit).error(common.language)
        }
        if settingsOfSpark.contains(where: { !$0.contains("=") }) {
            throw UsageProblem.noSparkSetting.error(common.language)
        }
    }
}
