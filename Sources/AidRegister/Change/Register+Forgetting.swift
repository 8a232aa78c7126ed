package import AidModel

extension Register {
    /// Forgets all claims dated before a quarter, and the tags of people who have no others.
    ///
    /// Person-times and money of the forgotten quarters stay as figures; people are exact from the
    /// quarter on. What stays is counted as it was before: where the standing version of a claim is
    /// forgotten, its earlier versions go with it, and so do its reversals. A claim without a day
    /// goes when all dated claims of its export do; and so do the values of its rejects, whose places and reasons
    /// stay, as their number does.
    ///
    /// Groups and the names of exports stay. Numbers of people stay the same; somebody who comes
    /// again has a new one.
    ///
    /// - Parameters:
    ///   - figures: of every quarter before, nil where none of its claims stands; one that was forgotten already
    ///     keeps its own.
    ///   - yearsToDate: that end with one of these quarters.
    ///   - since: the programme's first day.
    ///   - sinceStart: person-times and money from then up to the quarter.
    ///   - places: as for `RegisterReader`: it decides which version of a claim stands.
    /// - Returns: the register as it stands now.
    /// - Complexity: reads all claims some times; memory for a million claims.
    package func forget(
        before quarter: Quarter, figures: [Quarter: Figures?], yearsToDate: [Quarter: Figures] = [:],
        since: CalendarDay, sinceStart: Tally, places: [Int]? = nil
    ) throws(RegisterError) -> Register {
        let known = forgotten?.figuresByQuarter ?? [:]
        guard quarters.allSatisfy({ $0 >= quarter || figures[$0] != nil || known[$0] != nil }),
            figures.keys.allSatisfy({ $0 < quarter })
        else {
            throw refused(.figuresMissing)
        }
        // Late claims of a quarter that was forgotten before may have come since.
        if let forgotten, forgotten.exactFrom >= quarter, quarters.allSatisfy({ $0 >= quarter }) { return self }
        var forgetting = try Forgetting(self, before: quarter, places: places)
        try forgetting.decide()
        let delivery = RegisterDelivery(self, newInputCount: 0, places: places)
        do throws(RegisterError) {
            var list = try forgetting.rewrite(to: delivery)
            list.changeCount += 1
            let isFurther = forgotten.map { $0.exactFrom < quarter } ?? true
            list.forgotten = ForgottenQuarters(
                exactFrom: isFurther ? quarter : forgotten?.exactFrom ?? quarter,
                figuresByQuarter: known.merging(figures.compactMapValues { $0 }) { old, _ in old },
                yearsToDate: (forgotten?.yearsToDate ?? [:]).merging(yearsToDate) { old, _ in old },
                since: forgotten?.since ?? since,
                sinceStart: isFurther ? sinceStart : forgotten?.sinceStart ?? sinceStart)
            list.segments += try delivery.finish()
            list.publication = nil
            return try stage(list, of: delivery).commit()
        } catch {
            delivery.abandon()
            throw error
        }
    }
}

/// What goes, and what stays, when a register forgets.
private struct Forgetting {
    /// So many forgotten claims are held in memory at once.
    private static let passRowLimit = 1 << 20

    private let register: Register
    private let quarter: Quarter
    private let firstDay: Int32
    private let places: [Int]?
    private let reader: RegisterReader
    private let reversals: [Reversal]
    /// Exports of which no dated claim stays, by what positions call them.
    private var endedFiles: Set<Int> = []
    /// The positions of claims that go because a later version does.
    private var alsoGone: Set<UInt64> = []
    /// The claims that reversals name: with forgotten rows, and with rows that stay.
    private var goneTargets: Set<RegisterTag> = []
    private var keptTargets: Set<RegisterTag> = []

    init(_ register: Register, before quarter: Quarter, places: [Int]?) throws(RegisterError) {
        self.register = register
        self.quarter = quarter
        firstDay = quarter.firstDay.daysSinceEpoch
        self.places = places
        reader = RegisterReader(register, places: places)
        reversals = try register.reversals(places: places)
    }

