import Glibc

/// How much memory a run may use.
///
/// - Units: bytes, resident.
package struct MemoryBudget: Sendable {
    /// The least that is accepted: below it the program itself would not fit.
    package static let least = 128 << 20

    package let byteCount: Int

    package init(byteCount: Int) {
        self.byteCount = max(byteCount, MemoryBudget.least)
    }

    /// Half of what the machine, or the group of processes that this one is confined to, has.
    package static var usual: MemoryBudget {
        let pages = Int(sysconf(Int32(_SC_PHYS_PAGES)))
        var available = pages > 0 ? pages * Int(sysconf(Int32(_SC_PAGESIZE))) : 2 << 30
        for path in limitFiles(groups: text(in: "/proc/self/cgroup")) {
            // “max” and huge numbers mean no limit.
            guard let limit = Int(text(in: path).prefix { $0.isNumber }), limit > 0 else { continue }
            available = min(available, limit)
        }
        return MemoryBudget(byteCount: available / 2)
    }

    /// The files that may limit this process: those of its control groups and of all groups
    /// above them, in versions 2 and 1.
    ///
    /// - Parameter groups: lines such as `0::/system.slice/aid.service` and `4:memory:/user`.
    static func limitFiles(groups: String) -> [String] {
        var files: [String] = []
        for line in groups.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let isUnified = parts[1].isEmpty
            guard isUnified || parts[1].split(separator: ",").contains("memory") else { continue }
            let root = isUnified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
            let name = isUnified ? "memory.max" : "memory.limit_in_bytes"
            var folders = parts[2].split(separator: "/")
            while true {
                files.append(([root] + folders.map(String.init) + [name]).joined(separator: "/"))
                guard folders.popLast() != nil else { break }
            }
        }
        return files
    }

    /// No more threads than the budget has room for.
    func jobs(_ wanted: Int) -> Int {
        min(wanted, max(1, (byteCount / 4 * 3 - MemoryBudget.fixed) / MemoryBudget.ofThread))
    }

    /// The program itself, and what one partition needs.
    private static let fixed = 96 << 20
    /// What a thread reads into, settles in, and has begun to fill.
    private static let ofThread = 32 << 20

    /// What the exchanges may hold: the budget without the program itself and what each
    /// thread reads into and settles in.
    func exchangeByteCount(jobs: Int) -> Int {
        max(byteCount - MemoryBudget.fixed - jobs * MemoryBudget.ofThread, byteCount / 4)
    }

    /// What claim numbers and names may take that are too long for a key; those that come later are told by digests.
    var keyByteCount: Int { byteCount / 16 }

    /// What claim numbers and names too long for a key may take where all must be known by their texts.
    var keyTextByteCount: Int { byteCount / 4 }

    /// How many combinations of groups a run may tell apart: each takes some hundred bytes, which are not spilled.
    var groupLimit: Int { max(1 << 20, byteCount / 256) }

    /// How many bytes the texts of these may have in all, of which there are several copies in the end.
    var groupByteCount: Int { byteCount / 8 }

    /// The beginning of a small file; "" if it cannot be read.
    private static func text(in path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }
}
