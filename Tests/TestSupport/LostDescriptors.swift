import Foundation
import Synchronization

/// Finds who closes a descriptor twice: the second time it may be another's.
package enum LostDescriptors {
    /// How many descriptors of a thread were closed by others while something was done.
    package static func count(while body: () throws -> Void) rethrows -> Int {
        let watch = Watch()
        let thread = Thread { watch.run() }
        thread.start()
        defer { watch.end() }
        try body()
        return watch.lostCount
    }

    private final class Watch: Sendable {
        private let isEnded = Atomic(false)
        private let lost = Atomic(0)

        var lostCount: Int { lost.load(ordering: .relaxed) }

        func end() { isEnded.store(true, ordering: .relaxed) }

        func run() {
            while !isEnded.load(ordering: .relaxed) {
                let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
                guard descriptor >= 0 else { continue }
                usleep(1)
                if close(descriptor) != 0 { lost.wrappingAdd(1, ordering: .relaxed) }
            }
        }
    }
}
