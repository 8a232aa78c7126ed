/// What a spreadsheet makes of a long number, `3.30106E+17`: the digits that told one
/// number from another are gone.
enum ScientificNotation {
    static func isNumber(_ text: ByteView) -> Bool {
        var reader = DigitReader(text)
        guard reader.number(digits: 1...1) != nil else { return false }
        let hasPoint = reader.skip(".")
        if hasPoint, reader.number(digits: 1...18) == nil { return false }
        guard reader.skip("E") || reader.skip("e") else { return false }
        // `1E5` may well be a number of its own; spreadsheets write a point or a plus.
        let hasPlus = reader.skip("+")
        guard hasPoint || hasPlus else { return false }
        return reader.number(digits: 1...3) != nil && reader.isAtEnd
    }
}
