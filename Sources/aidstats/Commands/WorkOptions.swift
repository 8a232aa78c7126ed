import AidPipeline
import ArgumentParser
import Glibc

/// The options of every command that reads claims: how much of the machine it may take, and whether it says how far it is.
struct WorkOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Help.jobs, valueName: "n"))
    var jobs: Int?

    @Option(help: ArgumentHelp(Help.memory, valueName: "size"))
    var memory: MemoryChoice?

    /// - Returns: how many threads, from 1 on: as many as the machine has processors where `--jobs` does not say.
    var threads: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// - Returns: what `--memory` says; `nil`: what is usual on the machine.
    var budget: MemoryBudget? { memory.map { MemoryBudget(byteCount: $0.byteCount) } }

    func check(_ common: CommonOptions) throws {
        if let jobs, !(1...1024).contains(jobs) { throw UsageProblem.jobsOutOfRange.error(common.language) }
    }

    /// Does what takes long behind a bar that shows how far it is, and tells the user what went wrong.
    func reporting<Result>(
        _ common: CommonOptions, _ work: (RunProgress) async throws -> Result
    ) async throws -> Result {
        let progress = RunProgress()
        return try await common.reportingShared {
            let bar = ProgressBar(progress, isShown: !common.quiet && common.logFormat == .text)
            defer { bar.end() }
            return try await work(progress)
        }
    }
}

/// A size such as `512MB` or `4GB`; powers of 1024.
struct MemoryChoice: ExpressibleByArgument, CustomStringConvertible {
    let byteCount: Int

    init?(argument: String) {
        let units = [("KB", 10), ("MB", 20), ("GB", 30), ("K", 10), ("M", 20), ("G", 30)]
        let text = argument.uppercased()
        guard let (unit, shift) = units.first(where: { text.hasSuffix($0.0) }),
            let number = Int(text.dropLast(unit.count)), (1...1 << 20).contains(number)
        else { return nil }
        byteCount = number << shift
        guard byteCount >= MemoryBudget.least else { return nil }
    }

    var description: String { "\(byteCount >> 20)MB" }
}
