/// Where the values of an axis lie in a chart.
struct AxisScale: Sendable, Hashable {
    let ticks: AxisTicks
    /// Where the lowest value lies, and where the highest.
    let start: Length
    let end: Length

    /// The place of a value of the axis, rounded to a tenth, half away from `start`.
    func place(_ value: Int128) -> Length {
        let span = ticks.highest - ticks.lowest
        let way = Int128(end.tenths - start.tenths)
        let doubled = (value - ticks.lowest) * way.magnitudeAsSigned * 2 + span
        let distance = Int(doubled / (span * 2))
        return Length(tenths: start.tenths + (way < 0 ? -distance : distance))
    }
}

extension Int128 {
    fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}
