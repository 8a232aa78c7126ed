import AidModel

/// The class of each state.
struct StateTable: ~Copyable {
    private var table = InternTable()
    private var classes: [ClaimClass] = []

    /// - Parameter classes: nil where there is no status field.
    init(_ classes: [String: ClaimClass]?) {
        for (state, claimClass) in (classes ?? [:]).sorted(by: { $0.key < $1.key }) {
            var state = state
            _ = state.withUTF8 { table.number(of: $0) }
            self.classes.append(claimClass)
        }
    }

    func claimClass(of state: UnsafeBufferPointer<UInt8>) -> ClaimClass? {
        table.known(state).map { classes[$0] }
    }
}
