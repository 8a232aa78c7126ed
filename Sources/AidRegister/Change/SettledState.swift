package import AidModel

/// What a run has found out of all claims of a register, and the next one need not find out again.
package struct SettledState: Sendable {
    package let peopleQuarters: PeopleQuarters
    /// The claims that are several records, or are named by a reversal: all others stand alone, and will,
    /// until something comes in that is about them. nil: they are too many to be worth it.
    package let severalKeys: [ExactKey]?

    package init(peopleQuarters: PeopleQuarters, severalKeys: [ExactKey]?) {
        self.peopleQuarters = peopleQuarters
        self.severalKeys = severalKeys
    }
}

extension Register {
    /// The claims that are several records, or are named by a reversal; nil: it is not known.
    package func severalKeys() throws(RegisterError) -> [ExactKey]? {
        guard let segment = list.segments(.several).first else { return nil }
        do throws(RegisterError) {
            var keys: [ExactKey] = []
            let memory = BlockMemory()
            var file = try SegmentReader(segment, in: folder, memory)
            while let open = try file.next() {
                guard open.payload.count == 16 * open.rowCount else { throw file.damaged() }
                var reader = LittleEndianReader(open.payload)
                while let tag = reader.nextTag() { keys.append(tag.claimKey) }
            }
            return keys
        } catch {
            throw telling(error)
        }
    }

    /// Writes what a run has found out; in an order that depends on nothing but the keys.
    func write(_ state: SettledState, peopleCount: Int, to delivery: RegisterDelivery) throws(RegisterError) {
        try write(state.peopleQuarters, peopleCount: peopleCount, to: delivery)
        guard let keys = state.severalKeys else { return }
        // The file says that they are known, also where there are none.
        _ = try delivery.file(.several)
        let tags = keys.sorted(by: ExactKey.precedes).map(RegisterTag.init)
        try write(tags[...], of: .several, to: delivery) { $1.append($0) }
    }
}
