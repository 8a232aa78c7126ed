/// What speaks against calling a failing figure wrong, or for it. How much each says is in `DraftWeights`.
///
/// A figure that is not what its likeliest reading says is either false or was not understood. Each sign leans to one
/// side; their sum decides.
enum DraftSign: Sendable, Hashable, CaseIterable {
    // MARK: That it may not be ours

    case noWord
    case unknownWords
    case wordsLeft
    case onePerson
    case farAway
    case record
    /// So far below what it would be that it may be of something else.
    case farBelow

    // MARK: That it may have been misread

    /// It is what another reading says that the words may mean.
    case rival
    /// It is that of one of the groups of which it was read as the sum.
    case oneOfSum
    /// It is that of a group whose name is one character, or a word, which is not taken for a name beside others.
    case unreadGroup
    /// It is a percent where points were read, or the other way round.
    case otherUnit
    /// Another figure of its sentence would state the same.
    case repeated
    /// No figure of its sentence is what the facts say, nor near it: all of them may be of something else.
    case strangers
    /// It is not near what it should be, and no slip makes it so.
    case far
    /// Words of time stand beside it that belong to none that was read.
    case unreadTime
    /// No word says of which time it is.
    case timeOfDraft

    // MARK: That it was written wrongly

    /// One digit is another, or its point or its unit stands elsewhere.
    case slip
    /// The same where few digits agree.
    case shortSlip
    /// It is within a part of what it should be.
    case near
    /// It is far, and what the facts say of another unit, direction, base, time, group or measure than a word beside it
    /// names.
    case traced
    /// Other figures of its sentence are what the facts say.
    case company
    /// Its own sentence says all that it is of, in prose, with a unit.
    case plain
    /// A word right beside it says what it counts.
    case named
}
