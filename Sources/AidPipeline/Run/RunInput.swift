import AidInput
import AidRegister
import AidModel
import AidStatistics

/// What is known of an input without its records.
struct InputFacts: Sendable {
    var name: String
    var byteCount = 0
    var sha256: String?
    var format = ""
    var encoding = ""
    var records = Tally.zero
    var rejectedByReason: [RejectReason: Tally] = [:]
    var scaffolding = Tally.zero
    var findings: [Finding] = []
}

/// One input of a run: an export that was read, or one that the register or another process knows.
@dynamicMemberLookup
struct RunInput: Sendable {
    let facts: InputFacts
    /// nil: it was not read in this run.
    let export: ReadExport?
    /// What the register has kept of an export that was not read in this run; nil: an earlier version of the program
    /// kept nothing but numbers.
    let keptRejects: [Reject]?
    /// Whether a register has forgotten records of it, and with them maybe what its rejects said.
    let hasForgotten: Bool

    init(_ export: ReadExport, sha256: String?) {
        facts = InputFacts(
            name: export.file.name, byteCount: export.file.byteCount, sha256: sha256, format: export.format.name,
            encoding: export.encoding.name, records: export.reading.records,
            rejectedByReason: export.reading.rejects.tallies, scaffolding: export.reading.scaffolding,
            findings: export.reading.findings)
        self.export = export
        keptRejects = []
        hasForgotten = false
    }

    /// - Parameters:
    ///   - name: what this run calls it.
    ///   - rejects: that the register has kept, and that may be listed, in input order.
    init(_ known: RegisterInput, name: String, rejects: [Reject]) {
        // They say what the export was called when it was read.
        let findings = known.findings.map { finding in
            func renamed(_ text: String) -> String { text.replacing(known.name, with: name, maxReplacements: 1) }
            return Finding(
                level: finding.level, code: finding.code,
                message: BilingualText(zh: renamed(finding.message.zh), en: renamed(finding.message.en)))
        }
        facts = InputFacts(
            name: name, byteCount: known.byteCount, sha256: known.sha256, format: known.format,
            encoding: known.encoding, records: known.records - known.forgotten,
            rejectedByReason: known.rejectedByReason, scaffolding: known.scaffolding, findings: findings)
        export = nil
        keptRejects = known.keepsRejects ? rejects : nil
        hasForgotten = known.forgotten.recordCount > 0
    }

    /// One that another process has read.
    ///
    /// - Parameters:
    ///   - read: what is known of it.
    ///   - rejects: those that may be listed, in input order, with their places on disk.
    init(_ read: InputFacts, rejects: [Reject]) {
        facts = read
        export = nil
        keptRejects = rejects
        hasForgotten = false
    }

    subscript<Value>(dynamicMember fact: KeyPath<InputFacts, Value>) -> Value { facts[keyPath: fact] }

    /// Where its records went.
    ///
    /// - Parameter settled: what the settlement knows of it.
    func balance(_ settled: Balance) -> InputBalance {
        var balance = settled
        balance.records = facts.records
        balance.scaffolding = facts.scaffolding
        balance.rejectedByReason.merge(facts.rejectedByReason) { $0 + $1 }
        return InputBalance(
            name: facts.name, byteCount: facts.byteCount, sha256: facts.sha256, format: facts.format,
            encoding: facts.encoding, balance: balance)
    }

    /// Its rejects in input order, with their places on disk.
    ///
    /// - Parameters:
    ///   - settled: those of the settlement.
    ///   - left: how many of its reader's may be listed; made less by those that are.
    func placed(_ settled: [Reject], left: inout Int) throws(RunFailure) -> [Reject] {
        guard let export else { return ((keptRejects ?? []) + settled).sorted { $0.position < $1.position } }
        do throws(InputError) {
            let listed = export.reading.rejects.listed.prefix(left)
            left -= listed.count
            let rejects = listed.showingStates + settled
            return try export.placed(rejects.sorted { $0.position < $1.position })
        } catch {
            throw RunFailure([error])
        }
    }

    /// What the register keeps of it.
    var registered: RegisterInput? {
        guard let sha256 = facts.sha256 else { return nil }
        var input = RegisterInput(
            name: facts.name, byteCount: facts.byteCount, sha256: sha256, format: facts.format,
            encoding: facts.encoding,
            records: facts.records, rejectedByReason: facts.rejectedByReason, findings: facts.findings)
        input.scaffolding = facts.scaffolding
        return input
    }
}
