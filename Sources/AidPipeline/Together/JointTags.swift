import AidModel
import AidRegister
import AidStatistics

/// How the people of several programmes are called where at least one of them has a register: each by a number for
/// the tag that the key gives, whichever export or register names them.
struct JointTags: Sendable {
    let key: RegisterKey
    let people = RegisterPeople()

    /// One thread's way from keys of a reading to numbers.
    func tagger(keys: KeyTable) -> RegisterTagger {
        RegisterTagger(key, keys: keys, people: people)
    }
}

/// One thread's way of claims to the settlement under which people have joint numbers; claims keep their keys.
final class JointNaming {
    private let tagger: RegisterTagger
    private var claims: ContiguousArray<Claim> = []

    /// - Parameter keys: that the claims were read with.
    init(_ tags: JointTags, keys: KeyTable) {
        tagger = tags.tagger(keys: keys)
    }

    func take(_ batch: borrowing ClaimBatch, dealer: ClaimDealer) {
        claims.removeAll(keepingCapacity: true)
        for var claim in batch.claims {
            claim.person = tagger.tagged(claim.person)
            claims.append(claim)
        }
        let reversals = Array(batch.reversals)
        claims.withUnsafeBufferPointer { dealer.deal(ClaimBatch(claims: $0, reversals: reversals)) }
    }
}
