import AidInput
import AidModel
import AidCheck

/// Reads a draft from its file.
struct DraftFile {
    /// Where it is; `-` is standard input.
    let path: String
    let format: DraftFormat
    let encoding: TextEncodingChoice

    /// - Parameter format: nil: what the file's name tells.
    init(_ path: String, format: DraftFormat?, encoding: TextEncodingChoice) {
        self.path = path
        self.format = format ?? DraftFormat(fileName: path)
        self.encoding = encoding
    }

    /// All of it.
    func read() throws(RunFailure) -> DraftText {
        var bytes: [UInt8] = []
        try read(limit: DraftText.byteLimit, or: .tooLarge) { bytes += $0 }
        return try text(bytes, DraftText.Start())
    }

    /// The same piece by piece, so that of a large file no more than a piece is held. Of Markdown and HTML, which can
    /// be understood as a whole alone, all is one piece.
    ///
    /// - Parameter take: is told whether the piece is the whole draft.
    func readPieces(_ take: (DraftText, _ isWhole: Bool) throws(RunFailure) -> Void) throws(RunFailure) {
        guard format == .text else { return try take(try read(), true) }
        var pieces = DraftPieces()
        var isFirst = true
        try read(limit: DraftText.fileLimit, or: .fileTooLarge) { bytes throws(RunFailure) in
            pieces.add(bytes)
            while let piece = pieces.next(isLast: false) {
                try take(try text(piece.bytes, piece.start), false)
                isFirst = false
            }
        }
        let last = pieces.next(isLast: true)
        guard last != nil || isFirst else { return }
        try take(try text(last?.bytes ?? [], last?.start ?? DraftText.Start()), isFirst)
    }

    private func text(_ bytes: [UInt8], _ start: DraftText.Start) throws(RunFailure) -> DraftText {
        do throws(DraftProblem) {
            return try DraftText(bytes, name: path, format: format, start: start)
        } catch {
            throw RunFailure(error, path: path)
        }
    }

    /// Reads the file as UTF-8, part by part.
    ///
    /// - Parameters:
    ///   - limit: in bytes of UTF-8.
    ///   - tooLarge: what is wrong with a file that has more.
    private func read(
        limit: Int, or tooLarge: DraftProblem.Kind, _ take: ([UInt8]) throws(RunFailure) -> Void
    ) throws(RunFailure) {
        let refusal = RunFailure(DraftProblem(kind: tooLarge, lineNumber: nil), path: path, code: "file-refused")
        do {
            let file = try InputFile(name: path, path: path)
            // In another encoding the same text may take more room.
            guard file.byteCount <= 2 * limit else { throw refusal }
            let survey = try FileSurvey.survey(file, choice: encoding) { _ in }
            guard survey.encoding != .utf8 || file.byteCount <= limit else { throw refusal }
            let source = try FileTextSource(file: file, encoding: survey.encoding)
            let buffer = OwnedRoom<UInt8>(count: 64 << 10)
            var total = 0
            while true {
                let count = try source.read(into: buffer.room)
                if count == 0 { return }
                total += count
                guard total <= limit else { throw refusal }
                try take(Array(buffer.view(0..<count)))
            }
        } catch {
            throw RunFailure(telling: error)
        }
    }
}

extension RunFailure {
    init(_ problem: DraftProblem, path: String, code: String = "draft-refused") {
        self.init(
            .dataRefused,
            [
                Problem(
                    place: problem.lineNumber.map { "\(path):\($0)" } ?? path, code: code,
                    what: problem.what,
                    mend: problem.mend)
            ])
    }
}
