/// What can be seen of a rejected value, of which the middle may be hidden.
///
/// Causes are found from this alone, so that a reject that a register has kept has the cause that it had when its
/// export was read.
struct MaskedShape {
    let text: String
    private let scalars: [Unicode.Scalar]
    /// The lengths of the runs of digits of what stands before a time: `2023-4-5 10:00` is 4, 1, 2.
    let runs: [Int]
    /// Whether it is made of digits and of what stands between year, month and day alone.
    let isOfDateSigns: Bool

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        let day = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }.first ?? ""
        isOfDateSigns =
            !day.isEmpty
            && day.unicodeScalars.allSatisfy { MaskedShape.isDigit($0) || "-/.年月日".unicodeScalars.contains($0) }
        runs = day.unicodeScalars.split { !MaskedShape.isDigit($0) }.map(\.count)
    }

    /// What stands for the value of a formula that was never calculated (`SheetRows.uncalculated`), as masks show it.
    var isUncalculated: Bool { text == "#****?" }
    var count: Int { scalars.count }
    var isEmpty: Bool { scalars.isEmpty }
    /// Whether its middle is hidden.
    var isMasked: Bool { scalars.count >= 3 && scalars.dropFirst().dropLast().allSatisfy { $0 == "*" } }
    var beginsWithDigit: Bool { scalars.first.map(MaskedShape.isDigit) ?? false }
    var endsWithDigit: Bool { scalars.last.map(MaskedShape.isDigit) ?? false }
    var beginsWithLetter: Bool { scalars.first.map { $0.isASCII && $0.properties.isAlphabetic } ?? false }
    var isBetweenDigits: Bool { beginsWithDigit && (endsWithDigit || scalars.last == "X" || scalars.last == "x") }
    var isBetweenIdeographs: Bool {
        (scalars.first?.properties.isIdeographic ?? false) && (scalars.last?.properties.isIdeographic ?? false)
    }
    var hasIdeographs: Bool { scalars.contains { $0.properties.isIdeographic } }

    /// Whether it is two characters that are hidden: neither digits nor the signs of numbers, so a word, as `七天`.
    var isTwoHidden: Bool { text == "**" }

    /// What stands where nothing does: no value, signs, `NULL`.
    var isPlaceholder: Bool {
        isEmpty || !isTwoHidden && scalars.allSatisfy { "-*/.—–#？?0无空".unicodeScalars.contains($0) }
            || MaskedShape.placeholders.contains(text)
    }

    /// Words of machines for nothing, as masks show them.
    private static let placeholders: Set<String> = [
        "N**L", "n**l", "N**e", "n**e", "N*A", "n*a", "N*N", "n*n", "#**A", "#***!", "#*****!", "u*******d", "u*****n",
    ]

    /// The number that it is, if it is one as it stands.
    var number: Double? { isMasked ? nil : Double(text) }
    /// Digits behind the point.
    var decimalCount: Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 ? parts[1].count { ("0"..."9").contains($0) } : 0
    }

    /// Whether it is made of digits, a sign that stands between some of them, and points and commas alone.
    func isNumberWith(_ sign: Unicode.Scalar) -> Bool {
        beginsWithDigit && endsWithDigit && scalars.contains(sign)
            && scalars.allSatisfy { MaskedShape.isDigit($0) || $0 == sign || $0 == "." || $0 == "," }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
