import AidInput
import AidModel
import AidCheck

/// Reads a draft from its file.
enum DraftFile {
    /// - Parameter path: where it is; `-` is standard input.
    static func read(
        _ path: String, format: DraftFormat?, encoding: TextEncodingChoice
    ) throws(RunFailure) -> DraftText {
        let bytes: [UInt8]?
        do throws(InputError) {
            bytes = try text(InputFile(name: path, path: path), encoding: encoding)
        } catch {
            throw RunFailure([error])
        }
        guard let bytes else {
            throw RunFailure(DraftProblem(kind: .tooLarge, lineNumber: nil), path: path, code: "file-refused")
        }
        do throws(DraftProblem) {
            return try DraftText(bytes, name: path, format: format ?? DraftFormat(fileName: path))
        } catch {
            throw RunFailure(error, path: path)
        }
    }

    /// The text of a file as UTF-8; nil where it is too large.
    private static func text(_ file: InputFile, encoding: TextEncodingChoice) throws(InputError) -> [UInt8]? {
        // In another encoding the same text may take more room.
        guard file.byteCount <= 2 * DraftText.byteLimit else { return nil }
        let survey = try FileSurvey.survey(file, choice: encoding) { _ in }
        let source = try FileTextSource(file: file, encoding: survey.encoding)
        let buffer = OwnedRoom<UInt8>(count: 64 << 10)
        var bytes: [UInt8] = []
        while true {
            let count = try source.read(into: buffer.room)
            if count == 0 { return bytes }
            bytes += buffer.view(0..<count)
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
