extension Unicode.Scalar {
    /// Whether the character shows nothing by itself: a control, a line separator,
    /// a direction mark, a joiner, a filler. With these a text can seem to be another one.
    package var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: properties.isNoncharacterCodePoint || properties.isDefaultIgnorableCodePoint
        }
    }
}
