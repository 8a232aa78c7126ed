package import AidModel

/// What a record is, seen as the line that it stands on: all its cells, not the wanted ones alone.
package enum LineKind: Sendable, Hashable {
    /// Nothing speaks against its being a record.
    case usual
    /// Nothing but blanks and delimiters.
    case blank
    /// The names of the columns once more: exports put one behind the other.
    case header
    /// It begins with a text that the pipeline file says to pass over.
    case skipped
    /// Its first cell that is not blank is a word such as 合计; what its cells state.
    case totals(StatedTotals)
    /// Its first cell that is not blank is a word such as 制表人.
    case signature
    /// A foot note that is alone on its line: 注：, 备注：, 说明：.
    case note
    /// Its first cell that is not blank says the unit of the amounts: 单位：万元. nil: several, or another currency.
    case unit(MoneyUnit?)
}
