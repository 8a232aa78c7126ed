package import AidModel

/// One thread's way into a delivery.
///
/// Collects the claims of each quarter until they fill a block.
package final class RegisterRowWriter {
    private struct Rows {
        let quarter: Quarter?
        /// What positions call the input of all rows.
        var fileIndex = -1
        var claims: ContiguousArray<Claim> = []
    }

    private let delivery: RegisterDelivery
    private var rows: [Rows] = [Rows(quarter: nil)]
    private var placesByQuarter: [Quarter: Int] = [:]
    /// For each day from 1970 the place of its quarter in `rows`; 0: not asked for yet.
    private var placesByDay = ContiguousArray<UInt16>(repeating: 0, count: 65_536)
    private var block = LittleEndianBytes()

    package init(_ delivery: RegisterDelivery) {
        self.delivery = delivery
    }

    /// Takes understood records of the classes paid and unpaid; keys are tags, persons numbers of the register.
    package func add(_ claims: UnsafeBufferPointer<Claim>) {
        for claim in claims { add(claim) }
    }

    package func add(_ claim: Claim) {
        precondition(claim.claimClass != .reversed, "a reversal is no row")
        precondition(claim.person.isNone || claim.person.registerIndex != nil, "a person without a number")
        let place = place(of: claim.dayNumber)
        let fileIndex = claim.position.fileIndex
        if rows[place].fileIndex != fileIndex {
            write(place)
            rows[place].fileIndex = fileIndex
        }
        rows[place].claims.append(claim)
        if rows[place].claims.count == Block.rowLimit { write(place) }
    }

    /// Ends this thread's writing; called once, when it has no more claims.
    package func finish() {
        for place in rows.indices { write(place) }
    }

    private func place(of dayNumber: Int32) -> Int {
        let day = Int(dayNumber)
        // The bounds of the table.
        if day >= 0, day < placesByDay.count, placesByDay[day] != 0 { return Int(placesByDay[day]) }
        guard let quarter = RegisterSegment.quarter(ofDay: dayNumber) else { return 0 }
        let place =
            placesByQuarter[quarter]
            ?? {
                rows.append(Rows(quarter: quarter))
                placesByQuarter[quarter] = rows.count - 1
                return rows.count - 1
            }()
        placesByDay[day] = UInt16(place)
        return place
    }

    private func write(_ place: Int) {
        var claims: ContiguousArray<Claim> = []
        swap(&claims, &rows[place].claims)
        defer {
            claims.removeAll(keepingCapacity: true)
            swap(&claims, &rows[place].claims)
        }
        guard let first = claims.first else { return }
        // Nearly always they come in order.
        if !zip(claims, claims.dropFirst()).allSatisfy({ $0.position <= $1.position }) {
            claims.sort { $0.position < $1.position }
        }
        let input = delivery.number(first)
        block.beginBlock()
        claims.withUnsafeBufferPointer { ClaimBlock.append($0, input: input, to: &block) }
        delivery.append(&block, rows[place].quarter, rowCount: claims.count, input: input)
    }
}
