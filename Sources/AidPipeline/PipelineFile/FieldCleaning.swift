extension String {
    /// The text as the decoder cleans a field (rule 1 of counting): without white space
    /// around it, full-width digits and letters made half-width.
    ///
    /// The slow, readable twin of the cleaner in AidInput, for the few texts of a pipeline file.
    var cleanedAsField: String {
        var scalars = unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        var cleaned = UnicodeScalarView()
        for scalar in scalars {
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                cleaned.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default:
                cleaned.append(scalar)
            }
        }
        return String(cleaned)
    }
}
