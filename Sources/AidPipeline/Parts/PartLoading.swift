import AidModel
import AidStatistics
import Synchronization

/// Brings what other processes have left into a settlement, some files at a time.
struct PartLoading: Sendable {
    private let run: PartRun
    private let settlement: ClaimSettlement
    private let tables: PartTables
    private let jobs: Int

    init(_ run: PartRun, _ settlement: ClaimSettlement, _ tables: PartTables, jobs: Int) {
        self.run = run
        self.settlement = settlement
        self.tables = tables
        self.jobs = jobs
    }

    /// Takes the claims of one part from all pieces.
    ///
    /// - Parameter part: nil: no claims, but what there is of inputs.
    /// - Returns: what there is of the inputs, of each piece.
    func pieces(of part: Int?) async throws -> [PieceReading] {
        try await each(run.pieceCount) { piece, dealer in
            var reading = PieceReading()
            try PartFileReader(run.claimsPath(piece: piece), run.piece(piece)).each(
                part == nil ? [] : [.claims, .basedClaims, .reversals], part: part, sealedBy: .reading
            ) { frame, payload in
                guard frame.kind == .reading else { return try dealer.deal(frame.kind, payload) }
                reading = try PieceReading(payload, fileCount: run.inputs.files.count, tables)
                return 0
            }
            return reading
        }
    }

    /// Takes what stands of all parts, and what adds up.
    ///
    /// - Parameter part: of which to take rows; nil: of all.
    /// - Returns: what all parts were settled with.
    func settled(_ kinds: Set<PartKind>, part: Int? = nil) async throws -> [RestatementWatch] {
        let watches = try await each(run.partCount) { settled, dealer in
            try read(settled, kinds, part: part) { frame, payload in try dealer.deal(frame.kind, payload) }
            return dealer.watches.last ?? []
        }
        guard let first = watches.first, watches.allSatisfy({ $0 == first }) else {
            throw RunFailure(PartProblem.settledOtherwise, place: run.pipeline.path)
        }
        return first
    }

    /// Takes the people of all parts, whose sums are there already.
    func people() async throws {
        _ = try await each(run.partCount) { settled, dealer in
            try read(settled, [.people], part: nil) { frame, payload in
                frame.kind == .shares ? 0 : try dealer.deal(frame.kind, payload)
            }
        }
    }

    /// Looks whether what stands of one part, and what adds up of all, is as it was written.
    func check(part: Int) async throws {
        _ = try await each(run.partCount) { settled, _ in
            try read(settled, [.people, .measured, .ruled, .amounts, .dated], part: part) { frame, _ in frame.rowCount }
        }
    }

    /// What was counted of each part.
    func counts() throws -> [[UInt8]] {
        try (0..<run.partCount).map { part in
            var counts: [UInt8] = []
            try PartFileReader(run.countsPath(part: part), run.part(part)).each([], part: nil, sealedBy: .counts) {
                counts = Array($1)
                return 0
            }
            return counts
        }
    }

    private func read(
        _ settled: Int, _ kinds: Set<PartKind>, part: Int?,
        _ take: (PartFrame, UnsafeRawBufferPointer) throws -> Int
    ) throws {
        try PartFileReader(run.standingPath(part: settled), run.part(settled)).each(
            kinds, part: part, sealedBy: .shares, take)
    }

    /// Does something with every file, several at a time.
    private func each<Result: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int, PartDealer) throws -> Result
    ) async throws -> [Result] {
        let next = Atomic(0)
        let results = try await concurrently(min(jobs, count), jobs: jobs) { _ in
            let dealer = PartDealer(settlement, tables)
            defer { dealer.finish() }
            var results: [(Int, Result)] = []
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return results }
                results.append((index, try body(index, dealer)))
            }
        }
        try settlement.check()
        try KeyLimit.check(tables.keys)
        return results.joined().sorted { $0.0 < $1.0 }.map(\.1)
    }
}
