package import AidModel

/// A table to take away: what it holds, in no format.
///
/// A row has keys, which say of what it speaks, and values. A program reads them one observation a line, as in
///
///     2023Q2,recipients,985800
///     2023Q2,personTimes,1055400
///
/// and a person side by side: `2023Q2  985,800  1,055,400`. Rows are made when they are asked for, so that a table of
/// a million of them takes no memory.
package struct ReportTable: Sendable {
    package let name: TableName
    /// What the keys of each row are.
    package let keys: [TableColumn]
    /// What the values of each row are.
    package let values: TableColumn.Values
    package let rowCount: Int
    /// Makes the row at a place, from 0.
    package let row: @Sendable (Int) -> TableRow

    package init(
        name: TableName, keys: [TableColumn], values: TableColumn.Values, rowCount: Int,
        row: @escaping @Sendable (Int) -> TableRow
    ) {
        self.name = name
        self.keys = keys
        self.values = values
        self.rowCount = rowCount
        self.row = row
    }
}

/// The tables, in their order; the raw value is the name of the file.
package enum TableName: String, Sendable, CaseIterable {
    case quarters
    case groups
    case comparisons
    case balance
    case vintages
    /// Of a pipeline file that states rules.
    case rules
    /// Of a pipeline file that says how many members there are.
    case members
}

/// A word of ours, as programs and as people read it.
package struct TableWord: Sendable, Hashable {
    package let code: String
    package let title: BilingualText

    package init(_ code: String, _ title: BilingualText) {
        self.code = code
        self.title = title
    }
}

/// A column of keys.
package struct TableColumn: Sendable {
    package enum Kind: Sendable {
        /// One of these words.
        case words([TableWord])
        /// A text from outside.
        case text
        case quarter
        case day
        /// A whole number from 1.
        case number
        /// Any number.
        case decimal
    }

    /// Its name for programs, and what people call it.
    package let word: TableWord
    package let meaning: BilingualText
    package let kind: Kind
    /// Whether some rows leave it empty.
    package let mayBeEmpty: Bool
    /// Whether it says nothing to people, as all rows leave it empty; programs want the same columns of every report.
    package var isForPrograms = false

    /// The columns of values: the word that names each, and what that word is called where it has a column of its own.
    package struct Values: Sendable {
        package let name: TableColumn
        package let words: [TableWord]
        /// All that a value can be in.
        package let units: [TableUnit]
    }
}

package struct TableRow: Sendable {
    package var keys: [TableKey]
    package var values: [TableValue]
}

/// What one key of a row is.
package enum TableKey: Sendable {
    /// Nothing for programs, and words for people.
    case empty(BilingualText)
    case word(TableWord)
    /// A text from outside.
    case text(String)
    /// The same, which people call otherwise.
    case titled(String, BilingualText)
    case quarter(Quarter)
    case day(CalendarDay)
    case number(Int)
}

/// A figure, or why there is none.
package struct TableValue: Sendable {
    /// In the unit's last decimal.
    package let number: Int128?
    package let unit: TableUnit
    package let status: TableStatus
}

/// What a figure counts.
package enum TableUnit: Sendable, Hashable {
    case persons
    case personTimes
    case records
    case percent
    case percentagePoints
    /// In units of the currency, with all its decimals.
    case money(Currency)
    /// Of each thousand members.
    case personsPerThousand
    case personTimesPerThousand
    case moneyPerThousand(Currency)

    package init(_ measure: Measure, _ currency: Currency) {
        self =
            switch measure {
            case .recipients: .persons
            case .personTimes: .personTimes
            case .amount: .money(currency)
            }
    }

    /// A measure for a thousand members.
    init(perThousand measure: Measure, _ currency: Currency) {
        self =
            switch measure {
            case .recipients: .personsPerThousand
            case .personTimes: .personTimesPerThousand
            case .amount: .moneyPerThousand(currency)
            }
    }

    package var code: String {
        switch self {
        case .persons: "persons"
        case .personTimes: "personTimes"
        case .records: "records"
        case .percent: "percent"
        case .percentagePoints: "percentagePoints"
        case .money(let currency): currency.code
        case .personsPerThousand: "personsPerThousand"
        case .personTimesPerThousand: "personTimesPerThousand"
        case .moneyPerThousand(let currency): currency.code + "PerThousand"
        }
    }

    /// Digits after the point.
    package var decimals: Int {
        switch self {
        case .persons, .personTimes, .records: 0
        case .percent, .percentagePoints, .personsPerThousand, .personTimesPerThousand: 2
        case .money(let currency), .moneyPerThousand(let currency): currency.minorDigits
        }
    }

    /// A number in the last decimal as plain text: `135000000.00`, exact, without commas.
    package func plain(_ number: Int128) -> String {
        guard decimals > 0 else { return String(number) }
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (number < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

/// How far a figure can be relied on, or why there is none; the raw value is what programs read.
package enum TableStatus: String, Sendable, CaseIterable {
    case normal
    /// The exports stop before the quarter's last days.
    case provisional
    /// It is not what was last published.
    case restated
    case restatedProvisional
    /// Withheld to protect people.
    case suppressed
    /// There is no data for the period.
    case absent
    /// No percent, as the base is 0.
    case zeroBase
}
