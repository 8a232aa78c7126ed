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
        let sources = try sources()
        let draft = try DraftFile(draftPath, format: format, encoding: encoding).read()
        return (try check(draft, sources, after: nil), sources.pipeline?.file.language)
    }

    /// The same piece by piece, so that of a large draft no more than a piece is held.
    ///
    /// - Parameter take: is given each piece's check, and the pipeline file's language.
    package func runPieces(
        _ take: (DraftCheck, _ language: Language?) throws(RunFailure) -> Void
    ) throws(RunFailure) {
        let sources = try sources()
        var carry = DraftCarry.beginning
        try DraftFile(draftPath, format: format, encoding: encoding).readPieces {
            draft, isWhole throws(RunFailure) in
            let check = try check(draft, sources, after: isWhole ? nil : carry)
            carry = check.carry
            try take(check, sources.pipeline?.file.language)
        }
    }

    /// What a draft is held against, and by which words it is understood.
    private struct Sources {
        var pipeline: LoadedPipeline?
        var known: KnownFigures
    }

    private func sources() throws(RunFailure) -> Sources {
        guard let pipelinePath else { return Sources(known: KnownFigures()) }
        let pipeline = try LoadedPipeline.load(pipelinePath)
        return Sources(pipeline: pipeline, known: try KnownFigures.load(pipeline, output: output))
    }

    private func check(
        _ draft: DraftText, _ sources: Sources, after carry: DraftCarry?
    ) throws(RunFailure) -> DraftCheck {
        do throws(DraftProblem) {
            return try DraftCheck(
                draft, against: sources.known, words: sources.pipeline?.file.news.words, quarter: quarter, date: date,
                after: carry)
        } catch {
            throw RunFailure(error, path: draftPath)
        }
    }

    /// Writes a page beside the check, whole or not at all.
    package static func write(_ page: String, to path: String) throws(RunFailure) {
        try OutputFolder.replaceFile(path, with: Array(page.utf8), mode: 0o644)
    }
}
