import AidModel

extension Register {
    /// Writes a delivery down, ready to become part of the register.
    ///
    /// - Parameters:
    ///   - delivery: of this register; all its threads have finished.
    ///   - inputs: the new exports, in the order of their numbers.
    ///   - groups: for every code the values of the breakdown fields, those of the register first.
    ///   - people: in which all persons of the delivery have their numbers.
    ///   - state: derived from all claims, these included; nil: not known.
    ///   - publication: the report with which it stands or falls, should this program end before it is committed;
    ///     nil: then it falls.
    package func stage(
        _ delivery: RegisterDelivery, inputs: [RegisterInput], groups: [[String]], people: RegisterPeople,
        state: SettledState? = nil, publication: RegisterPublication? = nil
    ) throws(RegisterError) -> StagedRegister {
        do throws(RegisterError) {
            try delivery.check()
            try check(delivery, inputs)
            let newGroups = try newGroups(groups)
            let newPeople = people.added()
            try write(newPeople, to: delivery)
            try write(newGroups, to: delivery)
            try write(delivery.reversals, to: delivery)
            try write(delivery.rejects, to: delivery)
            if let state { try write(state, peopleCount: people.count, to: delivery) }
            var list = list
            list.changeCount += 1
            list.inputs += inputs
            list.peopleCount = people.count
            list.groupCount = groups.count
            list.publication = publication
            list.segments = try list.segments.filter { !$0.kind.isDerived } + delivery.finish()
            guard list.isConsistent else {
                throw refused(.contradictoryDelivery)
            }
            return try stage(list, of: delivery)
        } catch {
            delivery.abandon()
            throw error
        }
    }

    /// Replaces what is derived from all claims.
    package func keep(_ state: SettledState) throws(RegisterError) -> Register {
        let delivery = RegisterDelivery(self, newInputCount: 0)
        do throws(RegisterError) {
            try write(state, peopleCount: list.peopleCount, to: delivery)
            var list = list
            list.changeCount += 1
            list.segments = try list.segments.filter { !$0.kind.isDerived } + delivery.finish()
            list.publication = nil
            return try stage(list, of: delivery).commit()
        } catch {
            delivery.abandon()
            throw error
        }
    }

    /// Brings a list to the disk, with the files of a delivery that it names.
    func stage(_ list: RegisterList, of delivery: RegisterDelivery) throws(RegisterError) -> StagedRegister {
        guard try Register.list(in: folder, key: key).changeCount == self.list.changeCount else {
            throw refused(.changedSince)
        }
        try stage(list)
        return StagedRegister(with(list), delivery)
    }

    private func check(_ delivery: RegisterDelivery, _ inputs: [RegisterInput]) throws(RegisterError) {
        guard delivery.register.folder.path == folder.path, delivery.change == list.changeCount + 1,
            delivery.newInputCount == inputs.count
        else { throw refused(.otherState) }
        guard Set(self.inputs.map(\.sha256)).union(inputs.map(\.sha256)).count == self.inputs.count + inputs.count
        else {
            throw refused(.knownExport)
        }
        let counts = delivery.recordCounts
        let rejects = Register.tallied(delivery.rejects) { delivery.number($0) }
        for number in 0..<self.inputs.count + inputs.count {
            let count = counts[number, default: 0]
            guard number >= self.inputs.count else {
                guard count == 0, rejects[number] == nil else {
                    throw refused(.knownExportGrown)
                }
                continue
            }
            let input = inputs[number - self.inputs.count]
            let rejected = input.rejectedByReason.values.reduce(0) { $0 + $1.recordCount }
            guard count + rejected + input.scaffolding.recordCount == input.records.recordCount else {
                throw refused(.recordCount(input: input.name))
            }
            guard rejects[number, default: [:]] == input.rejectedByReason else {
                throw refused(.rejectCount(input: input.name))
            }
        }
    }

    private func newGroups(_ groups: [[String]]) throws(RegisterError) -> ArraySlice<[String]> {
        let known = try self.groups()
        let areKnown =
            groups.count >= known.count
            && zip(groups, known).allSatisfy { $0.map { Array($0.utf8) } == $1.map { Array($0.utf8) } }
        guard areKnown, groups.allSatisfy({ $0.count == list.breakdowns.count }) else {
            throw refused(.otherGroups)
        }
        return groups[list.groupCount...]
    }

    func refused(_ refusal: RegisterRefusal) -> RegisterError {
        RegisterError(.refused(refusal), at: folder.path)
    }

    func write(_ tags: [RegisterTag], to delivery: RegisterDelivery) throws(RegisterError) {
        try write(tags[...], of: .people, to: delivery) { $1.append($0) }
    }

    private func write(_ groups: ArraySlice<[String]>, to delivery: RegisterDelivery) throws(RegisterError) {
        try write(groups, of: .groups, to: delivery) { GroupBlock.append(CollectionOfOne($0), to: &$1) }
    }

    func write(_ reversals: [Reversal], to delivery: RegisterDelivery) throws(RegisterError) {
        let ordered = reversals.sorted { $0.claim.position < $1.claim.position }
        try write(ordered[...], of: .reversals, to: delivery) {
            ReversalBlock.append($0, input: delivery.number($0.claim), to: &$1)
        }
    }

    func write(_ rejects: [Reject], to delivery: RegisterDelivery) throws(RegisterError) {
        let ordered = rejects.sorted { $0.position < $1.position }
        try write(ordered[...], of: .rejects, to: delivery) {
            RejectBlock.append($0, input: delivery.number($0.position), to: &$1)
        }
    }

    func write(
        _ quarters: PeopleQuarters, peopleCount: Int, to delivery: RegisterDelivery
    ) throws(RegisterError) {
        guard quarters.peopleCount == peopleCount else {
            throw refused(.quartersOfPeople)
        }
        try quarters.append(to: delivery.file(.peopleQuarters))
    }

    /// Writes rows, if there are any, in blocks.
    func write<Row>(
        _ rows: ArraySlice<Row>, of kind: RegisterSegment.Kind, to delivery: RegisterDelivery,
        _ append: (Row, inout LittleEndianBytes) -> Void
    ) throws(RegisterError) {
        guard !rows.isEmpty else { return }
        let file = try delivery.file(kind)
        var block = LittleEndianBytes()
        block.beginBlock()
        var rowCount = 0
        for row in rows {
            append(row, &block)
            rowCount += 1
            guard block.array.count <= Block.payloadLimit else {
                throw refused(.longGroup)
            }
            // Texts may be long.
            if rowCount == Block.rowLimit || block.array.count > Block.payloadLimit / 16 {
                try file.append(&block, rowCount: rowCount)
                block.beginBlock()
                rowCount = 0
            }
        }
        if rowCount > 0 { try file.append(&block, rowCount: rowCount) }
    }
}
