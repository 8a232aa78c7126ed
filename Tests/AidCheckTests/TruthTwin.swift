import AidModel

/// Whether a printed figure is true, worked out on paper: digit by digit, with nothing of the checker's.
enum TruthTwin {
    /// A number of whole units as decimal digits: 135012345.67 is [1,3,5,0,1,2,3,4,5] and [6,7].
    struct Written {
        var whole: [Int]
        var fraction: [Int]
        /// Whether something follows the last digit that is not zero.
        var hasMore = false

        /// The quotient of two numbers, by long division, to 12 places.
        init(_ numerator: Int128, by denominator: Int128) {
            whole = String(numerator / denominator).map { $0.wholeNumberValue! }
            fraction = []
            var rest = numerator % denominator
            for _ in 0..<12 {
                rest *= 10
                fraction.append(Int(rest / denominator))
                rest %= denominator
            }
            hasMore = rest != 0
        }

        /// The number divided by a power of ten, the point moved to the left.
        func moved(_ places: Int) -> Written {
            var moved = self
            for _ in 0..<places {
                moved.fraction.insert(moved.whole.isEmpty ? 0 : moved.whole.removeLast(), at: 0)
            }
            return moved
        }

        /// The number with so many decimals, rounded half up and half to even; without a point.
        func rounded(_ decimals: Int) -> Set<String> {
            let kept = whole + fraction.prefix(decimals)
            let rest = Array(fraction.dropFirst(decimals))
            func text(_ digits: [Int]) -> String {
                let text = digits.map(String.init).joined().drop { $0 == "0" }
                return text.isEmpty ? "0" : String(text)
            }
            func up(_ digits: [Int]) -> [Int] {
                var digits = digits
                var index = digits.count - 1
                while index >= 0, digits[index] == 9 {
                    digits[index] = 0
                    index -= 1
                }
                if index < 0 { return [1] + digits }
                digits[index] += 1
                return digits
            }
            let first = rest.first ?? 0
            let isHalf = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 } && !hasMore
            if isHalf { return [text(up(kept)), text((kept.last ?? 0) % 2 == 0 ? kept : up(kept))] }
            return [text(first >= 5 ? up(kept) : kept)]
        }
    }

    /// Whether digits, with a point or without, in units of a power of ten may be printed for a value.
    ///
    /// - Parameter zerosCount: whether zeros at the end of a whole number are meant, as in 985,800.
    static func isRounding(_ digits: String, power: Int, zerosCount: Bool, of numerator: Int128, by denominator: Int128)
        -> Bool
    {
        guard numerator >= 0 else { return false }
        let decimals = digits.contains(".") ? digits.split(separator: ".")[1].count : 0
        let bare = String(digits.filter { $0 != "." }.drop { $0 == "0" })
        let value = Written(numerator, by: denominator).moved(power)
        if value.rounded(decimals).contains(bare) { return true }
        guard decimals == 0, !zerosCount else { return false }
        var zeros = 0
        for digit in bare.reversed() {
            guard digit == "0" else { break }
            zeros += 1
        }
        guard zeros > 0, bare.count > zeros else { return false }
        // To no finer than the zeros tell.
        return value.moved(zeros).rounded(0).contains(String(bare.dropLast(zeros)))
    }

    /// Whether a word beside a number is true.
    static func isTrue(
        _ word: DraftDoc.Word, _ digits: String, power: Int, of numerator: Int128, by denominator: Int128
    ) -> Bool {
        // In hundredths of a millionth of the smallest unit nothing is lost.
        let decimals = digits.contains(".") ? digits.split(separator: ".")[1].count : 0
        let bare = Int128(digits.filter { $0 != "." })!
        func ten(_ power: Int) -> Int128 { (0..<power).reduce(1) { ten, _ in ten * 10 } }
        var step = ten(power) * ten(8) / ten(decimals)
        let printed = bare * step
        if decimals == 0 { while printed % (step * 10) == 0, printed > 0 { step *= 10 } }
        let value = numerator * ten(8)
        func below(_ bound: Int128) -> Bool { value < bound * denominator }
        func above(_ bound: Int128) -> Bool { value > bound * denominator }
        switch word {
        case .none: return false
        case .over, .more: return above(printed) && below(printed + step)
        case .above, .beyond:
            // True of anything above, but of what is just above it in another unit.
            return above(printed)
                && ![10_000, 100_000_000].contains { unit in
                    !below(printed * unit) && below((printed + max(step, printed / 10)) * unit + 1)
                }
        case .nearly:
            return below(printed) && !below(printed - min(step, printed / 10))
                && (step > printed / 10 || above(printed - step))
        case .about:
            let room = min(step, printed / 10)
            return !below(printed - room) && !above(printed + room)
        }
    }
}
