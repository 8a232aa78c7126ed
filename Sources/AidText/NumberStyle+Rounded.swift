extension NumberStyle {
    /// A multiple of a power of ten, with every digit down to that power and none below: 13500 with
    /// `step` 6 and no decimals is `135亿`, 1350 with `step` 5 `1.350亿`.
    ///
    /// - Parameters:
    ///   - multiple: below 10^38 once multiplied.
    ///   - step: the power of ten, counted in the smallest unit.
    ///   - decimals: digits of the smallest unit after the point.
    func rounded(_ multiple: Int128, step: Int, decimals: Int) -> String {
        let value = multiple * Int128(NumberStyle.power(step))
        guard let unit = units.last(where: { value.magnitude >= NumberStyle.power($0.exponent + decimals) }) else {
            return decimals >= step
                ? NumberStyle.exact(multiple, decimals: decimals - step)
                : NumberStyle.exact(value / Int128(NumberStyle.power(decimals)))
        }
        let shown = unit.exponent + decimals - step
        let number =
            shown >= 0
            ? NumberStyle.exact(multiple, decimals: shown, hasCommas: false)
            : NumberStyle.exact(multiple * Int128(NumberStyle.power(-shown)), hasCommas: false)
        return number + unit.name
    }

    static func power(_ exponent: Int) -> UInt128 {
        exponent < powers.count ? powers[exponent] : (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// Those that are asked for again and again.
    private static let powers: [UInt128] = (0..<20).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
