import AidInput
import AidModel
import AidCheck

/// Reads a draft from its file.
enum DraftFile {
    /// - Parameter path: where it is; `-` is standard input.
    static func read(
        _ path: String, format: DraftFormat?, encoding: TextEncodingChoice
    ) throws(RunFailure) -> DraftText {
        let bytes: [UInt8]
        do throws(InputError) {
            let file = try InputFile(name: path, path: path)
            // In another encoding the same text may take more room.
            guard file.byteCount <= 2 * DraftText.byteLimit else {
                throw DraftFile.error(DraftProblem(kind: .tooLarge, lineNumber: nil), path)
            }
            let survey = try FileSurvey.survey(file, choice: encoding) { _ in }
            bytes = try text(FileTextSource(file: file, encoding: survey.encoding), byteCount: file.byteCount)
        } catch {
            throw RunFailure([error])
        }
        do throws(DraftProblem) {
            return try DraftText(bytes, name: path, format: format ?? DraftFormat(fileName: path))
        } catch {
            throw RunFailure(error, path: path)
        }
    }

    private static func text(_ source: FileTextSource, byteCount: Int) throws(InputError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func error(_ problem: DraftProblem, _ path: String) -> InputError {
        InputError(kind: .refused, file: path, what: problem.what, mend: problem.mend)
    }
}

extension RunFailure {
    init(_ problem: DraftProblem, path: String) {
        self.init(
            .dataRefused,
            [
                Problem(
                    place: problem.lineNumber.map { "\(path):\($0)" } ?? path, code: "draft-refused",
                    what: problem.what,
                    mend: problem.mend)
            ])
    }
}
