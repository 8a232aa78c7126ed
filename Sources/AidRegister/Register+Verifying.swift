import AidModel
import Glibc

extension Register {
    /// Reads every byte and proves the register whole: SHA-256 of every file, the hash and the form of
    /// every block, numbers in bounds, no tag twice, every record of every export there.
    ///
    /// - Returns: what is wrong; nothing where all is well.
    package func verify() -> [RegisterError] {
        var problems = list.segments.compactMap { segment -> RegisterError? in
            do throws(RegisterError) {
                try checkDigest(segment)
                return nil
            } catch {
                return telling(error)
            }
        }
        // What is read below has bytes that are proven to be those that were written.
        guard problems.isEmpty else { return problems }
        for check in [checkPeople, checkGroups, checkRecords, checkRejects, checkPeopleQuarters, checkSeveral] {
            do throws(RegisterError) {
                try check()
            } catch {
                problems.append(telling(error))
            }
        }
        return problems
    }

    private func checkDigest(_ segment: RegisterSegment) throws(RegisterError) {
        let path = folder.path(of: segment.name)
        let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw RegisterError(errno == ENOENT ? .missing : .io(errno), at: path) }
        defer { close(descriptor) }
        var digest = Digest()
        let memory = BlockMemory()
        let capacity = 1 << 20
        memory.reserve(capacity)
        while true {
            let count = Glibc.read(descriptor, memory.bytes, capacity)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw RegisterError(.io(errno), at: path) }
            if count == 0 { break }
            digest.update(UnsafeRawBufferPointer(start: memory.bytes, count: count))
        }
        guard digest.hexadecimal() == segment.sha256 else {
            throw RegisterError(.damaged(.sha256), at: path)
        }
    }

    private func checkPeople() throws(RegisterError) {
        let tags = try tags()
        var seen = Set<RegisterTag>(minimumCapacity: tags.count)
        for index in 0..<tags.count where tags[index] != .forgotten && !seen.insert(tags[index]).inserted {
            throw contradiction(.personTwice)
        }
    }

    private func checkGroups() throws(RegisterError) {
        // By bytes: what Unicode calls the same text can be two groups.
        let groups = try groups().map { values in values.map { Array($0.utf8) } }
        guard Set(groups).count == groups.count else {
            throw contradiction(.groupTwice)
        }
    }

    /// Every claim is in the file of its quarter, of a person who has a tag; and all add up.
    private func checkRecords() throws(RegisterError) {
        let tags = try tags()
        var counts = [Int](repeating: 0, count: inputs.count)
        let reader = RegisterReader(self)
        for segment in claimSegments {
            let path = folder.path(of: segment.name)
            try reader.readBlocks(segment) { claims, input, _ throws(RegisterError) in
                counts[input] += claims.count
                for claim in claims {
                    let quarter = claim.dayNumber == Claim.noDay ? nil : RegisterSegment.quarter(ofDay: claim.dayNumber)
                    guard quarter == segment.quarter,
                        claim.person.registerIndex.map({ tags[$0] != .forgotten }) ?? true
                    else { throw RegisterError(.damaged(.strangeRecord), at: path) }
                }
            }
        }
        for reversal in try reversals() { counts[reversal.claim.position.fileIndex] += 1 }
        for (input, count) in zip(inputs, counts) {
            let rejected = input.rejectedByReason.values.reduce(0) { $0 + $1.recordCount }
            guard
                count + rejected + input.scaffolding.recordCount + input.forgotten.recordCount
                    == input.records.recordCount
            else {
                throw contradiction(.recordCount(input: input.name))
            }
        }
    }

    private func checkRejects() throws(RegisterError) {
        var tallied: [Int: [RejectReason: Tally]] = [:]
        try readRejects { rejects in Register.tally(rejects, into: &tallied) { $0.fileIndex } }
        for (number, input) in inputs.enumerated() where input.keepsRejects {
            guard tallied[number, default: [:]] == input.rejectedByReason else {
                throw contradiction(.rejectCount(input: input.name))
            }
        }
    }

    /// Rejects by the number of their input and their reason.
    static func tallied(_ rejects: [Reject], number: (SourcePosition) -> Int) -> [Int: [RejectReason: Tally]] {
        var tallied: [Int: [RejectReason: Tally]] = [:]
        tally(rejects, into: &tallied, number: number)
        return tallied
    }

    private static func tally(
        _ rejects: [Reject], into tallied: inout [Int: [RejectReason: Tally]], number: (SourcePosition) -> Int
    ) {
        for reject in rejects {
            tallied[number(reject.position), default: [:]][reject.reason, default: .zero].add(reject.amountMinor)
        }
    }

    private func checkPeopleQuarters() throws(RegisterError) {
        _ = try peopleQuarters()
    }

    private func checkSeveral() throws(RegisterError) {
        _ = try severalKeys()
    }

    private func contradiction(_ damage: RegisterDamage) -> RegisterError {
        RegisterError(.damaged(damage), at: folder.path(of: RegisterList.fileName))
    }
}
