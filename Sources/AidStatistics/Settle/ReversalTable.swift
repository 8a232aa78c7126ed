import AidModel
import Synchronization

/// Keeps the reversals of a run. They are few, and carry what a reject of them would say,
/// so they do not travel through the exchange.
final class ReversalTable: Sendable {
    private let reversals = Mutex<[Reversal]>([])

    func add(_ some: [Reversal]) {
        reversals.withLock { $0 += some }
    }

    /// All reversals by the partition of the claim that they name, in no particular order.
    func take() -> [[Reversal]] {
        let all = reversals.withLock { reversals in
            let all = reversals
            reversals = []
            return all
        }
        var partitions = [[Reversal]](repeating: [], count: Exchange<Claim>.partitionCount)
        for reversal in all {
            partitions[Int(truncatingIfNeeded: reversal.claim.key.mixed) & (partitions.count - 1)].append(reversal)
        }
        return partitions
    }
}
