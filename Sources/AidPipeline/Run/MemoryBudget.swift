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
        // Control groups, version 2 and version 1; “max” and huge numbers mean no limit.
        for path in ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"] {
            guard let limit = number(in: path), limit > 0 else { continue }
            available = min(available, limit)
        }
        return MemoryBudget(byteCount: available / 2)
    }

    /// What the exchanges may hold: the budget without the program itself and what each
    /// thread reads into and settles in.
    func exchangeByteCount(jobs: Int) -> Int {
        let fixed = 96 << 20
        let ofThread = 32 << 20
        return max(byteCount - fixed - jobs * ofThread, byteCount / 4)
    }

    private static func number(in path: String) -> Int? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[..<count], as: UTF8.self).prefix { $0.isNumber })
    }
}
