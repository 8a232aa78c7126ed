import AidModel
import Synchronization

/// Stands for a reversal in the exchange by claim.
struct ReversalRow: Sendable, BitwiseCopyable {
    var number: Int
}

/// Keeps the reversals of a run. They are few, and carry what a reject of them would say,
/// so they do not travel through the exchange themselves.
final class ReversalTable: Sendable {
    private let reversals = Mutex<[Reversal]>([])

    /// Keeps a reversal and gives its number.
    func add(_ reversal: Reversal) -> Int {
        reversals.withLock {
            $0.append(reversal)
            return $0.count - 1
        }
    }

    subscript(number: Int) -> Reversal {
        reversals.withLock { $0[number] }
    }
}
