import AidModel

/// What stands beside an amount and may say its unit or its currency: `<amount unit="万元">`, a column 币种.
///
/// A pipeline file does not name it; it is looked for wherever an amount is read. What it says counts as if the
/// column's name said it; what is no word for money (an employer in `单位`) says nothing.
enum AmountMark: CaseIterable {
    case unit
    case currency

    /// Names of attributes of an amount's element, of its record, and of what is around the records.
    var attributes: [String] {
        switch self {
        case .unit: ["unit", "Unit", "UNIT", "units", "uom", "UOM", "单位", "金额单位", "计量单位", "货币单位"]
        case .currency:
            ["currency", "Currency", "CURRENCY", "currencyCode", "currencyID", "ccy", "Ccy", "CCY", "币种", "币别", "货币"]
        }
    }

    /// Names of columns, and of elements beside the amount's. 单位 is mostly an employer there.
    var columns: [String] {
        switch self {
        case .unit: ["金额单位", "计量单位", "货币单位", "amountUnit", "AmountUnit", "amount_unit", "AMOUNT_UNIT"]
        case .currency:
            [
                "币种", "币别", "货币", "币种名称", "币种代码", "货币种类", "结算币种", "currency", "Currency", "CURRENCY", "currencyCode",
                "currency_code", "CURRENCY_CODE", "ccy", "Ccy", "CCY",
            ]
        }
    }

    /// The field in which a record may hold it.
    func field(of amount: RecordLayout.Field) -> RecordLayout.Field {
        var from = columns + attributes.map { "@" + $0 }
        for path in amount.from.compactMap(ElementPath.init) {
            let elements = path.elements.map(\.description)
            // An attribute that holds an amount has others beside it.
            if !elements.isEmpty { from += attributes.map { (elements + ["@" + $0]).joined(separator: "/") } }
            if elements.count > 1 {
                from += columns.map { (elements.dropLast() + [$0]).joined(separator: "/") }
            }
        }
        // A user may have named one of them for another purpose: an amount is not its own unit.
        from.removeAll { amount.from.contains($0) }
        var field = RecordLayout.Field(
            name: self == .unit ? "amount.unit" : "amount.currency", from: from, isOptional: true)
        field.isMark = true
        return field
    }
}

extension ColumnUnit {
    /// What the value of an `AmountMark` says.
    ///
    /// - Parameter value: cleaned.
    init(saidBy value: UnsafeBufferPointer<UInt8>, currency: Currency) {
        if value.count <= ColumnUnit.longestMark {
            self.init(saidBy: String(decoding: value, as: UTF8.self), currency: currency)
        } else {
            self = .none
        }
    }

    init(saidBy value: String, currency: Currency) {
        if value.isEmpty || value.utf8.count > ColumnUnit.longestMark {
            self = .none
        } else {
            self.init(of: "（\(value)）", currency: currency)
        }
    }

    /// A longer value is an employer's name or a remark, and no unit.
    private static let longestMark = 24

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
        case (.unit, .unit): self
        }
    }
}
