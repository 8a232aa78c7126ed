import AidInput
import AidModel
import Glibc

/// One file that a run reads.
struct ListedInput: Sendable, Hashable {
    /// What reports call it: the path as the pipeline file or the user wrote it.
    var name: String
    /// Where it is from here.
    var path: String
    /// What of the file is meant.
    var part = InputPart()
    var format: ExportFormat
    var encoding: TextEncodingChoice
    /// What is said of the header of a CSV file, and of lines that are no records.
    var shape = CSVShape()
    /// Whether a CSV file is refused whose last line has no end.
    var requiresFinalNewline: Bool
    /// Equal for files that the program sorts among themselves.
    var list = 0

    /// What tells it from all others: two entries of one archive are two inputs.
    var place: String { ([path] + part.entries).joined(separator: "#") }

    /// Whether both are read in one way.
    fileprivate func isReadAs(_ other: ListedInput) -> Bool {
        format == other.format && encoding == other.encoding && shape == other.shape && part == other.part
            && requiresFinalNewline == other.requiresFinalNewline
    }
}

/// Finds the files of a run, in input order: inputs as listed, files sorted by path bytes.
///
/// A file that is listed again is read once, where it is listed first, and told: by two globs, another spelling of its
/// path, a link or the command line alike.
struct InputList {
    let files: [ListedInput]
    /// What a reader of the figures must know of it.
    let findings: [RunFinding]
    /// What whoever runs the program must know: that files are listed again, which changes no figure.
    let warnings: [RunFinding]

    /// - Parameters:
    ///   - given: paths of the command line, which stand in for the pipeline file's.
    ///   - known: names of exports that a register knows, and which may be gone.
    init(_ pipeline: LoadedPipeline, given: [String], known: [String] = []) throws(RunFailure) {
        let listed = try InputList.listed(pipeline, given: given, known: known)
        var once: [ListedInput] = []
        var again: [(name: String, first: String)] = []
        var places: [FileIdentity: [[String]: Int]] = [:]
        for input in listed {
            guard let identity = FileIdentity(input.path) else {
                once.append(input)
                continue
            }
            if let place = places[identity]?[input.part.entries] {
                guard input.isReadAs(once[place]) else {
                    throw RunFailure(RunProblem.inputReadInTwoWays(other: once[place].name), place: input.name)
                }
                again.append((name: input.name, first: once[place].name))
            } else {
                places[identity, default: [:]][input.part.entries] = once.count
                once.append(input)
            }
        }
        files = once
        warnings = again.isEmpty ? [] : [.inputsListedAgain(again)]
        findings = try InputList.passedOver(pipeline, given: given, once)
    }

    /// The files of each reference table, in their order.
    static func tables(_ pipeline: LoadedPipeline) throws(RunFailure) -> [[ListedInput]] {
        var tables: [[ListedInput]] = []
        var missing: [(problem: RunProblem, place: String?)] = []
        for table in pipeline.file.tables {
            var listed: [ListedInput] = []
            for pattern in table.files.files {
                let found = try found(pattern, folder: pattern.hasPrefix("/") ? "" : pipeline.folder) { _ in table.files
                }
                if found.isEmpty { missing.append((.inputMissing(isGlob: isGlob(pattern)), pattern)) }
                // A row that comes twice says nothing new.
                listed += found.filter { file in !listed.contains { $0.place == file.place } }
            }
            sort(&listed, from: 0)
            tables.append(listed)
        }
        guard missing.isEmpty else { throw RunFailure(missing) }
        return tables
    }

    /// What a path or glob leads to.
    private static func found(
        _ pattern: String, folder: String, _ input: (String) throws(RunFailure) -> PipelineInput
    ) throws(RunFailure) -> [ListedInput] {
        var listed: [ListedInput] = []
        for found in try FoundInput.all(pattern, folder: folder) {
            let input = try input(found.name)
            let name = folder.isEmpty || found.path == "-" ? found.name : String(found.name.dropFirst(folder.count))
            listed.append(
                ListedInput(
                    name: name, path: found.path, part: input.part(found.part), format: input.exportFormat,
                    encoding: input.encoding, shape: input.shape, requiresFinalNewline: input.requiresFinalNewline))
        }
        return listed
    }

    private static func listed(
        _ pipeline: LoadedPipeline, given: [String], known: [String]
    ) throws(RunFailure) -> [ListedInput] {
        var listed: [ListedInput] = []
        var missing: [(problem: RunProblem, place: String?)] = []
        func add(
            _ pattern: String, folder: String, _ input: (String) throws(RunFailure) -> PipelineInput
        ) throws(RunFailure) {
            let found = try found(pattern, folder: folder, input)
            if found.isEmpty, !known.contains(where: { isMatch(pattern, $0) }) {
                missing.append((.inputMissing(isGlob: isGlob(pattern)), pattern))
            }
            listed += found
        }
        if given.isEmpty {
            guard !pipeline.file.inputs.isEmpty else { throw RunFailure(RunProblem.noInputs, place: pipeline.path) }
            for input in pipeline.file.inputs {
                let start = listed.count
                for pattern in input.files {
                    try add(pattern, folder: pattern.hasPrefix("/") ? "" : pipeline.folder) { _ in input }
                }
                sort(&listed, from: start)
            }
        } else {
            // The order in which the user names them is input order: corrections come last.
            for pattern in given {
                let start = listed.count
                try add(pattern, folder: "") { path throws(RunFailure) in try input(for: path, pipeline) }
                sort(&listed, from: start)
            }
        }
        guard missing.isEmpty else { throw RunFailure(missing) }
        return listed
    }

