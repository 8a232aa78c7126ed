import AidModel

/// A block of claims of one input, in the order of their positions, column after column.
///
///     input (4) │ widths of person, day, amount, terms, step; has tags; width of days (7 × 1) │ 0 (1)
///     │ lowest day (4) │ lowest amount (8) │ first offset (8) │ last offset (8)
///     person │ day │ amount │ terms │ step │ days │ tags (16 each), or 8 unused bytes
///
/// | column | a number of a row |
/// | --- | --- |
/// | person | its number in the register and 1; 0: nobody |
/// | day | as `Claim.terms` has it, above the lowest |
/// | amount | above the lowest |
/// | terms | groups code × 4, 2 where there is an amount, 1 where the class is unpaid |
/// | step | the offset in the input above that of the row before |
/// | days | `DaysToPayment.code`; earlier versions of the program kept none, which is width 0 |
struct ClaimBlock {
    private static let headerByteCount = 40

    let input: Int
    let rowCount: Int
    private let widths: (person: Int, day: Int, amount: Int, terms: Int, step: Int, days: Int)
    private let hasTags: Bool
    private let lowestDay: UInt64
    private let lowestAmount: UInt64
    private let firstOffset: UInt64
    private let lastOffset: UInt64
    private let columns: UnsafeRawPointer

    /// nil: no block that `append` has written.
    init?(_ payload: UnsafeRawBufferPointer, rowCount: Int) {
        var reader = LittleEndianReader(payload)
        guard (1...Block.rowLimit).contains(rowCount), let input = reader.next(UInt32.self),
            let widths = reader.nextBytes(8), let lowestDay = reader.next(UInt32.self),
            let lowestAmount = reader.next(UInt64.self), let firstOffset = reader.next(UInt64.self),
            let lastOffset = reader.next(UInt64.self)
        else { return nil }
        self.input = Int(input)
        self.rowCount = rowCount
        self.widths = (
            Int(widths[0]), Int(widths[1]), Int(widths[2]), Int(widths[3]), Int(widths[4]), Int(widths[6])
        )
        hasTags = widths[5] == 1
        self.lowestDay = UInt64(lowestDay)
        self.lowestAmount = lowestAmount
        self.firstOffset = firstOffset
        self.lastOffset = lastOffset
        // The columns fill the payload, and behind the packed ones lie eight bytes or more.
        let packed = [
            self.widths.person, self.widths.day, self.widths.amount, self.widths.terms, self.widths.step,
            self.widths.days,
        ]
        guard widths[5] <= 1, packed.allSatisfy(PackedColumn.isWidth), self.widths.person <= 32,
            self.widths.day <= 22, self.widths.terms <= 27, self.widths.step <= 44, self.widths.days <= 14,
            widths[7] == 0, lowestDay < 1 << 22,
            let columns = reader.nextBytes(
                packed.reduce(0) { $0 + PackedColumn.byteCount(width: $1, rowCount: rowCount) }
                    + (hasTags ? 16 * rowCount : 8)),
            reader.isAtEnd, let start = columns.baseAddress
        else { return nil }
        self.columns = start
    }

    /// Writes out all rows.
    ///
    /// - Parameters:
    ///   - rows: room for as many.
    ///   - fileIndex: what their positions call the input.
    /// - Returns: the highest numbers among them, or nil where they contradict the header.
    func read(into rows: UnsafeMutablePointer<Claim>, fileIndex: Int) -> ClaimBlockBounds? {
        var start = columns
        func cursor(_ width: Int) -> PackedCursor {
            defer { start += PackedColumn.byteCount(width: width, rowCount: rowCount) }
            // Every packed column has the next ones and the tags behind it.
            return PackedCursor(start, width: width)
        }
        var people = cursor(widths.person)
        var days = cursor(widths.day)
        var amounts = cursor(widths.amount)
        var terms = cursor(widths.terms)
        var steps = cursor(widths.step)
        var daysToPayment = cursor(widths.days)
        // Where there are none, eight bytes are read again and again, and not used.
        let tags = start
        let tagStep = hasTags ? 16 : 0
        let tagMask: UInt64 = hasTags ? .max : 0
        let file = UInt64(truncatingIfNeeded: fileIndex) << 44
        var offset = firstOffset
        var bounds = ClaimBlockBounds()
        var amountBits: UInt64 = 0
        for row in 0..<rowCount {
            let person = people.next()
            let day = lowestDay &+ days.next()
            let amount = lowestAmount &+ amounts.next()
            let term = terms.next()
            let toPayment = daysToPayment.next()
            // At most 8192 steps below 2^44 each.
            offset &+= steps.next()
            let tag = tags + row &* tagStep
            let high = UInt64(littleEndian: tag.loadUnaligned(as: UInt64.self)) & tagMask
            let low = UInt64(littleEndian: (tag + tagStep / 2).loadUnaligned(as: UInt64.self)) & tagMask
            var claim = Claim(
                key: ExactKey(high: high, low: low),
                // The column is at most 32 bits wide.
                person: person == 0 ? .none : PersonKey(registerIndex: Int(truncatingIfNeeded: person &- 1)),
                position: SourcePosition(bits: file | offset), amountMinor: Int64(bitPattern: amount),
                dayNumber: Claim.noDay, groupsCode: 0, claimClass: .paid, hasAmount: false)
            claim.terms =
                day &<< Claim.dayShift | toPayment &<< Claim.daysShift | (term & 2) &<< (Claim.amountShift - 1)
                | (term & 1) &<< Claim.classShift
                | term &>> 2
            rows[row] = claim
            bounds.highestPerson = max(bounds.highestPerson, person)
            bounds.highestTerms = max(bounds.highestTerms, term)
            bounds.highestDay = max(bounds.highestDay, day)
            amountBits |= amount
        }
        bounds.lowestDay = lowestDay
        guard offset == lastOffset, lastOffset < UInt64(SourcePosition.offsetLimit), bounds.highestDay < 1 << 22,
            amountBits >> 63 == 0
        else { return nil }
        return bounds
    }

