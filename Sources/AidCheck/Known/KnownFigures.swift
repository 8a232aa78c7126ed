package import AidModel
import AidText
package import AidNews

/// What is known of a programme's figures: the facts of all its quarters, and what was published.
///
/// Levels alone are kept. Changes, percents, shares and averages follow from them exactly, so a draft may
/// state any of them, whether or not it is a fact of its own.
package struct KnownFigures: Sendable {
    /// One level and where it comes from.
    struct Level: Sendable, Hashable {
        /// In the smallest unit; one value where it is exact.
        var range: FigureRange
        /// The fact's id.
        var id: String
        /// nil: counted from the present exports.
        var vintage: FactVintage?
        var isProvisional = false
    }

    struct Key: Sendable, Hashable {
        var span: DraftSpan
        /// A place among `groups`; nil: the whole.
        var group: Int?
        var measure: FactMeasure
    }

    package let programme: Programme?
    let rounding: Rounding
    private(set) var groups: [PublishedCell.Group]
    /// The first of those whose names no reader of prose can tell from other words.
    private(set) var unreadGroups: [Int] = []
    /// How many of the groups have facts; the others are only named by the draft.
    private(set) var knownGroupCount: Int
    private(set) var levels: [Key: Level] = [:]
    /// Every figure that was published, oldest first.
    private(set) var published: [Key: [Level]] = [:]
    /// Averages that are facts: they leave out person-times of people who are not known.
    private(set) var averages: [Key: (ratio: ExactRatio, id: String, isProvisional: Bool)] = [:]
    /// What changes against the year earlier come from.
    private(set) var factors: [Key: [FactKind: Level]] = [:]
    /// The ids of all facts, so that what follows from levels can be called by its own.
    private(set) var ids: Set<String> = []
    /// The days from which cumulative figures are counted: the programme's first, and those of the facts.
    private(set) var starts: [CalendarDay] = []
    /// Whether facts say how many members there are.
    private(set) var tellsMembers = false
    /// The newest quarter of which a level is known.
    private(set) var latest: Quarter?

    /// - Parameters:
    ///   - sets: the facts of any number of quarters; of two that know the same figure the one of the later
    ///     quarter counts, for it was counted from more.
    ///   - vintages: what was published, in any order.
    ///   - totals: of quarters that may have no facts of their own.
    package init(
        _ sets: [FactSet], vintages: [Vintage], totals: [QuarterTotal] = [], programme: Programme
    ) {
        self.programme = programme
        rounding = sets.last?.rounding ?? .halfUp
        var groups: [PublishedCell.Group] = []
        var known: Set<PublishedCell.Group> = []
        func add(_ group: PublishedCell.Group?) {
            if let group, !group.isWithheld, known.insert(group).inserted { groups.append(group) }
        }
        let sets = sets.sorted { $0.quarter < $1.quarter }
        for fact in sets.flatMap(\.facts) where !fact.isOfRest {
            add(fact.group.map { PublishedCell.Group(field: $0.field, name: $0.name) })
        }
        for cell in vintages.flatMap(\.cells) { add(cell.group) }
        self.groups = groups.isEmpty ? GroupWords.usual : groups
        knownGroupCount = self.groups.count
        unreadGroups = Array(GroupWords.unread(groups).sorted().prefix(DraftWeights.hintGroups))
        let places = Dictionary(groups.enumerated().map { ($1, $0) }) { first, _ in first }
        if let since = programme.since { starts = [since] }
        for set in sets { take(set, places) }
        for total in totals { take(total) }
        for vintage in vintages.sorted(by: { ($0.quarter, $0.number) < ($1.quarter, $1.number) }) {
            take(vintage, places)
        }
    }

    /// Nothing is known: for the checks of a draft against itself.
    package init() {
        programme = nil
        rounding = .halfUp
        groups = GroupWords.usual
        knownGroupCount = groups.count
    }

    /// The same with districts that a draft names and of which nothing is known.
    func naming(_ districts: DistrictNames) -> KnownFigures {
        var known = self
        known.groups += districts.groups(beside: groups)
        return known
    }

    package var isEmpty: Bool { levels.isEmpty }

    var currency: Currency { programme?.currency ?? .cny }

    // MARK: Facts

    private mutating func take(_ set: FactSet, _ places: [PublishedCell.Group: Int]) {
        for fact in set.facts {
            ids.insert(fact.id)
            if fact.measure == .members { tellsMembers = true }
            if fact.isOfRest { continue }
            if case .cumulative(let since, _) = fact.period, !starts.contains(since) { starts.append(since) }
            let group = fact.group.flatMap { places[PublishedCell.Group(field: $0.field, name: $0.name)] }
            if fact.kind == .average, case .ratio(let ratio) = fact.value {
                let key = Key(span: DraftSpan(fact.period), group: group, measure: fact.measure)
                averages[key] = (ratio, fact.id, fact.isProvisional)
            }
            if fact.kind.isOfFactor, let range = fact.value.range {
                let key = Key(span: DraftSpan(fact.period), group: group, measure: fact.measure)
                factors[key, default: [:]][fact.kind] = Level(
                    range: range, id: fact.id, isProvisional: fact.isProvisional)
            }
            let isOfVintage = fact.id.prefix { $0 != "/" }.contains("@")
            if fact.kind == .level, !isOfVintage, let range = fact.value.range {
                let key = Key(span: DraftSpan(fact.period), group: group, measure: fact.measure)
                // The year to date of a first quarter is the quarter, which has a fact of its own.
                if case .yearToDate(let quarter) = fact.period, quarter.number == 1, levels[key] != nil { continue }
                levels[key] = Level(range: range, id: fact.id, isProvisional: fact.isProvisional)
                latest = max(latest ?? fact.period.quarter, fact.period.quarter)
            }
        }
        // The bases of changes are known too, if less surely than by facts of their own.
        for fact in set.facts where fact.kind == .change && !fact.isOfRest {
            guard let base = fact.base, let range = base.value.range else { continue }
            if let vintage = base.vintage {
                let group = fact.group.flatMap { places[PublishedCell.Group(field: $0.field, name: $0.name)] }
                let key = Key(span: DraftSpan(base.period), group: group, measure: fact.measure)
                published[key, default: []].append(Level(range: range, id: fact.id, vintage: vintage))
                continue
            }
            guard base.comparison == .yearEarlier || base.comparison == .quarterEarlier else { continue }
            let group = fact.group.flatMap { places[PublishedCell.Group(field: $0.field, name: $0.name)] }
            let key = Key(span: DraftSpan(base.period), group: group, measure: fact.measure)
            if levels[key] == nil {
                levels[key] = Level(range: range, id: fact.id, isProvisional: fact.isProvisional)
            }
        }
    }

    private mutating func take(_ total: QuarterTotal) {
        guard let figures = total.figures else { return }
        for measure in Measure.allCases {
            let key = Key(span: .quarter(total.quarter), group: nil, measure: FactMeasure(measure))
            let id = FactID(.quarter(total.quarter), FactMeasure(measure), .level).text
            // What a quarter's own facts say was counted with more care for its bounds.
            if levels[key] == nil {
                levels[key] = Level(
                    range: FigureRange(exactly: figures[measure]), id: id, isProvisional: total.isProvisional)
            }
        }
        latest = max(latest ?? total.quarter, total.quarter)
    }

    private mutating func take(_ vintage: Vintage, _ places: [PublishedCell.Group: Int]) {
        for cell in vintage.cells {
            guard let figures = cell.figures else { continue }
            let (period, span): (FactPeriod, DraftSpan) =
                switch cell.period {
                case .quarter: (.quarter(vintage.quarter), .quarter(vintage.quarter))
                case .yearToDate: (.yearToDate(through: vintage.quarter), .yearToDate(vintage.quarter))
                case .cumulative:
                    (
                        .cumulative(since: programme?.since ?? vintage.quarter.firstDay, through: vintage.quarter),
                        .cumulative(vintage.quarter)
                    )
                }
            for measure in Measure.allCases {
                guard let range = figures[measure] else { continue }
                let group = cell.group.map(FactGroup.init)
                let id = FactID(period, vintage: vintage.number, group: group, FactMeasure(measure), .level).text
                let level = Level(
                    range: range, id: id,
                    vintage: FactVintage(
                        quarter: vintage.quarter, number: vintage.number, publishedOn: vintage.publishedOn),
                    isProvisional: vintage.isProvisional)
                let key = Key(span: span, group: cell.group.flatMap { places[$0] }, measure: FactMeasure(measure))
                published[key, default: []].append(level)
                // The last vintage stands where nothing is counted.
                if levels[key]?.vintage != nil || levels[key] == nil { levels[key] = level }
            }
        }
        latest = max(latest ?? vintage.quarter, vintage.quarter)
    }
}

extension Fact {
    /// Whether it is of all groups that reports do not show by name: no draft calls them by a name of their own.
    fileprivate var isOfRest: Bool { group?.restCount != nil }
}

extension DraftSpan {
    init(_ period: FactPeriod) {
        switch period {
        case .quarter(let quarter): self = .quarter(quarter)
        case .yearToDate(let quarter): self = .yearToDate(quarter)
        case .cumulative(_, let quarter): self = .cumulative(quarter)
        }
    }
}
