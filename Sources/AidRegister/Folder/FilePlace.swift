import Glibc

/// Where a path leads.
enum FilePlace {
    /// The folder in which a path's last name stands.
    static func folder(of path: String) -> String {
        var path = path[...]
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// A path without links and dots, also of a file that is not there yet.
    static func resolved(_ path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)
        // The current folder may itself be gone.
        guard path != ".", let name = parts.popLast() else { return path }
        let folder = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let above = resolved(folder.isEmpty ? "." : folder)
        if name == "." { return above }
        if name == ".." { return above.lastIndex(of: "/").map { String(above[..<$0]) } ?? above }
        return above.hasSuffix("/") ? above + name : above + "/" + name
    }
}