    /// Appends a block's payload.
    ///
    /// - Parameters:
    ///   - rows: of one input, ordered by position, from 1 to `Block.rowLimit`.
    ///   - input: its number in the register.
    static func append(_ rows: UnsafeBufferPointer<Claim>, input: Int, to bytes: inout LittleEndianBytes) {
        var highest = (
            person: UInt64(0), day: UInt64(0), amount: UInt64(0), terms: UInt64(0), step: UInt64(0), days: UInt64(0)
        )
        var lowest = (day: UInt64.max, amount: UInt64.max)
        var hasTags = false
        var offset = UInt64(rows[0].position.textOffset)
        for row in rows {
            let next = UInt64(row.position.textOffset)
            highest.step = max(highest.step, next - offset)
            offset = next
            highest.person = max(highest.person, person(row))
            highest.day = max(highest.day, day(row))
            lowest.day = min(lowest.day, day(row))
            highest.amount = max(highest.amount, UInt64(row.amountMinor))
            lowest.amount = min(lowest.amount, UInt64(row.amountMinor))
            highest.terms = max(highest.terms, terms(row))
            highest.days = max(highest.days, daysToPayment(row))
            hasTags = hasTags || !row.key.isNone
        }
        let widths = [
            highest.person, highest.day - lowest.day, highest.amount - lowest.amount, highest.terms, highest.step,
            highest.days,
        ].map(PackedColumn.width)
        bytes.append(UInt32(input))
        for width in widths.dropLast() { bytes.append(UInt8(width)) }
        bytes.append(UInt8(hasTags ? 1 : 0))
        bytes.append(UInt8(widths[5]))
        bytes.append(UInt8(0))
        bytes.append(UInt32(lowest.day))
        bytes.append(lowest.amount)
        bytes.append(UInt64(rows[0].position.textOffset))
        bytes.append(offset)
        func column(_ index: Int, _ number: (Int) -> UInt64) {
            PackedColumn.append(width: widths[index], rowCount: rows.count, to: &bytes, number)
        }
        column(0) { person(rows[$0]) }
        column(1) { day(rows[$0]) - lowest.day }
        column(2) { UInt64(rows[$0].amountMinor) - lowest.amount }
        column(3) { terms(rows[$0]) }
        column(4) { $0 == 0 ? 0 : UInt64(rows[$0].position.textOffset - rows[$0 - 1].position.textOffset) }
        column(5) { daysToPayment(rows[$0]) }
        bytes.append(count: hasTags ? 16 * rows.count : 8) { tags in
            guard hasTags else { return }
            for (row, claim) in rows.enumerated() {
                tags.storeBytes(of: claim.key.high.littleEndian, toByteOffset: 16 * row, as: UInt64.self)
                tags.storeBytes(of: claim.key.low.littleEndian, toByteOffset: 16 * row + 8, as: UInt64.self)
            }
        }
    }

    private static func person(_ claim: Claim) -> UInt64 {
        claim.person.registerIndex.map { UInt64($0) + 1 } ?? 0
    }

    private static func day(_ claim: Claim) -> UInt64 { claim.terms >> Claim.dayShift }

    private static func daysToPayment(_ claim: Claim) -> UInt64 { UInt64(claim.daysToPayment.code) }

    private static func terms(_ claim: Claim) -> UInt64 {
        UInt64(claim.groupsCode) << 2 | (claim.hasAmount ? 2 : 0) | (claim.isPaid ? 0 : 1)
    }
}

/// The highest numbers in a block, by which a reader knows that they are the register's.
struct ClaimBlockBounds {
    /// Of the column; 0: nobody.
    var highestPerson: UInt64 = 0
    var highestTerms: UInt64 = 0
    var lowestDay: UInt64 = 0
    var highestDay: UInt64 = 0

    var highestGroupsCode: Int { Int(highestTerms >> 2) }
}
