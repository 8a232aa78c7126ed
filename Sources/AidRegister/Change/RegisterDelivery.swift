package import AidModel
import Synchronization

/// The claims of new exports on their way into the register.
///
/// Threads write them while they read: a delivery takes memory for some thousand rows a thread and
/// quarter, however much it brings. The register does not name its files before they are staged and committed;
/// a delivery that is never added removes them.
package final class RegisterDelivery: Sendable {
    private struct FileKey: Hashable {
        var kind: RegisterSegment.Kind
        var quarter: Quarter?
    }

    private struct State {
        var files: [FileKey: SegmentWriter] = [:]
        var reversals: [Reversal] = []
        var rejects: [Reject] = []
        /// Claims and reversals by the number of their input.
        var recordCounts: [Int: Int] = [:]
        var failure: RegisterError?
        var isKept = false
    }

    let register: Register
    let newInputCount: Int
    /// The number of an input in the register, by what positions of this run call it.
    private let numbers: [Int: Int]
    private let state = Mutex(State())

    /// - Parameters:
    ///   - register: opened for writing, one delivery at a time; or to be read, if there is nothing new.
    ///   - newInputCount: how many exports it brings.
    ///   - places: what positions of this run call the inputs: first those that the register knows, then
    ///     the new ones; nil: their numbers.
    package init(_ register: Register, newInputCount: Int, places: [Int]? = nil) {
        let count = register.inputs.count + newInputCount
        precondition(places == nil || places?.count == count, "every input has a place")
        precondition(register.lock != nil || newInputCount == 0, "the register was opened to be read")
        self.register = register
        self.newInputCount = newInputCount
        let places = places ?? Array(0..<count)
        numbers = Dictionary(uniqueKeysWithValues: zip(places, 0..<count))
    }

    deinit {
        abandon()
    }

    /// Removes all that was written, unless it has become the register's.
    package func abandon() {
        let names = state.withLock { state in
            defer { state.files = [:] }
            return state.isKept
                ? [] : state.files.keys.map { RegisterSegment.name($0.kind, $0.quarter, change: change) }
        }
        for name in names { try? register.folder.remove(name) }
    }

    /// Removes all that was written, although it was to be the register's.
    func abandonKept() {
        state.withLock { $0.isKept = false }
        abandon()
    }

    /// Whether rows were lost; `check` says why.
    package var hasFailed: Bool { state.withLock { $0.failure != nil } }

    /// Takes understood reversals; key, own key and person are tags and numbers of the register.
    package func add(_ reversals: [Reversal]) {
        state.withLock { state in
            state.reversals += reversals
            for reversal in reversals { state.recordCounts[number(reversal.claim), default: 0] += 1 }
        }
    }

    /// Takes what readers could not understand, masked, with its places on disk.
    package func add(rejects: [Reject]) {
        state.withLock { $0.rejects += rejects }
    }

    var change: Int { register.list.changeCount + 1 }

    /// The number of a claim's input.
    func number(_ claim: Claim) -> Int { number(claim.position) }

    /// The number of the input in which a record stands.
    func number(_ position: SourcePosition) -> Int {
        guard let number = numbers[position.fileIndex] else { preconditionFailure("a record of no input") }
        return number
    }

    /// Writes a block of claims of one quarter and input.
    func append(_ block: inout LittleEndianBytes, _ quarter: Quarter?, rowCount: Int, input: Int) {
        do throws(RegisterError) {
            try file(quarter == nil ? .others : .quarter, quarter).append(&block, rowCount: rowCount)
            state.withLock { $0.recordCounts[input, default: 0] += rowCount }
        } catch {
            fail(error)
        }
    }

    /// The file of a kind, made when it is first asked for.
    func file(_ kind: RegisterSegment.Kind, _ quarter: Quarter? = nil) throws(RegisterError) -> SegmentWriter {
        try state.withLock { state throws(RegisterError) in
            let key = FileKey(kind: kind, quarter: quarter)
            if let file = state.files[key] { return file }
            let file = try SegmentWriter(
                register.folder, SegmentHeader(kind: kind, quarter: quarter, change: change))
            state.files[key] = file
            return file
        }
    }

    /// Throws if rows were lost because they could not be written.
    package func check() throws(RegisterError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Brings all files to the disk.
    func finish() throws(RegisterError) -> [RegisterSegment] {
        try check()
        let files = state.withLock { Array($0.files.values) }
        var segments: [RegisterSegment] = []
        for file in files { segments.append(try file.finish()) }
        return segments.sorted { $0.name < $1.name }
    }

    /// The files have become the register's.
    func keep() {
        state.withLock { $0.isKept = true }
    }

    var reversals: [Reversal] { state.withLock { $0.reversals } }
    var rejects: [Reject] { state.withLock { $0.rejects } }
    var recordCounts: [Int: Int] { state.withLock { $0.recordCounts } }

    private func fail(_ error: RegisterError) {
        state.withLock { state in
            if state.failure == nil { state.failure = error }
        }
    }
}
