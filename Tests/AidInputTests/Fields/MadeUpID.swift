/// Resident IDs of nobody: the region 99 does not exist.
enum MadeUpID {
    /// The check character by the standard's table of weights and of characters, as it is printed.
    static func check(_ digits: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let characters = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]
        let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return characters[sum % 11]
    }

    static func seventeen(region: String = "990101", birth: String = "19900307", number: Int) -> String {
        let digits = String(number)
        return region + birth + String(repeating: "0", count: 3 - digits.count) + digits
    }

    static func id(region: String = "990101", birth: String = "19900307", number: Int) -> String {
        let digits = seventeen(region: region, birth: birth, number: number)
        return digits + check(digits)
    }
}
