import Foundation
import Testing

/// Debian's chromium without a screen, which opens pages as a reader's browser does.
enum Chromium {
    private static let path = "/usr/bin/chromium"
    static let isInstalled = FileManager.default.isExecutableFile(atPath: path)
    static let note: Comment = "needs Debian's chromium"

    /// What became of a page.
    struct Outcome {
        /// The document after its scripts have run.
        var document: String
        /// What the browser's console says, a line each.
        var console: [String]
    }

    /// Opens a page that is written to a file of its own.
    static func open(_ page: String, isDark: Bool = false) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aidreport-browser-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.html")
        try Data(page.utf8).write(to: file)
        let output = folder.appending(path: "output")
        let errors = folder.appending(path: "errors")
        for place in [output, errors] { try Data().write(to: place) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments =
            [
                "120", path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--hide-scrollbars", "--window-size=1400,1000", "--enable-logging=stderr", "--v=0",
                "--disable-background-networking", "--disable-component-update", "--no-first-run",
                "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=15000", "--dump-dom",
            ] + (isDark ? ["--blink-settings=preferredColorScheme=0"] : []) + [file.absoluteString]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "chromium ended with \(process.terminationStatus)")
        let log = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        return Outcome(
            document: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            console: log.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
    }
}
