/// The characters that HTML and Markdown write in another way: `&nbsp;`, `&#x4E07;`.
enum HTMLEntity {
    /// The longest name that is looked for.
    static let lengthLimit = 12

    /// The character that a name between `&` and `;` means.
    static func scalar(_ name: String) -> Unicode.Scalar? {
        if let scalar = named[name] { return scalar }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        // A character that means nothing to a reader is not shown as one.
        return value.flatMap(Unicode.Scalar.init).flatMap { $0.value == 0 ? nil : $0 }
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ",
        "thinsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—", "ndash": "–",
        "hellip": "…", "middot": "·", "yen": "¥", "percnt": "%", "comma": ",", "period": ".", "colon": ":",
        "times": "×", "bull": "•", "laquo": "«", "raquo": "»", "copy": "©", "reg": "®", "deg": "°",
    ]
}

extension DraftText {
    /// Shows the character of an entity that begins at `&`.
    ///
    /// - Returns: the offset after it; nil: this is no entity that is known here.
    mutating func showEntity(at offset: Int) -> Int? {
        let limit = min(source.count, offset + 1 + HTMLEntity.lengthLimit)
        guard let end = (offset + 1..<max(limit, offset + 1)).first(where: { source[$0] == ";" }),
            let scalar = HTMLEntity.scalar(sourceText(offset + 1..<end))
        else { return nil }
        if scalar.properties.isWhitespace {
            if let last = shown.last, last != " ", last != "\n" { show(" ", from: offset, to: end + 1) }
        } else {
            show(scalar, from: offset, to: end + 1)
        }
        return end + 1
    }
}
