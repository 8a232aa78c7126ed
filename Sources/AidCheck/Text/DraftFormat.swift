/// How a draft is written.
package enum DraftFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case markdown
    case html

    /// The format that a file's name tells; text where it tells none.
    package init(fileName: String) {
        let name = fileName.lowercased()
        if [".html", ".htm", ".xhtml"].contains(where: name.hasSuffix) {
            self = .html
        } else if [".md", ".markdown"].contains(where: name.hasSuffix) {
            self = .markdown
        } else {
            self = .text
        }
    }
}
