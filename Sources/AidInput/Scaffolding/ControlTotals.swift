import AidModel

/// What lines of totals state, held against the records around them (控制总数).
///
/// Where rows were lost on the way, a total that was added up before is all that shows it. Whoever adds up may leave
/// out unpaid or reversed claims, begin anew on every page or sheet, and round: agreement with any of these is
/// agreement.
struct ControlTotals: Sendable, Hashable, Codable {
    /// How many lines are kept from the beginning of a file, and how many up to its end; those between are passed over.
    static let keptCount = 256

    /// The records before a place, and the literal sums of their amounts: as they stand, with their signs.
    struct Sums: Sendable, Hashable, Codable {
        var paid = Tally.zero
        var unpaid = Tally.zero
        var reversed = Tally.zero
        var rejected = Tally.zero
        /// Lines that are no records.
        var scaffoldingCount = 0
        /// Records whose amount is no number.
        var unreadCount = 0

        var recordCount: Int {
            paid.recordCount + unpaid.recordCount + reversed.recordCount + rejected.recordCount
        }

        static func + (lhs: Sums, rhs: Sums) -> Sums {
            Sums(
                paid: lhs.paid + rhs.paid, unpaid: lhs.unpaid + rhs.unpaid, reversed: lhs.reversed + rhs.reversed,
                rejected: lhs.rejected + rhs.rejected, scaffoldingCount: lhs.scaffoldingCount + rhs.scaffoldingCount,
                unreadCount: lhs.unreadCount + rhs.unreadCount)
        }

        static func - (lhs: Sums, rhs: Sums) -> Sums {
            Sums(
                paid: lhs.paid - rhs.paid, unpaid: lhs.unpaid - rhs.unpaid, reversed: lhs.reversed - rhs.reversed,
                rejected: lhs.rejected - rhs.rejected, scaffoldingCount: lhs.scaffoldingCount - rhs.scaffoldingCount,
                unreadCount: lhs.unreadCount - rhs.unreadCount)
        }
    }

    struct Line: Sendable, Hashable, Codable {
        var place: RecordPlace
        var stated: StatedTotals
        /// What stands in the column of amounts, or else beside a unit.
        var amount: StatedAmount?
        /// Its place among the lines of totals.
        var number: Int
        var before: Sums
    }

    private(set) var lines: [Line] = []
    private(set) var lineCount = 0
    /// Of all records.
    private(set) var sums = Sums()

    init() {}

    mutating func add(_ stated: StatedTotals, _ amount: StatedAmount?, at place: RecordPlace, before: Sums) {
        append(Line(place: place, stated: stated, amount: amount, number: lineCount, before: before))
        lineCount += 1
    }

    /// Lines are passed over many at a time, so that a file of nothing but totals takes no longer than another.
    private mutating func append(_ line: Line) {
        lines.append(line)
        if lines.count > 8 * ControlTotals.keptCount { passOver() }
    }

    /// Leaves those that are kept, whatever was passed over before.
    private mutating func passOver() {
        guard lines.count > 2 * ControlTotals.keptCount else { return }
        lines.removeSubrange(ControlTotals.keptCount..<lines.count - ControlTotals.keptCount)
    }

    /// Ends the piece, or the file.
    mutating func end(with sums: Sums) {
        self.sums = sums
        passOver()
    }

    /// Adds those of the piece that follows.
    mutating func add(_ other: ControlTotals, _ numbers: PieceNumbers) {
        for var line in other.lines {
            line.place = numbers.placed(line.place)
            line.number += lineCount
            line.before = sums + line.before
            append(line)
        }
        passOver()
        lineCount += other.lineCount
        sums = sums + other.sums
    }
}

// MARK: - What does not agree

extension ControlTotals {
    /// A line that agrees with no sensible sum of the records.
    struct Disagreement: Sendable, Hashable {
        var lineNumber: Int
        /// What it states, and what the records come to that comes closest; nil: it states none, or agrees.
        var count: (stated: Int, counted: Int)?
        var amount: (stated: Int64, counted: Int128, recordCount: Int)?
        /// That the line's own unit says of amounts which say none.
        var unit: MoneyUnit?

        static func == (lhs: Disagreement, rhs: Disagreement) -> Bool {
            lhs.lineNumber == rhs.lineNumber && lhs.unit == rhs.unit && lhs.count?.stated == rhs.count?.stated
                && lhs.amount?.stated == rhs.amount?.stated
        }

        func hash(into hasher: inout Hasher) { hasher.combine(lineNumber) }
    }

