import AidInput
import Glibc

/// What a path or a glob of `files` leads to: a file, or an entry of an archive.
///
///     exports/*.csv        files
///     claims.zip           every file in it
///     claims.zip#*.csv     those of its files that a second glob means
struct FoundInput: Hashable {
    let path: String
    let part: InputPart

    /// The path, and the entry behind `#`.
    var name: String { part.entry.map { path + "#" + $0 } ?? path }

    /// - Returns: files in no order; of each archive its entries, by the bytes of their names.
    static func all(_ pattern: String, folder: String) throws(RunFailure) -> [FoundInput] {
        let paths = try InputList.matches(pattern, folder: folder)
        // A file may have a # in its name.
        guard paths.isEmpty, let mark = pattern.firstIndex(of: "#") else { return paths.flatMap { inside($0, nil) } }
        let archives = try InputList.matches(String(pattern[..<mark]), folder: folder)
        return archives.flatMap { inside($0, String(pattern[pattern.index(after: mark)...])) }
    }

    /// - Parameter pattern: of names in an archive; nil: all of them.
    private static func inside(_ path: String, _ pattern: String?) -> [FoundInput] {
        let itself = FoundInput(path: path, part: InputPart())
        guard path != "-" else { return [itself] }
        // Why a file cannot be read is said when it is to be read.
        guard let names = (try? InputFile(name: path, path: path).entryNames()) ?? nil else {
            return [pattern.map { FoundInput(path: path, part: InputPart(entry: $0)) } ?? itself]
        }
        // An archive in which nothing is, or nothing that is meant, is told of as well.
        let meant = names.filter { name in pattern.map { isMatch($0, name) } ?? true }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        guard meant.isEmpty else { return meant.map { FoundInput(path: path, part: InputPart(entry: $0)) } }
        return [pattern.map { FoundInput(path: path, part: InputPart(entry: $0)) } ?? itself]
    }

    /// Whether a glob means an entry: without a folder of its own, in whatever folder it lies.
    private static func isMatch(_ pattern: String, _ name: String) -> Bool {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return pattern == name || fnmatch(pattern, pattern.contains("/") ? name : last, FNM_PATHNAME) == 0
    }
}
