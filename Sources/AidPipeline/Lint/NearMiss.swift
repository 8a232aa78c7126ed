/// Finds the word that someone may have meant.
enum NearMiss {
    /// The word fewest edits away: at most two, and fewer than half of its characters.
    static func nearest(to text: String, among words: [String]) -> String? {
        let typed = Array(text.lowercased().prefix(64))
        let near = words.map { (word: $0, distance: distance(typed, Array($0.lowercased()))) }
            .filter { $0.distance <= 2 && $0.distance * 2 < max(typed.count, $0.word.count) }
        // min(by:) keeps the first of equals, so the order of the spec decides.
        return near.min { $0.distance < $1.distance }?.word
    }

    /// Edits between two words: a character put in, taken out, changed, or two neighbours exchanged.
    static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, character) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                var edits = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
                if row > 0, column > 0, character == second[column - 1], first[row - 1] == other {
                    edits = min(edits, beforeLast[column - 1] + 1)
                }
                current.append(edits)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
