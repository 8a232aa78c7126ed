import AidInput
import AidModel
import AidStatistics
import Foundation

/// What one process tells the others of an input that it has read.
extension InputFacts {
    func write(to bytes: inout LittleEndianBytes) {
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

    init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        self.init(name: try reader.text())
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

/// What one process tells the others of a range of an input.
struct RangeFacts: Sendable {
    /// The place of the input.
    let place: Int
    let range: Range<Int>
    let outcome: PieceOutcome
    /// Of the whole input, by one of those that read it.
    let sha256: String?

    init(place: Int, range: Range<Int>, outcome: PieceOutcome, sha256: String?) {
        self.place = place
        self.range = range
        self.outcome = outcome
        self.sha256 = sha256
    }

    func write(to bytes: inout LittleEndianBytes) throws {
        for number in [place, range.lowerBound, range.upperBound] { bytes.append(UInt64(number)) }
        bytes.append(sha256 ?? "")
        bytes.append(counted: try JSONEncoder().encode(outcome))
    }

    /// - Parameter fileCount: how many inputs there are.
    init(_ reader: inout LittleEndianReader, fileCount: Int) throws(DamagedBytes) {
        func number(_ reader: inout LittleEndianReader) throws(DamagedBytes) -> Int {
            let number = try reader.number(UInt64.self)
            guard number <= UInt64(SourcePosition.offsetLimit) else { throw DamagedBytes() }
            return Int(number)
        }
        place = try number(&reader)
        let (start, end) = (try number(&reader), try number(&reader))
        guard place < fileCount, start < end else { throw DamagedBytes() }
        range = start..<end
        let digest = try reader.text()
        sha256 = digest.isEmpty ? nil : digest
        let text = try reader.countedBytes()
        guard let outcome = try? JSONDecoder().decode(PieceOutcome.self, from: Data(text)) else { throw DamagedBytes() }
        self.outcome = outcome
    }
}

/// What reading a piece has left besides its claims, as it is written behind them: all its groups, its inputs with their
/// rejects, and ranges of others.
struct PieceReading: Sendable {
    /// With the places of the inputs in the list of all.
    var whole: [(place: Int, facts: InputFacts, rejects: [Reject])] = []
    var ranges: [RangeFacts] = []

    func bytes(_ tables: PartTables) throws -> [UInt8] {
        var bytes = LittleEndianBytes()
        tables.writeGroups(to: &bytes)
        bytes.append(list: whole) { bytes, input in
            bytes.append(UInt64(input.place))
            input.facts.write(to: &bytes)
            bytes.append(list: input.rejects) { bytes, reject in reject.write(to: &bytes) }
        }
        bytes.append(UInt64(ranges.count))
        for range in ranges { try range.write(to: &bytes) }
        return bytes.array
    }

    init() {}

    /// - Parameter tables: get the groups.
    init(_ payload: UnsafeRawBufferPointer, fileCount: Int, _ tables: PartTables) throws(DamagedBytes) {
        var reader = LittleEndianReader(payload)
        try tables.takeGroups(&reader)
        whole = try reader.list { reader throws(DamagedBytes) in
            let place = try reader.number(UInt64.self)
            guard place < UInt64(fileCount) else { throw DamagedBytes() }
            return (
                place: Int(place), facts: try InputFacts(&reader),
                rejects: try reader.list { reader throws(DamagedBytes) in try Reject(&reader, fileCount: fileCount) }
            )
        }
        ranges = try reader.list { reader throws(DamagedBytes) in try RangeFacts(&reader, fileCount: fileCount) }
        guard reader.isAtEnd else { throw DamagedBytes() }
    }
}
