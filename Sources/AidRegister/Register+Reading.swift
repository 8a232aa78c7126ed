package import AidModel

/// Reads a register's claims; each thread has its own.
///
/// - Complexity: some nanoseconds a claim; memory for one block.
package final class RegisterReader {
    private let register: Register
    private let places: [Int]
    /// nil: people keep their numbers.
    private let people: [UInt32]?
    let memory = BlockMemory()
    private let rows = UnsafeMutablePointer<Claim>.allocate(capacity: Block.rowLimit)

    /// - Parameters:
    ///   - places: for every input of the register the index that positions in this run call it by; nil: its
    ///     number. Positions decide which of two versions stands, so the indices must be in input order.
    ///   - people: the number that each person is to have; nil: the register's own.
    package init(_ register: Register, places: [Int]? = nil, people: [UInt32]? = nil) {
        precondition(places == nil || places?.count == register.inputs.count, "every input has a place")
        precondition(people == nil || people?.count == register.peopleCount, "every person has a number")
        self.people = people
        self.register = register
        self.places = places ?? Array(register.inputs.indices)
    }

    deinit {
        rows.deallocate()
    }

    /// Reads one file of claims.
    ///
    /// - Parameter take: is handed some thousand claims at a time, which are valid during the call.
    package func read(
        _ segment: RegisterSegment, _ take: (UnsafeBufferPointer<Claim>) -> Void
    ) throws(RegisterError) {
        do throws(RegisterError) {
            try readBlocks(segment) { claims, _, _ throws(RegisterError) in take(claims) }
        } catch {
            throw register.telling(error)
        }
    }

    /// - Parameter take: is handed the claims of one block, its input's number and its bounds.
    func readBlocks(
        _ segment: RegisterSegment,
        _ take: (UnsafeBufferPointer<Claim>, Int, ClaimBlockBounds) throws(RegisterError) -> Void
    ) throws(RegisterError) {
        var file = try SegmentReader(segment, in: register.folder, memory)
        let list = register.list
        while let open = try file.next() {
            guard let block = ClaimBlock(open.payload, rowCount: open.rowCount), block.input < places.count,
                // A block has as many rows as there is room for, at most.
                let bounds = block.read(into: rows, fileIndex: places[block.input]),
                bounds.highestPerson <= UInt64(list.peopleCount), bounds.highestGroupsCode < max(list.groupCount, 1)
            else { throw file.damaged() }
            if let people { renumber(block.rowCount, people) }
            try take(UnsafeBufferPointer(start: rows, count: block.rowCount), block.input, bounds)
        }
    }

    private func renumber(_ count: Int, _ people: [UInt32]) {
        for row in 0..<count {
            guard let index = rows[row].person.registerIndex else { continue }
            rows[row].person = PersonKey(registerIndex: Int(people[index]))
        }
    }
}

extension Register {
    /// All reversals, in no particular order.
    ///
    /// - Parameter places: as for `RegisterReader`.
    package func reversals(places: [Int]? = nil) throws(RegisterError) -> [Reversal] {
        let memory = BlockMemory()
        var reversals: [Reversal] = []
        do throws(RegisterError) {
            for segment in list.segments(.reversals) {
                var file = try SegmentReader(segment, in: folder, memory)
                while let open = try file.next() {
                    guard let some = ReversalBlock.read(open.payload, rowCount: open.rowCount, list, places: places)
                    else { throw file.damaged() }
                    reversals += some
                }
            }
        } catch {
            throw telling(error)
        }
        return reversals
    }

    /// What the readers of exports could not understand, in input order.
    ///
    /// Of exports that an earlier version of the program took in there is nothing (`keepsRejects`).
    ///
    /// - Parameter places: as for `RegisterReader`.
    package func rejects(places: [Int]? = nil) throws(RegisterError) -> [Reject] {
        var rejects: [Reject] = []
        try readRejects(places: places) { rejects += $0 }
        return rejects.sorted { $0.position < $1.position }
    }

    /// The first of them, as many as are listed.
    package func listedRejects(places: [Int]) throws(RegisterError) -> [Reject] {
        var rejects = RejectList()
        try readRejects(places: places) { some in
            for reject in some { rejects.add(reject) }
        }
        return rejects.listed
    }

    /// Hands out all rejects, some at a time: of thousands of deliveries they may be too many for the memory.
    func readRejects(
        places: [Int]? = nil, _ take: ([Reject]) throws(RegisterError) -> Void
    ) throws(RegisterError) {
        let memory = BlockMemory()
        do throws(RegisterError) {
            for segment in list.segments(.rejects) {
                var file = try SegmentReader(segment, in: folder, memory)
                while let open = try file.next() {
                    guard
                        let some = RejectBlock.read(
                            open.payload, rowCount: open.rowCount, inputCount: inputs.count, places: places)
                    else { throw file.damaged() }
                    try take(some)
                }
            }
        } catch {
            throw telling(error)
        }
    }

    /// For every code the values of the breakdown fields.
    package func groups() throws(RegisterError) -> [[String]] {
        let memory = BlockMemory()
        var groups: [[String]] = []
        do throws(RegisterError) {
            for segment in list.segments(.groups) {
                var file = try SegmentReader(segment, in: folder, memory)
                while let open = try file.next() {
                    guard
                        let some = GroupBlock.read(
                            open.payload, rowCount: open.rowCount, valueCount: list.breakdowns.count)
                    else { throw file.damaged() }
                    groups += some
                }
            }
        } catch {
            throw telling(error)
        }
        return groups
    }
}
