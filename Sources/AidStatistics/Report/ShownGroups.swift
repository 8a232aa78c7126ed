package import AidModel

/// Which groups of a breakdown with many are shown by name, and what the rest of them is.
///
/// Which are the largest follows from what the report shows of each alone, so that it tells nothing of what is
/// withheld; hence it is known only when all is counted and decided, and the people of the rest are counted after that.
struct ShownGroups {
    private let breakdown: BreakdownReport
    /// Of all slots of the breakdown.
    private let figures: [PeriodFigures]
    private let quarter: Quarter
    private let minGroup: Int
    /// The slot of each line of the report; none of those whose names are withheld.
    private let slotOfLine: [Int: Int]
    /// How many groups have a name.
    private let namedCount: Int
    /// The lines that are shown by name, the largest first.
    private(set) var listed: [Int]

    /// - Parameters:
    ///   - figures: of each slot of the breakdown.
    ///   - names: of each slot; nil for 未填.
    /// - Returns: nil if all groups are shown.
    init?(
        _ breakdown: BreakdownReport, limit: ShownGroupLimit, figures: [PeriodFigures], names: [String?],
        quarter: Quarter, minGroup: Int
    ) {
        let named = breakdown.groups.indices.filter { breakdown.groups[$0].group != nil }
        guard case .largest(let most) = limit, limit.leavesRest(of: named.count), breakdown.axes.isEmpty else {
            return nil
        }
        self.breakdown = breakdown
        self.figures = figures
        self.quarter = quarter
        self.minGroup = minGroup
        let slots = Dictionary(names.enumerated().map { (GroupName($1), $0) }, uniquingKeysWith: { first, _ in first })
        var slotOfLine: [Int: Int] = [:]
        for (line, group) in breakdown.groups.enumerated() where group.withheldCount == 0 {
            slotOfLine[line] = slots[GroupName(group.group)]
        }
        self.slotOfLine = slotOfLine
        namedCount = named.count
        listed = Array(ShownGroups.ranked(breakdown, named).prefix(most))
    }

    /// The groups whose figures of the quarter are shown, by their person-times in it, then their money; then by those of
    /// the year to date, then of all since the start; those that are equal in all stay in their order.
    private static func ranked(_ breakdown: BreakdownReport, _ lines: [Int]) -> [Int] {
        func size(_ figures: Shown<Figures>) -> (Int, Int128) {
            figures.value.map { ($0.personTimeCount, $0.amountMinor) } ?? (0, 0)
        }
        let keyed = lines.compactMap { line -> (key: [(Int, Int128)], line: Int)? in
            let group = breakdown.groups[line]
            if case .suppressed = group.figures { return nil }
            return ([size(group.figures), size(group.yearToDate.figures), size(group.cumulative)], line)
        }
        return keyed.sorted { one, other in
            for (left, right) in zip(one.key, other.key) where left != right { return left > right }
            return one.line < other.line
        }.map(\.line)
    }

    /// Whether each slot is in the rest: of a group that has no line of its own, but for 未填.
    var isInRest: [Bool] {
        var isInRest = [Bool](repeating: true, count: figures.count)
        for line in listed + emptyLines { if let slot = slotOfLine[line] { isInRest[slot] = false } }
        return isInRest
    }

    /// The line of 未填, if there is one.
    private var emptyLines: [Int] {
        breakdown.groups.indices.filter { breakdown.groups[$0].group == nil && breakdown.groups[$0].withheldCount == 0 }
    }

    /// Moves the last of the listed groups into the rest until it has people enough wherever it is shown.
    ///
    /// Where no listed group has a claim in a period, none of them would help: the rest is all that there is.
    ///
    /// - Parameter rest: who is in the rest.
    /// - Returns: whether any was moved; then the people have to be counted once more.
    mutating func enlargeRest(_ rest: RestCount) -> Bool {
        var isEnlarged = false
        // No fewer than any of its groups has.
        var atLeast = rest.recipients
        while !listed.isEmpty, hasTooFew(atLeast), let slot = slotOfLine[listed.removeLast()] {
            isEnlarged = true
            for period in ReportPeriod.allCases {
                atLeast[period.rawValue] = max(atLeast[period.rawValue], figures[slot][period].recipientCount)
            }
        }
        // How much one person has of a larger rest is known only when it is counted.
        if !isEnlarged, isDominated(rest) { isEnlarged = listed.popLast() != nil }
        return isEnlarged
    }

    /// Whether one person's money could be told of the rest of a period that is shown beside a group that is listed.
    private func isDominated(_ rest: RestCount) -> Bool {
        ReportPeriod.allCases.contains { period in
            rest.dominated.contains(PeriodSet(period)) && !isWithheld(period) && isListed(period)
        }
    }

    /// Whether a listed group is shown to have claims in a period.
    private func isListed(_ period: ReportPeriod) -> Bool {
        listed.contains { breakdown.groups[$0][period].value.map { $0.personTimeCount > 0 } ?? false }
    }

    private func hasTooFew(_ recipients: [Int]) -> Bool {
        let rest = restSums
        return ReportPeriod.allCases.contains { period in
            recipients[period.rawValue] < minGroup && rest[period].personTimeCount > 0 && !isWithheld(period)
                && isListed(period)
        }
    }

    /// Whether a group beside the rest is withheld in a period: then the rest would tell what it has.
    private func isWithheld(_ period: ReportPeriod) -> Bool {
        (listed + emptyLines).contains { line in
            if case .suppressed = breakdown.groups[line][period] { true } else { false }
        }
    }

