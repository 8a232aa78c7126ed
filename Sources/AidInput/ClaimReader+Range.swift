package import AidModel

/// What was read of a range of a file.
package struct ReadRange: Sendable {
    /// Records and lines are counted from the first record of the range.
    package let outcome: PieceOutcome
    private let numbers: PieceNumbers

    init(_ pieces: [PieceOutcome], start: Int) {
        outcome = PieceOutcome(joining: pieces, start: start)
        numbers = PieceNumbers(pieces, headerLineCount: 0)
    }

    /// Gives rejects of the range their places, counted from its first record.
    package func placed(_ rejects: [Reject]) -> [Reject] { rejects.map(numbers.placed) }
}

/// One file that several processes divide between them.
extension ClaimReader {
    /// Whether a file can be divided: a CSV file as it lies on the disk, in an encoding in which its records can be found
    /// where they stand. Where its records begin within a range is found out when the range is read.
    package static func canBeDivided(_ source: Source, layout: RecordLayout, settings: ReadingSettings) -> Bool {
        guard case .csv = source.format, source.part.entries.isEmpty, source.part.records == nil,
            let found = try? InputFile(name: source.name, path: source.path).unwrapped(
                source.part, as: source.format, place: (source.path, ArchiveShelf())),
            !found.isTable, !found.isStreamed, found.layers.isEmpty, found.knownByteCount != nil,
            (try? found.refuseOtherKinds(source.format)) != nil, let layout = try? layout.reading(path: source.name)
        else { return false }
        var opening = ExportOpening(
            file: found, source: source, layout: layout, settings: settings, lesson: ReadingLesson(), observe: nil)
        opening.isDivided = true
        guard case .pieces? = try? opening.way() else { return false }
        return true
    }

    /// What a range of the file came to.
    package enum RangeOutcome: Sendable {
        case read(ReadRange)
        /// The file must be read whole.
        case undividable
        case failed(InputError)
    }

    /// What there was in the range, when every thread has come back from `join`.
    package func rangeResult() -> RangeOutcome {
        if monitor.withLock({ isForSlowWay }) { return .undividable }
        guard case .failed(let error) = monitor.withLock({ state }) else {
            do throws(InputError) {
                try openFile?.checkUnchanged()
            } catch {
                return .failed(error)
            }
            return .read(ReadRange(outcomesInOrder, start: range?.lowerBound ?? 0))
        }
        return .failed(error)
    }

    /// Takes what other processes have found in the ranges of the file, from its beginning to its end, in place of
    /// reading it; `result` then tells what there is in all.
    package func take(_ ranges: [PieceOutcome]) throws(InputError) {
        let file = try InputFile(name: source.name, path: source.path).unwrapped(
            source.part, as: source.format, place: (source.path, ArchiveShelf()))
        var opening = ExportOpening(
            file: file, source: source, layout: try layout.reading(path: source.name), settings: settings,
            lesson: lesson, observe: nil)
        opening.isDivided = true
        let way = try opening.way()
        monitor.withLock {
            guard case .pieces(let pieces) = way else {
                leaveToSlowWay()
                return
            }
            open(file, pieces, ranges)
        }
    }

    package var isOfRange: Bool { range != nil }
    package var name: String { source.name }

    var outcomesInOrder: [PieceOutcome] {
        monitor.withLock { outcomes.sorted { $0.key < $1.key }.map(\.value) }
    }

    /// The pieces of a range, of which the first begins where the records before it end.
    func within(
        _ range: Range<Int>?, of file: InputFile, _ opened: ExportOpening.Pieces
    ) throws(InputError) -> ExportOpening.Pieces {
        guard let range, case .csv(let plan) = opened.plan else { return opened }
        func queue(_ range: Range<Int>, start: Int) -> PieceQueue {
            PieceQueue(
                file, start: start, range: range, pieceSize: settings.pieceSize, tailSize: settings.tailSize,
                pieceLimit: settings.jobs + 8, observe: nil)
        }
        // Where the first record of the file begins, behind its header.
        var start = opened.queue.firstStart
        if range.lowerBound > 0 {
            let before = queue(0..<range.lowerBound, start: start)
            var pieces = CSVPieces(plan, decoder: decoder(plan.encoding, plan.layout) { _ in })
            while let piece = before.take() {
                start = try pieces.passOver(piece, start: start)
                before.give(piece)
            }
            pieces.finish()
            if let error = before.error { throw error }
        }
        var within = opened
        within.queue = queue(range, start: start)
        return within
    }
}
