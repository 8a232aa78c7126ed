/// What one piece of a large draft hands on to the next.
package struct DraftCarry: Sendable {
    /// What the draft is about; nil: no article of ours has named a quarter.
    var setting: DraftSetting?
    /// Whether the article that ends the piece, and may go on in the next, is about the programme; nil: it cannot be
    /// told.
    var isOurs: Bool? = false
    /// How many figures there were so far.
    var figureCount = 0

    /// Before the first piece.
    package static let beginning = DraftCarry()
}
