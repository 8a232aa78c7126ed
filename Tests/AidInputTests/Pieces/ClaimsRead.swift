import AidModel
import Foundation
import Synchronization

@testable import AidInput

/// What reading an export as claims came to, on any number of threads, in a form in which two readings can be compared.
struct ClaimsRead: Equatable {
    var outcome = ""
    /// In input order, without the codes of their groups, which come in any order.
    var claims: [Claim] = []
    var groups: [[String]] = []
    var reversals: [Claim] = []
    var records = Tally.zero
    var rejects: [Reject] = []
    var findings: [Finding] = []
    var cutNumbers = CutNumbers()

    init(
        _ path: String, layout: RecordLayout, format: ExportFormat = .csv(delimiter: nil), keys: KeyTable,
        encoding: TextEncodingChoice = .auto, cutNumbers: CutNumbers = CutNumbers(), pieceSize: Int = 512 << 10,
        tailSize: Int = 16 << 10, jobs: Int = 1, isSlow: Bool = false
    ) throws {
        var settings = ReadingSettings()
        settings.pieceSize = pieceSize
        settings.tailSize = tailSize
        settings.jobs = jobs
        settings.isSlow = isSlow
        let groups = GroupTable()
        let reader = ClaimReader(
            .init(name: "export", path: path, format: format, encoding: encoding), layout: layout, fileIndex: 0,
            keys: keys, groups: groups, settings: settings, lesson: ReadingLesson(cutNumbers: cutNumbers), observe: nil)
        let dealt = Mutex<(claims: [Claim], reversals: [Claim])>(([], []))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            var clock = StageClock()
            reader.join(clock: &clock) { _, _ in
                true
            } deal: { batch in
                dealt.withLock {
                    $0.claims += batch.claims
                    $0.reversals += batch.reversals.map(\.claim)
                }
            }
        }
        switch reader.result() {
        case .again(.slowly): outcome = "doubtful"
        case .again(.inEncoding(let encoding)): outcome = "misread, \(encoding)"
        case .failed(let error): outcome = error.what.en
        case .again(.withSerialDates(let count)): outcome = "serial, \(count)"
        case .again(.without(let numbers)):
            outcome = "cut"
            self.cutNumbers = numbers
        case .read(let export):
            outcome = "read"
            let values = groups.values()
            claims = dealt.withLock { $0.claims.sorted { $0.position < $1.position } }
            self.groups = claims.map { values[Int($0.groupsCode)] }
            for index in claims.indices { claims[index].terms &= ~Claim.groupsMask }
            reversals = dealt.withLock { $0.reversals.sorted { $0.position < $1.position } }
            for index in reversals.indices { reversals[index].terms &= ~Claim.groupsMask }
            records = export.reading.records
            rejects = try export.placed(export.reading.rejects.listed)
            findings = export.reading.findings
            self.cutNumbers = export.reading.cutNumbers
        }
    }

    /// All but where the records stand.
    var withoutPositions: ClaimsRead {
        var read = self
        for index in read.claims.indices { read.claims[index].position = SourcePosition(bits: 0) }
        for index in read.reversals.indices { read.reversals[index].position = SourcePosition(bits: 0) }
        read.rejects = read.rejects.map {
            Reject(
                position: SourcePosition(bits: 0), place: RecordPlace(recordNumber: 0, lineNumber: nil, byteOffset: 0),
                reason: $0.reason, field: $0.field, maskedValue: $0.maskedValue, amountMinor: $0.amountMinor)
        }
        return read
    }
}

extension ReadingLesson {
    /// What readings before may have taught.
    init(encoding: TextEncoding? = nil, cutNumbers: CutNumbers = CutNumbers()) {
        self.init()
        if let encoding { learn(.inEncoding(encoding)) }
        learn(.without(cutNumbers))
    }
}
