import Testing

@testable import AidPipeline

struct MemoryBudgetTests {
    @Test("A limit may stand in any group above this process, of either version")
    func limitFiles() {
        #expect(
            MemoryBudget.limitFiles(groups: "0::/system.slice/aid.service\n") == [
                "/sys/fs/cgroup/system.slice/aid.service/memory.max", "/sys/fs/cgroup/system.slice/memory.max",
                "/sys/fs/cgroup/memory.max",
            ])
        #expect(
            MemoryBudget.limitFiles(groups: "5:cpu,cpuacct:/a\n4:memory:/b\n0::/\n") == [
                "/sys/fs/cgroup/memory/b/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.limit_in_bytes",
                "/sys/fs/cgroup/memory.max",
            ])
        #expect(MemoryBudget.limitFiles(groups: "").isEmpty)
        #expect(MemoryBudget.usual.byteCount >= MemoryBudget.least)
    }

    @Test("Threads are no more than there is room for, and one at least")
    func jobs() {
        let least = MemoryBudget(byteCount: 0)
        #expect(least.byteCount == MemoryBudget.least && least.jobs(64) == 1)
        #expect(MemoryBudget(byteCount: 1 << 30).jobs(2) == 2)
        #expect(MemoryBudget(byteCount: 1 << 30).jobs(1024) < 64)
        for jobs in [1, 2, 64] {
            let budget = MemoryBudget(byteCount: 1 << 30)
            #expect(budget.exchangeByteCount(jobs: jobs) >= budget.byteCount / 4)
            #expect(budget.exchangeByteCount(jobs: jobs) < budget.byteCount)
        }
    }
}
