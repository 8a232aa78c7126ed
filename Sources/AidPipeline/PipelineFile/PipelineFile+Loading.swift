import AidInput
import AidRegister
import AidStatistics
package import AidModel

/// A pipeline file as it lies on disk: what it says, and what it is known by.
package struct LoadedPipeline: Sendable {
    package let file: PipelineFile
    /// As the user named it.
    package let path: String
    package let sha256: String
    /// What is odd but no error.
    package let warnings: [PipelineFinding]

    /// What reports call each breakdown, by its name.
    var fieldTitles: [String: BilingualText] {
        Dictionary(file.reportBreakdowns.map { ($0.field, $0.title) }) { first, _ in first }
    }

    /// The folder that relative paths in it start from; ends in `/` unless empty.
    package var folder: String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// Where the register and its key are from here; nil: there is none.
    package var register: RegisterSettings? {
        func resolved(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
        return file.register.map { RegisterSettings(folder: resolved($0.folder), keyFile: resolved($0.keyFile)) }
    }

    /// Where the newsroom's templates are from here; nil: it has none.
    var newsTemplates: String? {
        file.news.templates.map { $0.hasPrefix("/") ? $0 : folder + $0 }
    }

    package var name: String {
        String(path.split(separator: "/").last ?? "")
    }

    /// Reads and checks a pipeline file, before any input is opened.
    ///
    /// - Throws: with all findings at once.
    package static func load(_ path: String) throws(RunFailure) -> LoadedPipeline {
        let (reading, sha256) = try read(path)
        guard let file = reading.file else {
            throw RunFailure(.wrongPipelineFile, reading.findings.map { $0.problem(path: path) })
        }
        return LoadedPipeline(file: file, path: path, sha256: sha256, warnings: reading.findings)
    }

    /// Every finding on a pipeline file, in the order of their places.
    package static func lint(_ path: String) throws(RunFailure) -> [PipelineFinding] {
        try read(path).reading.findings
    }

    /// The rules of another file, for the fields of a pipeline file.
    ///
    /// - Throws: with all findings on them at once.
    static func rules(_ path: String, upon pipeline: LoadedPipeline) throws(RunFailure) -> ProgrammeRules {
        let reading = PipelineFileReader.read(
            rules: try text(path).text, upon: try text(pipeline.path).text, name: path)
        guard let file = reading.file, let rules = file.rules else {
            throw RunFailure(.wrongPipelineFile, reading.findings.map { $0.problem(path: path) })
        }
        let own = pipeline.file.careField
        guard rules.carePlace == nil || file.careField == own else {
            throw RunFailure(
                .wrongPipelineFile, [PipelineFinding(.start, .wrongRules(.otherCare(own ?? ""))).problem(path: path)])
        }
        return rules
    }

    private static func read(_ path: String) throws(RunFailure) -> (reading: PipelineFileReading, sha256: String) {
        let (text, sha256) = try text(path)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return (PipelineFileReader.read(text, name: path, folder: folder), sha256)
    }

    private static func text(_ path: String) throws(RunFailure) -> (text: String, sha256: String) {
        var bytes: [UInt8] = []
        do {
            let file = try InputFile(name: path, path: path)
            guard file.byteCount <= 1 << 20 else { throw RunFailure.pipelineFileTooLarge(path) }
            bytes = try file.allBytes()
        } catch let failure as RunFailure {
            throw failure
        } catch let error as InputError {
            throw RunFailure([error])
        } catch {
            throw .pipelineFileUnread(path)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .pipelineFileNotUTF8(path)
        }
        return (text, Digest.hexadecimal(of: bytes))
    }
}

extension PipelineFinding {
    /// The finding as a problem of a run.
    package func problem(path: String) -> RunFailure.Problem {
        RunFailure.Problem(place: "\(path):\(line):\(column)", code: finding.code, what: finding.message)
    }

    /// The finding as one line of `lint`.
    package func line(path: String, language: Language, format: LogFormat) -> String {
        let line = MessageLine(
            level: finding.level, place: "\(path):\(self.line):\(column)",
            what: finding.message(language), mend: nil, code: finding.code)
        return format == .json ? line.json() : line.text(language)
    }
}
