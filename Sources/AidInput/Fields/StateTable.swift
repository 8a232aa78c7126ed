import AidModel

/// The class of each state.
struct StateTable: ~Copyable {
    private var table = InternTable()
    private var classes: [ClaimClass] = []

    /// - Parameter classes: nil where there is no status field.
    init(_ classes: [String: ClaimClass]?) {
        for (state, claimClass) in (classes ?? [:]).sorted(by: { $0.key < $1.key }) {
            _ = state.utf8.withByteView { table.number(of: $0.buffer) }
            self.classes.append(claimClass)
        }
    }

    func claimClass(of state: ByteView) -> ClaimClass? {
        table.known(state.buffer).map { classes[$0] }
    }
}
