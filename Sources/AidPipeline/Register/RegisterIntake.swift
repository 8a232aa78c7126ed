import AidLedger
import AidRegister
import AidModel
import AidStatistics
import Synchronization

/// The way of claims between the exports of one attempt, the register and the settlement.
///
/// New claims get the tags and numbers of the register and go both ways; those of the register join
/// them.
final class RegisterIntake: Sendable {
    let source: RunRegister
    let delivery: RegisterDelivery
    private let segments: [RegisterSegment]
    private let next = Atomic(0)
    private let state = Mutex(State())

    private struct State {
        /// Claims that new records are about; nil: too many to be worth it.
        var touched: [ExactKey]? = []
        /// Of the new exports; their places are not final yet.
        var reversals: [Reversal] = []
        var failure: RegisterError?
    }

    init(_ source: RunRegister, newCount: Int) {
        self.source = source
        // Of an attempt before. Where nothing is new, others may have added theirs.
        if newCount > 0 { source.people.dropAdded() }
        delivery = RegisterDelivery(source.register, newInputCount: newCount, places: source.places)
        segments = source.register.claimSegments
    }

    /// The reversals of the new exports.
    var reversals: [Reversal] { state.withLock { $0.reversals } }

    /// Throws if claims could not be read or written.
    func check() throws(RunFailure) {
        if let failure = state.withLock({ $0.failure }) { throw RunFailure(failure) }
        try withRegister { try delivery.check() }
    }

    fileprivate func add(_ reversals: [Reversal]) {
        state.withLock { $0.reversals += reversals }
    }

    /// One thread's way from keys of this run to tags.
    func tagger(keys: KeyTable) -> RegisterTagger {
        RegisterTagger(source.register.key, keys: keys, people: source.people)
    }

    /// Whether it is worth knowing which claims new records are about.
    fileprivate var asksForTouched: Bool { source.severalKeys != nil && source.register.claimCount > 0 }

    fileprivate func add(touched keys: [ExactKey]) {
        state.withLock { state in
            state.touched?.append(contentsOf: keys)
            // Where so much is new, all is settled anew.
            if (state.touched?.count ?? 0) * 4 > source.register.claimCount { state.touched = nil }
        }
    }

    /// Tells the claims of the register that stand alone, as they did, from all that may not; nil: it is not
    /// known. Asked when all new exports are read.
    func touched() -> KeyFilter? {
        guard asksForTouched, let several = source.severalKeys else { return nil }
        return state.withLock { state in
            guard let touched = state.touched else { return nil }
            state.touched = nil
            return KeyFilter(several + touched)
        }
    }

    /// Deals out the claims of the register, all threads together.
    ///
    /// - Parameters:
    ///   - touched: what `touched()` has told.
    ///   - isFirst: on one thread alone, which deals the reversals as well.
    func dealKnown(to dealer: ClaimDealer, touched: KeyFilter?, isFirst: Bool) {
        let known = Array(source.places.prefix(source.register.inputs.count))
        let reader = RegisterReader(source.register, places: known, people: source.numbers)
        do throws(RegisterError) {
            if isFirst {
                let reversals = try source.register.reversals(places: known)
                dealer.deal(ClaimBatch(claims: UnsafeBufferPointer(start: nil, count: 0), reversals: reversals))
            }
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < segments.count else { return }
                // Among claims without a quarter there are some that settle in no quarter.
                let filter = segments[index].quarter == nil ? nil : touched
                try reader.read(segments[index]) { claims in
                    if let filter {
                        dealer.deal(settled: claims, unless: filter)
                    } else {
                        dealer.deal(ClaimBatch(claims: claims, reversals: []))
                    }
                }
            }
        } catch {
            state.withLock { if $0.failure == nil { $0.failure = error } }
        }
    }
}

/// One thread's way into the register.
final class RegisterTaking {
    private let intake: RegisterIntake
    private let tagger: RegisterTagger
    private let writer: RegisterRowWriter
    private var claims: ContiguousArray<Claim> = []
    private let asksForTouched: Bool
    private var touched: [ExactKey] = []

    init(_ intake: RegisterIntake, keys: KeyTable) {
        self.intake = intake
        asksForTouched = intake.asksForTouched
        tagger = intake.tagger(keys: keys)
        writer = RegisterRowWriter(intake.delivery)
    }

    func take(_ batch: borrowing ClaimBatch, dealer: ClaimDealer) {
        claims.removeAll(keepingCapacity: true)
        for claim in batch.claims { claims.append(tagger.tagged(claim)) }
        let reversals = batch.reversals.map(tagger.tagged)
        if !reversals.isEmpty { intake.add(reversals) }
        if asksForTouched {
            for claim in claims { touched.append(claim.key) }
            for reversal in reversals { touched.append(reversal.claim.key) }
        }
        claims.withUnsafeBufferPointer { claims in
            writer.add(claims)
            dealer.deal(ClaimBatch(claims: claims, reversals: reversals))
        }
    }

    func finish() {
        if asksForTouched { intake.add(touched: touched) }
        writer.finish()
    }
}
