import AidInput
package import AidModel
package import AidCheck

/// What `check` is asked to check, and against what.
package struct DraftCheckRequest: Sendable {
    /// `-` is standard input.
    package var draftPath: String
    /// nil: the draft is held against itself alone.
    package var pipelinePath: String?
    package var output = "reports"
    /// nil: what the draft, its date or the facts tell.
    package var quarter: Quarter?
    /// Of the draft, by which 今年 and 去年 are understood.
    package var date: CalendarDay?
    /// nil: what the file's name tells.
    package var format: DraftFormat?
    private var encoding = TextEncodingChoice.auto

    package init(draftPath: String) {
        self.draftPath = draftPath
    }

    /// The same with the draft's encoding, as the user names it.
    package func reading(_ encoding: String) throws(RunFailure) -> DraftCheckRequest {
        guard let choice = TextEncodingChoice(label: encoding) else {
            throw RunFailure(OptionProblem.encoding, place: "--encoding")
        }
        var request = self
        request.encoding = choice
        return request
    }

    /// Reads the draft and the facts, for which no run has to end.
    ///
    /// - Returns: the check, and the pipeline file's language.
    package func run() throws(RunFailure) -> (check: DraftCheck, language: Language?) {
        let pipeline: LoadedPipeline? =
            if let pipelinePath { try LoadedPipeline.load(pipelinePath) } else { nil }
        let draft = try DraftFile.read(draftPath, format: format, encoding: encoding)
        let known: KnownFigures =
            if let pipeline { try KnownFigures.load(pipeline, output: output) } else { KnownFigures() }
        do throws(DraftProblem) {
            // The words of the press (`pipeline?.file.news.words`) are for the check, too.
            let check = try DraftCheck(draft, against: known, quarter: quarter, date: date)
            return (check, pipeline?.file.language)
        } catch {
            throw RunFailure(error, path: draftPath)
        }
    }

    /// Writes a page beside the check, whole or not at all.
    package static func write(_ page: String, to path: String) throws(RunFailure) {
        try OutputFolder.replaceFile(path, with: Array(page.utf8), mode: 0o644)
    }
}
