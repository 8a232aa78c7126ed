import AidModel

/// What the value of a column 币种 or of an attribute `currency` means.
enum CurrencyWord {
    /// - Parameter currency: the programme's.
    static func meaning(of value: String, _ currency: Currency) -> ColumnUnit {
        let word = value.uppercased().filter { !$0.isWhitespace }
        if word == currency.code || currency == .cny && yuan.contains(word) { return .none }
        let isOther =
            others.contains(word) || Currency(word) != nil && word.count == 3
            || parts.contains { word.contains($0) }
        return isOther ? .foreign(value) : .unknown(value)
    }

    /// Codes of banks and of ISO 4217 among them.
    private static let yuan: Set<String> = [
        "RMB", "CNH", "人民币", "人民币元", "人民幣", "人民币（元）", "元", "圆", "¥", "￥", "156", "1", "01", "001", "10", "中国元", "本币",
        "YUAN",
    ]
    private static let others: Set<String> = [
        "$", "US$", "USD$", "€", "£", "HK$", "NT$", "MOP$", "A$", "C$", "S$", "₩", "₽", "840", "344", "446", "901",
        "392", "978",
        "826", "643", "410", "702", "036", "124", "756", "014", "013",
    ]
    private static let parts = [
        "美元", "美金", "港元", "港币", "港幣", "澳门元", "澳门币", "台币", "臺幣", "日元", "日圆", "欧元", "英镑", "卢布", "加元", "加币", "澳元", "新加坡元",
        "韩元",
        "泰铢", "瑞士法郎", "外币", "非人民币", "DOLLAR", "EURO", "YEN", "POUND", "ROUBLE", "RUBLE",
    ]
}
