import AidModel
import Synchronization

/// Keeps the reversals of a run. They are few, and carry what a reject of them would say,
/// so they do not travel through the exchange.
final class ReversalTable: Sendable {
    /// By the partition of the claim that they name, in no particular order.
    private let partitions = Mutex([[Reversal]](repeating: [], count: Exchange<Claim>.partitionCount))

    func add(_ some: [Reversal]) {
        partitions.withLock { partitions in
            for reversal in some { partitions[Exchange<Claim>.partition(reversal.claim.key.mixed)].append(reversal) }
        }
    }

    /// Takes those of one partition out.
    func take(_ index: Int) -> [Reversal] {
        partitions.withLock { partitions in
            var taken: [Reversal] = []
            swap(&taken, &partitions[index])
            return taken
        }
    }
}
