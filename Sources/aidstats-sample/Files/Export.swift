/// The files of one quarter: their names and how they are written.
struct QuarterFiles {
    let names: [String]
    let dialects: [Dialect]
}

/// Writes the claims of all quarters with their troubles, and counts what is true as it goes.
///
/// Claims go round the files of their quarter. What a story puts further down or
/// into another file waits; nothing else is kept.
struct Export {
    private let quarters: [TrueQuarter]
    private let files: [QuarterFiles]
    /// One claim in so many has a story.
    private let spacing: Int
    private let draws: Draws

    private var tally: Tally
    private var balance = SampleBalance()
    private var troubleCounts: [String: Int] = [:]
    private var scribe: Scribe
    private var storyteller: Storyteller
    private var csvPlan = TroublePlan(format: .csv)
    private var xmlPlan = TroublePlan(format: .xml)
    private var text = RecordText()
    private var writtenCount = 0

    /// The files that are open, what waits in each, and what waits for the next quarter's.
    private var open: [any ExportFile] = []
    private var near: [[Waiting]] = []
    private var far: [[Waiting]] = []
    private var forNext: [(slot: Int, entry: Entry)] = []

    private struct Waiting {
        /// The number of claims of the quarter before which it must not stand.
        let due: Int
        let entry: Entry
        let index: Int?
    }

    private static let nearDistance = 30

    init(quarters: [TrueQuarter], files: [QuarterFiles], spacing: Int, draws: Draws) {
        precondition(quarters.count == files.count)
        self.quarters = quarters
        self.files = files
        self.spacing = spacing
        self.draws = draws
        tally = Tally(quarters: quarters.map(\.target.quarter), windows: quarters.map(\.window))
        scribe = Scribe(draws: draws, population: Population(draws: draws))
        storyteller = Storyteller(quarters: quarters.map(\.target.quarter))
    }

    /// What is true of what was written.
    var truth: TruthReport {
        TruthReport(
            tally: tally, balance: balance,
            troubles: TroublePlan.names.map { ($0, troubleCounts[$0] ?? 0) },
            forms: Scribe.Form.allCases.map { ("\($0)", scribe.formCounts[$0.rawValue]) }
        )
    }

    mutating func write(to folder: String) throws {
        for index in quarters.indices {
            try write(quarterIndex: index, to: folder)
            // Late records of a quarter stand in the next one's files, not later.
            if index > 0 { tally.close(quarterIndex: index - 1) }
        }
        for (quarter, reached) in zip(quarters, tally.figures) {
            guard reached.recipientCount == quarter.target.recipientCount,
                reached.personTimeCount == quarter.target.personTimeCount,
                reached.amountFen == quarter.target.amountFen
            else { throw SampleError.missed(quarter.target.quarter.name) }
        }
    }

    private mutating func write(quarterIndex: Int, to folder: String) throws {
        let dialects = files[quarterIndex].dialects
        open = try zip(files[quarterIndex].names, dialects).map { try $1.createFile(at: folder + "/" + $0) }
        near = dialects.map { _ in [] }
        far = dialects.map { _ in [] }
        for (slot, entry) in forNext {
            far[min(slot, open.count - 1)].append(Waiting(due: 0, entry: entry, index: nil))
        }
        forNext = []

        let quarter = quarters[quarterIndex]
        let count = quarter.target.personTimeCount
        for serial in 0..<count {
            let slot = serial % open.count
            try writeDue(slot: slot, at: serial)
            if serial % (count / 4) == count / 8 {
                for slot in open.indices { try writeFar(slot: slot, at: serial) }
            }
            try write(quarter.claim(at: serial), slot: slot)
        }
        for slot in open.indices {
            try writeDue(slot: slot, at: .max)
            try writeFar(slot: slot, at: .max)
            try open[slot].close()
        }
        open = []
    }

    private mutating func write(_ claim: TrueClaim, slot: Int) throws {
        let stratum = claim.serial / spacing
        let chosen = stratum * spacing + draws.below(spacing, .slot, claim.quarterIndex << 32 | stratum)
        guard claim.serial == chosen else {
            return try put(storyteller.entry(for: claim), slot: slot, index: nil)
        }
        let isCSV = open[slot].dialect.format == .csv
        let trouble = isCSV ? csvPlan.next() : xmlPlan.next()
        troubleCounts[trouble.name, default: 0] += 1
        var firstIndex: Int?
        for (place, entry) in storyteller.tell(trouble, of: claim) {
            switch resolve(place, slot: slot, quarterIndex: claim.quarterIndex) {
            case .here:
                firstIndex = writtenCount
                try put(entry, slot: slot, index: nil)
            case .near:
                let index = entry.isVerbatim ? firstIndex : nil
                near[slot].append(Waiting(due: claim.serial + Export.nearDistance, entry: entry, index: index))
            case .far:
                far[slot].append(Waiting(due: claim.serial + 3 * Export.nearDistance, entry: entry, index: nil))
            case .otherFile:
                let other = (slot + 1) % open.count
                far[other].append(Waiting(due: 0, entry: entry, index: nil))
            case .laterFile: forNext.append((slot, entry))
            case .nextQuarter: forNext.append((slot + 1, entry))
            }
        }
        if case .story(.blankLine) = trouble, let file = open[slot] as? CSVFile { file.appendBlankLine() }
    }

    /// Where a story's place is in the files that there are.
    private func resolve(_ place: Place, slot: Int, quarterIndex: Int) -> Place {
        let isLast = quarterIndex == quarters.count - 1
        switch place {
        case .here, .near, .far: return place
        case .otherFile: return open.count > 1 ? .otherFile : isLast ? .far : .nextQuarter
        case .nextQuarter: return !isLast ? .nextQuarter : open.count > 1 ? .otherFile : .far
        case .laterFile:
            if isLast { return .far }
            // Where a pipeline lists its CSV inputs first, XML stands after all of them.
            let later = files[quarterIndex + 1].dialects
            let isBefore = later[min(slot, later.count - 1)].format == .csv && open[slot].dialect.format == .xml
            return isBefore ? .far : .laterFile
        }
    }

    private mutating func writeDue(slot: Int, at serial: Int) throws {
        while let first = near[slot].first, first.due <= serial {
            near[slot].removeFirst()
            try put(first.entry, slot: slot, index: first.index)
        }
    }

    private mutating func writeFar(slot: Int, at serial: Int) throws {
        let due = far[slot].filter { $0.due <= serial }
        far[slot].removeAll { $0.due <= serial }
        for waiting in due { try put(waiting.entry, slot: slot, index: waiting.index) }
    }

    /// Writes one record and counts what it is.
    ///
    /// - Parameter index: the number of the record that it repeats byte by byte.
    private mutating func put(_ entry: Entry, slot: Int, index: Int?) throws {
        let file = open[slot]
        let isPlain = entry.damage != nil
        scribe.fill(
            &text, entry.saying, habits: file.dialect.habits, index: index ?? writtenCount, isPlain: isPlain
        )
        entry.damage?.edit(&text)
        try file.append(text, damage: entry.damage)
        writtenCount += 1
        balance.count(entry.outcome)
        if entry.isTakenBack { balance.fullyReversed += 1 }
        if let claim = entry.claim { tally.count(claim) }
    }
}
