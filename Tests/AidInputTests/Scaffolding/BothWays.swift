import AidInput
import AidModel
import Foundation
import Synchronization
import Testing

@testable import AidInput

/// Reads a file the fast way in pieces, or the slow way, and gives all that may not differ.
struct BothWays: Equatable {
    var error: InputError?
    var isDoubtful = false
    var claims: [Claim] = []
    var reversals: [Claim] = []
    var groups: [[String]] = []
    var records = Tally.zero
    var scaffolding = Tally.zero
    var rejects: [Reject] = []
    var findings: [String] = []

    var reasons: [String] { rejects.map(\.reason.rawValue) }
    var amounts: [Int64] { claims.map(\.amountMinor) }

    init(
        _ path: String, _ layout: RecordLayout, _ format: ExportFormat, encoding: TextEncodingChoice = .auto,
        shape: CSVShape = CSVShape(), lesson: ReadingLesson = ReadingLesson(), keys: KeyTable = KeyTable(),
        name: String = "export", pieceSize: Int = 512 << 10, tailSize: Int = 16 << 10, isSlow: Bool
    ) throws {
        var settings = ReadingSettings()
        settings.pieceSize = pieceSize
        settings.tailSize = tailSize
        settings.isSlow = isSlow
        let groups = GroupTable()
        let reader = ClaimReader(
            .init(name: name, path: path, format: format, encoding: encoding, shape: shape), layout: layout,
            fileIndex: 0, keys: keys, groups: groups, settings: settings, lesson: lesson, observe: nil)
        let dealt = Mutex<(claims: [Claim], reversals: [Claim])>(([], []))
        var clock = StageClock()
        reader.join(clock: &clock) { _, _ in
            true
        } deal: { batch in
            dealt.withLock {
                $0.claims += batch.claims
                $0.reversals += batch.reversals.map(\.claim)
            }
        }
        switch reader.result() {
        case .again(.slowly): isDoubtful = true
        case .again(.withSerialDates(let count)):
            var lesson = lesson
            lesson.learn(.withSerialDates(count: count))
            self = try BothWays(
                path, layout, format, encoding: encoding, shape: shape, lesson: lesson, keys: keys,
                pieceSize: pieceSize, tailSize: tailSize, isSlow: isSlow)
        case .again(.inEncoding), .again(.without):
            Issue.record("misread, or with numbers that were cut")
        case .failed(let error): self.error = error
        case .read(let export):
            let values = groups.values()
            claims = dealt.withLock { $0.claims.sorted { $0.position < $1.position } }
            // Where there are no breakdowns, no code means anything.
            self.groups = layout.breakdowns.isEmpty ? [] : claims.map { values[Int($0.groupsCode)] }
            for index in claims.indices {
                claims[index].terms &= ~Claim.groupsMask
                // The slow way counts places in UTF-8, the fast one in the file.
                claims[index].position = SourcePosition(fileIndex: 0, textOffset: index)
                if layout.claim == nil { claims[index].key = ExactKey(claims[index].position) }
            }
            reversals = dealt.withLock { $0.reversals.sorted { $0.position < $1.position } }
            for index in reversals.indices {
                reversals[index].terms &= ~Claim.groupsMask
                reversals[index].position = SourcePosition(fileIndex: 0, textOffset: index)
            }
            records = export.reading.records
            scaffolding = export.reading.scaffolding
            rejects = try export.placed(export.reading.rejects.listed).enumerated().map { index, reject in
                Reject(
                    position: SourcePosition(fileIndex: 0, textOffset: index), place: reject.place,
                    reason: reject.reason, field: reject.field, maskedValue: reject.maskedValue,
                    amountMinor: reject.amountMinor)
            }
            findings = export.reading.findings.map(\.message.en)
        }
    }

    /// The slow way, held against the fast one at many sizes of pieces.
    static func read(
        _ bytes: [UInt8], _ layout: RecordLayout, _ format: ExportFormat = .csv(delimiter: nil),
        encoding: TextEncodingChoice = .auto, shape: CSVShape = CSVShape(),
        sizes: [Int] = [1, 2, 3, 7, 64, 4096, 512 << 10],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> BothWays {
        let file = try TemporaryFile(bytes)
        let keys = KeyTable()
        let slow = try BothWays(file.path, layout, format, encoding: encoding, shape: shape, keys: keys, isSlow: true)
        for size in sizes {
            let fast = try BothWays(
                file.path, layout, format, encoding: encoding, shape: shape, keys: keys, pieceSize: size,
                tailSize: size < 4096 ? size * 40 : 16 << 10, isSlow: false)
            if fast.isDoubtful { continue }
            #expect(fast.difference(slow) == nil, "pieces of \(size)", sourceLocation: sourceLocation)
        }
        return slow
    }

    static func read(
        _ text: String, _ layout: RecordLayout, _ format: ExportFormat = .csv(delimiter: nil),
        shape: CSVShape = CSVShape(), sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> BothWays {
        try read(Array(text.utf8), layout, format, shape: shape, sourceLocation: sourceLocation)
    }

    /// The first thing in which two readings differ.
    func difference(_ other: BothWays) -> String? {
        if self == other { return nil }
        if error != other.error { return "error" }
        if claims != other.claims { return "claims: \(claims.count), \(other.claims.count)" }
        if reversals != other.reversals { return "reversals" }
        if groups != other.groups { return "groups" }
        if records != other.records { return "records: \(records), \(other.records)" }
        if scaffolding != other.scaffolding { return "scaffolding: \(scaffolding), \(other.scaffolding)" }
        if rejects != other.rejects { return "rejects" }
        return "findings"
    }
}
