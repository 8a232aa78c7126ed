import AidInput
import AidModel

/// A small export and its layout, for tests of what becomes of records.
enum ClaimsExport {
    static let header = "赔付编号,身份证号,打款日期,互助金额,状态,原赔付编号,就诊类型"

    static func layout(
        hasClaim: Bool = true, hasStatus: Bool = true, hasReverses: Bool = true,
        personRule: RecordLayout.PersonRule = .residentID(
            acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
        breakdowns: [RecordLayout.Field] = [.init(name: "care", from: ["就诊类型"])], currency: Currency = .cny
    ) -> RecordLayout {
        RecordLayout(
            claim: hasClaim ? .init(name: "claim", from: ["赔付编号", "ClaimNo"]) : nil,
            person: .init(name: "person", from: ["身份证号"]), personRule: personRule,
            day: .init(name: "paidOn", from: ["打款日期"]), amount: .init(name: "amount", from: ["互助金额"]),
            status: hasStatus ? .init(name: "status", from: ["状态"]) : nil,
            statusClasses: ["已打款": .paid, "待审核": .unpaid, "冲正": .reversed],
            reverses: hasReverses ? .init(name: "reverses", from: ["原赔付编号"], isOptional: true) : nil,
            breakdowns: breakdowns, currency: currency)
    }

    /// What one reading left.
    struct Outcome {
        var claims: [Claim] = []
        var reversals: [Reversal] = []
        var records = Tally.zero
        var rejects: [Reject] = []
        var groups: [[String]] = []
        var keys = KeyTable()

        var reasons: [String] { rejects.map { $0.reason.rawValue } }

        mutating func add(_ batch: ClaimBatch) {
            claims += batch.claims
            reversals += batch.reversals
        }

        /// The groups of one claim.
        func groups(of claim: Claim) -> [String] { groups[Int(claim.groupsCode)] }

        func key(_ text: String) -> ExactKey {
            text.utf8.withByteView { keys.key(of: $0.buffer) }
        }
    }

    /// Decodes records whose fields stand in the order of the layout.
    static func decode(_ rows: [[String]], _ layout: RecordLayout = layout()) -> Outcome {
        let outcome = OutcomeBox()
        let groups = GroupTable()
        var decoder = ClaimDecoder(layout: layout, fileIndex: 3, keys: outcome.value.keys, groups: groups) {
            outcome.value.add($0)
        }
        var record = RecordBuffer()
        for (index, row) in rows.enumerated() {
            record.removeAll()
            // What nobody asked for, such as units beside the amount, is not there.
            let missing = [String](repeating: "", count: layout.wantedFields.count - row.count)
            for field in row + missing {
                for byte in field.utf8 { record.append(byte) }
                record.endField()
            }
            let place = RecordPlace(recordNumber: index + 1, lineNumber: index + 2, byteOffset: index * 100)
            decoder.take(record, at: index * 100, place: place)
        }
        decoder.finish()
        outcome.value.records = decoder.records
        outcome.value.rejects = decoder.rejects.listed
        outcome.value.groups = groups.values()
        return outcome.value
    }

    /// Reads a whole file.
    @discardableResult
    static func read(
        _ export: OpenExport, _ layout: RecordLayout = layout()
    ) throws(InputError) -> (reading: ClaimReading, outcome: Outcome) {
        let outcome = OutcomeBox()
        let groups = GroupTable()
        let reading = try export.readClaims(
            layout: layout, fileIndex: 0, keys: outcome.value.keys, groups: groups
        ) { outcome.value.add($0) }
        outcome.value.groups = groups.values()
        return (reading, outcome.value)
    }

    private final class OutcomeBox {
        var value = Outcome()
    }
}
