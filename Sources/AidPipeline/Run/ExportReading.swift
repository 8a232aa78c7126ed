import AidInput
import AidLedger
import AidModel
import AidStatistics

/// An export that was read to its end.
struct ReadExport: Sendable {
    let name: String
    let export: OpenExport
    let sha256: String
    let reading: ClaimReading
}

/// Reads the exports of a run and deals their claims out.
struct ExportReading: Sendable {
    private let layout: RecordLayout
    private let settlement: ClaimSettlement
    private let keys = KeyTable()
    private let groups: GroupTable
    private let progress: RunProgress
    private let pieceSize: Int

    init(
        _ layout: RecordLayout, _ settlement: ClaimSettlement, _ groups: GroupTable, _ progress: RunProgress,
        pieceSize: Int
    ) {
        self.layout = layout
        self.settlement = settlement
        self.groups = groups
        self.progress = progress
        self.pieceSize = pieceSize
    }

    /// - Throws: for every file that cannot be read to its end, at once.
    func read(_ listed: [ListedInput], jobs: Int) async throws -> [ReadExport] {
        guard listed.count <= SourcePosition.fileLimit else {
            throw RunFailure(
                .dataRefused, code: "too-many-files", zh: "输入文件超过 \(SourcePosition.fileLimit) 个",
                en: "more than \(SourcePosition.fileLimit) input files")
        }
        let results = try await concurrently(listed.count, jobs: jobs) { index in
            Result { () throws(InputError) in try self.read(listed[index], fileIndex: index) }
        }
        var files: [ReadExport] = []
        var errors: [InputError] = []
        for result in results {
            switch result {
            case .success(let file): files.append(file)
            case .failure(let error): errors.append(error)
            }
        }
        guard errors.isEmpty else { throw RunFailure(errors) }
        return files
    }

    private func read(_ input: ListedInput, fileIndex: Int) throws(InputError) -> ReadExport {
        var digest = Digest()
        let export = try OpenExport(
            name: input.name, path: input.path, format: input.format, encoding: input.encoding, pieceSize: pieceSize
        ) { digest.update($0) }
        progress.begin(file: export.file.byteCount)
        var textOffset = 0
        let reading = try withoutActuallyEscaping({ (batch: ClaimBatch) in
            let last = batch.claims.last?.position.textOffset ?? textOffset
            progress.advance(records: batch.claims.count + batch.reversals.count, bytes: last - textOffset)
            textOffset = last
            settlement.deal(batch)
        }) { deal throws(InputError) in
            try export.readClaims(layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, deal: deal)
        }
        return ReadExport(name: input.name, export: export, sha256: digest.hexadecimal(), reading: reading)
    }
}
