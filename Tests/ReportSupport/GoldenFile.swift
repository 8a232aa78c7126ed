import Foundation
import Testing

/// A text that was recorded below the folder `cases` of a test target.
package enum GoldenFile {
    /// Compares a text with the recorded one, or records it under `AIDSTATS_RECORD=1`.
    package static func compare(_ text: String, with path: String, in source: String = #filePath) throws {
        var target = URL(filePath: source).deletingLastPathComponent()
        while target.deletingLastPathComponent().lastPathComponent != "Tests" { target.deleteLastPathComponent() }
        let file = target.appending(path: "cases").appending(path: path)
        if ProcessInfo.processInfo.environment["AIDSTATS_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let recorded = try Data(contentsOf: file)
        guard Data(text.utf8) != recorded else { return }
        let now = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let then = recorded.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = zip(now, then).prefix { $0.elementsEqual($1) }.count
        Issue.record(
            """
            \(path):\(line + 1) differs
            now:      \(line < now.count ? String(decoding: now[line], as: UTF8.self) : "(ends)")
            recorded: \(line < then.count ? String(decoding: then[line], as: UTF8.self) : "(ends)")
            """)
    }
}
