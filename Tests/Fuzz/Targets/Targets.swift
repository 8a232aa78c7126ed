/// Something that is tried with made-up inputs.
struct Target: Sendable {
    let name: String
    /// How the names of files end that are inputs to begin with, too.
    let takes: [String]
    /// How many bytes of an input decide how the others are tried.
    let choiceCount: Int
    /// Inputs to begin with, besides those that earlier runs have kept.
    let seeds: [[UInt8]]
    /// Words that inputs are likely to hold.
    let words: [String]
    let run: @Sendable ([UInt8]) -> Void

    init(
        _ name: String, takes: [String] = [], choiceCount: Int = 0, seeds: [String], words: [String] = [],
        run: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.init(
            name, takes: takes, choiceCount: choiceCount, seedBytes: seeds.map { Array($0.utf8) }, words: words,
            run: run)
    }

    init(
        _ name: String, takes: [String] = [], choiceCount: Int = 0, seedBytes: [[UInt8]], words: [String] = [],
        run: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.name = name
        self.takes = takes
        self.choiceCount = choiceCount
        seeds = seedBytes
        self.words = words
        self.run = run
    }

    static let all: [Target] =
        scanTargets + csvTargets + xmlTargets + sheetTargets + fieldTargets + encodingTargets + archiveTargets
        + claimTargets + textTargets + pipelineTargets + partTargets
}
