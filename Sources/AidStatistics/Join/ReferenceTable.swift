package import AidModel

/// A reference table: what held of a person, or of a code, on a day; and where among the groups of claims that goes.
package struct ReferenceTable: Sendable, Hashable {
    /// Whose spells a claim is held against.
    package enum Key: Sendable, Hashable {
        case person
        /// The value of a field, by its place among the groups of claims; of an earlier table it may be.
        case field(place: Int)
    }

    /// As of which day of a claim.
    package enum Day: String, Sendable, Hashable {
        case payment
        /// Where it is not known, or lies behind the payment, that of the payment counts.
        case treatment
    }

    /// One of its values.
    package struct Column: Sendable, Hashable {
        /// Among the groups of claims.
        package var place: Int
        /// Among the groups of the table's own.
        package var source: Int

        package init(place: Int, source: Int) {
            self.place = place
            self.source = source
        }
    }

    /// What says of a spell that the membership is retained (会籍保留).
    package struct Retained: Sendable, Hashable {
        /// Among the groups of the table's own.
        package var source: Int
        package var group: String

        package init(source: Int, group: String) {
            self.source = source
            self.group = group
        }
    }

    package var name: String
    package var key: Key
    package var asOf: Day
    package var columns: [Column]
    /// The group of those whom the table does not have on the day.
    package var absent: String
    /// Whether the table says no last days, so that a spell ends where the next one of its key begins.
    package var endsWithNext: Bool
    package var retained: Retained?

    package init(
        name: String, key: Key, asOf: Day, columns: [Column], absent: String, endsWithNext: Bool, retained: Retained?
    ) {
        self.name = name
        self.key = key
        self.asOf = asOf
        self.columns = columns
        self.absent = absent
        self.endsWithNext = endsWithNext
        self.retained = retained
    }
}

/// What a join has found in one table, and what it has found of the claims that stand.
package struct ReferenceCounts: Sendable, Hashable {
    /// Persons or codes.
    package var keyCount = 0
    /// Different spells.
    package var spellCount = 0
    /// Keys of which two spells with different values share a day.
    package var overlappingKeyCount = 0
    /// Claims that were looked up: they name somebody, or have a code.
    package var claimCount = 0
    /// Those of keys that are not in the table at all.
    package var absentCount = 0
    /// Those of keys that are in it, but not on the day.
    package var gapCount = 0
    /// Those of retained memberships.
    package var retainedCount = 0
    /// Those that were looked up as of the payment, as no day of the treatment is known.
    package var undatedCount = 0

    package init() {}

    static func += (lhs: inout ReferenceCounts, rhs: ReferenceCounts) {
        lhs.keyCount += rhs.keyCount
        lhs.spellCount += rhs.spellCount
        lhs.overlappingKeyCount += rhs.overlappingKeyCount
        lhs.claimCount += rhs.claimCount
        lhs.absentCount += rhs.absentCount
        lhs.gapCount += rhs.gapCount
        lhs.retainedCount += rhs.retainedCount
        lhs.undatedCount += rhs.undatedCount
    }
}

/// The rows of a reference table, dealt out by key as claims are by person.
package final class SpellTable: Sendable {
    let spells: Exchange<Spell>
    /// The values of its rows.
    package let groups: GroupTable

    package init(pool: BlockPool, groups: GroupTable) {
        spells = Exchange(pool)
        self.groups = groups
    }

    /// How many rows there are.
    package var rowCount: Int { spells.rowCount }
}

/// One thread's way into a reference table.
package final class SpellDealer {
    private var writer: ExchangeWriter<Spell>

    package init(_ table: SpellTable) {
        writer = ExchangeWriter(table.spells)
    }

    /// Takes rows as a reader hands them on.
    package func deal(_ batch: borrowing ClaimBatch) {
        deal(batch) { $0 }
    }

    /// The same where claims know people by other keys.
    package func deal(_ batch: borrowing ClaimBatch, by key: (PersonKey) -> PersonKey) {
        for claim in batch.claims {
            var claim = claim
            claim.person = key(claim.person)
            writer.deal(Spell(claim), mixedKey: claim.person.mixed)
        }
    }

    /// Ends this thread's dealing; called once, when it has no more rows.
    package func finish() {
        writer.finish()
    }
}

/// A person-time on its way to be joined with reference tables: 32 bytes.
struct DatedPersonTime: Sendable, Hashable, BitwiseCopyable {
    /// `none`: nobody who is known.
    var person: PersonKey
    /// Its time cell and groups code, as `CellSums.key` puts them together.
    var cellKey: UInt64
    var amountMinor: Int64
    var paidOn: Int32
    /// `Claim.noDay`: not known.
    var treatedOn: Int32

    init(_ claim: Claim, cellKey: UInt64, left: Int64) {
        person = claim.person
        self.cellKey = cellKey
        amountMinor = left
        paidOn = claim.dayNumber
        treatedOn = claim.daysToPayment.days.map { claim.dayNumber - Int32(truncatingIfNeeded: $0) } ?? Claim.noDay
    }

    /// What stands for members on a day, where tables are asked of them.
    init(memberOn day: Int32) {
        person = .none
        cellKey = 0
        amountMinor = 0
        paidOn = day
        treatedOn = Claim.noDay
    }
}
