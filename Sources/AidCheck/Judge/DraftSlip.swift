/// Whether a figure is what the facts say but for a slip of the hand: one digit, two that are exchanged, or where
/// its point or its unit stands.
///
/// That so many digits agree by chance is so unlikely that it says what the figure is of, where words leave a doubt.
enum DraftSlip {
    /// - Parameter digits: how many must agree or be in their places.
    static func isOne(_ number: Numeral, _ exact: DraftRatio, digits: Int) -> Bool {
        guard number.isPlain, exact.numerator > 0, let said = places(number.value / number.step) else { return false }
        if said.count >= DraftWeights.slipDigits, isShifted(number, exact) { return true }
        let (scaled, isOver) = exact.numerator.multipliedReportingOverflow(by: 2 * DraftBounds.one)
        let (unit, isUnitOver) = exact.denominator.multipliedReportingOverflow(by: number.step)
        guard !isOver, !isUnitOver, unit > 0, let meant = places((scaled / unit + 1) / 2) else { return false }
        guard said.count == meant.count, said.count >= digits else { return false }
        let others = said.indices.filter { said[$0] != meant[$0] }
        if others.count == 1 { return true }
        return others.count == 2 && others[1] == others[0] + 1 && said[others[0]] == meant[others[1]]
            && said[others[1]] == meant[others[0]]
    }

    private static func isShifted(_ number: Numeral, _ exact: DraftRatio) -> Bool {
        [1, -1, 2, -2, 3, -3, 4, -4, 8, -8].contains { number.times(tenTo: $0)?.accepted.contains(exact) ?? false }
    }

    private static func places(_ number: Int128) -> [UInt8]? {
        number > 0 ? Array(String(number).utf8) : nil
    }
}
