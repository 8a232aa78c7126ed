import AidInput
import AidModel
import AidRegister

/// Where the claims of several programmes come from, in which the same people have the same keys.
struct JointSources {
    private let pipelines: [LoadedPipeline]
    /// Of each programme; nil: it has none.
    private let registers: [Register?]
    /// Where no programme has a register: texts of people get the same numbers in all of them.
    private let keys = KeyTable()
    /// nil: no programme has a register.
    private let tags: JointTags?

    /// Opens the registers, to be read.
    ///
    /// - Throws: where they are under several keys, or do not know any more whom they have helped.
    init(_ pipelines: [LoadedPipeline]) throws(RunFailure) {
        var registers: [Register?] = []
        for pipeline in pipelines { registers.append(try RunRegister.open(pipeline, for: .reading)) }
        let first = registers.firstIndex { $0 != nil }
        for (pipeline, register) in zip(pipelines, registers) {
            guard let register, let first, let other = registers[first] else { continue }
            if register.key.fingerprint != other.key.fingerprint {
                throw RunFailure(TogetherProblem.otherKey(other: pipelines[first].path), place: pipeline.path)
            }
            if let forgotten = register.forgotten {
                throw RunFailure(
                    TogetherProblem.hasForgotten(exactFrom: forgotten.exactFrom), place: pipeline.path)
            }
        }
        self.pipelines = pipelines
        self.registers = registers
        tags = first.flatMap { registers[$0] }.map { JointTags(key: $0.key) }
    }

    /// - Parameter place: that of the programme.
    /// - Throws: where its exports cannot be found.
    func source(_ place: Int, _ options: RunOptions, progress: RunProgress) throws(RunFailure) -> any ClaimSource {
        let pipeline = pipelines[place]
        guard let tags else { return try ExportSource(pipeline, options, progress: progress, keys: keys) }
        if let register = registers[place] {
            return try RegisterSource(register, pipeline, options, progress: progress, shared: tags.people)
        }
        return try ExportSource(pipeline, options, progress: progress, joint: tags)
    }
}
