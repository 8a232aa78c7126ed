extension ReadText {
    /// A word in the form in which a draft is read: half-width, simplified, with blanks between ASCII letters alone.
    static func word(_ text: String) -> String {
        let clean = CleanText(Array(text.unicodeScalars)).scalars
        var word = String.UnicodeScalarView()
        for index in clean.indices {
            if clean[index].properties.isWhitespace {
                let isBetween =
                    index > 0 && index + 1 < clean.count && clean[index - 1].isASCII && clean[index + 1].isASCII
                guard isBetween else { continue }
            }
            word.append(clean[index])
        }
        return String(word)
    }
}
