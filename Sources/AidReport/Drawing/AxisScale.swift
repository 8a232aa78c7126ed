/// Where the values of an axis lie in a chart.
struct AxisScale: Sendable, Hashable {
    /// The values of the axis, zero among them.
    let values: ClosedRange<Int128>
    /// Where the lowest value lies, and where the highest.
    let start: Length
    let end: Length

    /// - Parameter values: not one alone.
    init(_ values: ClosedRange<Int128>, start: Length, end: Length) {
        precondition(values.lowerBound < values.upperBound, "an axis has a length")
        self.values = values
        self.start = start
        self.end = end
    }

    /// The place of a value of the axis, rounded to a tenth, half away from `start`.
    func place(_ value: Int128) -> Length {
        let span = values.upperBound - values.lowerBound
        let way = Int128(end.tenths - start.tenths)
        let doubled = (value - values.lowerBound) * way.magnitudeAsSigned * 2 + span
        let distance = Int(doubled / (span * 2))
        return Length(tenths: start.tenths + (way < 0 ? -distance : distance))
    }
}

extension Int128 {
    fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}