    private var claimSegments: [RegisterSegment] { register.list.segments.filter(\.kind.holdsClaims) }

    private func isGone(_ segment: RegisterSegment) -> Bool { segment.quarter.map { $0 < quarter } ?? false }

    /// Whether a claim of a file that may have others is forgotten.
    private func isGone(_ claim: Claim) -> Bool {
        if claim.dayNumber == Claim.noDay { return endedFiles.contains(claim.position.fileIndex) }
        return claim.dayNumber < firstDay
    }

    // MARK: Deciding

    mutating func decide() throws(RegisterError) {
        try findEndedFiles()
        let goneRowLimit = claimSegments.filter { isGone($0) || $0.kind == .others }.reduce(0) { $0 + $1.rowCount }
        var passBits = 0
        while passBits < 16, goneRowLimit >> passBits > Forgetting.passRowLimit { passBits += 1 }
        for pass in 0..<UInt64(1) << UInt64(passBits) {
            try decide { passBits == 0 || $0.high >> UInt64(64 - passBits) == pass }
        }
    }

    private mutating func findEndedFiles() throws(RegisterError) {
        var withKept: Set<Int> = []
        var withGone: Set<Int> = []
        for segment in claimSegments {
            let isQuarter = segment.kind == .quarter
            try reader.read(segment) { claims in
                if isQuarter {
                    // A block is of one input.
                    let file = claims[0].position.fileIndex
                    if isGone(segment) { withGone.insert(file) } else { withKept.insert(file) }
                } else {
                    for claim in claims where claim.dayNumber != Claim.noDay {
                        if claim.dayNumber < firstDay {
                            withGone.insert(claim.position.fileIndex)
                        } else {
                            withKept.insert(claim.position.fileIndex)
                        }
                    }
                }
            }
        }
        endedFiles = withGone.subtracting(withKept)
    }

    /// Decides on the claims of some tags.
    private mutating func decide(_ isWanted: (RegisterTag) -> Bool) throws(RegisterError) {
        let targets = Set(reversals.map { RegisterTag($0.claim.key) }.filter(isWanted))
        var lastGone: [RegisterTag: UInt64] = [:]
        var goneTargets = goneTargets
        var keptTargets = keptTargets
        try forEachClaim(gone: true) { claim in
            let tag = RegisterTag(claim.key)
            guard !claim.key.isNone, isWanted(tag) else { return }
            lastGone[tag] = max(lastGone[tag] ?? 0, claim.position.bits)
            if targets.contains(tag) { goneTargets.insert(tag) }
        }
        var kept: [RegisterTag: [UInt64]] = [:]
        try forEachClaim(gone: false) { claim in
            let tag = RegisterTag(claim.key)
            guard !claim.key.isNone, isWanted(tag) else { return }
            if targets.contains(tag) { keptTargets.insert(tag) }
            if lastGone[tag] != nil { kept[tag, default: []].append(claim.position.bits) }
        }
        for (tag, positions) in kept {
            // Neither is empty.
            guard positions.max()! < lastGone[tag]! else { continue }
            alsoGone.formUnion(positions)
            keptTargets.remove(tag)
        }
        self.goneTargets = goneTargets
        self.keptTargets = keptTargets
    }

    private func forEachClaim(gone: Bool, _ body: (Claim) -> Void) throws(RegisterError) {
        for segment in claimSegments where segment.kind == .others || isGone(segment) == gone {
            let isOthers = segment.kind == .others
            try reader.read(segment) { claims in
                for claim in claims where !isOthers || isGone(claim) == gone { body(claim) }
            }
        }
    }

    private func isGone(_ reversal: Reversal) -> Bool {
        let target = RegisterTag(reversal.claim.key)
        if keptTargets.contains(target) { return false }
        return goneTargets.contains(target) || isGone(reversal.claim)
    }

    // MARK: Rewriting

