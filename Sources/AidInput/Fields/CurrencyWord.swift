import AidModel

/// Words for currencies, in the names of columns and as values of a column 币种 or an attribute `currency`.
enum CurrencyWord {
    /// Those that a name may end in.
    static let names: [String: String] = [
        "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "港幣": "HKD", "澳门元": "MOP", "澳门币": "MOP", "新台币": "TWD",
        "台币": "TWD", "臺幣": "TWD", "日元": "JPY", "日圆": "JPY", "欧元": "EUR", "英镑": "GBP", "卢布": "RUB", "韩元": "KRW",
    ]

    /// The currency that a part of a column's name means. A code is written in capital letters there, for small ones
    /// may be any word.
    static func code(inName text: String) -> String? {
        let text = text.filter { !$0.isWhitespace }
        if ["CNY", "RMB", "人民币", "¥", "￥"].contains(text) { return "CNY" }
        if names.values.contains(text) { return text }
        for multiple in ["", "十", "百", "千", "万", "百万", "亿"] where text.hasPrefix(multiple) {
            if let code = names[String(text.dropFirst(multiple.count))] { return code }
        }
        return nil
    }

    /// What a value means that has no other purpose than to name a currency.
    ///
    /// - Parameter currency: the programme's.
    static func meaning(of value: String, _ currency: Currency) -> ColumnUnit {
        let word = value.uppercased().filter { !$0.isWhitespace }
        if word == currency.code || currency == .cny && yuan.contains(word) { return .none }
        let isOther =
            signs.contains(word) || Currency(word) != nil || names.keys.contains { word.contains($0) }
            || parts.contains { word.contains($0) }
        return isOther ? .foreign(value) : .unknown(value)
    }

    /// Codes of banks and of ISO 4217 among them.
    private static let yuan: Set<String> = [
        "RMB", "CNH", "人民币", "人民币元", "人民幣", "人民币（元）", "元", "圆", "¥", "￥", "156", "1", "01", "001", "10", "中国元", "本币",
        "YUAN",
    ]
    private static let signs: Set<String> = [
        "$", "US$", "USD$", "€", "£", "HK$", "NT$", "MOP$", "A$", "C$", "S$", "₩", "₽", "840", "344", "446", "901",
        "392", "978",
        "826", "643", "410", "702", "036", "124", "756", "014", "013",
    ]
    private static let parts = [
        "加元", "加币", "澳元", "新加坡元", "泰铢", "瑞士法郎", "外币", "非人民币", "DOLLAR", "EURO", "YEN", "POUND", "ROUBLE", "RUBLE",
    ]
}
