import AidText
import Testing

@Suite struct RoundingTests {
    @Test(
        arguments: [
            (25, 10, 3, 2), (35, 10, 4, 4), (-25, 10, -3, -2), (24, 10, 2, 2), (26, 10, 3, 3), (0, 7, 0, 0),
            (1, 2, 1, 0),
            (3, 2, 2, 2), (1, 3, 0, 0), (2, 3, 1, 1),
        ] as [(Int128, Int128, Int128, Int128)])
    func halvesGoTheirWay(numerator: Int128, denominator: Int128, up: Int128, even: Int128) {
        #expect(Rounding.halfUp.quotient(numerator, by: denominator) == up)
        #expect(Rounding.halfEven.quotient(numerator, by: denominator) == even)
    }
}