    /// Whether there are no data of a period.
    private func isAbsent(_ period: ReportPeriod) -> Bool { breakdown.groups.contains { $0[period] == .absent } }

    /// Person-times and money of the rest, which add up.
    private var restSums: PeriodFigures {
        zip(figures, isInRest).reduce(into: PeriodFigures()) { sum, slot in if slot.1 { sum += slot.0 } }
    }

    /// What the breakdown shows of its groups.
    ///
    /// - Parameter rest: who is in the rest.
    func bound(_ rest: RestCount) -> BreakdownReport.Bound {
        let sums = restSums
        let cells = ReportPeriod.allCases.map { period -> Shown<Figures> in
            if isAbsent(period) { return .absent }
            if isWithheld(period) { return .suppressed(.complement) }
            var figures = sums[period]
            figures.recipientCount = rest.recipients[period.rawValue]
            if figures.personTimeCount > 0, figures.recipientCount < minGroup { return .suppressed(.small) }
            return rest.dominated.contains(PeriodSet(period)) ? .suppressed(.complement) : .known(figures)
        }
        return BreakdownReport.Bound(
            listed: listed,
            restCount: namedCount - listed.count + breakdown.groups.reduce(0) { $0 + $1.withheldCount },
            rest: GroupReport(nil, cells, of: quarter))
    }
}

/// Who is in the rest of a breakdown.
struct RestCount: Sendable {
    /// By period.
    var recipients: [Int]
    /// The periods in which one person has nearly all of the money.
    var dominated: PeriodSet = []
}

extension RestCount {
    init(_ counted: QuarterCount, slot: Int) {
        recipients = ReportPeriod.allCases.map { counted.groups[slot][$0].recipientCount }
        dominated = counted.dominated.isEmpty ? [] : counted.dominated[slot]
    }
}

extension ShownGroups {
    /// Bounds the breakdowns of a report that have many groups.
    ///
    /// - Parameter count: counts the slots of other groups.
    static func bound(
        _ report: inout QuarterReport, _ breakdowns: [ReportBreakdown], slots: GroupSlots, counted: QuarterCount,
        count: (GroupSlots) async throws -> QuarterCount
    ) async throws {
        var bounded: [(index: Int, groups: ShownGroups)] = []
        for (index, breakdown) in breakdowns.enumerated() {
            let groups = ShownGroups(
                report.breakdowns[index], limit: breakdown.limit,
                figures: Array(counted.groups[slots.slots(ofBreakdown: index)]),
                names: slots.groups[index].map { $0[0] }, quarter: report.quarter, minGroup: report.minGroup)
            if let groups { bounded.append((index, groups)) }
        }
        var isChanged = !bounded.isEmpty
        var rests: [RestCount] = []
        while isChanged {
            isChanged = false
            let parts = GroupSlots(slots, parts: bounded.map { ($0.index, $0.groups.isInRest) })
            let counted = try await count(parts)
            rests = bounded.indices.map { RestCount(counted, slot: 2 * $0) }
            for place in bounded.indices where bounded[place].groups.enlargeRest(rests[place]) {
                isChanged = true
            }
        }
        for (place, part) in bounded.enumerated() {
            report.breakdowns[part.index].bound = part.groups.bound(rests[place])
        }
    }
}

extension GroupSlots {
    /// Two slots for each of some breakdowns: a part of its groups, then the others.
    ///
    /// - Parameter parts: of each breakdown, for every group whether it is in the part.
    init(_ slots: GroupSlots, parts: [(breakdown: Int, isIn: [Bool])]) {
        let codeCount = slots.breakdownCount == 0 ? 0 : slots.slotsByCode.count / slots.breakdownCount
        var slotsByCode: [Int] = []
        slotsByCode.reserveCapacity(codeCount * parts.count)
        for code in 0..<codeCount {
            for (place, part) in parts.enumerated() {
                let slot = slots.slotsByCode[code * slots.breakdownCount + part.breakdown]
                slotsByCode.append(2 * place + (part.isIn[slot - slots.firstSlot[part.breakdown]] ? 0 : 1))
            }
        }
        self.init(slotsByCode: slotsByCode, breakdownCount: parts.count, count: 2 * parts.count)
    }
}

extension GroupReport {
    /// A line from its figures of every period of the report on a quarter.
    init(
        _ name: String?, _ cells: [Shown<Figures>], of quarter: Quarter, withheldCount: Int = 0, names: [String?] = []
    ) {
        func comparison(_ now: ReportPeriod, _ base: ReportPeriod) -> Comparison {
            Comparison(
                quarter: base.quarters(of: quarter).upperBound, now: cells[now.rawValue], base: cells[base.rawValue])
        }
        self.init(
            group: name, names: names, withheldCount: withheldCount, figures: cells[ReportPeriod.quarter.rawValue],
            yearEarlier: comparison(.quarter, .yearEarlier), quarterEarlier: comparison(.quarter, .quarterEarlier),
            yearToDate: YearToDate(
                figures: cells[ReportPeriod.yearToDate.rawValue],
                yearEarlier: comparison(.yearToDate, .yearToDateYearEarlier)),
            cumulative: cells[ReportPeriod.cumulative.rawValue])
    }

    /// What it shows of a period.
    package subscript(period: ReportPeriod) -> Shown<Figures> {
        switch period {
        case .quarter: figures
        case .yearEarlier: yearEarlier.base
        case .quarterEarlier: quarterEarlier.base
        case .yearToDate: yearToDate.figures
        case .yearToDateYearEarlier: yearToDate.yearEarlier.base
        case .cumulative: cumulative
        }
    }
}
