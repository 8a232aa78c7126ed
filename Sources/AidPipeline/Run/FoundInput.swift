import AidInput
import Glibc

/// What a path or a glob of `files` leads to: a file, an entry of an archive, or a sheet of a workbook.
///
///     exports/*.csv        files
///     claims.zip           every file in it
///     claims.zip#*.csv     those of its files that a second glob means
///     claims.xlsx          every sheet that is shown and has cells
///     claims.xlsx#明细      that sheet
struct FoundInput: Hashable {
    let path: String
    var part: InputPart

    /// The path, and what leads to it from there, each behind `#`.
    var name: String { ([path] + part.entries).joined(separator: "#") }

    /// - Returns: files in no order; of each archive and workbook what lies in it, by the bytes of the names.
    static func all(_ pattern: String, folder: String) throws(RunFailure) -> [FoundInput] {
        let paths = try InputList.matches(pattern, folder: folder)
        // A file may have a # in its name.
        guard paths.isEmpty, let mark = pattern.firstIndex(of: "#") else {
            return paths.flatMap { FoundInput(path: $0, part: InputPart()).inside([]) }
        }
        let archives = try InputList.matches(String(pattern[..<mark]), folder: folder)
        let patterns = pattern[pattern.index(after: mark)...].split(separator: "#").map(String.init)
        return archives.flatMap { FoundInput(path: $0, part: InputPart()).inside(patterns) }
    }

    /// What one path leads to, whose names are no globs.
    static func one(_ path: String) -> FoundInput {
        guard access(path, F_OK) != 0, let mark = path.firstIndex(of: "#") else {
            return FoundInput(path: path, part: InputPart())
        }
        let entries = path[path.index(after: mark)...].split(separator: "#").map(String.init)
        return FoundInput(path: String(path[..<mark]), part: InputPart(entries: entries))
    }

    /// - Parameter patterns: of names in it, from the outermost; where they end, all is meant.
    private func inside(_ patterns: [String]) -> [FoundInput] {
        // Why a file cannot be read is said when it is to be read. What a pipe gives comes once.
        guard FileIdentity.isFile(path), let contents = (try? InputFile(name: path, path: path).contents(part)) ?? nil
        else {
            return [adding(patterns)]
        }
        // The only sheet of a workbook needs no name.
        if patterns.isEmpty, contents.areSheets, contents.names.count <= 1 { return [self] }
        let meant = contents.names.filter { name in patterns.first.map { FoundInput.isMatch($0, name) } ?? true }.sorted
        {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        // One in which nothing is, or nothing that is meant, is told of as well.
        guard !meant.isEmpty else { return [adding(patterns)] }
        let rest = Array(patterns.dropFirst())
        return meant.flatMap { name in
            let found = adding([name])
            return rest.isEmpty && !FoundInput.mayHoldMore(name) ? [found] : found.inside(rest)
        }
    }

    private func adding(_ names: [String]) -> FoundInput {
        var found = self
        found.part.entries += names
        return found
    }

    /// Whether an entry is looked into for more: of an archive that costs reading up to it.
    private static func mayHoldMore(_ name: String) -> Bool {
        [".xlsx", ".xlsm", ".xls", ".et", ".zip"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Whether a glob means a name: one without a folder, in whatever folder it lies.
    private static func isMatch(_ pattern: String, _ name: String) -> Bool {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return pattern == name || fnmatch(pattern, pattern.contains("/") ? name : last, FNM_PATHNAME) == 0
    }
}
