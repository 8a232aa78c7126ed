extension Unicode.Scalar {
    /// Whether the character shows nothing by itself: a control, a line separator,
    /// a direction mark, a joiner, a filler. With these a text can seem to be another one.
    package var isInvisible: Bool {
        // Nearly every character is one of these, and the tables of Unicode are slow.
        !isSeen && value != 0x20 && isInvisibleByTables
    }

    /// Whether the character is of those among which all show something and none is white space: most of ASCII,
    /// Latin letters, Chinese with its punctuation, full-width forms. Of others it says nothing.
    package var isSeen: Bool {
        switch value {
        case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x34E, 0x2010...0x2027, 0x3001...0x3163, 0x3165...0xD7FF,
            0xFF01...0xFF9F:
            true
        default: false
        }
    }

    /// `isInvisible` as Unicode's tables tell it.
    package var isInvisibleByTables: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: properties.isNoncharacterCodePoint || properties.isDefaultIgnorableCodePoint
        }
    }
}
