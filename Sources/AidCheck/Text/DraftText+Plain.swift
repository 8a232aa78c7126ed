extension DraftText {
    /// Shows a file of plain text as it stands, with its line ends and blanks: what of them the layout made,
    /// ``ReadText`` decides.
    mutating func readPlain() {
        for offset in source.indices {
            guard source[offset] == "\r" else {
                show(at: offset)
                continue
            }
            // A line may end as on old Macintoshes; before a line feed it is none of its own.
            if offset + 1 == source.count || source[offset + 1] != "\n" { show("\n", from: offset, to: offset + 1) }
        }
    }
}
