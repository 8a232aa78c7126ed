package import AidModel

extension DateDecoder {
    /// Reads a date that a person wrote, as dates in exports are read.
    package func day(of text: String) -> CalendarDay? {
        text.utf8.withByteView(decode)
    }
}
