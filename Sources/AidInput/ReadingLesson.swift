/// Why a file must be read once more, another way: what was dealt of it is of no use.
package enum ReadingAgain: Sendable {
    /// All was read in a wrong encoding.
    case inEncoding(TextEncoding)
    /// The fast way leaves a doubt; the slow way has the say.
    case slowly
    /// A spreadsheet has cut some of its numbers, which only all of them together show.
    case without(CutNumbers)
    /// Its dates are the numbers of days of a spreadsheet, all of them.
    case withSerialDates(count: Int)
}

/// What readings have taught of how a file must be read.
///
/// It grows with every reading: no file is found to be in two encodings, the slow way leaves no doubt, numbers
/// once known to be cut stay so, and dates once known to be numbers of days. So reading again comes to an end.
package struct ReadingLesson: Sendable, Hashable {
    /// nil: as it seems.
    private(set) var encoding: TextEncoding?
    private(set) var isSlow = false
    private(set) var cutNumbers = CutNumbers()
    /// How many dates are numbers of days; 0: they are dates.
    private(set) var serialDateCount = 0

    package init() {}

    package mutating func learn(_ why: ReadingAgain) {
        switch why {
        case .inEncoding(let encoding): self.encoding = encoding
        case .slowly: isSlow = true
        case .without(let numbers): cutNumbers.formUnion(numbers)
        case .withSerialDates(let count): serialDateCount = count
        }
    }
}
