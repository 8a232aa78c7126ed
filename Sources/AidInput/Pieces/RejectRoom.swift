import AidModel
import Synchronization

/// How many rejects the files of a run hold in memory, so that hardly more do than are listed.
package final class RejectRoom: Sendable {
    private struct Counts {
        var byFile: [Int: Int] = [:]
        var all = 0

        mutating func set(_ count: Int, of fileIndex: Int) {
            all += count - byFile[fileIndex, default: 0]
            byFile[fileIndex] = count
        }
    }

    private let counts = Mutex(Counts())

    package init() {}

    /// Notes that more are held of a file.
    ///
    /// - Returns: how many of this file may be listed behind those of the files before it, of which more may come;
    ///   nil: there is room.
    func add(_ count: Int, of fileIndex: Int) -> Int? {
        guard count > 0 else { return nil }
        return counts.withLock { counts in
            counts.set(counts.byFile[fileIndex, default: 0] + count, of: fileIndex)
            guard counts.all > RejectList.heldLimit else { return nil }
            let before = counts.byFile.reduce(0) { $1.key < fileIndex ? $0 + $1.value : $0 }
            return max(0, RejectList.limit - before)
        }
    }

    /// Notes how many are left of a file.
    func set(_ count: Int, of fileIndex: Int) {
        counts.withLock { $0.set(count, of: fileIndex) }
    }
}
