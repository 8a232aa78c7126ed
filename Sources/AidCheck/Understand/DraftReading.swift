import AidModel
import AidNews

/// One thing that a figure may say, and what speaks against it.
struct DraftReading: Sendable, Hashable {
    var statement: DraftStatement
    /// See `DraftWeights`.
    var cost: Int
}

/// How sure it is that a figure is one of the programme's.
enum DraftSupport: Sendable, Hashable {
    /// Words of its clause, or of the list it stands in, say so.
    case certain
    /// It may well be; but a false one is not called wrong for it.
    case plausible(Doubt)
    case notOurs(Reason)

    enum Doubt: Sendable, Hashable {
        /// No word of its sentence is about the programme.
        case noWord
        /// Words beside it are not known.
        case unknownWords
        /// Words beside it tell of what it is, of which no reading made anything.
        case wordsLeft
        /// What its sentence tells is of one person.
        case onePerson
        /// Only the article says what it is about.
        case farAway
        /// Its line is no prose, but the fields of a record, or a sum.
        case record
    }

    enum Reason: Sendable, Hashable {
        case otherArticle
        case otherSubject
        case otherPlace
        case otherProgramme
        case rule
        case plan
        case person
        case otherUnit
        case unknownGroup

        /// Whether it says whose figures these are: 江州市受助职工, “送清凉”项目惠及职工 are of others still.
        var isOfWhom: Bool {
            switch self {
            case .otherPlace, .otherProgramme, .unknownGroup: true
            default: false
            }
        }
    }
}

/// A word that says something of a figure, by what it says.
struct DraftWord: Sendable, Hashable {
    enum Role: Sendable, Hashable {
        case time
        case comparison
        case measure
        case group
        case direction
        case share
        case average
        case programme
        case other
        case unknown
    }

    /// Where it stands, seen from the figure.
    enum Origin: Sendable, Hashable {
        case clause
        /// In the same sentence, before its clause.
        case sentence
        /// In a sentence before.
        case earlier
        /// In the headline that the figure stands under.
        case heading
        /// In the caption or the heads of its table.
        case table
    }

    var role: Role
    /// In what is read of the draft.
    var range: Range<Int>
    var origin = Origin.clause

    /// nil: it says nothing of figures.
    init?(_ token: DraftToken, origin: Origin = .clause) {
        self.origin = origin
        switch token.kind {
        case .period, .since: role = .time
        case .comparison: role = .comparison
        case .measure, .noun, .firstTime, .returning, .added: role = .measure
        case .group: role = .group
        case .direction, .directionTo, .inARow, .cause, .contribution: role = .direction
        case .share: role = .share
        case .average: role = .average
        case .programme, .aid: role = .programme
        case .unknown: role = .unknown
        case let kind where kind.isOfOthers: role = .other
        default: return nil
        }
        range = token.range
    }
}

/// A figure of a draft with all that it may be understood to say.
struct DraftFigure: Sendable, Hashable {
    /// Why no reading can be made.
    enum Doubt: Sendable, Hashable {
        /// Neither its unit nor a word says what it counts.
        case noMeasure
        /// A percent of which no word says what it is a percent of.
        case noMeaning
        /// A month or a year for which there are no figures.
        case noPeriod
        /// It has more digits than are read.
        case tooLong
        /// Percentage points of which no word says what share they are of.
        case points
    }

    var numeral: Numeral
    /// The readings that the words allow, the likeliest first.
    var readings: [DraftReading]
    var support: DraftSupport
    /// Set where there is no reading.
    var doubt: Doubt?
    /// Its sentence's number in the draft.
    var sentence: Int
    /// How many semicolons of its sentence stand before it.
    var segment = 0
    /// Its clause's number in the sentence.
    var clauseNumber = 0
    /// Whether its sentence lists groups or times, or has words that are not known: what a list is read by.
    var isOfList = false
    /// Whether the words before it tell of one person.
    var isBesidePerson = false
    /// Whether a word of its clause is one that others have no use for: 受助职工, the programme's name.
    var hasStrongWord = false
    /// Whether it stands in a table.
    var isOfTable = false
    /// Whether a word beside it names the programme, or what only that counts, and no word there is unknown.
    var isNamed = false
    /// The words that were weighed: its clause, from its start to its end.
    var clause: Range<Int>
    /// The words that speak for its readings, those that were carried to it first.
    var words: [DraftWord] = []
    /// Whether words of time stand beside it that belong to none that was read.
    var isBesideUnreadTime = false
    /// Whether no word names its time, which is then the quarter that the draft is about.
    var isTimeOfDraft = false
    /// What its surroundings name; nil: nothing is to be told by its value.
    var scene: DraftScene?

    /// What its words say, if they leave no doubt of its time.
    var onlyStatement: DraftStatement? {
        guard let best = readings.first else { return nil }
        let isOpen = readings.dropFirst().contains {
            $0.cost <= best.cost + DraftWeights.tie && $0.statement.span != best.statement.span
        }
        return isOpen ? nil : best.statement
    }

    var isOurs: Bool { if case .notOurs = support { false } else { true } }

    /// Whether a false one may be called wrong.
    var isCertain: Bool { support == .certain }
}
