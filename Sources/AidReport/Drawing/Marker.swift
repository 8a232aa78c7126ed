import AidModel

/// The sign of a point, another shape for each measure.
enum Marker {
    /// - Parameter isHollow: as of a provisional figure.
    static func drawn(_ measure: Measure, x: Length, y: Length, radius: Length, isHollow: Bool = false) -> String {
        let ink = ChartLook.Ink.of(measure)
        let fill = isHollow ? ChartLook.Ink.paper : ink
        return SVG.element(
            "path",
            [
                "d": outline(measure, x, y, radius), "fill": fill.light, "stroke": ink.light, "stroke-width": "1.5",
                "class": "f-\(fill.name) s-\(ink.name)",
            ])
    }

    /// A circle, a square, a diamond.
    private static func outline(_ measure: Measure, _ x: Length, _ y: Length, _ radius: Length) -> String {
        switch measure {
        case .recipients:
            "M\(x - radius) \(y)a\(radius) \(radius) 0 1 0 \(radius * 2) 0a\(radius) \(radius) 0 1 0 \(-(radius * 2)) 0z"
        case .personTimes:
            "M\(x - radius) \(y - radius)h\(radius * 2)v\(radius * 2)h\(-(radius * 2))z"
        case .amount:
            "M\(x) \(y - radius - 1)L\(x + radius + 1) \(y)L\(x) \(y + radius + 1)L\(x - radius - 1) \(y)z"
        }
    }
}
