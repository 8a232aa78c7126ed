extension NumberReader {
    static let moneyMarks = ["人民币", "CNY", "RMB", "¥", "US$", "USD", "HKD", "EUR", "JPY", "$", "€"]

    // Longer words before those that they begin with.
    static let magnitudes: [(word: String, factor: Int128)] = [
        ("万亿", 1_000_000_000_000), ("千亿", 100_000_000_000), ("百亿", 10_000_000_000), ("十亿", 1_000_000_000),
        ("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000), ("万", 10_000),
    ]
    static let englishMagnitudes: [(word: String, factor: Int128)] = [
        ("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1000),
        ("bn", 1_000_000_000), ("mn", 1_000_000), ("m", 1_000_000), ("k", 1000),
    ]
    static let units: [(word: String, unit: DraftNumber.Unit)] = [
        ("个百分点", .percentagePoints), ("百分点", .percentagePoints), ("人次", .personTimes), ("人", .people),
        ("名", .people), ("位", .people), ("元", .money), ("圆", .money), ("%", .percent), ("倍", .multiple),
        ("次", .personTimes), ("件", .personTimes), ("笔", .personTimes),
    ]
    static let englishUnits: [(word: String, unit: DraftNumber.Unit)] = [
        ("percentage points", .percentagePoints), ("percentage point", .percentagePoints), ("percent", .percent),
        ("per cent", .percent), ("person-times", .personTimes), ("person times", .personTimes),
        ("payments", .personTimes), ("claims", .personTimes), ("people", .people), ("persons", .people),
        ("recipients", .people), ("workers", .people), ("employees", .people), ("beneficiaries", .people),
        ("yuan", .money), ("rmb", .money), ("cny", .money), ("usd", .money), ("dollars", .money), ("hkd", .money),
        ("eur", .money), ("jpy", .money),
        ("times", .multiple), ("-fold", .multiple),
    ]
    static let rangeMarks = ["至", "到", "—", "–", "~", "-", "to"]
    static let wordsOfShare: [(word: String, percent: Int128, writing: DraftNumber.Writing)] = [
        ("翻了两番", 300, .doubling), ("翻两番", 300, .doubling), ("翻了一番", 100, .doubling), ("翻一番", 100, .doubling),
        ("翻番", 100, .doubling), ("过半数", 50, .fraction), ("超半数", 50, .fraction), ("逾半数", 50, .fraction),
        ("过半", 50, .fraction), ("半数", 50, .fraction), ("一半", 50, .fraction),
    ]
    /// English shares, in thirds of a percent.
    static let englishShares: [(word: String, percent: Int128, writing: DraftNumber.Writing)] = [
        ("a third", 100, .fraction), ("one third", 100, .fraction), ("one-third", 100, .fraction),
        ("two thirds", 200, .fraction), ("two-thirds", 200, .fraction), ("a fifth", 60, .fraction),
        ("one fifth", 60, .fraction), ("one-fifth", 60, .fraction), ("a quarter", 75, .fraction),
        ("three-quarters", 225, .fraction), ("doubled", 300, .doubling), ("tripled", 600, .doubling),
    ]
    /// The words after a share; a third quarter, or a quarter earlier, is none.
    static let afterShares = [
        "of", "to", "from", "more", "higher", "lower", "fewer", "less", "year on year", "compared",
    ]
}
