/// The aid programme that a pipeline file describes.
package struct Programme: Sendable, Hashable {
    /// The name of its output folder: lower-case letters, digits and hyphens.
    package let name: String
    package let title: BilingualText
    /// The first day for cumulative figures; nil: the earliest payment in the data.
    package let since: CalendarDay?
    package let currency: Currency

    package init(name: String, title: BilingualText, since: CalendarDay?, currency: Currency) {
        self.name = name
        self.title = title
        self.since = since
        self.currency = currency
    }
}
