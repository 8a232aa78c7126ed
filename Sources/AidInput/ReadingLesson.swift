/// Why a file must be read once more, another way: what was dealt of it is of no use.
package enum ReadingAgain: Sendable {
    /// All was read in a wrong encoding.
    case inEncoding(TextEncoding)
    /// The fast way leaves a doubt; the slow way has the say.
    case slowly
    /// A spreadsheet has cut some of its numbers, which only all of them together show.
    case without(CutNumbers)
}

/// What readings have taught of how a file must be read.
///
/// It grows with every reading: no file is found to be in two encodings, the slow way leaves no doubt, and numbers
/// once known to be cut stay so. So reading again comes to an end.
package struct ReadingLesson: Sendable, Hashable {
    /// nil: as it seems.
    private(set) var encoding: TextEncoding?
    private(set) var isSlow = false
    private(set) var cutNumbers = CutNumbers()

    package init() {}

    package mutating func learn(_ why: ReadingAgain) {
        switch why {
        case .inEncoding(let encoding): self.encoding = encoding
        case .slowly: isSlow = true
        case .without(let numbers): cutNumbers.formUnion(numbers)
        }
    }
}
