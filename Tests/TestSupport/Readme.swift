package import Foundation

/// README.md and README.zh.md, whose figures and examples tests hold against what the program does.
package enum Readme: String, CaseIterable, Sendable {
    case english = "README.md"
    case chinese = "README.zh.md"

    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    package var text: String {
        get throws { try String(contentsOf: Readme.root.appending(path: rawValue), encoding: .utf8) }
    }

    /// The lines around the one that holds a text, up to blank ones and to the marks of a block.
    package func lines(around text: String) throws -> [String] {
        let paragraphs = try self.text.split(separator: "\n", omittingEmptySubsequences: false).split {
            $0.isEmpty || $0.hasPrefix("```")
        }
        let found = paragraphs.filter { $0.contains { $0.contains(text) } }
        guard found.count == 1 else { throw Missing(text: text, count: found.count) }
        return found[0].map(String.init)
    }

    struct Missing: Error {
        let text: String
        let count: Int
    }
}
