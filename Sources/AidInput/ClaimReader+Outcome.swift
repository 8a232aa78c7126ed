extension ClaimReader {
    /// What came of reading a file.
    package enum Outcome: Sendable {
        case read(ReadExport)
        /// All was read in a wrong encoding: what was dealt is of no use.
        case misread(TextEncoding)
        /// It must be read once more, the slow way, which has the say: what was dealt is of no use.
        case doubtful
        /// It must be read once more, without the claim numbers that a spreadsheet has cut, which only all of them
        /// together show: what was dealt is of no use.
        case cut(CutNumbers)
        case failed(InputError)
    }
}
