import AidModel
import AidStatistics

/// What one process tells the others of an input that it has read.
struct InputFacts: Sendable {
    /// Its place in the list of inputs.
    let place: Int
    let name: String
    let byteCount: Int
    let sha256: String?
    let format: String
    let encoding: String
    let records: Tally
    let rejectedByReason: [RejectReason: Tally]
    let scaffolding: Tally
    let findings: [Finding]

    init(_ input: RunInput, place: Int) {
        self.place = place
        name = input.name
        byteCount = input.byteCount
        sha256 = input.sha256
        format = input.format
        encoding = input.encoding
        records = input.records
        rejectedByReason = input.rejectedByReason
        scaffolding = input.scaffolding
        findings = input.findings
    }

    func write(to bytes: inout LittleEndianBytes) {
        bytes.append(UInt64(place))
        for text in [name, format, encoding, sha256 ?? ""] { bytes.append(text) }
        bytes.append(UInt64(byteCount))
        records.write(to: &bytes)
        scaffolding.write(to: &bytes)
        rejectedByReason.write(to: &bytes)
        bytes.append(list: findings) { bytes, finding in
            for text in [finding.level.rawValue, finding.code, finding.message.zh, finding.message.en] {
                bytes.append(text)
            }
        }
    }

    /// - Parameter fileCount: how many inputs there are.
    init(_ reader: inout LittleEndianReader, fileCount: Int) throws(DamagedBytes) {
        place = Int(truncatingIfNeeded: try reader.number(UInt64.self))
        guard (0..<fileCount).contains(place) else { throw DamagedBytes() }
        name = try reader.text()
        format = try reader.text()
        encoding = try reader.text()
        let digest = try reader.text()
        sha256 = digest.isEmpty ? nil : digest
        byteCount = Int(truncatingIfNeeded: try reader.number(UInt64.self))
        records = try Tally(&reader)
        scaffolding = try Tally(&reader)
        rejectedByReason = try [RejectReason: Tally](&reader)
        findings = try reader.list { reader throws(DamagedBytes) in
            guard let level = Finding.Level(rawValue: try reader.text()) else { throw DamagedBytes() }
            return Finding(
                level: level, code: try reader.text(),
                message: BilingualText(zh: try reader.text(), en: try reader.text()))
        }
    }
}

/// All groups of a piece, and its inputs with their rejects, as they are written behind its claims.
enum PieceReading {
    static func bytes(_ inputs: [(facts: InputFacts, rejects: [Reject])], _ tables: PartTables) -> [UInt8] {
        var bytes = LittleEndianBytes()
        tables.writeGroups(to: &bytes)
        bytes.append(list: inputs) { bytes, input in
            input.facts.write(to: &bytes)
            bytes.append(list: input.rejects) { bytes, reject in reject.write(to: &bytes) }
        }
        return bytes.array
    }

    static func read(
        _ payload: UnsafeRawBufferPointer, fileCount: Int, _ tables: PartTables
    ) throws(DamagedBytes) -> [(facts: InputFacts, rejects: [Reject])] {
        var reader = LittleEndianReader(payload)
        try tables.takeGroups(&reader)
        let inputs = try reader.list { reader throws(DamagedBytes) in
            (
                facts: try InputFacts(&reader, fileCount: fileCount),
                rejects: try reader.list { reader throws(DamagedBytes) in try Reject(&reader, fileCount: fileCount) }
            )
        }
        guard reader.isAtEnd else { throw DamagedBytes() }
        return inputs
    }
}
