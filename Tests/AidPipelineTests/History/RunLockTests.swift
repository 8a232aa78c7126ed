import Glibc
import TestSupport
import Testing

@testable import AidPipeline

struct RunLockTests {
    /// The system gives a descriptor's number to whoever opens a file next.
    @Test func refusedLockClosesItsFileOnce() throws {
        let place = try Workplace.ready()
        let path = place.path + "/.lock"
        let held = try RunLock(path: path, waits: false)
        let lostCount = LostDescriptors.count {
            for _ in 0..<20_000 {
                if (try? RunLock(path: path, waits: false)) != nil { Issue.record("locked twice") }
            }
        }
        withExtendedLifetime(held) { #expect(lostCount == 0) }
    }
}
