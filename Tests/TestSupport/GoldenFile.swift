package import Foundation
package import Testing

/// A text that was recorded in a folder `cases` beside the tests that compare with it.
///
/// `AIDSTATS_RECORD=1` writes what differs anew, and makes the test fail once: read the diff before it is committed.
package enum GoldenFile {
    /// Compares a text with the recorded one.
    ///
    /// - Parameter path: below `cases` of the test target that `source` is in.
    package static func compare(
        _ text: String, with path: String, in source: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var target = URL(filePath: source).deletingLastPathComponent()
        while target.deletingLastPathComponent().lastPathComponent != "Tests" { target.deleteLastPathComponent() }
        try compare(text, with: target.appending(path: "cases").appending(path: path), sourceLocation: sourceLocation)
    }

    package static func compare(
        _ text: String, with file: URL, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let isRecording = ProcessInfo.processInfo.environment["AIDSTATS_RECORD"] == "1"
        let path = file.pathComponents.suffix(3).joined(separator: "/")
        let recorded = try? Data(contentsOf: file)
        guard Data(text.utf8) != recorded else { return }
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(path) was recorded anew", sourceLocation: sourceLocation)
            return
        }
        guard let recorded else {
            Issue.record("\(path) is not there; make golden records it", sourceLocation: sourceLocation)
            return
        }
        let now = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let then = recorded.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = zip(now, then).prefix { $0.elementsEqual($1) }.count
        Issue.record(
            """
            \(path):\(line + 1) differs
            now:      \(line < now.count ? String(decoding: now[line], as: UTF8.self) : "(ends)")
            recorded: \(line < then.count ? String(decoding: then[line], as: UTF8.self) : "(ends)")
            """, sourceLocation: sourceLocation)
    }
}
