/// The slow, obvious counterpart of `FirstRows`: every row gets as many cells as the widest of the first 32 has.
func evenRowsTwin(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func cellCount(_ line: Substring) -> Int {
        // Doubled quotes within a field close it and open it again.
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .reduce(1) { $1.offset.isMultiple(of: 2) ? $0 + $1.element.count { $0 == "," } : $0 }
    }
    let width = lines.filter { !$0.isEmpty }.prefix(32).map(cellCount).max() ?? 0
    return lines.map { line in
        line.isEmpty ? "" : line + String(repeating: ",", count: max(0, width - cellCount(line)))
    }.joined(separator: "\n")
}
