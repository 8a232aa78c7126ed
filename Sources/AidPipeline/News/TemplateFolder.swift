import AidInput
import AidModel
package import AidNews
package import AidText
import Glibc

/// How a pipeline file wants news to be made (`news`).
package struct NewsSettings: Sendable, Hashable {
    /// The folder of the newsroom's own templates, relative to the pipeline file; nil: those given.
    package var templates: String?
    package var rounding: Rounding
    /// What the press calls the programme and those it has helped.
    package var words: NewsWords
}

/// The templates that a newsroom keeps beside its pipeline file; what it has not changed is as given.
package enum TemplateFolder {
    /// Reads and checks all templates.
    ///
    /// - Throws: everything that is wrong with any of them, at once.
    static func read(_ pipeline: LoadedPipeline) throws(RunFailure) -> [Language: NewsTemplates] {
        let (templates, problems) = try load(pipeline)
        guard problems.isEmpty else {
            throw RunFailure(.wrongPipelineFile, problems.map { $0.finding.problem(path: $0.path) })
        }
        return templates
    }

    /// Everything that is wrong with the templates of a pipeline file that is right itself.
    package static func lint(_ pipelinePath: String) throws(RunFailure) -> [(path: String, finding: PipelineFinding)] {
        try load(try LoadedPipeline.load(pipelinePath)).problems
    }

    private static func load(
        _ pipeline: LoadedPipeline
    ) throws(RunFailure) -> (
        templates: [Language: NewsTemplates], problems: [(path: String, finding: PipelineFinding)]
    ) {
        var all: [Language: NewsTemplates] = [:]
        var problems: [(path: String, finding: PipelineFinding)] = []
        let folder = pipeline.newsTemplates
        if let folder { try check(folder, pipeline) }
        for language in Language.allCases {
            var templates = NewsTemplates(
                language, statements: pipeline.file.statements, groupNames: pipeline.file.news.words.groups)
            for part in NewsTemplates.Part.allCases {
                guard let folder, let text = try text(folder + "/" + part.fileName(language)) else { continue }
                templates[part] = text
                problems += templates.findings(part).map { finding in
                    (
                        folder + "/" + part.fileName(language),
                        PipelineFinding(
                            Place(line: finding.line, column: finding.column),
                            .wrongTemplate(code: finding.code, finding.message))
                    )
                }
            }
            all[language] = templates
        }
        return (all, problems)
    }

    private static func check(_ folder: String, _ pipeline: LoadedPipeline) throws(RunFailure) {
        var status = stat()
        guard stat(folder, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else { return }
        throw RunFailure(FactsProblem.templatesMissing(pipeline: pipeline.name), place: folder)
    }

    /// The text of a file; nil: it is not there.
    private static func text(_ path: String) throws(RunFailure) -> String? {
        guard try OutputFolder.isThere(path) else { return nil }
        func refused(_ problem: FactsProblem) -> RunFailure { RunFailure(problem, place: path) }
        do {
            let file = try InputFile(name: path, path: path)
            guard file.byteCount <= NewsTemplates.byteLimit else { throw refused(.templateTooLarge) }
            guard let text = String(validating: try file.allBytes(), as: UTF8.self) else {
                throw refused(.templateNotUTF8)
            }
            return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        } catch let failure as RunFailure {
            throw failure
        } catch let error as InputError {
            throw RunFailure([error])
        } catch {
            throw refused(.templateUnreadable)
        }
    }

    /// Writes the given templates into a folder, for a newsroom to change; never over a file that is there.
    ///
    /// - Returns: the paths of the files.
    package static func writeGiven(to folder: String) throws(RunFailure) -> [String] {
        var files: [(path: String, text: String)] = []
        for language in Language.allCases {
            let templates = NewsTemplates(language)
            for part in NewsTemplates.Part.allCases {
                files.append((folder + "/" + part.fileName(language), templates[part]))
            }
        }
        for file in files where try OutputFolder.isThere(file.path) {
            throw RunFailure(FactsProblem.templateExists, place: file.path)
        }
        try OutputFolder.make(folder)
        for file in files { try OutputFolder.replaceFile(file.path, with: Array(file.text.utf8), mode: 0o644) }
        return files.map(\.path)
    }
}
