/// The round values at which an axis is marked: multiples of 1, 2 or 5 times a power of ten.
///
/// Zero is always among them, as a bar or a line that does not begin at zero makes a small
/// change look large.
///
/// - Shape: `lowest <= 0 <= highest`, both multiples of `step`.
struct AxisTicks: Sendable, Hashable {
    let lowest: Int128
    let highest: Int128
    let step: Int128

    /// The narrowest axis with at most `limit` steps that holds the values and zero.
    ///
    /// - Parameters:
    ///   - values: magnitudes below 10^36.
    ///   - limit: at least 2, so that there is room on both sides of zero.
    init(holding values: some Sequence<Int128>, limit: Int) {
        var least: Int128 = 0
        var most: Int128 = 0
        for value in values {
            least = min(least, value)
            most = max(most, value)
        }
        var power: Int128 = 1
        var chosen: Int128 = 1
        search: while true {
            for factor: Int128 in [1, 2, 5] {
                chosen = factor * power
                let stepCount = AxisTicks.steps(most, of: chosen) + AxisTicks.steps(-least, of: chosen)
                if stepCount <= Int128(max(limit, 2)) { break search }
            }
            power *= 10
        }
        step = chosen
        lowest = -AxisTicks.steps(-least, of: chosen) * chosen
        // An axis of nothing but zeros still needs a length.
        highest = least == 0 && most == 0 ? chosen : AxisTicks.steps(most, of: chosen) * chosen
    }

    /// From the lowest tick to the highest.
    var range: ClosedRange<Int128> { lowest...highest }

    /// From the lowest to the highest.
    var values: [Int128] {
        var values: [Int128] = []
        var value = lowest
        while value <= highest {
            values.append(value)
            value += step
        }
        return values
    }

    /// How many steps hold a value that is not negative.
    private static func steps(_ value: Int128, of step: Int128) -> Int128 {
        (value + step - 1) / step
    }
}