    /// Files that a glob passes over, although they differ by the case of letters alone from those that it means:
    /// `2023-05.CSV` beside `*.csv`.
    private static func passedOver(
        _ pipeline: LoadedPipeline, given: [String], _ listed: [ListedInput]
    ) throws(RunFailure) -> [RunFinding] {
        let patterns =
            given.isEmpty
            ? pipeline.file.inputs.flatMap(\.files).map { ($0, $0.hasPrefix("/") ? "" : pipeline.folder) }
            : given.map { ($0, "") }
        var known = Set(listed.map(\.path))
        var passed: [String] = []
        for (pattern, folder) in patterns where pattern.contains("*") && !pattern.contains("[") {
            let anyCase = String(
                pattern.flatMap { letter -> [Character] in
                    letter.isASCII && letter.isLetter
                        ? ["[", Character(letter.lowercased()), Character(letter.uppercased()), "]"] : [letter]
                })
            for path in try matches(anyCase, folder: folder) where known.insert(path).inserted {
                passed.append(String(path.dropFirst(folder.count)))
            }
        }
        guard let first = passed.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) else { return [] }
        return [.filesPassedOver(count: passed.count, first: first)]
    }

    /// Whether a path of the pipeline file, or a glob, means an export of this name.
    static func isMatch(_ pattern: String, _ name: String) -> Bool {
        // An archive stands for all that is in it.
        let archive = name.split(separator: "#", maxSplits: 1).first.map(String.init) ?? name
        return [name, archive].contains { pattern == $0 || fnmatch(pattern, $0, FNM_PATHNAME | FNM_PERIOD) == 0 }
    }

    /// The input of the pipeline file that describes files like this one: of the format that
    /// its name tells, else the first.
    private static func input(for path: String, _ pipeline: LoadedPipeline) throws(RunFailure) -> PipelineInput {
        let inputs = pipeline.file.inputs
        let isXML = path.lowercased().hasSuffix(".xml")
        if let found = inputs.first(where: { ($0.format == .xml) == isXML }) { return found }
        if !isXML {
            return PipelineInput(files: [], format: .csv, encoding: .auto, delimiter: nil, record: nil)
        }
        throw RunFailure(RunProblem.noXMLInput, place: pipeline.path)
    }

    /// The files that a path or glob means; `-` is standard input.
    static func matches(_ pattern: String, folder: String) throws(RunFailure) -> [String] {
        if pattern == "-" { return ["-"] }
        let full = folder + pattern
        let itself = access(full, F_OK) == 0 ? [full] : []
        guard isGlob(pattern) else { return itself }
        var found = glob_t()
        defer { globfree(&found) }
        // The folder is no pattern, whatever its name holds.
        let escaped = folder.reduce(into: "") { $0 += "*?[\\".contains($1) ? "\\\($1)" : String($1) }
        // A folder that is not there holds nothing; one that cannot be read might.
        let result = glob(
            escaped + pattern, GLOB_NOSORT, { _, code in code == ENOENT || code == ENOTDIR ? 0 : 1 }, &found)
        guard result == 0 || result == GLOB_NOMATCH else {
            throw RunFailure(RunProblem.folderUnreadable, place: pattern)
        }
        let matched = (0..<Int(found.gl_pathc)).compactMap { index in
            found.gl_pathv[index].map { String(cString: $0) }
        }
        // What programs leave beside people's files, and folders, are not meant by a glob.
        let files = matched.filter { !InputPart.isPassedOver($0) && !FileIdentity.isFolder($0) }
        return itself + files.filter { !itself.contains($0) }
    }

    /// Sorts the files of one input by the bytes of their paths.
    private static func sort(_ listed: inout [ListedInput], from start: Int) {
        listed[start...].sort { $0.place.utf8.lexicographicallyPrecedes($1.place.utf8) }
        for index in start..<listed.count { listed[index].list = start }
    }

    static func isGlob(_ pattern: String) -> Bool {
        pattern.contains { "*?[".contains($0) }
    }
}

/// What tells whether two paths lead to one file.
struct FileIdentity: Hashable {
    private let device: UInt
    private let inode: UInt

    /// nil where there is no such file; standard input is one too.
    init?(_ path: String) {
        var status = stat()
        guard (path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }

    static func isFolder(_ path: String) -> Bool { isKind(path, S_IFDIR) }

    /// Whether it is a file on disk, and no pipe or device.
    static func isFile(_ path: String) -> Bool { path != "-" && isKind(path, S_IFREG) }

    /// nil: it is no file on disk.
    static func byteCount(_ path: String) -> Int? {
        var status = stat()
        return isFile(path) && stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    private static func isKind(_ path: String, _ kind: mode_t) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == kind
    }
}

extension PipelineInput {
    /// What of a file is meant, with what the pipeline file says of all that are like it.
    func part(_ found: InputPart) -> InputPart {
        var part = found
        if format == .json { part.records = record }
        return part
    }

    /// The record's name was checked when the pipeline file was read.
    var exportFormat: ExportFormat {
        switch format {
        case .csv, .json: .csv(delimiter: delimiter)
        case .xml: .xml(record: record.flatMap(ElementName.init))
        }
    }
}
