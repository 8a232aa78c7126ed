/// Which of many labels along an axis are shown, so that none touches the next.
enum LabelThinning {
    /// The smallest of 1, 2, 5, 10, … such that every so-manieth label has room.
    ///
    /// - Parameters:
    ///   - distance: between the middles of two neighbours.
    ///   - width: of the widest label.
    static func step(distance: Length, width: Length) -> Int {
        let needed = width.tenths + gap.tenths
        guard distance.tenths > 0 else { return 1 }
        var power = 1
        while true {
            for factor in [1, 2, 5] where distance.tenths * factor * power >= needed { return factor * power }
            power *= 10
        }
    }

    /// Between two labels.
    private static let gap: Length = 8
}
