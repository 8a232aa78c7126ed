extension LedgerSchema {
    /// What the report of a run has printed of other quarters, with which it compares: what one report has hidden of a
    /// quarter no later one may tell.
    static let version4 = """
        \(cells("runBase", of: "run", reference: "REFERENCES run (id)", ofQuarters: true))

        \(childOfRun("runBase"))
        """
}