    /// - Parameter hasUnit: whether the file or the pipeline file says what its amounts are in.
    func disagreements(_ currency: Currency, hasUnit: Bool) -> [Disagreement] {
        lines.indices.compactMap { index in
            guard lines[index].stated.scope != .beyond,
                lines[index].amount != nil || lines[index].stated.recordCount != nil
            else { return nil }
            let scopes = scopes(of: index)
            let count = lines[index].stated.recordCount.flatMap { odd($0, in: scopes) }
            var amount = lines[index].amount.flatMap { odd($0, in: scopes) }
            var unit: MoneyUnit?
            if let stated = lines[index].amount, let own = stated.ownUnit, !hasUnit, amount != nil,
                isInUnit(stated, own, scopes, currency)
            {
                unit = own
            }
            if unit == nil, isOnePartOfSeveral(index) { amount = nil }
            guard count != nil || amount != nil else { return nil }
            return Disagreement(
                lineNumber: lines[index].place.lineNumber ?? lines[index].place.recordNumber, count: count,
                amount: amount, unit: unit)
        }
    }

    /// The records that a line may be about: since the beginning, since the line before, since the last line of any
    /// kind; or, of a line above them, up to the next one or to the end.
    private func scopes(of index: Int) -> [Sums] {
        let line = lines[index]
        var starts = [Sums()]
        for scope in StatedTotals.Scope.allCases {
            if let last = lines[..<index].last(where: { $0.stated.scope == scope }) { starts.append(last.before) }
        }
        var ends = [sums]
        if index + 1 < lines.count { ends.append(lines[index + 1].before) }
        if let next = lines[(index + 1)...].first(where: { $0.stated.scope == line.stated.scope }) {
            ends.append(next.before)
        }
        return starts.map { line.before - $0 } + ends.map { $0 - line.before } + [sums]
    }

    /// Whether a line stands among others of its kind without records between them, or behind a gap in what was kept.
    private func isOnePartOfSeveral(_ index: Int) -> Bool {
        let line = lines[index]
        func isNeighbour(_ other: Int) -> Bool {
            lines.indices.contains(other) && lines[other].before.recordCount == line.before.recordCount
                && lines[other].stated.scope == line.stated.scope
        }
        if isNeighbour(index - 1) || isNeighbour(index + 1) { return true }
        if line.stated.isNamed, index > 0, lines[index - 1].before.recordCount == line.before.recordCount {
            return true
        }
        guard lineCount > lines.count, index >= ControlTotals.keptCount else { return false }
        return !lines[ControlTotals.keptCount..<index].contains { $0.stated.scope == line.stated.scope }
            && lines[..<ControlTotals.keptCount].contains { $0.stated.scope == line.stated.scope }
    }

    private func odd(_ stated: Int, in scopes: [Sums]) -> (Int, Int)? {
        for sums in scopes {
            let parts = [sums.unpaid, sums.reversed, sums.rejected].map(\.recordCount)
            for choice in 0..<8 {
                let count = parts.indices.reduce(sums.paid.recordCount) { $0 + (choice >> $1 & 1) * parts[$1] }
                if stated == count || stated == count + sums.scaffoldingCount { return nil }
                if stated == parts[0] { return nil }
            }
        }
        let counts = scopes.map(\.recordCount)
        return (stated, counts.min { abs($0 - stated) < abs($1 - stated) } ?? 0)
    }

    private func odd(_ stated: StatedAmount, in scopes: [Sums]) -> (Int64, Int128, Int)? {
        let (minor, step) = (Int128(stated.minor), Int128(stated.step))
        for sums in scopes {
            // What cannot be read may be what is missing.
            if sums.unreadCount > 0, minor > all(sums) { return nil }
            for paid in [0, sums.paid.amountMinor] {
                for unpaid in [0, sums.unpaid.amountMinor] {
                    for rejected in [0, sums.rejected.amountMinor] {
                        for reversed in [0, sums.reversed.amountMinor, -sums.reversed.amountMinor] {
                            let sum = paid + unpaid + rejected + reversed
                            if abs(sum - minor) < max(step, 2) { return nil }
                        }
                    }
                }
            }
        }
        let closest = scopes.min { abs(all($0) - minor) < abs(all($1) - minor) } ?? Sums()
        return (stated.minor, all(closest), closest.recordCount)
    }

    /// Whether a line's own unit makes its amount a sum of the records, were they in that unit: within a half and twice.
    private func isInUnit(_ stated: StatedAmount, _ unit: MoneyUnit, _ scopes: [Sums], _ currency: Currency) -> Bool {
        guard unit != .yuan, let decimals = unit.decimals(currency), let yuan = MoneyUnit.yuan.decimals(currency) else {
            return false
        }
        func scaled(_ sum: Int128) -> (Int128, Int128) {
            let factor = (0..<abs(decimals - yuan)).reduce(Int128(1)) { power, _ in power * 10 }
            return decimals > yuan ? (sum * factor, Int128(stated.minor)) : (sum, Int128(stated.minor) * factor)
        }
        return scopes.contains { sums in
            let (sum, minor) = scaled(all(sums))
            return sum > 0 && minor * 2 >= sum && minor <= sum * 2
        }
    }

    private func all(_ sums: Sums) -> Int128 {
        sums.paid.amountMinor + sums.unpaid.amountMinor + sums.reversed.amountMinor + sums.rejected.amountMinor
    }
}
