import AidInput
import AidModel
import AidRegister
import AidStatistics
import Glibc

/// A run that is done in parts, as every process that takes part in it knows it.
struct PartRun: Sendable {
    let pipeline: LoadedPipeline
    let inputs: InputList
    let folder: String
    let pieceCount: Int
    let partCount: Int
    private let digest: (high: UInt64, low: UInt64)

    /// - Parameters:
    ///   - given: as in `RunOptions.inputs`.
    ///   - folder: where the files between the steps are.
    init(
        _ pipeline: LoadedPipeline, given: [String], folder: String, pieceCount: Int, partCount: Int
    ) throws(RunFailure) {
        if pipeline.register != nil { throw RunFailure(PartProblem.withRegister, place: pipeline.path) }
        self.pipeline = pipeline
        inputs = try InputList(pipeline, given: given)
        guard inputs.files.count <= SourcePosition.fileLimit else {
            throw RunFailure(RunProblem.tooManyFiles(limit: SourcePosition.fileLimit))
        }
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
        self.pieceCount = pieceCount
        self.partCount = partCount
        digest = PartRun.digest(pipeline, inputs.files, pieceCount: pieceCount, partCount: partCount)
    }

    /// Of all that decides what stands in the files.
    private static func digest(
        _ pipeline: LoadedPipeline, _ inputs: [ListedInput], pieceCount: Int, partCount: Int
    ) -> (high: UInt64, low: UInt64) {
        var bytes = LittleEndianBytes()
        bytes.append(Version.current)
        bytes.append(UInt64(pieceCount))
        bytes.append(UInt64(partCount))
        bytes.append(pipeline.sha256)
        bytes.append(list: pipeline.file.valuesFiles) { $0.append($1.sha256) }
        bytes.append(list: inputs) { bytes, input in
            bytes.append(input.name)
            bytes.append(list: input.part.entries) { $0.append($1) }
            // What a pipe holds nobody knows before it is read.
            bytes.append(UInt64(FileIdentity.byteCount(input.path) ?? 0))
        }
        let digits = Array(Digest.hexadecimal(of: bytes.array))
        func number(_ digits: ArraySlice<Character>) -> UInt64 { UInt64(String(digits), radix: 16) ?? 0 }
        return (number(digits[0..<16]), number(digits[16..<32]))
    }

    func piece(_ index: Int) -> PartOrigin {
        PartOrigin(run: digest, index: index, count: pieceCount, partCount: partCount)
    }

    func part(_ index: Int) -> PartOrigin {
        PartOrigin(run: digest, index: index, count: partCount, partCount: partCount)
    }

    /// The claims of a piece, for all parts.
    func claimsPath(piece: Int) -> String { "\(folder)piece-\(piece + 1)-of-\(pieceCount).claims" }
    /// What stands of a part, for all parts.
    func standingPath(part: Int) -> String { "\(folder)part-\(part + 1)-of-\(partCount).standing" }
    /// The people of a part.
    func countsPath(part: Int) -> String { "\(folder)part-\(part + 1)-of-\(partCount).counts" }

    /// How many pieces or parts a folder has files of.
    ///
    /// - Parameters:
    ///   - beginning: of their names, `piece` or `part`.
    ///   - ending: `claims`, `standing` or `counts`.
    static func count(_ beginning: String, _ ending: String, in folder: String) throws(RunFailure) -> Int {
        var counts: Set<Int> = []
        for name in OutputFolder.paths(in: folder).compactMap({ $0.split(separator: "/").last }) {
            let words = name.split(separator: ".")
            guard words.count == 2, words[1] == ending else { continue }
            let numbers = words[0].split(separator: "-")
            guard numbers.count == 4, numbers[0] == beginning, numbers[2] == "of", let count = Int(numbers[3]) else {
                continue
            }
            counts.insert(count)
        }
        guard let count = counts.first else {
            throw RunFailure(PartProblem.missing, place: "\(folder)/\(beginning)-1-of-….\(ending)")
        }
        guard counts.count == 1, count > 0 else { throw RunFailure(PartProblem.severalDivisions, place: folder) }
        return count
    }

    /// The tables of one process, and the settlement in them.
    func makeSettlement(
        _ options: RunOptions
    ) -> (settlement: ClaimSettlement, tables: PartTables, pool: BlockPool) {
        let file = pipeline.file
        let pool = BlockPool(
            byteLimit: options.memory.exchangeByteCount(jobs: options.jobs), spill: SpillFile())
        let settlement = ClaimSettlement(
            fileCount: inputs.files.count, hasClaimNumbers: file.layout.claim != nil, since: file.programme.since,
            pool: pool, isMeasured: !file.measures.isEmpty, isDated: !file.tables.isEmpty, isRuled: file.rules != nil,
            tellsAmounts: file.pPercent != nil,
            order: FileOrder(inputs.files.map { FileOrder.File(name: $0.name, list: $0.list) }))
        return (
            settlement,
            PartTables(
                groups: GroupTable(
                    codeLimit: options.memory.groupLimit, byteLimit: options.memory.groupByteCount),
                keys: KeyTable(textsWithin: options.memory.keyTextByteCount), valueCount: file.layout.breakdowns.count),
            pool
        )
    }
}
