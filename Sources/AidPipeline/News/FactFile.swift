import AidText

/// A facts.json on the disk.
enum FactFile {
    /// What is wrong with one that is none, or that something has damaged.
    static func problem(_ problem: JSONProblem, _ path: String) -> (problem: FactsProblem, place: String?) {
        (.notFactsFile(member: problem.path), problem.byteOffset.map { "\(path): byte \($0)" } ?? path)
    }
}
