import AidModel

/// What stands beside an amount and may say its unit or its currency: `<amount unit="万元">`, a column 币种.
///
/// A pipeline file does not name it; it is looked for wherever an amount is read. What it says counts as if the
/// column's name said it; what is no word for money (an employer in `单位`) says nothing.
enum AmountMark: CaseIterable {
    case unit
    case currency
    /// What stands in a column without a name right behind the amount's: the rest of `1,104.00`, written without
    /// quotes.
    case rest

    /// Names of attributes of an amount's element, of its record, and of what is around the records.
    var attributes: [String] {
        switch self {
        case .unit: ["unit", "Unit", "UNIT", "units", "uom", "UOM", "单位", "金额单位", "计量单位", "货币单位"]
        case .currency:
            ["currency", "Currency", "CURRENCY", "currencyCode", "currencyID", "ccy", "Ccy", "CCY", "币种", "币别", "货币"]
        case .rest: []
        }
    }

    /// Names of columns, and of elements beside the amount's. 单位 is mostly an employer, and says nothing then.
    var columns: [String] {
        switch self {
        case .unit:
            [
                "金额单位", "计量单位", "货币单位", "金额（单位）", "单位", "unit", "Unit", "UNIT", "amountUnit", "AmountUnit",
                "amount_unit", "AMOUNT_UNIT",
            ]
        case .currency:
            [
                "币种", "币別", "币種", "幣種", "币别", "货币", "币种名称", "币种代码", "币种类型", "货币代码", "货币种类", "结算币种", "支付币种",
                "交易币种", "付款币种", "结算货币", "原币", "CUR", "Cur", "cur", "pay_currency", "currency_type", "Amount_Currency",
                "amount_currency", "currency", "Currency", "CURRENCY", "currencyCode", "currency_code", "CURRENCY_CODE",
                "ccy", "Ccy", "CCY",
            ]
        case .rest: []
        }
    }

    /// What a name means, of whatever an amount is in or beside; nil: nothing of the kind.
    init?(named name: String) {
        guard let found = AmountMark.byName[name] else { return nil }
        self = found
    }

    private static let byName: [String: AmountMark] = Dictionary(
        allCases.flatMap { mark in (mark.attributes + mark.columns).map { ($0, mark) } }
    ) { first, _ in first }

    /// The field in which a record may hold it.
    func field(of amount: RecordLayout.Field) -> RecordLayout.Field {
        var from = columns + attributes.map { "@" + $0 }
        for path in amount.from.compactMap(ElementPath.init) where path.levelsUp == 0 {
            let elements = path.elements.map(\.description)
            // An attribute that holds an amount has others beside it.
            if !elements.isEmpty { from += attributes.map { (elements + ["@" + $0]).joined(separator: "/") } }
            if elements.count > 1 {
                from += columns.map { (elements.dropLast() + [$0]).joined(separator: "/") }
            }
        }
        // A user may have named one of them for another purpose: an amount is not its own unit.
        from.removeAll { amount.from.contains($0) }
        var field = RecordLayout.Field(name: "amount.\(self)", from: self == .rest ? [] : from, isOptional: true)
        field.isMark = true
        return field
    }
}

extension AmountMark {
    /// Whether a value is the rest of a number whose thousands comma was taken for a delimiter.
    ///
    /// - Parameter value: cleaned.
    static func isRest(_ value: ByteView) -> Bool {
        value.count >= 3 && value.prefix(3).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension ColumnUnit {
    /// What the value of an `AmountMark` says.
    ///
    /// - Parameter value: cleaned.
    init(saidBy value: ByteView, as mark: AmountMark, currency: Currency) {
        if mark == .rest {
            self = AmountMark.isRest(value) ? .several("…") : .none
            return
        }
        if value.count <= ColumnUnit.longestMark {
            self.init(saidBy: String(decoding: value, as: UTF8.self), as: mark, currency: currency)
        } else {
            self = .none
        }
    }

    init(saidBy value: String, as mark: AmountMark, currency: Currency) {
        guard !value.isEmpty, value.utf8.count <= ColumnUnit.longestMark else {
            self = .none
            return
        }
        self.init(of: "（\(value)）", currency: currency)
        if mark == .currency, self == .none { self = CurrencyWord.meaning(of: value, currency) }
    }

    /// A longer value is an employer's name or a remark, and no unit.
    static let longestMark = 24

    /// What two marks say together.
    func joined(with other: ColumnUnit) -> ColumnUnit {
        switch (self, other) {
        case (.none, _): other
        case (_, .none): self
        case (.foreign, _): self
        case (_, .foreign): other
        case (.unit(let one), .unit(let second)) where one != second:
            .several([one.rawValue, second.rawValue].sorted().joined(separator: "、"))
        case (.several, _): self
        case (_, .several): other
        case (.unit, .unit), (.unit, .unknown): self
        case (.unknown, _): other
        }
    }
}
