import AidModel

/// What is said of all amounts of a table outside of it.
enum TableSaying: Sendable, Hashable {
    /// Of its file or its sheet: 赔付明细（万元）.
    case name(String)
    /// A member around the records of JSON: `"unit": "分"`.
    case member(name: String, value: String)

    /// What it means.
    func said(_ currency: Currency) -> ColumnUnit {
        switch self {
        case .name(let name):
            // A unit alone; other currencies may well be told of in a name.
            if case .unit(let unit) = UnitLine.said(above: FieldCleaner.cleaned(name), currency) { return .unit(unit) }
            return .none
        case .member(let name, let value):
            guard let mark = AmountMark(named: name) else { return .none }
            return ColumnUnit(saidBy: FieldCleaner.cleaned(value), as: mark, currency: currency)
        }
    }
}

extension InputFile {
    /// What its own name says, and what is said beside its table.
    var allSayings: [TableSaying] {
        [.name(String(name.split(separator: "/").last ?? ""))] + sayings
    }
}