    /// Writes what stays of files that lose something.
    ///
    /// - Returns: the register's list without the new files.
    func rewrite(to delivery: RegisterDelivery) throws(RegisterError) -> RegisterList {
        var list = register.list
        var isUsed = [Bool](repeating: false, count: list.peopleCount)
        let writer = RegisterRowWriter(delivery)
        for segment in claimSegments {
            let isRewritten = try losesSome(segment)
            let isGoneWhole = isGone(segment)
            if isRewritten || isGoneWhole { list.segments.removeAll { $0 == segment } }
            try reader.read(segment) { claims in
                for claim in claims {
                    if isGoneWhole || isGoneAlone(claim, of: segment) {
                        list.inputs[delivery.number(claim)].forgotten.add(claim.amountMinor)
                    } else {
                        if let person = claim.person.registerIndex { isUsed[person] = true }
                        if isRewritten { writer.add(claim) }
                    }
                }
            }
        }
        writer.finish()
        let goneReversals = reversals.filter(isGone)
        for reversal in goneReversals {
            list.inputs[delivery.number(reversal.claim)].forgotten.add(reversal.claim.amountMinor)
        }
        let keptReversals = reversals.filter { !isGone($0) }
        for reversal in keptReversals {
            if let person = reversal.claim.person.registerIndex { isUsed[person] = true }
        }
        if !goneReversals.isEmpty {
            list.segments.removeAll { $0.kind == .reversals }
            try register.write(keptReversals, to: delivery)
        }
        try forgetValues(&list, delivery)
        // Which claims are several records, the next run finds out anew: some of those tags are to go.
        list.segments.removeAll { $0.kind == .people || $0.kind.isDerived }
        let tags = try register.tags()
        try register.write(
            isUsed.indices.map { isUsed[$0] ? tags[$0] : .forgotten }, to: delivery)
        if let quarters = try register.peopleQuarters() {
            try register.write(
                quarters.forgetting(before: quarter, isUsed), peopleCount: list.peopleCount, to: delivery)
        }
        return list
    }

    /// Takes away what was said in rejects of exports that have ended.
    private func forgetValues(_ list: inout RegisterList, _ delivery: RegisterDelivery) throws(RegisterError) {
        func cleared(_ reject: Reject) -> Reject {
            endedFiles.contains(reject.position.fileIndex) ? reject.withoutValue : reject
        }
        var saysSomething = false
        try register.readRejects(places: places) { rejects in
            saysSomething = saysSomething || rejects.contains { cleared($0) != $0 }
        }
        guard saysSomething else { return }
        list.segments.removeAll { $0.kind == .rejects }
        try register.readRejects(places: places) { rejects throws(RegisterError) in
            try register.write(rejects.map(cleared), to: delivery)
        }
    }

    private func isGoneAlone(_ claim: Claim, of segment: RegisterSegment) -> Bool {
        segment.kind == .others && isGone(claim) || !alsoGone.isEmpty && alsoGone.contains(claim.position.bits)
    }

    /// Whether a file of which something stays loses something.
    private func losesSome(_ segment: RegisterSegment) throws(RegisterError) -> Bool {
        guard !isGone(segment), segment.kind == .others || !alsoGone.isEmpty else { return false }
        var loses = false
        try reader.read(segment) { claims in
            loses = loses || claims.contains { isGoneAlone($0, of: segment) }
        }
        return loses
    }
}

extension Reject {
    fileprivate var withoutValue: Reject {
        Reject(
            position: position, place: place, reason: reason, field: field, maskedValue: "", amountMinor: amountMinor)
    }
}

extension PeopleQuarters {
    /// Without the quarters before one, and without the people of whom nothing is left.
    fileprivate func forgetting(before quarter: Quarter, _ isUsed: [Bool]) -> PeopleQuarters {
        let kept = PeopleQuarters(quarters: quarters.filter { $0 >= quarter }, peopleCount: peopleCount)
        for (newPlace, quarter) in kept.quarters.enumerated() {
            // Every quarter that is kept is among them.
            let place = place(of: quarter)!
            for person in 0..<peopleCount where isUsed[person] && isMarked(person, place: place) {
                kept.mark(person, place: newPlace)
            }
        }
        return kept
    }
}
