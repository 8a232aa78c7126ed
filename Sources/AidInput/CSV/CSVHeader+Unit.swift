import AidModel

extension CSVHeader {
    /// What the lines above the header say of the unit of the amounts, and on which line it stands first; nil: nothing.
    func unitAbove(_ currency: Currency) -> (said: ColumnUnit, lineNumber: Int)? {
        var found: (said: ColumnUnit, lineNumber: Int)?
        for title in titles {
            for cell in title.cells where !cell.isEmpty {
                let said = UnitLine.said(above: cell, currency)
                switch said {
                case .none, .unknown: break
                case .unit, .several, .foreign:
                    found = (found?.said.joined(with: said) ?? said, found?.lineNumber ?? title.lineNumber)
                }
            }
        }
        return found
    }
}
