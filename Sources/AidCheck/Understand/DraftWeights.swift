/// How much speaks against a reading, and from where on that counts. All of the checker's judgement is here.
///
/// Costs add up over what a reading takes for granted: its time, what it compares with, its group, its measure.
/// A reading at the lowest cost, or within `tie` of it, is meant by the words; one within `doubt` may be meant.
enum DraftWeights {
    /// Said in its own clause, or carried by a list: nothing speaks against it.
    static let said = 0
    /// As good as another: 二季度增加 without a word of what it is compared with; the measures that one clause
    /// lists before a single percent; a paragraph after one on the half-year.
    static let open = 0
    /// Carried from the clause before, where the whole may be meant as well: 住院209万元，发放互助金335万元.
    static let carriedGroup = 1
    /// What a reader would not think of first, but what the words allow: the year to date where the quarter was
    /// named last, the other base where one was named a sentence ago.
    static let farFetched = 3

    /// Readings that near each other are told apart by the facts alone.
    static let tie = 1
    /// Beyond this nobody would read it so.
    static let doubt = 4

    /// So few people that fewer are not told of: 少于5人.
    static let leastTold = 20 * DraftBounds.one

    /// How many words a title has at most: 三、意外伤害互助保障.
    static let titleWords = 6

    /// How many readings of one figure are weighed: more are never within doubt.
    static let readingLimit = 48
    /// How far the words of a clause are looked back on, so that a text without stops stays linear.
    static let reach = 64
    /// How many figures that state the same thing, or parts of one whole, are held against each other: more than any
    /// page has, so that a list without end stays linear.
    static let comparedLimit = 400
    /// How many times that a sentence told figures of are held against each other.
    static let toldTimes = 6
    /// How many of the figures that a sentence told before are kept in mind.
    static let mentionLimit = 64
    /// A total that is so many times larger than a small number without 万 is not what that number states:
    /// 张先生获得3200元.
    static let farBelow: Int128 = 50
    /// The same where the words before it tell of one person: 张师傅…“二次报销”又给了2260元.
    static let farBelowBesidePerson: Int128 = 5
    /// How many digits of a figure must agree with the facts, all but one, to say what it is of by themselves; and
    /// how many where other figures of its sentence are what the facts say.
    static let slipDigitsAlone = 4
    /// How many must, to say no more than how a figure may have come to be wrong.
    static let slipDigitsShort = 2
    /// How many times at least chance must fail to make a figure what facts say, for once that it does, where that alone
    /// tells what the figure is; and where others of its sentence are what the facts say.
    static let chanceAlone = 100
    static let chance = 20
    /// From how many digits on more of them say no more.
    static let chanceDigits = 9
    /// How many digits it takes to tell by its value what the words take for something else.
    static let strangerDigits = 5
    /// How many times, or groups, around a figure are looked through.
    static let sceneLimit = 12
    /// How many groups are looked through for the one that a figure was taken from.
    static let hintGroups = 64
    /// How many quarters around may be the row that a figure was taken from.
    static let rowQuarters = 12
    /// How many quarters later may be meant by words that were not read: 四个季度后.
    static let laterQuarters = 4
    /// What part of a figure its error is at most where it was reckoned wrongly.
    static let nearShare: Int128 = 3
    static let slipDigits = 3
    /// Characters of words not known beside a figure from which on they may change what it counts. One may be
    /// a particle.
    static let unknownCharacters = 2

    // MARK: Whether a failing figure is wrong

    /// From this sum of signs on a figure is not called wrong. What nothing speaks for or against is not, either: that
    /// a reading fails is rather that it was none.
    static let leastDoubt = -1

    /// How much a sign speaks against calling a figure wrong; below 0: for it.
    ///
    /// Of the failing figures of four blind sets, true ones and false ones, each was found to say about so much, in
    /// halves of a logarithm of odds, beside all the others. What one of them settles by itself is beyond any sum.
    static func weight(of sign: DraftSign) -> Int {
        switch sign {
        // The words may mean what holds; or tell of one person; or are no prose.
        case .rival, .oneOfSum, .unreadGroup, .onePerson, .record: 20
        // What it is of, or that it is ours, was not understood.
        case .unknownWords, .wordsLeft, .otherUnit, .noWord: 4
        // A list that was not understood, unless a slip shows which of its figures is meant.
        case .repeated: 6
        // No slip makes it so small.
        case .farBelow, .farAway, .strangers: 3
        case .unreadTime: 2
        // Something else may be meant.
        case .timeOfDraft, .far: 1
        // Somebody meant to say it who knew the facts around it.
        case .named, .company, .shortSlip: -2
        // Nothing is taken for granted.
        case .plain: -1
        // Most slips leave a figure near what it should be; few misreadings give one.
        case .near: -3
        // What was taken from another row or column is so to the last digit.
        case .traced: -3
        case .slip: -5
        }
    }
}
