import Glibc

enum Exports {
    /// Makes the folder and lays out the quarters' claims.
    ///
    /// Each quarter draws its people from a window of the population that moves on
    /// with time: many come again, and some are new.
    static func prepare(
        targets: [Target], spacing: Int, draws: Draws, folder: String, files: [QuarterFiles]
    ) throws -> Export {
        if mkdir(folder, 0o755) != 0, errno != EEXIST { throw SampleError.cannotCreate(folder, errno) }
        let first = targets[0]
        let quarters = targets.enumerated().map { index, target in
            let age = target.quarter.ordinal - first.quarter.ordinal
            return TrueQuarter(
                target: target, index: index, windowStart: age * (first.recipientCount / 10), draws: draws
            )
        }
        return Export(quarters: quarters, files: files, spacing: spacing, draws: draws)
    }
}
