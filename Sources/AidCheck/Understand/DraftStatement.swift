import AidModel
import AidNews

/// What one figure of a draft says, in the terms of facts.
struct DraftStatement: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case level
        /// By how much more or less than the base.
        case change
        /// By how many percent more or less than the base.
        case percent
        /// How many percent of the base it is: 是去年同期的1.2倍.
        case ratio
        /// A group's part of the whole, in percent.
        case share
        /// By how many percentage points a group's part of the whole is more or less than at the base.
        case shareChange
    }

    var kind: Kind
    var measure: FactMeasure
    var span: DraftSpan
    /// A place among the groups that are known; nil: the whole.
    var group: Int?
    /// For a change, a percent, a ratio, or a level that is said to have risen or fallen.
    var base: DraftSpan?
    /// Whether the base is meant as it was published, not as it is counted now.
    var isBasePublished = false
    /// Whether it is said to have risen; nil: nothing is said.
    var rises: Bool?
}

/// A figure of a draft with all that it may be understood to say.
struct DraftFigure: Sendable, Hashable {
    /// Why a figure cannot be held against facts.
    enum Doubt: Sendable, Hashable {
        /// The words around it speak of a rule, a limit, one person.
        case somethingElse
        /// A district of which no fact is known.
        case unknownGroup
        /// Neither its unit nor a word says what it counts.
        case noMeasure
        /// A percent of which no word says what it is a percent of.
        case noMeaning
        /// A month or a year for which there are no figures.
        case noPeriod
        /// It is told how much things changed, but not from when.
        case noBase
        /// It stands in a table whose headings are not read.
        case inTable
        /// Percentage points of which no word says what share they are of.
        case points
        /// The sentence names another programme.
        case otherProgramme
    }

    var number: DraftNumber
    /// The likeliest first; more than one where the words leave it open.
    var statements: [DraftStatement]
    var doubt: Doubt?
    /// Its sentence's number in the draft.
    var sentence = 0
    /// Whether its sentence has a word that says that it is about the programme.
    var isAboutAid = true
}
