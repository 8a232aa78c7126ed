import AidModel
import AidText

/// A facts.json on the disk.
enum FactFile {
    /// What is wrong with one that is none, or that something has damaged.
    static func problem(_ problem: JSONProblem, _ path: String) -> RunFailure.Problem {
        let member = problem.path.isEmpty ? "" : " (\(problem.path))"
        return RunFailure.Problem(
            place: problem.byteOffset.map { "\(path): byte \($0)" } ?? path, code: "no-facts-file",
            what: BilingualText(
                zh: "这不是本程序写出的 facts.json\(member)", en: "this is no facts.json of aidstats\(member)"),
            mend: BilingualText(zh: "请对该季度重新执行 aidstats run", en: "do aidstats run on the quarter again"))
    }
}
