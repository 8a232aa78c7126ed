import Synchronization

/// Does something for every index, on several threads.
///
/// - Parameters:
///   - jobs: how many at once; at least 1.
///   - body: must not depend on the order in which indices come.
/// - Returns: the results in the order of the indices.
/// - Throws: of several errors the one of the lowest index, whichever came first.
package func concurrently<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
    let work = Work<Result>(count: count)
    let threads = ThreadCrew(count: min(max(jobs, 1), max(count, 1))) { work.run(body) }
    await threads.run()
    return try work.results.withLock { $0 }.compactMap { try $0?.get() }
}

/// Indices that threads take, and the results that they leave.
private final class Work<Result: Sendable>: Sendable {
    let results: Mutex<[Swift.Result<Result, any Error>?]>
    private let indices: SharedIndices

    init(count: Int) {
        results = Mutex(Array(repeating: nil, count: count))
        indices = SharedIndices(count)
    }

    func run(_ body: (Int) throws -> Result) {
        while let index = indices.next() {
            let result = Swift.Result { try body(index) }
            results.withLock { $0[index] = result }
        }
    }
}

/// Indices from 0, each of which one thread takes.
final class SharedIndices: Sendable {
    private let count: Int
    private let taken = Atomic(0)

    init(_ count: Int) {
        self.count = count
    }

    /// The next index, or nil when all are taken.
    func next() -> Int? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}
