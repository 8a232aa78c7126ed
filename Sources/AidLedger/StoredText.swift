import FoundationEssentials
import GRDB

/// Text that comes back as it was to the last byte, be there a NUL in it.
///
/// GRDB hands text to SQLite as a C string, which ends at the first NUL; an export may well hold
/// one in the name of a group. So text with a NUL goes in as bytes, and all text comes out as bytes:
/// write `CAST(? AS TEXT)`, read `CAST(column AS BLOB)`.
struct StoredText: DatabaseValueConvertible {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var databaseValue: DatabaseValue {
        text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
        Data.fromDatabaseValue(value).map { StoredText(String(decoding: $0, as: UTF8.self)) }
    }
}
