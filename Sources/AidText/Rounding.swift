/// What becomes of a figure that lies just between two printed ones (GB/T 8170-2008).
package enum Rounding: String, Sendable, Hashable, CaseIterable {
    /// Away from zero (四舍五入): 2.5 is 3.
    case halfUp = "half-up"
    /// To the even one (四舍六入五成双): 2.5 is 2, 3.5 is 4.
    case halfEven = "half-even"

    /// The quotient rounded once to an integer; the sign does not matter to where it goes.
    ///
    /// - Parameter denominator: above 0.
    package func quotient(_ numerator: Int128, by denominator: Int128) -> Int128 {
        let rounded = Int128(quotient(numerator.magnitude, by: denominator.magnitude))
        return numerator < 0 ? -rounded : rounded
    }

    func quotient(_ numerator: UInt128, by denominator: UInt128) -> UInt128 {
        let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        let above = denominator - rest
        let goesUp =
            switch self {
            case .halfUp: rest >= above
            case .halfEven: rest > above || (rest == above && !whole.isMultiple(of: 2))
            }
        return whole + (goesUp ? 1 : 0)
    }
}
