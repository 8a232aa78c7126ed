import AidModel
import GRDB

extension Ledger {
    /// Makes sure that the ledger is a programme's own: figures of two programmes, or in two currencies, in one
    /// ledger would be taken for one another.
    ///
    /// Where it is opened to write and nobody's yet, it is the programme's from now on.
    ///
    /// - Parameter currency: the code of ISO 4217.
    package func check(programme: String, currency: String, for access: Access) throws(LedgerError) {
        guard let owner = try owner() else {
            guard access == .writing else { return }
            return try writing { db in
                try db.execute(
                    sql: "INSERT INTO owner (id, programme, currency) VALUES (1, CAST(? AS TEXT), ?)",
                    arguments: [StoredText(programme), currency])
            }
        }
        guard owner.programme == programme, owner.currency == currency else {
            throw LedgerError(.another(programme: owner.programme, currency: owner.currency), at: path)
        }
    }

    private func owner() throws(LedgerError) -> (programme: String, currency: String)? {
        try reading { db in
            try Row.fetchOne(db, sql: "SELECT CAST(programme AS BLOB) AS programme, currency FROM owner").map { row in
                ((row["programme"] as StoredText).text, row["currency"])
            }
        }
    }
}
