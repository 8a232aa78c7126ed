/// How many records may be in a certain way: a share, and a number that is let pass however small the whole is.
///
/// Of forty records one is 2.5%: without a number, a share that suits a city refuses every small union.
package struct Allowance: Sendable, Hashable {
    package let share: ExactShare
    /// So few pass, whatever their share.
    package let recordCount: Int

    /// Whether `part` of `whole` is more than both allow.
    package func isExceeded(by part: Int, of whole: Int) -> Bool {
        part > recordCount && share.isExceeded(by: part, of: whole)
    }

    /// The largest part of a whole that passes.
    func largestPart(of whole: Int) -> Int {
        max(share.largestPart(of: whole), recordCount)
    }
}

extension Allowance {
    /// What a key says: a share alone, or `{ share: 0.1%, records: 3 }`.
    ///
    /// - Parameters:
    ///   - key: as its spec takes it.
    ///   - recordCount: the number where the share stands alone.
    init?(_ value: CheckedValue, recordCount: Int) {
        guard let text = value.text ?? value["share"].text, let share = try? ExactShare(text) else { return nil }
        self.init(share: share, recordCount: value["records"].integer ?? recordCount)
    }
}
