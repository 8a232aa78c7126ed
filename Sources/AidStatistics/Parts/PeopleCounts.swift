package import AidModel
import Synchronization

/// The people of all parts, as other processes have counted them.
package final class PeopleCounts: Sendable {
    /// Of the plan by which they were counted.
    private let signature: UInt64
    private let counted: [RecipientCount.Counted]
    private let bring: @Sendable () async throws -> Void
    private let isBrought = Mutex(false)

    /// - Parameters:
    ///   - payloads: what `PeopleCounts.bytes` has given for every part.
    ///   - bring: deals the rows of all parts to the settlement that the people are of; called once, where they are to be
    ///     counted in another way, too.
    /// - Returns: nil where the parts were not counted by one plan.
    package init?(_ payloads: [[UInt8]], bringing bring: @escaping @Sendable () async throws -> Void)
        throws(DamagedBytes)
    {
        var signatures: Set<UInt64> = []
        var counted: [RecipientCount.Counted] = []
        for payload in payloads {
            let (signature, count) = try PeopleCounts.read(payload)
            signatures.insert(signature)
            counted.append(count)
        }
        guard let signature = signatures.first, signatures.count == 1 else { return nil }
        self.signature = signature
        self.counted = counted
        self.bring = bring
    }

    private static func read(_ payload: [UInt8]) throws(DamagedBytes) -> (UInt64, RecipientCount.Counted) {
        let result: Result<(UInt64, RecipientCount.Counted), DamagedBytes> = payload.withUnsafeBytes { bytes in
            Result { () throws(DamagedBytes) in
                var reader = LittleEndianReader(bytes)
                let read = (try reader.number(UInt64.self), try RecipientCount.Counted(&reader))
                guard reader.isAtEnd else { throw DamagedBytes() }
                return read
            }
        }
        return try result.get()
    }

    /// The people of one part, counted for a report.
    ///
    /// - Parameters:
    ///   - claims: with the sums of all parts, and the people of this one.
    ///   - groups: for each groups code the values of the breakdown fields.
    /// - Throws: a `ReportRefusal` where there can be no report.
    package static func bytes(
        _ request: ReportRequest, _ claims: SettledClaims, groups: [[String]], jobs: Int
    ) async throws -> [UInt8] {
        let report = try ReportBuilder.plan(request, claims, groups)
        let plan = CountPlan(
            quarter: report.quarter, farOff: report.farOff, slots: report.slots, cells: claims.cells, witness: nil)
        let shares = try await QuarterCount.people(claims, plan, jobs: jobs)
        var bytes = LittleEndianBytes()
        bytes.append(plan.signature)
        shares.dropFirst().reduce(into: shares[0]) { $0 += $1 }.write(to: &bytes)
        return bytes.array
    }

    /// What they have counted, where it was by a plan like this one.
    func counted(by plan: CountPlan) -> [RecipientCount.Counted]? {
        let isOfPlan = signature == plan.signature && counted.allSatisfy { $0.fits(plan) }
        return isOfPlan ? counted : nil
    }

    func bringRows() async throws {
        let isFirst = isBrought.withLock { isBrought in
            defer { isBrought = true }
            return !isBrought
        }
        if isFirst { try await bring() }
    }
}

extension CountPlan {
    /// Equal for plans that count the same in the same places, whatever the numbers of cells and groups are.
    var signature: UInt64 {
        var bytes = LittleEndianBytes()
        bytes.append(Int64(quarter.ordinal))
        let spans = zip(cells, periods).map { (cell: $0, periods: $1) }.sorted {
            ($0.cell.quarter.ordinal, $0.cell.isBeforeStart ? 1 : 0)
                < ($1.cell.quarter.ordinal, $1.cell.isBeforeStart ? 1 : 0)
        }
        bytes.append(list: spans) { bytes, span in
            bytes.append(Int64(span.cell.quarter.ordinal))
            bytes.append(flag: span.cell.isBeforeStart)
            bytes.append(span.periods)
        }
        bytes.append(list: slots.groups) { bytes, groups in
            bytes.append(list: groups) { bytes, names in
                bytes.append(list: names) { bytes, name in
                    bytes.append(flag: name != nil)
                    bytes.append(name ?? "")
                }
            }
        }
        return bytes.array.withUnsafeBytes { BlockHash.hash($0, seed: 0) }
    }
}

extension RecipientCount.Counted {
    fileprivate static func += (lhs: inout Self, rhs: Self) {
        lhs.personTimeCount += rhs.personTimeCount
        lhs.firstTimeCount += rhs.firstTimeCount
        for index in lhs.periods.indices { lhs.periods[index] += rhs.periods[index] }
        for index in lhs.quarters.indices { lhs.quarters[index] += rhs.quarters[index] }
        for index in lhs.groups.indices { lhs.groups[index] += rhs.groups[index] }
    }

    fileprivate func fits(_ plan: CountPlan) -> Bool {
        periods.count == RecipientCount.periodCount && quarters.count == plan.quarterOrdinals.count
            && groups.count == plan.slots.count * RecipientCount.periodCount
    }

    fileprivate func write(to bytes: inout LittleEndianBytes) {
        bytes.append(UInt64(personTimeCount))
        bytes.append(UInt64(firstTimeCount))
        for counts in [periods, quarters, groups] {
            bytes.append(list: counts) { bytes, count in bytes.append(UInt64(count)) }
        }
    }

    fileprivate init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        func counts(_ reader: inout LittleEndianReader) throws(DamagedBytes) -> [Int] {
            try reader.list { reader throws(DamagedBytes) in try reader.tally() }
        }
        let (personTimeCount, firstTimeCount) = (try reader.tally(), try reader.tally())
        self.init(
            personTimeCount: personTimeCount, periods: try counts(&reader), firstTimeCount: firstTimeCount,
            quarters: try counts(&reader), groups: try counts(&reader))
    }
}
