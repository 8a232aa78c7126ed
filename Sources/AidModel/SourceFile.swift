/// A file that figures stand on, by its name and its content.
package struct SourceFile: Sendable, Hashable {
    /// Without its folder.
    package let name: String
    /// Lower-case hexadecimal.
    package let sha256: String

    package init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}
