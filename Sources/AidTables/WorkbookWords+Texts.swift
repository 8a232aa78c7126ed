import AidModel

enum WorkbookWords {
    /// The sheet that tells of all others.
    static let notes = BilingualText(zh: "说明", en: "Notes")
    static let status = BilingualText(zh: "状态", en: "Status")
    /// Between what is said of several values.
    static let separator = BilingualText(zh: "；", en: "; ")
}
