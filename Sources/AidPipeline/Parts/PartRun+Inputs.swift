import AidInput
import AidModel
import AidRegister

extension InputFile {
    /// Of all its bytes, in hexadecimal.
    func sha256() throws(InputError) -> String {
        var digest = Digest()
        let buffer = OwnedRoom<UInt8>(count: 512 << 10)
        var offset = 0
        while true {
            let count = try read(into: buffer.room, at: offset)
            if count == 0 { return digest.hexadecimal() }
            digest.update(buffer.view(0..<count).raw)
            offset += count
        }
    }
}

/// Which process reads what.
extension PartRun {
    /// What one piece reads.
    struct Share: Sendable {
        let place: Int
        /// nil: all of the input.
        let range: Range<Int>?
    }

    /// What a piece reads: of every input that can be divided its range, and of the others every `pieceCount` one.
    ///
    /// - Parameter least: how large an input is at least that is divided; nil: none is.
    func shares(piece: Int, dividing least: Int?, _ settings: ReadingSettings) -> [Share] {
        inputs.files.enumerated().compactMap { place, input in
            guard let least, let size = FileIdentity.byteCount(input.path), size >= max(least, 1), pieceCount > 1,
                ClaimReader.canBeDivided(source(input), layout: pipeline.file.layout, settings: settings)
            else { return isOwner(piece, of: place) ? Share(place: place, range: nil) : nil }
            let step = (size + pieceCount - 1) / pieceCount
            let start = min(size, piece * step)
            let range = start..<min(size, start + step)
            return range.isEmpty ? nil : Share(place: place, range: range)
        }
    }

    /// Whether a piece is the one that reads an input that is not divided, and takes the digest of one that is.
    func isOwner(_ piece: Int, of place: Int) -> Bool { place % pieceCount == piece }

    func source(_ input: ListedInput) -> ClaimReader.Source {
        ClaimReader.Source(
            name: input.name, path: input.path, part: input.part, format: input.format, encoding: input.encoding,
            shape: input.shape, requiresFinalNewline: input.requiresFinalNewline)
    }

    /// What is known of the files of reference tables before they are read.
    func tableFiles() throws -> [RunInput] {
        try InputList.tables(pipeline).joined().map { listed in
            let file = try InputFile(name: listed.name, path: listed.path).unwrapped(
                listed.part, as: listed.format, place: (listed.path, ArchiveShelf()))
            return RunInput(InputFacts(name: listed.name, sha256: try file.sha256()), rejects: [])
        }
    }

    /// All inputs, in input order, from those of all pieces.
    ///
    /// - Throws: where ranges of an input tell that it must be read whole.
    func inputs(_ pieces: [PieceReading], _ settings: ReadingSettings) throws -> [RunInput] {
        var read: [Int: RunInput] = [:]
        for input in pieces.flatMap(\.whole) {
            guard read.updateValue(RunInput(input.facts, rejects: input.rejects), forKey: input.place) == nil
            else { throw contradiction }
        }
        for (place, ranges) in Dictionary(grouping: pieces.flatMap(\.ranges), by: \.place) {
            guard read[place] == nil else { throw contradiction }
            read[place] = try joined(ranges.sorted { $0.range.lowerBound < $1.range.lowerBound }, of: place, settings)
        }
        return try inputs.files.indices.map { place in
            guard let input = read[place] else { throw contradiction }
            return input
        }
    }

    /// An input that was divided.
    private func joined(_ ranges: [RangeFacts], of place: Int, _ settings: ReadingSettings) throws -> RunInput {
        let input = inputs.files[place]
        let ends = [0] + ranges.map(\.range.upperBound)
        let digests = ranges.compactMap(\.sha256)
        guard ranges.map(\.range.lowerBound) == ends.dropLast(), ends.last == FileIdentity.byteCount(input.path),
            digests.count == 1
        else { throw contradiction }
        let reader = ClaimReader(
            source(input), layout: pipeline.file.layout, fileIndex: place, keys: KeyTable(), groups: GroupTable(),
            settings: settings, observe: nil)
        // What it throws is told as every problem of an input is.
        try reader.take(ranges.map(\.outcome))
        switch reader.result() {
        case .read(let export): return RunInput(export, sha256: digests[0])
        case .again: throw RunFailure(PartProblem.undividable, place: input.name)
        case .failed(let error): throw error
        }
    }

    /// The pieces were not read by one division.
    private var contradiction: RunFailure { RunFailure(PartProblem.severalDivisions, place: folder) }
}
