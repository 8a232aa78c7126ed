import AidModel
import GRDB

/// A figure of any size: as a number where it fits into SQLite's 64 bits, else as the text of its
/// digits.
struct StoredFigure: DatabaseValueConvertible {
    let value: Int128

    init(_ value: Int128) {
        self.value = value
    }

    var databaseValue: DatabaseValue {
        Int64(exactly: value)?.databaseValue ?? String(value).databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredFigure? {
        switch value.storage {
        case .int64(let number): StoredFigure(Int128(number))
        case .string(let digits):
            // Nothing that a number would hold, and in no other spelling.
            Int128(digits).flatMap { Int64(exactly: $0) == nil && String($0) == digits ? StoredFigure($0) : nil }
        default: nil
        }
    }
}
